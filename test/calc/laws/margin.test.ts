import fc from "fast-check";
import { Decimal } from "../../../src/calc/decimal";
import { liquidationPrice } from "../../../src/calc/liquidation";
import { marginCallPrice } from "../../../src/calc/margin";
import { profitAndLoss } from "../../../src/calc/position";
import { anyContract, anyLinear, anyPosition, anyPrice, decimal, expectSame, law } from "./law";

/** Leverage of 2 or more: below, some positions are covered at every price. */
const anyMargined = fc
  .record({
    entryPrice: anyPrice,
    contract: anyContract,
    leverage: decimal(2, 125, 1),
    maintenanceRate: decimal(0, 0.05, 4),
    contracts: anyPosition,
    convention: fc.constantFrom("mark" as const, "entry" as const),
  })
  .filter(({ leverage, maintenanceRate }) => maintenanceRate.times(leverage).lessThan("0.99"));

type Margined = typeof anyMargined extends fc.Arbitrary<infer T> ? T : never;

/** How far a price is from the entry, in the direction that hurts. */
const distance = ({ entryPrice, contracts }: Margined, price: Decimal) =>
  contracts.isNegative() ? price.minus(entryPrice) : entryPrice.minus(price);

describe("the liquidation price", () => {
  law("lies between bankruptcy and entry", anyMargined, (position) => {
    const bankruptcy = liquidationPrice({ ...position, maintenanceRate: new Decimal(0) });
    const away = distance(position, liquidationPrice(position));
    expect(away.greaterThan(0)).toBe(true);
    expect(away.minus("1e-30").lessThanOrEqualTo(distance(position, bankruptcy))).toBe(true);
  });

  law("comes nearer with more leverage", fc.tuple(anyMargined, decimal(0.1, 50, 1)), ([position, more]) => {
    const leverage = position.leverage.plus(more);
    fc.pre(position.maintenanceRate.times(leverage).lessThan(1));
    const nearer = distance(position, liquidationPrice({ ...position, leverage }));
    expect(nearer.lessThan(distance(position, liquidationPrice(position)))).toBe(true);
  });

  law("comes nearer with more maintenance", anyMargined, (position) => {
    const maintenanceRate = position.maintenanceRate.plus("0.00001");
    fc.pre(maintenanceRate.times(position.leverage).lessThan(1));
    const nearer = distance(position, liquidationPrice({ ...position, maintenanceRate }));
    expect(nearer.lessThan(distance(position, liquidationPrice(position)))).toBe(true);
  });

  law(
    "scales with the entry price, and not with the size",
    fc.tuple(anyMargined, decimal(0.1, 10, 1)),
    ([position, times]) => {
      const price = liquidationPrice(position);
      expectSame(
        liquidationPrice({ ...position, entryPrice: position.entryPrice.times(times) }),
        price.times(times),
      );
      expect(
        liquidationPrice({ ...position, contracts: position.contracts.times(times) }).equals(price),
      ).toBe(true);
    },
  );

  law("is where what is left of the margin is the maintenance margin", anyMargined, (position) => {
    const { entryPrice, contract, leverage, maintenanceRate, contracts, convention } = position;
    const price = liquidationPrice(position);
    const size = contracts.abs().times(contract.multiplier);
    // Linear: quote currency; inverse: coin.
    const worth = (at: Decimal) => (contract.payoff === "linear" ? size.times(at) : size.dividedBy(at));
    const margin = worth(entryPrice).dividedBy(leverage);
    const gained = profitAndLoss({
      entryPrice,
      exitPrice: price,
      contract,
      contracts,
      currency: "settlement",
    });
    const value = worth(convention === "mark" ? price : entryPrice);
    expectSame(margin.plus(gained), value.times(maintenanceRate), value);
  });

  law(
    "of a short is farther with maintenance on the entry value: the optimistic convention",
    anyMargined,
    (position) => {
      fc.pre(position.contract.payoff === "linear" && position.contracts.isNegative());
      const [mark, entry] = [
        liquidationPrice({ ...position, convention: "mark" }),
        liquidationPrice({ ...position, convention: "entry" }),
      ];
      expect(entry.plus("1e-30").greaterThanOrEqualTo(mark)).toBe(true);
    },
  );
});

describe("the margin-call price", () => {
  const anyCalled = fc.record({
    entryPrice: decimal(1000, 200_000, 2),
    contract: anyLinear.filter(({ multiplier }) => multiplier.greaterThanOrEqualTo(1)),
    initialMargin: decimal(500, 900, 2),
    maintenanceMargin: decimal(100, 500, 2),
    contracts: anyPosition,
  });

  law("is below the entry for a long, above it for a short", anyCalled, (position) => {
    const { entryPrice, contracts } = position;
    const side = marginCallPrice(position).comparedTo(entryPrice);
    const equal = position.initialMargin.equals(position.maintenanceMargin);
    expect(side).toBe(equal ? 0 : contracts.isNegative() ? 1 : -1);
  });

  law(
    "is the cushion over the multiplier away, wherever the entry is",
    fc.tuple(anyCalled, anyPrice),
    ([position, higher]) => {
      const { entryPrice, contract, initialMargin, maintenanceMargin } = position;
      const cushion = initialMargin.minus(maintenanceMargin).dividedBy(contract.multiplier);
      for (const entry of [entryPrice, entryPrice.plus(higher)]) {
        expectSame(
          marginCallPrice({ ...position, entryPrice: entry })
            .minus(entry)
            .abs(),
          cushion,
        );
      }
    },
  );

  law(
    "is where one contract has lost initial less maintenance margin, linear or inverse",
    fc.tuple(anyContract, anyPrice, anyPosition, decimal(0.01, 0.9, 2)),
    ([contract, entryPrice, contracts, share]) => {
      const { multiplier } = contract;
      const worth =
        contract.payoff === "linear" ? multiplier.times(entryPrice) : multiplier.dividedBy(entryPrice);
      const initialMargin = worth.times(share);
      const maintenanceMargin = initialMargin.dividedBy(2);
      const price = marginCallPrice({ entryPrice, contract, initialMargin, maintenanceMargin, contracts });
      const one = new Decimal(contracts.isNegative() ? -1 : 1);
      const lost = profitAndLoss({
        entryPrice,
        exitPrice: price,
        contract,
        contracts: one,
        currency: "settlement",
      });
      expectSame(lost.negated(), maintenanceMargin);
    },
  );
});
