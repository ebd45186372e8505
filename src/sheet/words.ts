import { Decimal } from "../calc/decimal";
import { isIsolated, type Group } from "./groups";
import type { Rounding } from "./plan";

/**
 * Numbers in sentences, twice: here for the pane, and as Excel's FIXED for the sheet. TEXT is not used,
 * because its format codes change with the language of Excel ("0.00" is no German format).
 */
export function ratioInWords(x: Decimal): string {
  return fixed(x, 2);
}

export function moneyInWords(x: Decimal): string {
  return fixed(x, 0);
}

/** "sell 32 ES"; "" for nothing. */
export function contractsInWords(trade: Decimal, decimals: number, code: string): string {
  const size = fixed(trade.abs(), decimals);
  return Number(size.replaceAll(",", "")) === 0
    ? ""
    : `${trade.isNegative() ? "sell" : "buy"} ${size} ${code}`;
}

/** Decimals that a number of contracts needs: those of the lot; four where nothing is rounded. */
export function contractDecimals(lot: number, rounding: Rounding): number {
  if (rounding === "none") return 4;
  return Math.min(8, new Decimal(lot).decimalPlaces());
}

/** A coin's price is money; an index has points. */
export function priceUnit(groups: readonly Group[]): string {
  const [currency = "", ...others] = new Set(groups.map(({ choice }) => choice.currency));
  return groups.every(isIsolated) && others.length === 0 ? currency : "points";
}

function fixed(x: Decimal, decimals: number): string {
  const [whole = "0", fraction] = x.toFixed(decimals, Decimal.ROUND_HALF_UP).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return /[1-9]/.test(digits) ? digits : digits.replace("-", "");
}
