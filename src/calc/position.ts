import { contractValue, type ContractTerms } from "./contract-value";
import type { Decimal } from "./decimal";
import { DomainError, requirePositive } from "./errors";

/**
 * Value of a futures position, in the quote currency: positive long, negative short.
 *
 *   price × multiplier × contracts; inverse: contract value × contracts
 *
 * @throws {DomainError} `argument` if price or multiplier is not greater than 0
 * @see CME Group, "Calculating the notional value of a futures contract"
 */
export function notional(args: {
  readonly price: Decimal;
  readonly contract: ContractTerms;
  readonly contracts: Decimal;
}): Decimal {
  return contractValue(args).times(args.contracts);
}

/**
 * Profit and loss of a position between two prices, positive a gain.
 *
 *   linear             (X − E) × m × N               quote currency
 *   inverse            N × c × (1/E − 1/X)           coin
 *   inverse, "quote"   N × c × (X/E − 1)             the coin sold at the exit price
 *
 *   entryPrice, exitPrice   E, X   points; > 0
 *   contracts               N      negative is short
 *   currency                "settlement": as the exchange pays it; "quote": in the quote currency
 *
 * @throws {DomainError} `argument` if a price or the multiplier is not greater than 0
 * @see BitMEX, "Inverse contracts"; Bybit, "P&L calculations (inverse contracts)"
 */
export function profitAndLoss(args: {
  readonly entryPrice: Decimal;
  readonly exitPrice: Decimal;
  readonly contract: ContractTerms;
  readonly contracts: Decimal;
  readonly currency: "settlement" | "quote";
}): Decimal {
  const { entryPrice, exitPrice, contract, contracts, currency } = args;
  requirePositive({ entryPrice, exitPrice, multiplier: contract.multiplier });
  const move = exitPrice.minus(entryPrice);
  const size = contracts.times(contract.multiplier);
  if (contract.payoff === "linear") return move.times(size);
  // 1/E − 1/X = (X − E)/(E × X): one rounding instead of three, and exactly 0 at X = E.
  const divisor = currency === "quote" ? entryPrice : entryPrice.times(exitPrice);
  return move.times(size).dividedBy(divisor);
}

/**
 * Leverage of a position: |notional| ÷ margin.
 *
 *   margin   total posted for these contracts, in the currency of the notional; > 0
 *
 * @throws {DomainError} `argument` if the margin is negative; `no-answer` if it is 0
 */
export function leverage(args: {
  readonly price: Decimal;
  readonly contract: ContractTerms;
  readonly margin: Decimal;
  readonly contracts: Decimal;
}): Decimal {
  const { margin } = args;
  const size = notional(args).abs();
  if (margin.isZero()) throw new DomainError("no-answer", "without margin there is no leverage");
  requirePositive({ margin });
  return size.dividedBy(margin);
}

/**
 * Variation margin to fund if the market moves by `move` against the position: |move| × |notional|.
 *
 *   move   as a fraction of the price: 0.05 is 5 %; its sign does not matter
 *
 * @returns quote currency, 0 or greater
 * @throws {DomainError} `argument` if price or multiplier is not greater than 0
 */
export function cashBuffer(args: {
  readonly price: Decimal;
  readonly contract: ContractTerms;
  readonly contracts: Decimal;
  readonly move: Decimal;
}): Decimal {
  return notional(args).times(args.move).abs();
}
