import { putPrice } from "../calc/option";
import { marketMove } from "../calc/scenario";
import { defineFormula, defineFunction } from "./formula";
import { nativeContractValue } from "./native";
import {
  contract,
  days,
  dividendYield,
  move,
  number,
  portfolioValue,
  price,
  rate,
  requiredBeta,
  requiredContracts,
  spot,
  volatility,
  yearDays,
} from "./vocabulary";

export const scenarioFunction = defineFunction({
  name: "FUT_SCENARIO",
  params: {
    portfolioValue,
    beta: requiredBeta,
    price,
    contract,
    contracts: requiredContracts,
    moves: { ...move, asColumn: true, description: `One move or a range of them. ${move.description}` },
  },
  calculate: (args) => {
    const { portfolio, futures, net } = marketMove({ ...args, move: args.moves });
    return [[args.moves, portfolio, futures, net]];
  },
});

export const FUT_SCENARIO = /* @__PURE__ */ defineFormula(scenarioFunction, {
  summary: "Profit and loss of a portfolio and its futures, a row for each market move.",
  formula: [
    "portfolio: portfolio value × beta × move",
    "futures: price × multiplier × contracts × move; inverse: contract value × contracts × move",
    "net: the sum",
  ],
  result: { description: "Move, portfolio, futures and net, side by side.", unit: "quote currency" },
  native: ({ portfolioValue: value, beta, price: p, contract: c, contracts: n, moves }) => {
    const portfolio = `${value}*${beta}*${moves}`;
    const futures = `${nativeContractValue(c, p)}*${n}*${moves}`;
    return [[moves, portfolio, futures, `${portfolio}+${futures}`]];
  },
  examples: [
    {
      cells: [10_000_000, 1.3, 5000, "ES", -32, [[-0.05], [0.05]]],
      result: [
        [-0.05, -650_000, 400_000, -250_000],
        [0.05, 650_000, -400_000, 250_000],
      ],
      says: "10 million of beta 1.3, hedged to 0.5: a fall of 5 percent costs 250,000 instead of 650,000.",
      source: "By hand: 0.5 × 10,000,000 × 5 percent",
    },
  ],
  limits: [
    "Futures move as the underlying does: no change of the basis.",
    "The portfolio moves by its beta: no chance of its own.",
  ],
});

export const putFunction = defineFunction({
  name: "FUT_PUT",
  params: {
    spot,
    strike: number("positive", "points", "Price at which the put sells the underlying."),
    rate,
    yield: dividendYield,
    volatility,
    days,
    yearDays,
  },
  calculate: putPrice,
});

export const FUT_PUT = /* @__PURE__ */ defineFormula(putFunction, {
  summary: "European put by Black-Scholes-Merton, per unit of the underlying: the price of insurance.",
  formula: [
    "strike × e^(−rate × T) × N(−d2) − spot × e^(−yield × T) × N(−d1), T = days ÷ year days",
    "d1 = (ln(spot/strike) + (rate − yield + volatility²/2) × T) ÷ (volatility × √T), d2 = d1 − volatility × √T",
  ],
  result: { description: "Price of the put, per unit of the underlying.", unit: "points" },
  native: ({ spot: s, strike: k, rate: r, yield: q, volatility: v, days: d, yearDays: year }) => {
    const t = `(${d}/${year})`;
    const d1 = `(LN(${s}/${k})+(${r}-${q}+${v}^2/2)*${t})/(${v}*SQRT${t})`;
    const strikeNow = `${k}*EXP(-1*${r}*${t})`;
    const spotNow = `${s}*EXP(-1*${q}*${t})`;
    return (
      `IF(${v}*${d}=0,MAX(${strikeNow}-${spotNow},0),` +
      `${strikeNow}*NORMSDIST(${v}*SQRT${t}-${d1})-${spotNow}*NORMSDIST(-(${d1})))`
    );
  },
  examples: [
    {
      cells: [100, 95, 0.1, 0.05, 0.2, 182.5],
      result: 2.4648,
      tolerance: 0.0001,
      says: "Half a year, 5 percent out of the money, volatility 20 percent.",
      source: "Haug, The Complete Guide to Option Pricing Formulas, 1998, in the QuantLib test suite",
    },
  ],
  limits: [
    "European exercise, one volatility, a dividend yield: market prices differ.",
    "Rates are compounded continuously.",
  ],
});
