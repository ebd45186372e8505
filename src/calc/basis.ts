import { Decimal } from "./decimal";
import { requireNotNegative, requirePositive } from "./errors";

/**
 * Basis = futures − spot, in points: positive in contango.
 *
 * @throws {DomainError} `argument` if a price is not greater than 0
 */
export function basis(args: { readonly spot: Decimal; readonly futuresPrice: Decimal }): Decimal {
  const { spot, futuresPrice } = args;
  requirePositive({ spot, futuresPrice });
  return futuresPrice.minus(spot);
}

/**
 * Annualised basis: (futures ÷ spot − 1) × yearDays ÷ days, as a simple rate: 0.05 is 5 % a year.
 *
 *   days      to expiry; > 0, because at expiry there is nothing to annualise
 *   yearDays  days in a year; > 0
 *
 * @throws {DomainError} `argument` if a price, days or yearDays is not greater than 0
 */
export function annualisedBasis(args: {
  readonly spot: Decimal;
  readonly futuresPrice: Decimal;
  readonly days: Decimal;
  readonly yearDays: Decimal;
}): Decimal {
  const { spot, days, yearDays } = args;
  const points = basis(args);
  requirePositive({ days, yearDays });
  return points.times(yearDays).dividedBy(spot.times(days));
}

/**
 * Fair value of a future: what spot costs until expiry, less what it earns.
 *
 *   simple       S × (1 + (r − q) × days ÷ yearDays)
 *   continuous   S × e^((r − q) × days ÷ yearDays)
 *
 *   spot   S  points; > 0
 *   rate   r  interest per year; 0.05 is 5 %
 *   yield  q  dividend yield per year
 *   days      to expiry; 0 gives the spot price
 *
 * @throws {DomainError} `argument` if spot or yearDays is not greater than 0, or days is negative
 * @see Hull, Options, Futures, and Other Derivatives, ch. 5: known yield
 */
export function fairValue(args: {
  readonly spot: Decimal;
  readonly rate: Decimal;
  readonly yield: Decimal;
  readonly days: Decimal;
  readonly compounding: "simple" | "continuous";
  readonly yearDays: Decimal;
}): Decimal {
  const { spot, rate, days, compounding, yearDays } = args;
  requirePositive({ spot, yearDays });
  requireNotNegative({ days });
  const carry = rate.minus(args.yield).times(days).dividedBy(yearDays);
  return spot.times(compounding === "simple" ? carry.plus(1) : Decimal.exp(carry));
}
