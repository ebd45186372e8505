import type { Rounding } from "../calc/rounding";
import type { DoubleTerms } from "./formula";

/** More than all that doubles, and reading cells to 15 digits, can move a product of these arguments by. */
const ERROR = 1e-13;

/**
 * Whole contracts of the hedge in doubles, as `hedgeContracts` and `toLot` give them in decimals; undefined where the
 * two could differ: near a boundary of the rounding, for odd lots and sizes, and where there is an error to tell.
 *
 * The number before rounding is off by at most `doubt`. The difference of the betas loses digits where they are close;
 * everything else is products. So it is rounded the same way if no boundary is nearer than that.
 */
export function hedgeInDoubles(args: {
  readonly portfolioValue: number;
  readonly price: number;
  readonly contract: DoubleTerms;
  readonly beta: number;
  readonly targetBeta: number;
  readonly futuresBeta: number;
  readonly rounding: Rounding;
}): number | undefined {
  const { portfolioValue, price, contract, beta, targetBeta, futuresBeta, rounding } = args;
  if (rounding === "none" || contract.lot !== 1) return undefined;
  const change = targetBeta - beta;
  const value = contract.payoff === "inverse" ? contract.multiplier : price * contract.multiplier;
  if (!(price > 0) || !isOrdinary(value) || !isOrdinary(futuresBeta) || !isOrdinary(change)) return undefined;
  if (!isOrdinary(portfolioValue)) return undefined;
  const contracts = (change * portfolioValue) / (futuresBeta * value);
  const size = Math.abs(contracts);
  const doubt = size * ERROR * (1 + (Math.abs(targetBeta) + Math.abs(beta)) / Math.abs(change));
  // As wholeNumber in calc/rounding.ts.
  const noise = Math.min(size * 1e-9, 0.001);
  const moved = rounding === "up" ? size - noise : rounding === "down" ? size + noise : size + noise + 0.5;
  if (!(Math.abs(moved - Math.round(moved)) > doubt) || size > 1e9) return undefined;
  const whole = rounding === "up" ? Math.ceil(moved) : Math.floor(moved);
  if (whole === 0) return 0;
  return contracts < 0 ? -whole : whole;
}

/** Far from where doubles overflow or lose digits. */
function isOrdinary(x: number): boolean {
  const size = Math.abs(x);
  return size > 1e-30 && size < 1e30;
}
