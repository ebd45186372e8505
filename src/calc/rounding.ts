import { Decimal } from "./decimal";
import { requirePositive } from "./errors";

export type Rounding = "nearest" | "down" | "up" | "none";

/** Within one part in 10⁹ of a step, a number is taken for the step: cells computed in doubles carry such noise. */
const NOISE = new Decimal("1e-9");

/** … but never more than a thousandth of a lot, so that a billion lots are not rounded to the next. */
const MOST_NOISE = new Decimal("0.001");

/**
 * Contracts in whole lots.
 *
 *   "nearest"   half away from zero, as Excel's ROUND
 *   "down"      toward zero: never over-hedge
 *   "up"        away from zero: always cover
 *   "none"      exact, to no lot
 *
 *   lot   smallest step of an order, in contracts; > 0
 *
 * Binary noise is snapped first: 19.999999999999996 rounded "down" is 20, 20.000000000000004 "up" is 20, and
 * 44.499999999999996 is 45 as 44.5 is.
 *
 * @throws {DomainError} `argument` if the lot is not greater than 0
 */
export function toLot(args: {
  readonly contracts: Decimal;
  readonly lot: Decimal;
  readonly rounding: Rounding;
}): Decimal {
  const { contracts, lot, rounding } = args;
  requirePositive({ lot });
  if (rounding === "none") return contracts;
  return wholeNumber(contracts.dividedBy(lot), rounding).times(lot);
}

/**
 * A whole number by the same rule. Moving the number by its noise in the direction of the doubt and rounding then
 * is the same as snapping it first, and Excel can spell it in one ROUND.
 */
export function wholeNumber(x: Decimal, rounding: Exclude<Rounding, "none">): Decimal {
  const noise = Decimal.min(x.abs().times(NOISE), MOST_NOISE);
  const size = rounding === "up" ? x.abs().minus(noise) : x.abs().plus(noise);
  const whole = size.toDecimalPlaces(0, MODES[rounding]);
  return x.isNegative() && !whole.isZero() ? whole.negated() : whole;
}

/** Of sizes, so without sign. */
const MODES = { nearest: Decimal.ROUND_HALF_UP, down: Decimal.ROUND_DOWN, up: Decimal.ROUND_UP } as const;
