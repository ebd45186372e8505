import { Decimal } from "./decimal";
import { DomainError } from "./errors";

/** Changes over the same period: of the asset to hedge (y) and of the futures (x), in the same unit. */
export interface Change {
  readonly asset: Decimal;
  readonly futures: Decimal;
}

/** Sums of squares and products of the deviations from the means. */
interface Moments {
  readonly n: number;
  readonly meanX: Decimal;
  readonly meanY: Decimal;
  readonly sxx: Decimal;
  readonly sxy: Decimal;
  readonly syy: Decimal;
}

/**
 * Minimum-variance hedge ratio: the slope of the least-squares line, with intercept, of asset on futures changes.
 *
 *   h = Sxy ÷ Sxx = ρ × σ(asset) ÷ σ(futures)
 *
 * @throws {DomainError} `no-answer` with fewer than 2 pairs, or if the futures changes do not vary
 * @see Hull, Options, Futures, and Other Derivatives, ch. 3: minimum variance hedge ratio; Ederington 1979
 */
export function hedgeRatio(changes: readonly Change[]): Decimal {
  return slope(moments(changes, 2));
}

/** Intercept of the same line: mean of the asset changes − hedge ratio × mean of the futures changes. */
export function regressionIntercept(changes: readonly Change[]): Decimal {
  const m = moments(changes, 2);
  return m.meanY.minus(slope(m).times(m.meanX));
}

/**
 * Correlation of the changes, −1 … 1: Sxy ÷ √(Sxx × Syy).
 *
 * @throws {DomainError} `no-answer` with fewer than 2 pairs, or if either side does not vary
 */
export function correlation(changes: readonly Change[]): Decimal {
  const { sxx, sxy, syy } = moments(changes, 2);
  requireVariance({ "the futures changes": sxx, "the asset changes": syy });
  return sxy.dividedBy(sxx.times(syy).squareRoot());
}

/**
 * Hedge effectiveness R²: the share of the asset's variance that the hedge takes away, 0 … 1.
 *
 * @throws {DomainError} `no-answer` with fewer than 2 pairs, or if either side does not vary
 * @see Ederington, "The hedging performance of the new futures markets", Journal of Finance 1979
 */
export function hedgeEffectiveness(changes: readonly Change[]): Decimal {
  const { sxx, sxy, syy } = moments(changes, 2);
  requireVariance({ "the futures changes": sxx, "the asset changes": syy });
  return sxy.times(sxy).dividedBy(sxx.times(syy));
}

/**
 * Standard error of the hedge ratio: √(SSE ÷ (n − 2) ÷ Sxx).
 *
 * @throws {DomainError} `no-answer` with fewer than 3 pairs, or if the futures changes do not vary
 * @see NIST Statistical Reference Datasets, linear regression: Norris
 */
export function hedgeRatioError(changes: readonly Change[]): Decimal {
  const m = moments(changes, 3);
  const unexplained = m.syy.minus(slope(m).times(m.sxy));
  // A perfect fit may miss 0 by the last of 40 digits, on either side.
  const sse = Decimal.max(unexplained, 0);
  return sse
    .dividedBy(m.n - 2)
    .dividedBy(m.sxx)
    .squareRoot();
}

function slope({ sxy, sxx }: Moments): Decimal {
  requireVariance({ "the futures changes": sxx });
  return sxy.dividedBy(sxx);
}

function moments(changes: readonly Change[], least: number): Moments {
  const n = changes.length;
  if (n < least) {
    throw new DomainError(
      "no-answer",
      `there must be at least ${least} pairs of numbers, but there are ${n}`,
    );
  }
  const meanX = mean(changes.map(({ futures }) => futures));
  const meanY = mean(changes.map(({ asset }) => asset));
  let sxx = new Decimal(0);
  let sxy = new Decimal(0);
  let syy = new Decimal(0);
  for (const { asset, futures } of changes) {
    const dx = futures.minus(meanX);
    const dy = asset.minus(meanY);
    sxx = sxx.plus(dx.times(dx));
    sxy = sxy.plus(dx.times(dy));
    syy = syy.plus(dy.times(dy));
  }
  return { n, meanX, meanY, sxx, sxy, syy };
}

function mean(numbers: readonly Decimal[]): Decimal {
  // The mean of equal numbers is that number, exactly: so a constant column has no variance, not nearly none.
  const first = numbers[0] ?? new Decimal(0);
  const excess = numbers.reduce((sum, x) => sum.plus(x.minus(first)), new Decimal(0));
  return first.plus(excess.dividedBy(numbers.length));
}

function requireVariance(sums: Readonly<Record<string, Decimal>>): void {
  for (const [name, sum] of Object.entries(sums)) {
    if (sum.isZero()) throw new DomainError("no-answer", `${name} do not vary`);
  }
}
