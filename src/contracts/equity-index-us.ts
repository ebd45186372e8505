import { defineContract, type Contract, type ContractFacts } from "./contract";

/** CME Group's futures on US share indices: quarterly, settled in US dollars to the special opening quotation. */
function usIndex(
  facts: Omit<ContractFacts, "exchange" | "currency" | "cycle" | "expiryRule"> & { exchange?: "CBOT" },
): Contract {
  return defineContract({
    exchange: "CME",
    currency: "USD",
    cycle: "HMUZ",
    expiryRule: "us-equity",
    ...facts,
  });
}

export const US_EQUITY_INDEX: readonly Contract[] = [
  usIndex({
    code: "ES",
    name: "E-mini S&P 500",
    multiplier: "50",
    tick: "0.25",
    underlying: "S&P 500",
    sources: ["lean", "cme-es", "cme-notional"],
    tickSources: ["lean", "cme-es"],
    note: "calendar spreads tick 0.05",
  }),
  usIndex({
    code: "MES",
    name: "Micro E-mini S&P 500",
    multiplier: "5",
    tick: "0.25",
    underlying: "S&P 500",
    larger: "ES",
    sources: ["lean", "cme-micro"],
  }),
  usIndex({
    code: "NQ",
    name: "E-mini Nasdaq-100",
    multiplier: "20",
    tick: "0.25",
    underlying: "Nasdaq-100",
    sources: ["lean", "cme-notional"],
    tickSources: ["lean"],
  }),
  usIndex({
    code: "MNQ",
    name: "Micro E-mini Nasdaq-100",
    multiplier: "2",
    tick: "0.25",
    underlying: "Nasdaq-100",
    larger: "NQ",
    sources: ["lean", "cme-micro"],
  }),
  usIndex({
    code: "RTY",
    name: "E-mini Russell 2000",
    multiplier: "50",
    tick: "0.1",
    underlying: "Russell 2000",
    sources: ["lean", "cme-rty"],
  }),
  usIndex({
    code: "M2K",
    name: "Micro E-mini Russell 2000",
    multiplier: "5",
    tick: "0.1",
    underlying: "Russell 2000",
    larger: "RTY",
    sources: ["lean", "cme-micro"],
  }),
  usIndex({
    code: "YM",
    name: "E-mini Dow ($5)",
    exchange: "CBOT",
    multiplier: "5",
    tick: "1",
    underlying: "Dow Jones Industrial Average",
    sources: ["lean", "cme-spreads"],
    tickSources: ["lean"],
  }),
  usIndex({
    code: "MYM",
    name: "Micro E-mini Dow",
    exchange: "CBOT",
    multiplier: "0.5",
    tick: "1",
    underlying: "Dow Jones Industrial Average",
    larger: "YM",
    sources: ["lean", "cme-micro"],
  }),
  usIndex({
    code: "EMD",
    name: "E-mini S&P MidCap 400",
    multiplier: "100",
    tick: "0.1",
    underlying: "S&P MidCap 400",
    sources: ["lean", "cme-spreads"],
    tickSources: ["lean"],
  }),
  usIndex({
    code: "MMC",
    name: "Micro E-mini S&P MidCap 400",
    multiplier: "10",
    tick: "0.1",
    underlying: "S&P MidCap 400",
    larger: "EMD",
    sources: ["cme-micro"],
  }),
];
