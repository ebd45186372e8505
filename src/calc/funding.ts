import { Decimal } from "./decimal";
import { requireNotNegative, requirePositive } from "./errors";

/** Hours in a day, as a Decimal: funding intervals are in hours. */
const DAY = new Decimal(24);

/**
 * Funding cash flow of a perpetual: positive is received, negative is paid.
 *
 *   −position value × funding rate × intervals
 *
 *   positionValue   signed value at mark, in any currency: negative is short
 *   fundingRate     per interval; positive: longs pay shorts, so the short receives
 *
 * @see BitMEX, "Perpetual contracts": funding
 */
export function funding(args: {
  readonly positionValue: Decimal;
  readonly fundingRate: Decimal;
  readonly intervals: Decimal;
}): Decimal {
  return args.positionValue.times(args.fundingRate).times(args.intervals).negated();
}

/**
 * Funding intervals in a number of days: days × 24 ÷ intervalHours, not rounded.
 *
 * @throws {DomainError} `argument` if days is negative or intervalHours is not greater than 0
 */
export function fundingIntervals(args: { readonly days: Decimal; readonly intervalHours: Decimal }): Decimal {
  const { days, intervalHours } = args;
  requireNotNegative({ days });
  requirePositive({ intervalHours });
  return days.times(DAY).dividedBy(intervalHours);
}
