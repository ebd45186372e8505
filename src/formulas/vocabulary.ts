import type { ContractParam, NumberParam, NumberRange, WordParam } from "./formula";

/**
 * The field's terms as arguments, each described once. Argument hints, help pages and the glossary read them here.
 * What an argument means in one function only stands with that function.
 */
export const contract: ContractParam = {
  kind: "contract",
  description:
    "Contract code such as ES, MES or BTCUSD_PERP (case and blanks ignored), or the multiplier of a linear contract " +
    "as a number, such as 50.",
};

export const portfolioValue = number(
  "any",
  "quote currency",
  "Value of the portfolio to hedge; negative for a short one.",
);
export const price = number("positive", "points", "Futures price.");
export const entryPrice = number("positive", "points", "Futures price at which the position was opened.");
export const exitPrice = number(
  "positive",
  "points",
  "Futures price at which the position is valued or closed.",
);
export const spot = number("positive", "points", "Spot price or index level.");
export const requiredContracts = number(
  "any",
  "contracts",
  "Number of contracts: positive long, negative short.",
);
export const requiredBeta = number("any", "ratio", "Beta of the portfolio to the contract's underlying.");
export const move = number(
  "any",
  "fraction",
  "Market move as a fraction: -0.05 or -5% is a fall of 5 percent.",
);
export const volatility = number(
  "not negative",
  "per year",
  "Annual volatility of the underlying, such as 0.2 or 20%.",
);
export const rate = number("any", "per year", "Interest rate for the time to expiry, such as 0.05 or 5%.");
export const dividendYield = number(
  "any",
  "per year",
  "Dividend yield (or the coin's lending rate), such as 0.013 or 1.3%.",
);
export const days = number("not negative", "days", "Calendar days to expiry.");

export const contracts = {
  ...requiredContracts,
  optional: true,
  default: 1,
} as const;

export const beta = { ...requiredBeta, optional: true, default: 1 } as const;

export const targetBeta = {
  ...number("any", "ratio", "Beta wanted after the hedge; 0 removes all market exposure."),
  optional: true,
  default: 0,
} as const;

export const futuresBeta = {
  ...number("nonzero", "ratio", "Beta of the futures to the same index as the portfolio's beta."),
  optional: true,
  default: 1,
} as const;

export const yearDays = {
  ...number("positive", "days", "Days in a year of this market: 365, or 360 in money markets."),
  optional: true,
  default: 365,
} as const;

export const rounding = {
  kind: "word",
  description: "How the exact number becomes whole lots.",
  words: {
    nearest: "To the nearest lot, half away from zero",
    down: "Toward zero: never over-hedge",
    up: "Away from zero: always cover",
    none: "Exact, not rounded",
  },
  default: "nearest",
} as const satisfies WordParam;

/** A required number. */
export function number(range: NumberRange, unit: string, description: string) {
  return { kind: "number", range, unit, description } as const satisfies NumberParam;
}
