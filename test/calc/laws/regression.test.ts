import fc from "fast-check";
import { Decimal } from "../../../src/calc/decimal";
import {
  correlation,
  hedgeEffectiveness,
  hedgeRatio,
  hedgeRatioError,
  regressionIntercept,
  type Change,
} from "../../../src/calc/regression";
import { decimal, expectSame, law } from "./law";

const anyChange = decimal(-0.2, 0.2, 4);
const varies = (numbers: readonly Decimal[]) => numbers.some((x) => !x.equals(numbers[0] ?? x));
const anyChanges = fc
  .array(fc.record({ asset: anyChange, futures: anyChange }), { minLength: 3, maxLength: 15 })
  .filter((changes) => varies(changes.map((c) => c.asset)) && varies(changes.map((c) => c.futures)));

/** Sum of squares around the mean. */
function deviations(numbers: readonly Decimal[]): Decimal {
  const mean = numbers.reduce((sum, x) => sum.plus(x), new Decimal(0)).dividedBy(numbers.length);
  return numbers.reduce((sum, x) => sum.plus(x.minus(mean).pow(2)), new Decimal(0));
}

/** What varies of the asset when `ratio` of the futures is sold against it. */
const unhedged = (changes: readonly Change[], ratio: Decimal) =>
  deviations(changes.map(({ asset, futures }) => asset.minus(futures.times(ratio))));

describe("the minimum-variance hedge ratio", () => {
  law("is the correlation times the ratio of the standard deviations", anyChanges, (changes) => {
    const sizes = deviations(changes.map((c) => c.asset)).dividedBy(
      deviations(changes.map((c) => c.futures)),
    );
    expectSame(hedgeRatio(changes), correlation(changes).times(sizes.squareRoot()));
  });

  law("leaves less variance than any other", fc.tuple(anyChanges, decimal(-1, 1, 3)), ([changes, away]) => {
    const ratio = hedgeRatio(changes);
    const least = unhedged(changes, ratio).minus("1e-30");
    expect(least.lessThanOrEqualTo(unhedged(changes, ratio.plus(away)))).toBe(true);
  });

  law("takes away the share of the variance that its effectiveness says", anyChanges, (changes) => {
    const left = unhedged(changes, hedgeRatio(changes)).dividedBy(deviations(changes.map((c) => c.asset)));
    expectSame(hedgeEffectiveness(changes), new Decimal(1).minus(left));
  });

  law("has an effectiveness that is the correlation squared, from 0 to 1", anyChanges, (changes) => {
    const r2 = hedgeEffectiveness(changes);
    expectSame(r2, correlation(changes).pow(2));
    expect(r2.toNumber()).toBeGreaterThanOrEqual(0);
    expect(r2.toNumber()).toBeLessThanOrEqual(1);
  });

  law(
    "does not care for a constant that is added on either side",
    fc.tuple(anyChanges, anyChange, anyChange),
    ([changes, a, f]) => {
      const shifted = changes.map(({ asset, futures }) => ({
        asset: asset.plus(a),
        futures: futures.plus(f),
      }));
      expectSame(hedgeRatio(shifted), hedgeRatio(changes));
      // Of a perfect fit the root shows twice as many of the digits that were rounded.
      expect(hedgeRatioError(shifted).minus(hedgeRatioError(changes)).abs().toNumber()).toBeLessThan(1e-14);
    },
  );

  law("passes with its intercept through the means", anyChanges, (changes) => {
    const mean = (numbers: readonly Decimal[]) =>
      numbers.reduce((sum, x) => sum.plus(x), new Decimal(0)).dividedBy(numbers.length);
    const through = hedgeRatio(changes)
      .times(mean(changes.map((c) => c.futures)))
      .plus(regressionIntercept(changes));
    expectSame(through, mean(changes.map((c) => c.asset)));
  });

  law("has the standard error of what is left, with n − 2 degrees of freedom", anyChanges, (changes) => {
    const left = unhedged(changes, hedgeRatio(changes)).dividedBy(changes.length - 2);
    const error = left.dividedBy(deviations(changes.map((c) => c.futures)));
    expect(hedgeRatioError(changes).pow(2).minus(error).abs().toNumber()).toBeLessThan(1e-25);
  });

  law(
    "finds the line that the points lie on, and a standard error of next to nothing",
    fc.tuple(anyChanges, decimal(-3, 3, 2), anyChange, fc.constantFrom(1, 3, 7)),
    ([changes, ratio, intercept, divisor]) => {
      // Divided by 3 or 7 the numbers have no end, so the last digits are rounded.
      const line = changes.map(({ futures: x }) => {
        const futures = x.dividedBy(divisor);
        return { futures, asset: futures.times(ratio).plus(intercept) };
      });
      expectSame(hedgeRatio(line), ratio);
      expectSame(regressionIntercept(line), intercept);
      expect(hedgeRatioError(line).toNumber()).toBeLessThan(1e-15);
    },
  );
});
