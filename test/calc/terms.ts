import type { ContractTerms } from "../../src/calc/contract-value";
import { Decimal } from "../../src/calc/decimal";

/** A number as it is written in a test. */
export type Digits = number | string | Decimal;

/** A linear contract: quote currency per point. */
export function linear(multiplier: Digits, lot: Digits = 1): ContractTerms {
  return { payoff: "linear", multiplier: new Decimal(multiplier), lot: new Decimal(lot) };
}

/** An inverse contract: quote currency per contract. */
export function inverse(multiplier: Digits, lot: Digits = 1): ContractTerms {
  return { payoff: "inverse", multiplier: new Decimal(multiplier), lot: new Decimal(lot) };
}

/** Each number as a Decimal, under its name. */
export function decimals<K extends string>(numbers: Readonly<Record<K, Digits>>): Record<K, Decimal> {
  return Object.fromEntries(
    Object.entries<Digits>(numbers).map(([name, number]) => [name, new Decimal(number)]),
  ) as Record<K, Decimal>;
}
