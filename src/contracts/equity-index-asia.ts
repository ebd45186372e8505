import { defineContract, type Contract, type ContractFacts } from "./contract";

/** CME's Nikkei 225 futures: quarterly, until the day before the second Friday. */
function cmeNikkei(facts: Omit<ContractFacts, "exchange" | "cycle" | "expiryRule" | "underlying">): Contract {
  return defineContract({
    exchange: "CME",
    cycle: "HMUZ",
    expiryRule: "cme-nikkei",
    underlying: "Nikkei 225",
    ...facts,
  });
}

/** Hong Kong's index futures: monthly, in Hong Kong dollars. */
function hongKong(
  facts: Omit<ContractFacts, "exchange" | "tick" | "currency" | "cycle" | "expiryRule" | "sources">,
): Contract {
  return defineContract({
    exchange: "HKFE",
    tick: "1",
    currency: "HKD",
    cycle: "monthly",
    expiryRule: "hkex",
    sources: ["hkex-broker", "pysystemtrade"],
    tickSources: ["hkex-broker"],
    ...facts,
  });
}

export const ASIAN_EQUITY_INDEX: readonly Contract[] = [
  cmeNikkei({
    code: "NKD",
    name: "Nikkei 225 (USD)",
    multiplier: "5",
    tick: "5",
    currency: "USD",
    sources: ["lean", "cme-nkd"],
  }),
  cmeNikkei({
    code: "NIY",
    name: "Nikkei 225 (JPY)",
    multiplier: "500",
    tick: "5",
    currency: "JPY",
    sources: ["lean", "cme-niy"],
  }),
  cmeNikkei({
    code: "ENY",
    name: "E-mini Nikkei 225 (JPY)",
    multiplier: "100",
    tick: "10",
    currency: "JPY",
    larger: "NIY",
    sources: ["lean", "cme-eny"],
  }),
  hongKong({ code: "HSI", name: "Hang Seng Index", multiplier: "50", underlying: "Hang Seng" }),
  hongKong({
    code: "MHI",
    name: "Mini-Hang Seng Index",
    multiplier: "10",
    underlying: "Hang Seng",
    larger: "HSI",
  }),
  hongKong({
    code: "HHI",
    name: "Hang Seng China Enterprises",
    multiplier: "50",
    underlying: "Hang Seng China Enterprises",
  }),
  hongKong({
    code: "MCH",
    name: "Mini-Hang Seng China Enterprises",
    multiplier: "10",
    underlying: "Hang Seng China Enterprises",
    larger: "HHI",
  }),
  hongKong({ code: "HTI", name: "Hang Seng TECH", multiplier: "50", underlying: "Hang Seng TECH" }),
  defineContract({
    code: "AP",
    name: "ASX SPI 200",
    exchange: "ASX 24",
    multiplier: "25",
    tick: "1",
    currency: "AUD",
    cycle: "HMUZ",
    expiryRule: "asx",
    underlying: "S&P/ASX 200",
    sources: ["asx-spi", "pysystemtrade"],
    tickSources: ["asx-spi"],
  }),
];
