import type { ContractTerms } from "./contract-value";
import type { Decimal } from "./decimal";
import { DomainError, requirePositive } from "./errors";
import { reachablePrice, side } from "./side";

/**
 * Futures price at which the loss has used up initial − maintenance margin, and the broker calls.
 *
 *   linear    E − s × (IM − MM) ÷ m
 *   inverse   1 ÷ (1/E + s × (IM − MM) ÷ c)       margins in coin
 *
 *   entryPrice                         E        points; > 0
 *   initialMargin, maintenanceMargin   IM, MM   per contract, settlement currency; > 0; MM at most IM
 *   contracts                                   its sign is the side s: +1 long, −1 short
 *
 * The call restores the initial margin, not the maintenance margin.
 *
 * @throws {DomainError} `argument` for an input out of range; `no-answer` for 0 contracts, or if the price would be
 *   0 or less (a long covered by its margin) or infinite (an inverse short covered by its margin)
 * @see CME Group, "Margin: know what's needed"; Hull, ch. 2: the operation of margin accounts
 */
export function marginCallPrice(args: {
  readonly entryPrice: Decimal;
  readonly contract: ContractTerms;
  readonly initialMargin: Decimal;
  readonly maintenanceMargin: Decimal;
  readonly contracts: Decimal;
}): Decimal {
  const { entryPrice, contract, initialMargin, maintenanceMargin, contracts } = args;
  const { multiplier } = contract;
  requirePositive({ entryPrice, multiplier, initialMargin, maintenanceMargin });
  if (maintenanceMargin.greaterThan(initialMargin)) {
    throw new DomainError(
      "argument",
      `maintenanceMargin must not be greater than initialMargin, but is ${maintenanceMargin.toString()} against ` +
        initialMargin.toString(),
    );
  }
  const s = side(contracts);
  const cushion = s.times(initialMargin.minus(maintenanceMargin)).dividedBy(multiplier);
  if (contract.payoff === "linear") return reachablePrice(entryPrice.minus(cushion));
  // 1 ÷ (1/E + k) = E ÷ (1 + k × E)
  return reachablePrice(entryPrice.dividedBy(cushion.times(entryPrice).plus(1)));
}
