import { areaAddress, parseAddress } from "../sheet/cell-address";
import type { SheetAsBuilt } from "./as-built";
import { asText, staysInside, writable, type CellContent } from "./cell-text";
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

/** What a cell of the user's holds: as typed, and as computed. */
export interface TypedCell {
  readonly content: CellContent;
  readonly value: CellContent;
  readonly isFormula: boolean;
}

export function typedCell(content: CellContent, value: CellContent): TypedCell {
  // Text that looks like a formula is its own value; a formula hardly ever is.
  const isFormula = typeof content === "string" && content.startsWith("=") && content !== value;
  return { content, value, isFormula };
}

/** How a cell of the user's is written again. */
export interface Carried {
  /** null: it is not written, and so stays as it is. */
  readonly content: CellContent | null;
  /** Only its value could be carried: the formula leaves the workbook, or refers to cells that have moved. */
  readonly asValue: boolean;
}

/**
 * What to write so that a cell of the user's is kept. A formula that leaves the workbook is never written: it stays
 * where it is, or gives its value where it has to move.
 *
 * @param at its address on the sheet as built
 * @param stays it is to be in the very cell in which it is now
 * @returns null if it is a formula that cannot be carried to its new place
 */
export function carry(
  { content, value, isFormula }: TypedCell,
  at: string,
  sheet: SheetAsBuilt,
  { moved, stays }: { readonly moved: boolean; readonly stays: boolean },
): Carried | null {
  if (!isFormula) return { content: asPlain(content), asValue: false };
  if (!staysInside(String(content))) {
    return stays ? { content: null, asValue: false } : { content: asPlain(value), asValue: true };
  }
  const formula = inNewLayout(content, at, sheet, moved);
  return formula === null ? null : { content: formula, asValue: false };
}
