import fc from "fast-check";
import { fairValue } from "../../../src/calc/basis";
import { Decimal } from "../../../src/calc/decimal";
import { normal, putPrice } from "../../../src/calc/option";
import { anyPrice, decimal, expectSame, law } from "./law";

const anyOption = fc
  .record({
    spot: anyPrice,
    moneyness: decimal(0.3, 3, 2),
    rate: decimal(-0.02, 0.2, 3),
    yield: decimal(0, 0.1, 3),
    volatility: fc.oneof(decimal(0, 2, 2), decimal(0.05, 0.5, 2)),
    days: decimal(0, 800, 0),
    yearDays: fc.constantFrom(360, 365).map((days) => new Decimal(days)),
  })
  .map(({ moneyness, ...option }) => ({ ...option, strike: option.spot.times(moneyness) }));

type Option = typeof anyOption extends fc.Arbitrary<infer T> ? T : never;

const years = ({ days, yearDays }: Option) => days.dividedBy(yearDays);
const discounted = (amount: Decimal, rate: Decimal, option: Option) =>
  amount.times(Decimal.exp(rate.negated().times(years(option))));

describe("the put", () => {
  law(
    "is worth at least its discounted intrinsic value, at most the discounted strike",
    anyOption,
    (option) => {
      const price = putPrice(option);
      const strike = discounted(option.strike, option.rate, option);
      const intrinsic = strike.minus(discounted(option.spot, option.yield, option));
      const noise = option.spot.times("1e-30");
      expect(price.plus(noise).greaterThanOrEqualTo(Decimal.max(intrinsic, 0))).toBe(true);
      expect(price.lessThanOrEqualTo(strike.plus(noise))).toBe(true);
    },
  );

  law(
    "is worth more on a higher strike, and with more volatility",
    fc.tuple(anyOption, decimal(0.01, 1, 2)),
    ([option, more]) => {
      const price = putPrice(option);
      const noise = option.spot.times("1e-30");
      for (const changed of [
        { strike: option.strike.times(more.plus(1)) },
        { volatility: option.volatility.plus(more) },
      ]) {
        expect(
          putPrice({ ...option, ...changed })
            .plus(noise)
            .greaterThanOrEqualTo(price),
        ).toBe(true);
      }
    },
  );

  law("with the call of the other side of the market: put–call parity", anyOption, (option) => {
    // A call on spot at the strike is a put on the strike paid in spot: S and K, r and q change places.
    const call = putPrice({
      ...option,
      spot: option.strike,
      strike: option.spot,
      rate: option.yield,
      yield: option.rate,
    });
    const forward = discounted(option.spot, option.yield, option).minus(
      discounted(option.strike, option.rate, option),
    );
    const gap = call.minus(putPrice(option)).minus(forward).abs().dividedBy(option.spot);
    expect(gap.toNumber()).toBeLessThan(1e-28);
  });

  law("on spot is the put on its forward, discounted: Black 1976", anyOption, (option) => {
    const forward = fairValue({ ...option, compounding: "continuous" });
    const black = putPrice({ ...option, spot: forward, yield: option.rate });
    expect(black.minus(putPrice(option)).abs().dividedBy(option.spot).toNumber()).toBeLessThan(1e-28);
  });

  law("scales with the prices", fc.tuple(anyOption, decimal(0.1, 100, 1)), ([option, times]) => {
    const scaled = putPrice({
      ...option,
      spot: option.spot.times(times),
      strike: option.strike.times(times),
    });
    expect(scaled.minus(putPrice(option).times(times)).abs().dividedBy(option.spot).toNumber()).toBeLessThan(
      1e-27,
    );
  });
});

describe("the normal distribution", () => {
  law(
    "is symmetric, rises, and stays between 0 and 1",
    fc.tuple(decimal(-13, 13, 3), decimal(0, 2, 3)),
    ([x, more]) => {
      expectSame(normal(x).plus(normal(x.negated())), new Decimal(1));
      expect(normal(x.plus(more)).minus(normal(x)).toNumber()).toBeGreaterThanOrEqual(-1e-30);
      expect(normal(x).toNumber()).toBeGreaterThanOrEqual(0);
      expect(normal(x).toNumber()).toBeLessThanOrEqual(1);
    },
  );
});
