import { liquidationPrice } from "../calc/liquidation";
import { marginCallPrice } from "../calc/margin";
import { defineFormula, defineFunction } from "./formula";
import { nativeChoice } from "./native";
import { contract, contracts, entryPrice, number } from "./vocabulary";

const sideOfContracts = {
  ...contracts,
  description: "Number of contracts; only its sign counts: positive long, negative short.",
} as const;

export const marginCallFunction = defineFunction({
  name: "FUT_MARGIN_CALL",
  params: {
    entryPrice,
    contract,
    initialMargin: number("positive", "settlement currency", "Initial margin per contract."),
    maintenanceMargin: number(
      "positive",
      "settlement currency",
      "Maintenance margin per contract, at most the initial margin.",
    ),
    contracts: sideOfContracts,
  },
  calculate: marginCallPrice,
});

export const FUT_MARGIN_CALL = /* @__PURE__ */ defineFormula(marginCallFunction, {
  summary: "Futures price at which the broker calls for margin.",
  formula: [
    "linear: entry price − side × (initial − maintenance margin) ÷ multiplier",
    "inverse: 1 ÷ (1/entry price + side × (initial − maintenance margin) ÷ contract value), margins in coin",
    "side: +1 long, −1 short",
  ],
  result: { description: "Price of the margin call.", unit: "points" },
  native: ({ entryPrice: entry, contract: c, initialMargin, maintenanceMargin, contracts: n }) => {
    const cushion = `SIGN(${n})*(${initialMargin}-${maintenanceMargin})/${c.multiplier}`;
    return c.payoff === "linear" ? `${entry}-${cushion}` : `1/(1/${entry}+${cushion})`;
  },
  nativeNote: "Where there is no such price, the native formula gives a price of 0 or less.",
  examples: [
    {
      cells: [1050, "ES", 4000, 3200],
      result: 1034,
      says: "Long at 1,050 with 4,000 initial and 3,200 maintenance margin (of their time: margins change).",
      source: "CME Group, Performance bonds FAQ: E-mini S&P 500 at 1,050",
    },
  ],
  limits: [
    "Margin posted at entry is the initial margin: cash beyond it moves the price farther away.",
    "The call asks for the initial margin again, not for the maintenance margin.",
  ],
});

export const liquidationFunction = defineFunction({
  name: "FUT_LIQUIDATION",
  params: {
    entryPrice,
    contract,
    leverage: number("positive", "times", "Position value ÷ margin at entry; 1 is fully covered."),
    maintenanceRate: number("0 to 1", "fraction", "Maintenance margin rate: 0.005 or 0.5%."),
    contracts: sideOfContracts,
    convention: {
      kind: "word",
      description: "Which value the maintenance margin is a share of.",
      words: {
        mark: "Of the position at the mark price: Binance, Gate, OKX, Bybit since 2026",
        entry: "Of the position at entry: Bybit before; optimistic for a short",
      },
      default: "mark",
    },
  },
  calculate: liquidationPrice,
});

export const FUT_LIQUIDATION = /* @__PURE__ */ defineFormula(liquidationFunction, {
  summary: "Liquidation price of a position with isolated margin.",
  formula: [
    '"mark", linear: entry price × (1 − side/leverage) ÷ (1 − side × maintenance rate)',
    '"mark", inverse: entry price × (1 + side × maintenance rate) ÷ (1 + side/leverage)',
    '"entry", linear: entry price × (1 − side × (1/leverage − maintenance rate))',
    '"entry", inverse: entry price ÷ (1 + side × (1/leverage − maintenance rate))',
    "side: +1 long, −1 short",
  ],
  result: { description: "Liquidation price.", unit: "points" },
  native: ({ entryPrice: entry, contract: c, leverage: l, maintenanceRate: u, contracts: n, convention }) => {
    const s = `SIGN(${n})`;
    return nativeChoice(
      convention,
      c.payoff === "linear"
        ? {
            mark: `${entry}*(1-${s}/${l})/(1-${s}*${u})`,
            entry: `${entry}*(1-${s}*(1/${l}-${u}))`,
          }
        : {
            mark: `${entry}*(1+${s}*${u})/(1+${s}/${l})`,
            entry: `${entry}/(1+${s}*(1/${l}-${u}))`,
          },
    );
  },
  nativeNote: "Where there is no such price, the native formula gives a price of 0 or less, or #DIV/0!.",
  examples: [
    {
      cells: [20_000, 1, 50, 0.005, 1, "entry"],
      result: 19_700,
      says: "Long at 20,000 with 50 times leverage, maintenance 0.5 percent of the entry value.",
      source: "Bybit, Liquidation Price (USDT Contract)",
    },
    {
      cells: [60_000, 1, 1, 0.005, -1],
      result: 119_402.985,
      tolerance: 0.0005,
      says: "A short without leverage is liquidated near twice the entry price.",
      source: "By hand: 60,000 × 2 ÷ 1.005",
    },
  ],
  limits: [
    "One maintenance tier; no fees, funding, added margin or rounding to the tick.",
    "Isolated margin: with cross margin the whole account decides.",
  ],
});
