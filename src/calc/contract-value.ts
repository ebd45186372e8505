import type { Decimal } from "./decimal";
import { requirePositive } from "./errors";

/** What the maths must know of a futures contract. */
export interface ContractTerms {
  /** linear: P&L in the quote currency; inverse: a contract is worth fixed quote currency, P&L is in the coin. */
  readonly payoff: "linear" | "inverse";
  /** linear: quote currency per point, per contract; inverse: quote currency per contract; > 0 */
  readonly multiplier: Decimal;
  /** Smallest step of an order, in contracts; > 0 */
  readonly lot: Decimal;
}

/**
 * Value of one contract, in the quote currency.
 *
 *   linear    F × m
 *   inverse   m: fixed, whatever the price
 *
 *   price      F   futures price, in points; > 0, even where it plays no part
 *   contract       multiplier m > 0
 *
 * @throws {DomainError} `argument` if price or multiplier is not greater than 0
 * @see CME Group, "Calculating the notional value of a futures contract"; BitMEX, "Inverse contracts"
 */
export function contractValue(args: { readonly price: Decimal; readonly contract: ContractTerms }): Decimal {
  const { price, contract } = args;
  requirePositive({ price, multiplier: contract.multiplier });
  return contract.payoff === "inverse" ? contract.multiplier : price.times(contract.multiplier);
}
