import { cashBuffer, leverage, notional, profitAndLoss } from "../calc/position";
import { defineFormula, defineFunction } from "./formula";
import { nativeContractValue } from "./native";
import {
  contract,
  contracts,
  entryPrice,
  exitPrice,
  move,
  number,
  price,
  requiredContracts,
} from "./vocabulary";

export const notionalFunction = defineFunction({
  name: "FUT_NOTIONAL",
  params: { price, contract, contracts },
  calculate: notional,
});

export const FUT_NOTIONAL = /* @__PURE__ */ defineFormula(notionalFunction, {
  summary: "Value of a futures position in the quote currency: price × multiplier × contracts.",
  formula: [
    "linear: price × multiplier × contracts",
    "inverse: value of one contract × contracts (the price plays no part, but must be a number greater than 0)",
  ],
  result: { description: "Notional value: positive long, negative short.", unit: "quote currency" },
  native: ({ price: p, contract: c, contracts: n }) => `${nativeContractValue(c, p)}*${n}`,
  examples: [
    {
      cells: [5000, "ES"],
      result: 250_000,
      says: "One E-mini S&P 500 future at 5,000 is worth 250,000 dollars.",
      source: "CME Group, E-mini S&P 500 contract specifications: 50 dollars × index",
    },
    {
      cells: [12_800, "MNQ"],
      result: 25_600,
      says: "One Micro E-mini Nasdaq-100 future at 12,800 is worth 25,600 dollars.",
      source: "CME Group, Micro E-mini Nasdaq-100 contract specifications: 2 dollars × index",
    },
    {
      cells: [4000, "ES", -1],
      result: -200_000,
      says: "A short position has a negative notional.",
      source: "CME Group, E-mini S&P 500 contract specifications: 50 dollars × index",
    },
  ],
  limits: ["In the contract's quote currency: no exchange rate is applied."],
});

export const pnlFunction = defineFunction({
  name: "FUT_PNL",
  params: {
    entryPrice,
    exitPrice,
    contract,
    contracts,
    currency: {
      kind: "word",
      description: "Currency of the answer; it matters for inverse contracts only.",
      words: {
        settlement: "As the exchange pays it: the coin of an inverse contract",
        quote: "In the quote currency: the coin turned into it at the exit price",
      },
      default: "settlement",
    },
  },
  calculate: profitAndLoss,
});

export const FUT_PNL = /* @__PURE__ */ defineFormula(pnlFunction, {
  summary: "Profit or loss of a futures position between two prices.",
  formula: [
    "linear: (exit price − entry price) × multiplier × contracts",
    "inverse: contracts × contract value × (1/entry price − 1/exit price), in coin",
    'inverse, "quote": contracts × contract value × (exit price/entry price − 1)',
  ],
  result: { description: "Profit, or loss if negative.", unit: "settlement currency, or quote currency" },
  native: ({ entryPrice: entry, exitPrice: exit, contract: c, contracts: n, currency }) => {
    if (c.payoff === "linear") return `(${exit}-${entry})*${c.multiplier}*${n}`;
    const perCoin = `${n}*${c.multiplier}*(1/${entry}-1/${exit})`;
    if (currency === '"settlement"') return perCoin;
    const inQuote = `${n}*${c.multiplier}*(${exit}/${entry}-1)`;
    return currency === '"quote"' ? inQuote : `IF(${currency}="quote",${inQuote},${perCoin})`;
  },
  examples: [
    {
      cells: [4000, 4050, "ES"],
      result: 2500,
      says: "Long one E-mini S&P 500 from 4,000 to 4,050.",
      source: "CME Group, E-mini S&P 500 contract specifications: 50 dollars × index",
    },
    {
      cells: [5000, 4750, "ES", -32],
      result: 400_000,
      says: "32 sold at 5,000 gain 400,000 dollars when the index falls 5 percent.",
      source: "CME Group, E-mini S&P 500 contract specifications: 50 dollars × index",
    },
  ],
  limits: ["Without fees, funding and tax.", "One entry price: average several fills first."],
});

export const leverageFunction = defineFunction({
  name: "FUT_LEVERAGE",
  params: {
    price,
    contract,
    margin: number("positive", "quote currency", "Total margin posted for these contracts."),
    contracts,
  },
  calculate: leverage,
});

export const FUT_LEVERAGE = /* @__PURE__ */ defineFormula(leverageFunction, {
  summary: "Leverage of a futures position: |notional| ÷ margin.",
  formula: ["|price × multiplier × contracts| ÷ margin; inverse: |contract value × contracts| ÷ margin"],
  result: { description: "Leverage: 1 is fully covered.", unit: "times" },
  native: ({ price: p, contract: c, margin, contracts: n }) =>
    `ABS(${nativeContractValue(c, p)}*${n})/${margin}`,
  examples: [
    {
      cells: [4000, "ES", 12_320],
      result: 16.2338,
      tolerance: 0.00005,
      says: "One E-mini S&P 500 at 4,000 against an initial margin of 12,320 dollars (an example: margins change).",
      source: "CME Group, E-mini S&P 500 contract specifications: 50 dollars × index",
    },
  ],
  limits: [
    "Margin in the quote currency: turn coin margin into it first.",
    "Margin 0: there is no leverage (#NUM!).",
  ],
});

export const cashBufferFunction = defineFunction({
  name: "FUT_CASH_BUFFER",
  params: { price, contract, contracts: requiredContracts, move },
  calculate: cashBuffer,
});

export const FUT_CASH_BUFFER = /* @__PURE__ */ defineFormula(cashBufferFunction, {
  summary: "Cash to fund if the market moves against a futures position: |move| × |notional|.",
  formula: ["|move| × |price × multiplier × contracts|; inverse: |move| × |contract value × contracts|"],
  result: { description: "Variation margin to pay; never negative.", unit: "quote currency" },
  native: ({ price: p, contract: c, contracts: n, move: m }) => `ABS(${m}*${nativeContractValue(c, p)}*${n})`,
  examples: [
    {
      cells: [5000, "ES", -32, 0.05],
      result: 400_000,
      says: "A rise of 5 percent costs a short of 32 E-mini S&P 500 at 5,000 this much cash.",
      source: "CME Group, E-mini S&P 500 contract specifications: 50 dollars × index",
    },
  ],
  limits: ["Variation margin only: add what the exchange or broker asks on top of initial margin."],
});
