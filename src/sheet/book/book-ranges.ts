import { absoluteAddress, quotedSheetName } from "../cell-address";
import type { ColumnRole, Holdings } from "./holdings";

/** Formula pieces over the user's columns. Text and blanks count as 0 in all of them, as in the preview. */
export interface BookRanges {
  /** Columns whose product is a holding's value: the value column, or quantity and price. */
  readonly value: readonly string[];
  /** undefined where the book has no such column. */
  readonly name: string | undefined;
  readonly beta: string | undefined;
  readonly hedgeWith: string | undefined;
}

export function bookRanges(holdings: Holdings): BookRanges {
  const value = columnRange(holdings, "value");
  const quantity = columnRange(holdings, "quantity");
  const price = columnRange(holdings, "price");
  return {
    value:
      value !== undefined ? [value] : quantity !== undefined && price !== undefined ? [quantity, price] : [],
    name: columnRange(holdings, "name"),
    beta: columnRange(holdings, "beta"),
    hedgeWith: columnRange(holdings, "hedgeWith"),
  };
}

/** 'Book 1'!$F$2:$F$25, or undefined where the book has no such column. */
export function columnRange(holdings: Holdings, role: ColumnRole): string | undefined {
  const column = holdings.columns[role];
  if (column === undefined) return undefined;
  const { sheet, firstRow, lastRow } = holdings;
  const area = { row: firstRow, column, rows: lastRow - firstRow + 1, columns: 1 };
  return `${quotedSheetName(sheet)}!${absoluteAddress(area)}`;
}

/**
 * Σ of the products of the factors. The comma form counts text and blanks as 0, where `*` would answer #VALUE!.
 * A condition is a factor too, written as `(range=code)*1`: TRUE and FALSE alone would count as 0.
 */
export function sumProduct(...factors: readonly string[]): string {
  const [only] = factors;
  if (factors.length === 1 && only !== undefined && !only.includes("(")) return `SUM(${only})`;
  return `SUMPRODUCT(${factors.join(",")})`;
}

/** 1 where the cell is text or blank. In Excel's order numbers come before text, and a blank equals "". */
export function isNoNumber(range: string): string {
  return `(${range}>="")*1`;
}

/** Σ |value|: longs less shorts. A quantity is long where its sign is the price's. */
export function gross({ value }: BookRanges, condition: readonly string[] = []): string {
  const [first = "0", price] = value;
  const [isLong, isShort] =
    price === undefined
      ? [`(${first}>0)*1`, `(${first}<0)*1`]
      : [`((${first}>0)=(${price}>0))*1`, `((${first}>0)<>(${price}>0))*1`];
  return `${sumProduct(...condition, isLong, ...value)}-${sumProduct(...condition, isShort, ...value)}`;
}

/** Σ value of the rows whose beta is blank or text. */
export function withoutBeta({ value, beta = "" }: BookRanges, condition: readonly string[] = []): string {
  return sumProduct(...condition, ...value, isNoNumber(beta));
}
