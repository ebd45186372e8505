import fc from "fast-check";
import type { ContractTerms } from "../../../src/calc/contract-value";
import { Decimal } from "../../../src/calc/decimal";
import { contractMix } from "../../../src/calc/mix";
import { toLot } from "../../../src/calc/rounding";
import { linear } from "../terms";
import { anyPrice, decimal, law } from "./law";

/** Families whose sizes divide: E-mini and Micro, Bitcoin, Ether, DAX; and two that do not. */
const FAMILIES = [
  ["50", "5"],
  ["5", "0.1"],
  ["50", "0.1"],
  ["25", "5"],
  ["25", "1"],
] as const;
const UNEVEN = [
  ["50", "20"],
  ["7", "3"],
  ["10", "0.3"],
] as const;
const pair = ([large, small]: readonly [string, string]): readonly [ContractTerms, ContractTerms] => [
  linear(large),
  linear(small),
];

const anyWanted = fc.oneof(decimal(-200, 200, 3), decimal(-2, 2, 5));
const anyMixOf = (sizes: readonly (readonly [string, string])[]) =>
  fc
    .record({ contracts: anyWanted, price: anyPrice, sizes: fc.constantFrom(...sizes) })
    .map(({ contracts, price, sizes: [large, small] }) => {
      const [largeContract, smallContract] = pair([large, small]);
      return { contracts, price, largeContract, smallContract, rounding: "nearest" as const };
    });
const anyMix = anyMixOf([...FAMILIES, ...UNEVEN]);

/** What a mix misses, in the large contract's units. */
const missed = (
  mix: {
    readonly contracts: Decimal;
    readonly largeContract: ContractTerms;
    readonly smallContract: ContractTerms;
  },
  { large, small }: { readonly large: Decimal; readonly small: Decimal },
) => {
  const wanted = mix.contracts.times(mix.largeContract.multiplier);
  const got = large.times(mix.largeContract.multiplier).plus(small.times(mix.smallContract.multiplier));
  return wanted.minus(got).abs();
};

describe("large and small contracts", () => {
  law("have one sign, that of the hedge, and are whole", anyMix, (mix) => {
    const { large, small } = contractMix(mix);
    for (const leg of [large, small]) {
      expect(leg.isInteger()).toBe(true);
      if (!leg.isZero()) expect(leg.isNegative()).toBe(mix.contracts.isNegative());
    }
  });

  law("leave at most half a small contract", anyMixOf(FAMILIES), (mix) => {
    const most = mix.smallContract.multiplier.times("0.501");
    expect(missed(mix, contractMix(mix)).lessThanOrEqualTo(most)).toBe(true);
  });

  law("are fewer small ones than make a large one", anyMixOf(FAMILIES), (mix) => {
    const ratio = mix.largeContract.multiplier.dividedBy(mix.smallContract.multiplier);
    expect(contractMix(mix).small.abs().lessThan(ratio)).toBe(true);
  });

  law("are never worse than large ones alone", anyMix, (mix) => {
    const alone = toLot({ contracts: mix.contracts, lot: new Decimal(1), rounding: "nearest" });
    const both = missed(mix, contractMix(mix));
    const noise = mix.smallContract.multiplier.times("0.002");
    expect(both.lessThanOrEqualTo(missed(mix, { large: alone, small: new Decimal(0) }).plus(noise))).toBe(
      true,
    );
  });

  law(
    "are never worse than any other mix of one sign",
    fc.tuple(anyMix, fc.integer({ min: 0, max: 250 }), fc.integer({ min: 0, max: 600 })),
    ([mix, large, small]) => {
      const side = mix.contracts.isNegative() ? -1 : 1;
      const other = { large: new Decimal(large * side), small: new Decimal(small * side) };
      const noise = mix.smallContract.multiplier.times("0.002");
      expect(missed(mix, contractMix(mix)).lessThanOrEqualTo(missed(mix, other).plus(noise))).toBe(true);
    },
  );

  law("mirror each other: a mix to sell is the mix to buy", anyMix, (mix) => {
    const sold = contractMix({ ...mix, contracts: mix.contracts.negated() });
    const bought = contractMix(mix);
    expect(sold.large.negated().equals(bought.large)).toBe(true);
    expect(sold.small.negated().equals(bought.small)).toBe(true);
  });

  law("do not depend on the price", fc.tuple(anyMix, anyPrice), ([mix, price]) => {
    expect(contractMix({ ...mix, price })).toEqual(contractMix(mix));
  });

  law("never exceed the hedge when rounded down, and always cover it when rounded up", anyMix, (mix) => {
    const size = (rounding: "down" | "up") => {
      const { large, small } = contractMix({ ...mix, rounding });
      return large.times(mix.largeContract.multiplier).plus(small.times(mix.smallContract.multiplier)).abs();
    };
    const wanted = mix.contracts.times(mix.largeContract.multiplier).abs();
    const noise = mix.smallContract.multiplier.times("0.002");
    expect(size("down").lessThanOrEqualTo(wanted.plus(noise))).toBe(true);
    expect(size("up").greaterThanOrEqualTo(wanted.minus(noise))).toBe(true);
  });
});
