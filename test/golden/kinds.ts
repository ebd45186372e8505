import { assetKey } from "../../src/sheet/book/assets";
import { contractChoice, defaultPlan, smallerChoice, withExpiry } from "../../src/sheet/plan/contract-choice";
import type { Aim, ContractChoice, HedgePlan } from "../../src/sheet/plan/plan";
import { bookOf } from "../sheet/books";
import type { RandomHedge } from "../sheet/random-plans";

const TODAY = 46_000;
/** An example of margins; exchanges change them from day to day. */
const ES_MARGIN = { initialMargin: 24_200, maintenanceMargin: 22_000, marginDate: TODAY };

const STOCKS = [
  { name: "Apple", quantity: 12_000, price: 231.5, value: 2_778_000, beta: 1.24, cost: 2_100_000 },
  { name: "Microsoft", quantity: 5000, price: 428.2, value: 2_141_000, beta: 0.9, cost: 1_850_000 },
  { name: "JPMorgan Chase", quantity: 8000, price: 240.1, value: 1_920_800, beta: 1.1, cost: 1_700_000 },
  { name: "NVIDIA", quantity: 20_000, price: 140.6, value: 2_812_000, beta: 1.75, cost: 900_000 },
  { name: "Coca-Cola", quantity: 15_000, price: 62.4, value: 936_000, beta: 0.6, cost: 990_000 },
];
const COINS = [
  { name: "Bitcoin", quantity: 4.25, price: 61_500, value: 261_375, beta: 1, cost: 150_000 },
  { name: "Ether", quantity: 60, price: 2450, value: 147_000, beta: 1.3, cost: 120_000 },
  { name: "Solana", quantity: 900, price: 150, value: 135_000, beta: 1.6, cost: 60_000 },
];
const COLUMNS = { name: 0, quantity: 1, price: 2, value: 3, beta: 4, cost: 6 };

/** A plausible hedge of every kind that the add-in offers, by a name for it. */
export const KINDS: Readonly<Record<string, RandomHedge>> = {
  "one index contract": hedge(STOCKS, [es()], {}),
  "E-mini and Micro": hedge(STOCKS, [es({ smaller: smallerChoice("ES"), held: -4 })], {
    aim: { kind: "targetBeta", targetBeta: 0.5 },
    put: { strike: 5600, volatility: 0.18, days: 90, rate: 0.04, yield: 0.013 },
    cash: 1_500_000,
  }),
  "each holding its own contract": hedge(
    STOCKS.map((row, n) => ({ ...row, hedgeWith: n === 3 || n === 0 ? "NQ" : "ES" })),
    [es(), dated("NQ", { price: 20_800, spot: 20_640, initialMargin: 34_100, maintenanceMargin: 31_000 })],
    { aim: { kind: "hedgeShare", share: 0.75 } },
    { ...COLUMNS, hedgeWith: 5 },
  ),
  "each asset by choice": hedge(
    STOCKS,
    [es(), dated("NQ", { price: 20_800, spot: 20_640, initialMargin: 34_100, maintenanceMargin: 31_000 })],
    { assetContracts: { APPLE: "NQ", NVIDIA: "NQ", [assetKey("Coca-Cola")]: "none" } },
  ),
  "inverse perpetual": hedge(COINS, [contractChoice("BTCUSD_PERP", perpetual())], {}),
  "altcoins by proxy": hedge(COINS, [contractChoice("BTCUSDT", perpetual())], {
    aim: { kind: "hedgeShare", share: 0.8 },
  }),
  "target weight": hedge(
    [
      { name: "Crypto basket", value: 85_000, beta: 1 },
      { name: "Cash", value: 15_000, beta: 0 },
    ],
    [contractChoice("BTCUSDT", perpetual())],
    { aim: { kind: "targetWeight", weight: 0.75 } },
    { name: 0, value: 3, beta: 4 },
  ),
  "cash to come": hedge(STOCKS, [es()], { aim: { kind: "cashToCome", amount: 5_000_000, beta: 1 } }),
  "volatility target": hedge(STOCKS, [es()], {
    aim: { kind: "targetVolatility", target: 0.1, realised: 0.18 },
  }),
  "another currency": hedge(
    STOCKS,
    [dated("FESX", { price: 4950, spot: 4930, fx: 1.085, initialMargin: 3900, maintenanceMargin: 3500 })],
    {},
  ),
};

function hedge(
  rows: Parameters<typeof bookOf>[0],
  contracts: readonly [ContractChoice, ...ContractChoice[]],
  choices: Partial<HedgePlan> & { aim?: Aim },
  columns: Parameters<typeof bookOf>[2] = COLUMNS,
): RandomHedge {
  const { holdings, book } = bookOf(rows, "Book 1", columns);
  return { book, plan: { ...defaultPlan(holdings, contracts[0], TODAY), contracts, ...choices } };
}

function es(more: Partial<ContractChoice> = {}): ContractChoice {
  return dated("ES", { price: 5950.25, spot: 5920, ...ES_MARGIN, ...more });
}

function dated(code: string, market: Parameters<typeof contractChoice>[1]): ContractChoice {
  return withExpiry(contractChoice(code, market), TODAY);
}

function perpetual(): Parameters<typeof contractChoice>[1] {
  return { price: 61_520, spot: 61_500, leverage: 2, maintenanceRate: 0.005, fundingRate: 0.0001 };
}
