import { defineContract, type Contract, type ContractFacts } from "./contract";

/** Eurex's index futures: quarterly, in euros, until the third Friday. */
function eurexIndex(facts: Omit<ContractFacts, "exchange" | "currency" | "cycle" | "expiryRule">): Contract {
  return defineContract({ exchange: "Eurex", currency: "EUR", cycle: "HMUZ", expiryRule: "eurex", ...facts });
}

export const EUROPEAN_EQUITY_INDEX: readonly Contract[] = [
  eurexIndex({
    code: "FESX",
    name: "EURO STOXX 50",
    multiplier: "10",
    tick: "1",
    underlying: "EURO STOXX 50",
    sources: ["lean", "eurex-fesx"],
  }),
  eurexIndex({
    code: "FSXE",
    name: "Micro-EURO STOXX 50",
    multiplier: "1",
    tick: "0.5",
    underlying: "EURO STOXX 50",
    larger: "FESX",
    sources: ["eurex-fesx"],
  }),
  eurexIndex({
    code: "FDAX",
    name: "DAX",
    multiplier: "25",
    tick: "1",
    underlying: "DAX",
    sources: ["lean", "eurex-dax"],
    note: "tick 0.5 until about 2021",
  }),
  eurexIndex({
    code: "FDXM",
    name: "Mini-DAX",
    multiplier: "5",
    tick: "1",
    underlying: "DAX",
    larger: "FDAX",
    sources: ["lean", "eurex-dax"],
  }),
  eurexIndex({
    code: "FDXS",
    name: "Micro-DAX",
    multiplier: "1",
    tick: "1",
    underlying: "DAX",
    larger: "FDAX",
    sources: ["lean", "eurex-dax"],
    tickSources: ["eurex-dax"],
  }),
  defineContract({
    code: "Z",
    name: "FTSE 100",
    exchange: "ICE Futures Europe",
    multiplier: "10",
    tick: "0.5",
    currency: "GBP",
    cycle: "HMUZ",
    expiryRule: "ice-ftse",
    underlying: "FTSE 100",
    sources: ["ice-ftse", "pysystemtrade"],
    tickSources: ["ice-ftse"],
    note: "the old LIFFE contract was GBP 25",
  }),
];
