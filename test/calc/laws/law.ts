import fc from "fast-check";
import { Decimal } from "../../../src/calc/decimal";
import { numRuns } from "../../runs";
import { inverse, linear } from "../terms";

/** A law of the domain: a sentence, the inputs it is about, and what must hold of them. */
export function law<T>(sentence: string, inputs: fc.Arbitrary<T>, holds: (inputs: T) => void): void {
  it(
    sentence,
    () => {
      fc.assert(fc.property(inputs, holds), { numRuns });
    },
    60_000 + numRuns * 50,
  );
}

/** A number with so many decimals, from least to most. */
export function decimal(least: number, most: number, places: number): fc.Arbitrary<Decimal> {
  const unit = 10 ** places;
  return fc
    .integer({ min: Math.ceil(least * unit), max: Math.floor(most * unit) })
    .map((n) => new Decimal(n).dividedBy(unit));
}

export const anyPrice = decimal(0.01, 200_000, 2);
export const anyBeta = decimal(-3, 5, 2);
export const anyFuturesBeta = decimal(-2, 2, 2).filter((beta) => !beta.isZero());
export const anyContracts = fc.oneof(decimal(-10_000, 10_000, 0), decimal(-100, 100, 3));
export const anyPosition = anyContracts.filter((contracts) => !contracts.isZero());
export const anyValue = fc.oneof(
  decimal(-2_000_000_000, 2_000_000_000, 0),
  decimal(-1_000_000, 1_000_000, 2),
);
export const anyMove = decimal(-0.9, 0.9, 3);

export const anyLinear = fc
  .constantFrom("0.001", "0.1", "0.5", "2", "5", "10", "20", "50", "250")
  .map((m) => linear(m));
export const anyInverse = fc.constantFrom("1", "10", "100").map((m) => inverse(m));
export const anyContract = fc.oneof(anyLinear, anyInverse);

/**
 * Expects two numbers to be equal but for the last of their 40 digits.
 *
 *   terms   larger numbers that they are sums of: the digits are theirs
 */
export function expectSame(a: Decimal, b: Decimal, ...terms: readonly Decimal[]): void {
  const size = Decimal.max(...[a, b, ...terms].map((x) => x.abs()), 1);
  expect(a.minus(b).abs().dividedBy(size).toNumber()).toBeLessThan(1e-30);
}
