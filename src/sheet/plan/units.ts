import { isIsolated, type Group } from "./groups";
import type { ContractChoice } from "./plan";

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
