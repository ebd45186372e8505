import { Decimal } from "../../calc/decimal";
import type { Rounding } from "../../calc/rounding";

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

/** Decimals that a number of contracts needs: those of the lot; four where nothing is rounded. */
export function contractDecimals(lot: number, rounding: Rounding): number {
  if (rounding === "none") return 4;
  return Math.min(8, new Decimal(lot).decimalPlaces());
}

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
