import fc from "fast-check";
import { contractValue } from "../../../src/calc/contract-value";
import { Decimal } from "../../../src/calc/decimal";
import { effectiveBeta, hedgeContracts, portfolioBeta } from "../../../src/calc/hedge";
import { toLot } from "../../../src/calc/rounding";
import { marketMove } from "../../../src/calc/scenario";
import { linear } from "../terms";
import {
  anyBeta,
  anyContract,
  anyContracts,
  anyFuturesBeta,
  anyLinear,
  anyMove,
  anyPrice,
  anyValue,
  expectSame,
  law,
} from "./law";

const anyHedge = fc.record({
  portfolioValue: anyValue,
  price: anyPrice,
  contract: anyContract,
  beta: anyBeta,
  targetBeta: anyBeta,
  futuresBeta: anyFuturesBeta,
});
const anyBook = anyHedge.filter(({ portfolioValue }) => !portfolioValue.isZero());

describe("the number of contracts", () => {
  law("brings the effective beta to the target", anyBook, (hedge) => {
    const contracts = hedgeContracts(hedge);
    expectSame(effectiveBeta({ ...hedge, contracts }), hedge.targetBeta);
  });

  law("leaves at most half a contract's beta when rounded", anyBook, (hedge) => {
    const contracts = toLot({ contracts: hedgeContracts(hedge), lot: new Decimal(1), rounding: "nearest" });
    const missed = effectiveBeta({ ...hedge, contracts })
      .minus(hedge.targetBeta)
      .abs();
    // Half a contract, and the noise that rounding takes for the half.
    const half = hedge.futuresBeta
      .times(contractValue(hedge))
      .dividedBy(hedge.portfolioValue)
      .abs()
      .times("0.501");
    expect(missed.lessThanOrEqualTo(half)).toBe(true);
  });

  law("is not improved by one contract more or less, once rounded", anyBook, (hedge) => {
    const contracts = toLot({ contracts: hedgeContracts(hedge), lot: new Decimal(1), rounding: "nearest" });
    const missed = (n: Decimal) =>
      effectiveBeta({ ...hedge, contracts: n })
        .minus(hedge.targetBeta)
        .abs();
    const step = hedge.futuresBeta.times(contractValue(hedge)).dividedBy(hedge.portfolioValue).abs();
    const best = missed(contracts).minus(step.times("0.002"));
    expect(best.lessThanOrEqualTo(missed(contracts.plus(1)))).toBe(true);
    expect(best.lessThanOrEqualTo(missed(contracts.minus(1)))).toBe(true);
  });

  law("grows as the portfolio does", fc.tuple(anyHedge, anyValue), ([hedge, more]) => {
    const together = hedgeContracts({ ...hedge, portfolioValue: hedge.portfolioValue.plus(more) });
    const [first, second] = [hedgeContracts(hedge), hedgeContracts({ ...hedge, portfolioValue: more })];
    expectSame(together, first.plus(second), first, second);
  });

  law("grows as the change of beta does", fc.tuple(anyHedge, anyBeta), ([hedge, between]) => {
    const there = hedgeContracts({ ...hedge, targetBeta: between });
    const onward = hedgeContracts({ ...hedge, beta: between });
    expectSame(hedgeContracts(hedge), there.plus(onward), there, onward);
  });

  law("changes its sign when beta and target change places", anyHedge, (hedge) => {
    const back = hedgeContracts({ ...hedge, beta: hedge.targetBeta, targetBeta: hedge.beta });
    expectSame(back, hedgeContracts(hedge).negated());
  });

  law("does not care for the unit of the price", fc.tuple(anyHedge, anyLinear), ([hedge, contract]) => {
    const tenth = linear(contract.multiplier.dividedBy(10));
    const cents = hedgeContracts({ ...hedge, price: hedge.price.times(10), contract: tenth });
    expectSame(cents, hedgeContracts({ ...hedge, contract }));
  });
});

describe("the hedged portfolio", () => {
  law(
    "loses its effective beta times its value times the fall of the market",
    fc.tuple(anyBook, anyContracts, anyMove),
    ([book, contracts, move]) => {
      const { net, futures } = marketMove({ ...book, contracts, move });
      const beta = effectiveBeta({ ...book, contracts, futuresBeta: new Decimal(1) });
      expectSame(net, beta.times(book.portfolioValue).times(move), futures);
    },
  );
});

describe("the portfolio's beta", () => {
  const anyHoldings = fc.array(fc.record({ value: anyValue.map((v) => v.abs().plus(1)), beta: anyBeta }), {
    minLength: 1,
    maxLength: 20,
  });

  law("lies between the least and the greatest beta of long holdings", anyHoldings, (holdings) => {
    const betas = holdings.map(({ beta }) => beta);
    const whole = portfolioBeta(holdings).toDecimalPlaces(30);
    expect(whole.greaterThanOrEqualTo(Decimal.min(...betas))).toBe(true);
    expect(whole.lessThanOrEqualTo(Decimal.max(...betas))).toBe(true);
  });

  law("does not care for the order of the holdings, nor for the currency", anyHoldings, (holdings) => {
    const converted = holdings.map(({ value, beta }) => ({ value: value.times("1.1"), beta })).reverse();
    expectSame(portfolioBeta(converted), portfolioBeta(holdings));
  });
});
