import fc from "fast-check";
import { Decimal } from "../../../src/calc/decimal";
import { cashBuffer, leverage, notional, profitAndLoss } from "../../../src/calc/position";
import { marketMove } from "../../../src/calc/scenario";
import { inverse, linear } from "../terms";
import {
  anyContract,
  anyContracts,
  anyInverse,
  anyMove,
  anyPosition,
  anyPrice,
  decimal,
  expectSame,
  law,
} from "./law";

const anyTrade = fc.record({
  entryPrice: anyPrice,
  exitPrice: anyPrice,
  contract: anyContract,
  contracts: anyContracts,
  currency: fc.constantFrom("settlement" as const, "quote" as const),
});
const anyInverseTrade = fc.record({
  entryPrice: anyPrice,
  exitPrice: anyPrice,
  contract: anyInverse,
  contracts: anyPosition,
});
const inCoin = { currency: "settlement" } as const;
const inQuote = { currency: "quote" } as const;

describe("profit and loss", () => {
  law("of a short is the loss of the long", anyTrade, (trade) => {
    const short = profitAndLoss({ ...trade, contracts: trade.contracts.negated() });
    expect(short.equals(profitAndLoss(trade).negated())).toBe(true);
  });

  law("is nothing, exactly, at the entry price", anyTrade, (trade) => {
    expect(profitAndLoss({ ...trade, exitPrice: trade.entryPrice }).isZero()).toBe(true);
  });

  law("is lost again on the way back, in the settlement currency", anyTrade, (trade) => {
    const back = { ...trade, ...inCoin, entryPrice: trade.exitPrice, exitPrice: trade.entryPrice };
    expectSame(profitAndLoss(back), profitAndLoss({ ...trade, ...inCoin }).negated());
  });

  law("adds up over the price between", fc.tuple(anyTrade, anyPrice), ([trade, between]) => {
    const whole = { ...trade, ...inCoin };
    const first = profitAndLoss({ ...whole, exitPrice: between });
    const second = profitAndLoss({ ...whole, entryPrice: between });
    expectSame(profitAndLoss(whole), first.plus(second), first, second);
  });

  law("in coin, sold at the exit price, is the profit in the quote currency", anyInverseTrade, (trade) => {
    const coins = profitAndLoss({ ...trade, ...inCoin });
    expectSame(coins.times(trade.exitPrice), profitAndLoss({ ...trade, ...inQuote }));
  });

  law(
    "in the quote currency is a straight line: notional times the move",
    fc.tuple(anyTrade, anyMove),
    ([trade, move]) => {
      const exitPrice = trade.entryPrice.times(move.plus(1));
      const futures = notional({ ...trade, price: trade.entryPrice });
      expectSame(profitAndLoss({ ...trade, exitPrice, ...inQuote }), futures.times(move));
    },
  );
});

describe("an inverse position", () => {
  law(
    "bought, gains less from a rise than it loses from the same fall; sold, the other way round",
    fc.tuple(anyInverseTrade, decimal(0.01, 0.99, 2)),
    ([trade, share]) => {
      const at = (exitPrice: Decimal) => profitAndLoss({ ...trade, exitPrice, ...inCoin });
      const step = trade.entryPrice.times(share);
      const sum = at(trade.entryPrice.plus(step)).plus(at(trade.entryPrice.minus(step)));
      expect(sum.isNegative()).toBe(trade.contracts.isPositive());
    },
  );

  law("bought, never gains more coins than it was worth", anyInverseTrade, (trade) => {
    const worth = trade.contracts.abs().times(trade.contract.multiplier).dividedBy(trade.entryPrice);
    const coins = profitAndLoss({ ...trade, contracts: trade.contracts.abs(), ...inCoin });
    expect(coins.lessThan(worth)).toBe(true);
  });

  law(
    "sold against its coins locks their dollars at every price",
    fc.tuple(decimal(1, 1_000_000, 0), anyPrice, anyPrice),
    ([dollars, entryPrice, exitPrice]) => {
      const gained = profitAndLoss({
        entryPrice,
        exitPrice,
        contract: inverse(1),
        contracts: dollars.negated(),
        ...inCoin,
      });
      expectSame(dollars.dividedBy(entryPrice).plus(gained).times(exitPrice), dollars);
    },
  );
});

describe("a linear position", () => {
  law(
    "sold against its coins locks their dollars at every price",
    fc.tuple(decimal(0.001, 1000, 3), anyPrice, anyPrice),
    ([coins, entryPrice, exitPrice]) => {
      const gained = profitAndLoss({
        entryPrice,
        exitPrice,
        contract: linear(1),
        contracts: coins.negated(),
        ...inCoin,
      });
      expect(coins.times(exitPrice).plus(gained).equals(coins.times(entryPrice))).toBe(true);
    },
  );
});

describe("size", () => {
  const anyHeld = fc.record({ price: anyPrice, contract: anyContract, contracts: anyContracts });

  law("has the sign of the contracts", anyHeld, (held) => {
    expect(notional({ ...held, contracts: held.contracts.negated() }).equals(notional(held).negated())).toBe(
      true,
    );
    if (!held.contracts.isZero()) expect(notional(held).isNegative()).toBe(held.contracts.isNegative());
  });

  law("is margin times leverage", fc.tuple(anyHeld, decimal(0.01, 1_000_000, 2)), ([held, margin]) => {
    expectSame(leverage({ ...held, margin }).times(margin), notional(held).abs());
  });

  law(
    "asks for the cash that the adverse move takes, and never for less than none",
    fc.tuple(anyHeld, anyMove),
    ([held, move]) => {
      const cash = cashBuffer({ ...held, move });
      const { futures } = marketMove({ ...held, move, portfolioValue: new Decimal(0), beta: new Decimal(1) });
      expect(cash.equals(futures.abs())).toBe(true);
      expect(cash.greaterThanOrEqualTo(0)).toBe(true);
    },
  );
});
