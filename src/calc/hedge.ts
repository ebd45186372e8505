import { contractValue, type ContractTerms } from "./contract-value";
import { Decimal } from "./decimal";
import { DomainError, requireNonZero } from "./errors";

/**
 * Contracts to trade so that a portfolio's beta becomes the target beta.
 *
 *   N = (β* − β) ÷ βf × V ÷ value of one contract
 *
 *   portfolioValue  V    quote currency; negative for a short portfolio
 *   beta            β    of the portfolio, to the contract's underlying
 *   targetBeta      β*   wanted after the hedge; 0 removes all market exposure
 *   futuresBeta     βf   of the futures, to the same underlying; not 0
 *   price           F    futures price, in points; > 0
 *
 * @returns contracts: negative is a sale; not rounded, because rounding is a decision (see {@link toLot})
 * @throws {DomainError} `argument` if price or multiplier is not greater than 0, or futuresBeta is 0
 * @see Hull, Options, Futures, and Other Derivatives, ch. 3: stock index futures
 */
export function hedgeContracts(args: {
  readonly portfolioValue: Decimal;
  readonly price: Decimal;
  readonly contract: ContractTerms;
  readonly beta: Decimal;
  readonly targetBeta: Decimal;
  readonly futuresBeta: Decimal;
}): Decimal {
  const { portfolioValue, beta, targetBeta, futuresBeta } = args;
  const value = contractValue(args);
  requireNonZero({ futuresBeta });
  return targetBeta.minus(beta).times(portfolioValue).dividedBy(futuresBeta.times(value));
}

/**
 * Beta of the portfolio together with its futures, before the market moves.
 *
 *   β + N × βf × value of one contract ÷ V
 *
 *   contracts  N   negative is short
 *
 * @throws {DomainError} `argument` if price or multiplier is not greater than 0, or portfolioValue is 0
 * @see Hull, Options, Futures, and Other Derivatives, ch. 3: changing the beta of a portfolio
 */
export function effectiveBeta(args: {
  readonly portfolioValue: Decimal;
  readonly price: Decimal;
  readonly contract: ContractTerms;
  readonly contracts: Decimal;
  readonly beta: Decimal;
  readonly futuresBeta: Decimal;
}): Decimal {
  const { portfolioValue, contracts, beta, futuresBeta } = args;
  const value = contractValue(args);
  requireNonZero({ portfolioValue });
  return beta.plus(contracts.times(futuresBeta).times(value).dividedBy(portfolioValue));
}

/** One holding: its value (negative is short) and its beta. */
export interface WeightedBeta {
  readonly value: Decimal;
  readonly beta: Decimal;
}

/**
 * Value-weighted beta of a portfolio: Σ value × beta ÷ Σ value.
 *
 * @throws {DomainError} `no-answer` if the values add up to 0: nothing to weigh with
 */
export function portfolioBeta(holdings: readonly WeightedBeta[]): Decimal {
  let total = new Decimal(0);
  let weighted = new Decimal(0);
  for (const { value, beta } of holdings) {
    total = total.plus(value);
    weighted = weighted.plus(value.times(beta));
  }
  if (total.isZero()) throw new DomainError("no-answer", "the values add up to 0");
  return weighted.dividedBy(total);
}
