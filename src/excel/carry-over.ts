import { areaAddress, parseAddress } from "../sheet/cell-address";
import type { SheetAsBuilt } from "./as-built";
import { asText, writable, type CellContent } from "./cell-text";
import { replaceOwnReferences } from "./own-references";

/**
 * A formula of the user's, or any other content, as it must read on the new sheet: where cells have moved, addresses on
 * the sheet itself are replaced by the names of the cells meant.
 *
 * @param address where it stands on the sheet as built
 * @returns null if it refers to a moved cell that has no name, or to a row that the user inserted
 */
export function inNewLayout(
  formula: CellContent,
  address: string,
  sheet: SheetAsBuilt,
  moved: boolean,
): CellContent | null {
  if (sheet.cutOff.has(address)) return null;
  if (!moved || typeof formula !== "string") return formula;
  const nameAt = new Map([...sheet.names].map(([name, at]) => [at, name]));
  const lost: string[] = [];
  const carried = replaceOwnReferences(formula, (part) => {
    const area = parseAddress(part);
    const name = area === null ? undefined : nameAt.get(areaAddress(area));
    if (name === undefined) lost.push(part);
    return name ?? part;
  });
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
