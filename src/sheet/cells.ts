import type { Rounding } from "./plan";
import { contractDecimals } from "./words";
import type { CellStyle, SheetCell, SheetValidation } from "./worksheet";

/** Number formats by meaning; negatives red and in parentheses, as the trade prints them. */
export const format = {
  money: "#,##0_);[Red](#,##0)",
  moneyCents: "#,##0.00_);[Red](#,##0.00)",
  price: "#,##0.00####_)",
  contracts: "#,##0_);[Red](#,##0)",
  signed: "#,##0.00##_);[Red](#,##0.00##)",
  basis: "0.00%_);[Red](0.00%)",
  exact: "#,##0.0000_);[Red](#,##0.0000)",
  beta: "0.00##_);[Red](0.00##)",
  percent: "0.0%_);[Red](0.0%)",
  rate: "0.0000%_);[Red](0.0000%)",
  level: "0.0000_)",
  leverage: '0.00"×"_)',
  /** Any number as typed: optional digits after a fixed point would show 50 as "50.". */
  number: "General",
  fraction: "#,##0.00####_);[Red](#,##0.00####)",
  days: "0_)",
  count: "0_)",
  date: "yyyy-mm-dd",
  asOf: '"as of "yyyy-mm-dd',
} as const;

/** Contracts that trade in steps of a lot, or are not rounded: as many decimals as in the orders' words. */
export function contractFormat(lot: number, rounding: Rounding): string {
  const decimals = contractDecimals(lot, rounding);
  if (decimals === 0) return format.contracts;
  const digits = `#,##0.0${"#".repeat(decimals - 1)}`;
  return `${digits}_);[Red](${digits})`;
}

/** A price that is computed: a coin of cents needs the digits that an index does not. */
export function priceFormat(like: number): string {
  return like >= 100 ? "#,##0.00_)" : format.price;
}

/** A heading, label or note of ours. Never a user's text: see {@link link} and {@link userText}. */
export function text(content: string, style: CellStyle = "text"): SheetCell {
  if (/^[=+\-@\t\r\n\0]/.test(content)) throw new Error(`Text would be read as a formula: ${content}`);
  return { content, style };
}

/** A computed cell, of our own cells and names; written without "=". */
export function formula(expression: string, numberFormat: string, name?: string): SheetCell {
  return named({ content: `=${expression}`, style: "formula", numberFormat }, name);
}

/** A total or result that the eye should find. */
export function total(expression: string, numberFormat: string, name?: string): SheetCell {
  return { ...formula(expression, numberFormat, name), style: "total" };
}

/** A computed word in a column of numbers, or a number with as many digits as it has. */
export function word(expression: string, name?: string): SheetCell {
  return { ...formula(expression, "General", name), style: "word" };
}

/** A computed sentence beside a number. */
export function sentence(expression: string, name?: string): SheetCell {
  return { ...formula(expression, "General", name), style: "note" };
}

/** A cell that shows a cell of the user's, whatever is in it. */
export function link(reference: string, numberFormat = "General"): SheetCell {
  return { content: `=${reference}`, style: "link", numberFormat };
}

/**
 * A text of the user's that a link could not show: it must stay when the cell it comes from moves. It is written as
 * text whatever it looks like.
 */
export function userText(content: string): SheetCell {
  return { content, isText: true, style: "text" };
}

/** A cell for the user to change, yellow, kept when the sheet is built again. `null` leaves it blank. */
export function input(
  content: number | string | null,
  numberFormat: string,
  name: string,
  validation: SheetValidation,
): SheetCell {
  return { content: content ?? "", style: "input", numberFormat, name, input: true, validation };
}

function named(cell: SheetCell, name: string | undefined): SheetCell {
  return name === undefined ? cell : { ...cell, name };
}
