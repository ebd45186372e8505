import { annualisedBasis, basis, fairValue } from "../calc/basis";
import { Decimal } from "../calc/decimal";
import { funding, fundingIntervals } from "../calc/funding";
import { defineFormula, defineFunction } from "./formula";
import { nativeChoice } from "./native";
import { days, dividendYield, number, price, rate, spot, yearDays } from "./vocabulary";

export const basisFunction = defineFunction({
  name: "FUT_BASIS",
  params: {
    spot,
    futuresPrice: price,
    days: {
      ...number("positive", "days", "Calendar days to expiry; leave out for the basis in points."),
      optional: true,
    },
    yearDays,
  },
  calculate: ({ spot: s, futuresPrice, days: d, yearDays: year }) =>
    d === undefined
      ? basis({ spot: s, futuresPrice })
      : annualisedBasis({ spot: s, futuresPrice, days: d, yearDays: year }),
});

export const FUT_BASIS = /* @__PURE__ */ defineFormula(basisFunction, {
  summary: "Basis, futures − spot; with days to expiry as an annual rate.",
  formula: ["without days: futures price − spot", "with days: (futures price ÷ spot − 1) × year days ÷ days"],
  result: { description: "Basis: positive when futures are above spot.", unit: "points, or per year" },
  native: ({ spot: s, futuresPrice, days: d, yearDays: year }) =>
    d === undefined ? `${futuresPrice}-${s}` : `(${futuresPrice}/${s}-1)*${year}/${d}`,
  examples: [
    {
      cells: [1156.68, 1157],
      result: 0.32,
      tolerance: 0.005,
      says: "Futures 0.32 points above the fair value taken for spot.",
      source: "CME Group, Calculating Fair Value",
    },
    {
      cells: [5000, 5050, 73],
      result: 0.05,
      says: "1 percent in 73 days, a fifth of a year, is 5 percent a year.",
      source: "By hand: 50 ÷ 5,000 × 365 ÷ 73",
    },
  ],
  limits: [
    "A simple rate, not compounded.",
    "Basis here is futures − spot; some books have it the other way round.",
  ],
});

export const fairValueFunction = defineFunction({
  name: "FUT_FAIR_VALUE",
  params: {
    spot,
    rate,
    yield: dividendYield,
    days,
    compounding: {
      kind: "word",
      description: "How the rates are compounded.",
      words: {
        simple: "Simple interest, as money markets quote it",
        continuous: "Continuously, as the books do",
      },
      default: "simple",
    },
    yearDays,
  },
  calculate: fairValue,
});

export const FUT_FAIR_VALUE = /* @__PURE__ */ defineFormula(fairValueFunction, {
  summary: "Fair value of a future: spot plus financing less yield until expiry.",
  formula: [
    "simple: spot × (1 + (rate − yield) × days ÷ year days)",
    "continuous: spot × e^((rate − yield) × days ÷ year days)",
  ],
  result: { description: "Futures price without arbitrage.", unit: "points" },
  native: ({ spot: s, rate: r, yield: q, days: d, compounding, yearDays: year }) =>
    nativeChoice(compounding, {
      simple: `${s}*(1+(${r}-${q})*${d}/${year})`,
      continuous: `${s}*EXP((${r}-${q})*${d}/${year})`,
    }),
  examples: [
    {
      cells: [150, 0.07, 0.032, 182.5, "continuous"],
      result: 152.88,
      tolerance: 0.005,
      says: "Index 150, rate 7 percent, yield 3.2 percent, half a year.",
      source: "Hull, Options, Futures, and Other Derivatives, problem 5.10",
    },
  ],
  limits: ["Dividends as a yield, not as dated amounts.", "At expiry (0 days) it is the spot price."],
});

const ONE_INTERVAL = new Decimal(1);

export const fundingFunction = defineFunction({
  name: "FUT_FUNDING",
  params: {
    positionValue: number(
      "any",
      "any currency",
      "Value of the position at mark: positive long, negative short.",
    ),
    fundingRate: number("any", "per interval", "Funding rate; positive: longs pay shorts. 0.0001 or 0.01%."),
    days: {
      ...number("not negative", "days", "Days the position is held; leave out for one interval."),
      optional: true,
    },
    intervalHours: {
      ...number("positive", "hours", "Hours between two payments; venues differ and change it."),
      optional: true,
      default: 8,
    },
  },
  calculate: ({ positionValue, fundingRate, days: d, intervalHours }) =>
    funding({
      positionValue,
      fundingRate,
      intervals: d === undefined ? ONE_INTERVAL : fundingIntervals({ days: d, intervalHours }),
    }),
});

export const FUT_FUNDING = /* @__PURE__ */ defineFormula(fundingFunction, {
  summary: "Funding of a perpetual: positive is received, negative is paid.",
  formula: ["−position value × funding rate × days × 24 ÷ interval hours; without days: one interval"],
  result: {
    description: "Cash flow: positive received, negative paid.",
    unit: "currency of the position value",
  },
  native: ({ positionValue, fundingRate, days: d, intervalHours }) =>
    d === undefined
      ? `-1*${positionValue}*${fundingRate}`
      : `-1*${positionValue}*${fundingRate}*${d}*24/${intervalHours}`,
  examples: [
    {
      cells: [20, 0.0025],
      result: -0.05,
      says: "A long of 20 BTC pays 0.25 percent: 0.05 BTC.",
      source: "BitMEX, Perpetual Contracts Guide: Examples",
    },
    {
      cells: [-300_000, 0.0001, 365],
      result: 32_850,
      says: "A short of 300,000 receives 0.01 percent three times a day for a year: 10.95 percent.",
      source: "By hand: 300,000 × 0.0001 × 3 × 365",
    },
  ],
  limits: ["One rate and one position value for all days: both change from interval to interval."],
});
