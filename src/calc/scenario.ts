import { notional } from "./position";
import type { ContractTerms } from "./contract-value";
import type { Decimal } from "./decimal";

/** What one market move does, in the quote currency. */
export interface Outcome {
  readonly portfolio: Decimal;
  readonly futures: Decimal;
  readonly net: Decimal;
}

/**
 * Profit and loss of a portfolio and its futures when the market moves.
 *
 *   portfolio   V × β × move
 *   futures     notional × move; the same for inverse contracts, whose coin is sold at the price after the move
 *   net         the sum
 *
 *   move   of the underlying and of the futures alike, as a fraction: −0.05 is a fall of 5 %
 *
 * @throws {DomainError} `argument` if price or multiplier is not greater than 0
 */
export function marketMove(args: {
  readonly portfolioValue: Decimal;
  readonly beta: Decimal;
  readonly price: Decimal;
  readonly contract: ContractTerms;
  readonly contracts: Decimal;
  readonly move: Decimal;
}): Outcome {
  const { portfolioValue, beta, move } = args;
  const portfolio = portfolioValue.times(beta).times(move);
  const futures = notional(args).times(move);
  return { portfolio, futures, net: portfolio.plus(futures) };
}
