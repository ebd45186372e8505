import { Decimal } from "../../calc/decimal";
import { isIsolated, type Group } from "./groups";
import type { ContractChoice, Rounding } from "./plan";

/** Decimals that a number of contracts needs: those of the lot; four where nothing is rounded. */
export function contractDecimals(lot: number, rounding: Rounding): number {
  if (rounding === "none") return 4;
  return Math.min(8, new Decimal(lot).decimalPlaces());
}

/** The book's currency, as far as the contracts tell: that of one that needs no exchange rate; null: none says. */
export function bookCurrency(contracts: readonly Pick<ContractChoice, "currency" | "fx">[]): string | null {
  return contracts.find(({ fx, currency }) => fx === 1 && currency !== "")?.currency ?? null;
}

/** A coin's price is money; an index has points. */
export function priceUnit(groups: readonly Group[]): string {
  const currencies = [...new Set(groups.map(({ choice }) => choice.currency))];
  const isMoney = groups.every(isIsolated) && !currencies.includes("");
  return isMoney ? currencies.join(", ") : "points";
}
