import type { Spelling } from "../calc/spelling";

/** Sums of money or contracts that differ by less than this share are equal: a computer's sums differ by as much. */
export const NOISE = 1e-9;

/**
 * Whether an amount is above a limit of 0 or more, and by more than a computer's noise: 1.1 × 10,000 is
 * 11,000.000000000002 to a spreadsheet, and what stands exactly on a limit must not be above it there.
 */
export function exceeds<N, B, T>(s: Spelling<N, B, T>, amount: N, limit: N): B {
  return s.isAbove(amount, s.times(limit, s.plus(s.number(1), s.number(NOISE))));
}

/** More than a share of `base` away from it, for a base that is positive. */
export function isFar<N, B, T>(s: Spelling<N, B, T>, value: N, base: N, share: number): B {
  return exceeds(s, s.abs(s.minus(value, base)), s.times(s.number(share), base));
}

/** Whether a sum is zero but for the noise of a computer's arithmetic, against the size of what was added. */
export function isZeroBut<N, B, T>(s: Spelling<N, B, T>, sum: N, size: N): B {
  return s.isAtMost(s.abs(sum), s.times(s.number(1e-12), size));
}

/** sum / of; 0 where that is a total that is zero but for noise: there is no ratio to speak of. */
export function ratio<N, B, T>(s: Spelling<N, B, T>, part: N, of: N, size: N): N {
  return s.either(isZeroBut(s, of, size), s.number(0), s.over(part, of));
}
