import { Decimal } from "../../src/calc/decimal";
import {
  correlation,
  hedgeEffectiveness,
  hedgeRatio,
  hedgeRatioError,
  regressionIntercept,
  type Change,
} from "../../src/calc/regression";
import { refusal } from "./refusal";
import type { Digits } from "./terms";

/** Pairs of asset (y) and futures change (x). */
function changes(...pairs: readonly (readonly [Digits, Digits])[]): Change[] {
  return pairs.map(([asset, futures]) => ({ asset: new Decimal(asset), futures: new Decimal(futures) }));
}

// F. J. Anscombe, Graphs in Statistical Analysis, The American Statistician 1973: the first data set.
const ANSCOMBE = changes(
  ["8.04", 10],
  ["6.95", 8],
  ["7.58", 13],
  ["8.81", 9],
  ["8.33", 11],
  ["9.96", 14],
  ["7.24", 6],
  ["4.26", 4],
  ["10.84", 12],
  ["4.82", 7],
  ["5.68", 5],
);

const LINE = changes([1, 0], [3, 1], [5, 2], [7, 3]);

describe("the least-squares line", () => {
  it("through Anscombe's points is y = 3.00 + 0.500 x, as printed", () => {
    expect(hedgeRatio(ANSCOMBE).toNumber()).toBeCloseTo(0.500091, 6);
    expect(regressionIntercept(ANSCOMBE).toNumber()).toBeCloseTo(3.000091, 6);
    expect(hedgeEffectiveness(ANSCOMBE).toNumber()).toBeCloseTo(0.666542, 6);
    expect(correlation(ANSCOMBE).toNumber()).toBeCloseTo(0.816421, 6);
    expect(hedgeRatioError(ANSCOMBE).toNumber()).toBeCloseTo(0.117906, 6);
  });

  it("through points on a line is that line, without error", () => {
    expect(hedgeRatio(LINE).toString()).toBe("2");
    expect(regressionIntercept(LINE).toString()).toBe("1");
    expect(hedgeEffectiveness(LINE).toString()).toBe("1");
    expect(correlation(LINE).toString()).toBe("1");
    expect(hedgeRatioError(LINE).toString()).toBe("0");
  });

  it("falls where the asset falls as futures rise", () => {
    const falling = changes([3, 0], [2, 2]);
    expect(hedgeRatio(falling).toString()).toBe("-0.5");
    expect(correlation(falling).toString()).toBe("-1");
    expect(regressionIntercept(falling).toString()).toBe("3");
  });

  it("is flat for an asset that does not vary, whose variance there is nothing to explain of", () => {
    const flat = changes([5, 0], [5, 2], [5, 3]);
    expect(hedgeRatio(flat).toString()).toBe("0");
    expect(regressionIntercept(flat).toString()).toBe("5");
    expect(hedgeRatioError(flat).toString()).toBe("0");
    for (const statistic of [correlation, hedgeEffectiveness]) {
      expect(refusal(() => statistic(flat))).toBe("no-answer: the asset changes do not vary");
    }
  });

  it("does not exist where the futures do not vary, be it by a number without end", () => {
    const third = new Decimal(1).dividedBy(3);
    for (const x of [new Decimal(0), new Decimal("0.1"), third]) {
      const still = changes([1, x], [2, x], [4, x], [8, x], [16, x], [32, x], [64, x]);
      for (const statistic of [
        hedgeRatio,
        regressionIntercept,
        correlation,
        hedgeEffectiveness,
        hedgeRatioError,
      ]) {
        expect(refusal(() => statistic(still))).toBe("no-answer: the futures changes do not vary");
      }
    }
  });

  it("needs two pairs, its standard error three", () => {
    const two = changes([1, 0], [3, 1]);
    for (const statistic of [hedgeRatio, regressionIntercept, correlation, hedgeEffectiveness]) {
      expect(refusal(() => statistic([]))).toBe(
        "no-answer: there must be at least 2 pairs of numbers, but there are 0",
      );
      expect(refusal(() => statistic(changes([1, 1])))).toBe(
        "no-answer: there must be at least 2 pairs of numbers, but there are 1",
      );
      expect(statistic(two).isFinite()).toBe(true);
    }
    expect(refusal(() => hedgeRatioError(two))).toBe(
      "no-answer: there must be at least 3 pairs of numbers, but there are 2",
    );
  });
});
