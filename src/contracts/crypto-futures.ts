import { defineContract, type Contract, type ContractFacts } from "./contract";

/** CME's futures on coins: monthly, in US dollars, multiplier in coins. Quoted per coin, settled in cash. */
function cmeCoin(
  facts: Omit<ContractFacts, "exchange" | "currency" | "cycle" | "expiryRule"> &
    Partial<Pick<ContractFacts, "cycle" | "expiryRule">>,
): Contract {
  return defineContract({
    exchange: "CME",
    currency: "USD",
    cycle: "monthly",
    expiryRule: "cme-crypto",
    // CME's full-size contracts are called as their coins.
    coin: facts.larger ?? facts.code,
    ...facts,
  });
}

/** Announced with sizes but, in the documents that were found, without ticks or the codes of the micro contracts. */
function launched2026(code: string, name: string, multiplier: string, micro: string): Contract {
  return cmeCoin({
    code,
    name,
    multiplier,
    tick: null,
    underlying: name,
    sources: ["cme-ada"],
    tickSources: null,
    note: `since 2026-02-09; a micro of ${micro} ${code} exists, its code and the ticks are not verified`,
  });
}

export const CRYPTO_FUTURES: readonly Contract[] = [
  cmeCoin({
    code: "BTC",
    name: "Bitcoin",
    multiplier: "5",
    tick: "5",
    underlying: "Bitcoin",
    sources: ["lean", "cme-btc"],
  }),
  cmeCoin({
    code: "MBT",
    name: "Micro Bitcoin",
    multiplier: "0.1",
    tick: "5",
    underlying: "Bitcoin",
    larger: "BTC",
    sources: ["lean", "cme-mbt"],
  }),
  cmeCoin({
    code: "BFF",
    name: "Bitcoin Friday",
    multiplier: "0.02",
    tick: null,
    cycle: "weekly",
    expiryRule: "cme-friday",
    underlying: "Bitcoin",
    larger: "BTC",
    sources: ["cme-bff"],
    tickSources: null,
    note: "tick not verified",
  }),
  cmeCoin({
    code: "ETH",
    name: "Ether",
    multiplier: "50",
    tick: "0.5",
    underlying: "Ether",
    sources: ["lean", "cme-eth"],
  }),
  cmeCoin({
    code: "MET",
    name: "Micro Ether",
    multiplier: "0.1",
    tick: "0.5",
    underlying: "Ether",
    larger: "ETH",
    sources: ["lean", "cme-met"],
  }),
  cmeCoin({
    code: "SOL",
    name: "Solana",
    multiplier: "500",
    tick: "0.05",
    underlying: "Solana",
    sources: ["cme-sol"],
  }),
  cmeCoin({
    code: "MSL",
    name: "Micro Solana",
    multiplier: "25",
    tick: "0.05",
    underlying: "Solana",
    larger: "SOL",
    sources: ["cme-sol"],
  }),
  cmeCoin({
    code: "XRP",
    name: "XRP",
    multiplier: "50000",
    tick: "0.0005",
    underlying: "XRP",
    sources: ["cme-xrp"],
  }),
  cmeCoin({
    code: "MXP",
    name: "Micro XRP",
    multiplier: "2500",
    tick: "0.0005",
    underlying: "XRP",
    larger: "XRP",
    sources: ["cme-xrp"],
    note: "at some vendors MXP is the Mexican peso",
  }),
  launched2026("ADA", "Cardano", "100000", "10,000"),
  launched2026("LINK", "Chainlink", "5000", "250"),
  launched2026("XLM", "Stellar", "250000", "12,500"),
  defineContract({
    code: "QSOL",
    name: "Spot-Quoted SOL",
    exchange: "CME",
    multiplier: "5",
    tick: "0.02",
    currency: "USD",
    cycle: "long-dated",
    underlying: "Solana",
    coin: "SOL",
    sources: ["cme-spot-quoted"],
    note: "quoted as spot, with a daily financing adjustment",
  }),
  defineContract({
    code: "QXRP",
    name: "Spot-Quoted XRP",
    exchange: "CME",
    multiplier: "250",
    tick: "0.0004",
    currency: "USD",
    cycle: "long-dated",
    underlying: "XRP",
    coin: "XRP",
    sources: ["cme-spot-quoted"],
    note: "quoted as spot, with a daily financing adjustment",
  }),
];
