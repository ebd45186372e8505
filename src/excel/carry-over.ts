import { areaAddress, parseAddress } from "../sheet/cell-address";
import { asText, writable, type CellContent } from "./cell-text";
import type { ExistingSheet } from "./existing-sheet";

/**
 * A formula of the user's as it must read on the new sheet: where cells have moved, addresses on the sheet itself are
 * replaced by the names of the cells meant.
 *
 * @returns null if it refers to a moved cell that has no name
 */
export function inNewLayout(formula: CellContent, sheet: ExistingSheet, moved: boolean): CellContent | null {
  if (!moved || typeof formula !== "string") return formula;
  const nameAt = new Map([...sheet.names].map(([name, address]) => [address, name]));
  const lost: string[] = [];
  // Quoted texts and references to other sheets are matched first, and left as they are.
  const carried = formula.replace(
    /"(?:[^"]|"")*"|(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|(?<![\p{L}\p{N}_.])\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![\p{L}\p{N}_.(])/giu,
    (part) => {
      if (part.startsWith('"') || part.includes("!")) return part;
      const area = parseAddress(part);
      const name = area === null ? undefined : nameAt.get(areaAddress(area));
      if (name === undefined) lost.push(part);
      return name ?? part;
    },
  );
  return lost.length > 0 ? null : carried;
}

/** Content that is no formula, written so that it does not become one. */
export function asPlain(content: CellContent): CellContent {
  return typeof content === "string" ? asText(content) : writable(content);
}

/** Equal for the user: numbers to 15 digits, as Excel keeps them. */
export function isSame(a: CellContent, b: CellContent): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= 1e-14 * Math.max(Math.abs(a), Math.abs(b));
  return a === b;
}
