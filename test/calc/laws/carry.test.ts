import fc from "fast-check";
import { annualisedBasis, basis, fairValue } from "../../../src/calc/basis";
import { Decimal } from "../../../src/calc/decimal";
import { funding, fundingIntervals } from "../../../src/calc/funding";
import { anyPrice, anyValue, decimal, expectSame, law } from "./law";

const anyRate = decimal(-0.05, 0.3, 4);
const anyYear = fc.constantFrom(360, 365).map((days) => new Decimal(days));
const anyMarket = fc.record({
  spot: anyPrice,
  rate: anyRate,
  yield: anyRate,
  days: decimal(0, 1000, 0),
  compounding: fc.constantFrom("simple" as const, "continuous" as const),
  yearDays: anyYear,
});

describe("fair value", () => {
  law(
    "is above spot when the rate is above the yield, below when below, and spot when equal",
    anyMarket,
    (market) => {
      const side = market.days.isZero() ? 0 : market.rate.comparedTo(market.yield);
      expect(fairValue(market).comparedTo(market.spot)).toBe(side);
    },
  );

  law("is spot at expiry", anyMarket, (market) => {
    expect(fairValue({ ...market, days: new Decimal(0) }).equals(market.spot)).toBe(true);
  });

  law("has a basis that, annualised, is the rate less the yield", anyMarket, (market) => {
    const { spot, yearDays } = market;
    const days = market.days.plus(1);
    const futuresPrice = fairValue({ ...market, days, compounding: "simple" });
    fc.pre(futuresPrice.greaterThan(0));
    expectSame(annualisedBasis({ spot, futuresPrice, days, yearDays }), market.rate.minus(market.yield));
  });

  law("compounded continuously is never below simple interest", anyMarket, (market) => {
    const simple = fairValue({ ...market, compounding: "simple" });
    const continuous = fairValue({ ...market, compounding: "continuous" });
    expect(continuous.minus(simple).toNumber()).toBeGreaterThanOrEqual(-1e-25);
  });
});

describe("the basis", () => {
  law(
    "changes its sign when spot and futures change places, and is nothing where they are equal",
    fc.tuple(anyPrice, anyPrice),
    ([spot, futuresPrice]) => {
      expect(
        basis({ spot: futuresPrice, futuresPrice: spot }).equals(basis({ spot, futuresPrice }).negated()),
      ).toBe(true);
      expect(basis({ spot, futuresPrice: spot }).isZero()).toBe(true);
    },
  );
});

describe("funding", () => {
  const anyFunding = fc.record({
    positionValue: anyValue,
    fundingRate: decimal(-0.003, 0.003, 6),
    intervals: decimal(0, 2000, 1),
  });

  law("that the long pays, the short receives", anyFunding, (position) => {
    const short = funding({ ...position, positionValue: position.positionValue.negated() });
    expect(short.plus(funding(position)).isZero()).toBe(true);
  });

  law("turns with the rate, and is nothing without one", anyFunding, (position) => {
    const turned = funding({ ...position, fundingRate: position.fundingRate.negated() });
    expect(turned.plus(funding(position)).isZero()).toBe(true);
    expect(funding({ ...position, fundingRate: new Decimal(0) }).isZero()).toBe(true);
  });

  law(
    "adds up over the days",
    fc.tuple(decimal(0, 400, 2), decimal(0, 400, 2), fc.constantFrom(1, 4, 8, 24)),
    ([some, more, hours]) => {
      const intervalHours = new Decimal(hours);
      const together = fundingIntervals({ days: some.plus(more), intervalHours });
      const apart = fundingIntervals({ days: some, intervalHours }).plus(
        fundingIntervals({ days: more, intervalHours }),
      );
      expectSame(together, apart);
    },
  );
});
