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

/** Terms that are no argument of a function, for the glossary. */
export const TERMS: Readonly<Record<string, string>> = {
  basis:
    "Futures price − spot price; positive: the future is dearer. Some books have it the other way round.",
  carry: "What holding the underlying costs until expiry less what it yields: the reason for the basis.",
  "contract value": "What one contract is worth in the quote currency: price × multiplier; inverse: fixed.",
  "effective beta": "Beta of the portfolio together with its futures.",
  "front month": "The listed contract that expires first.",
  inverse: "A contract worth a fixed amount of quote currency, with profit and loss in the coin.",
  "initial margin": "What must be posted to open a position.",
  linear: "A contract whose profit and loss is in the quote currency: price change × multiplier.",
  lot: "Smallest step of an order, in contracts: 1 for exchange contracts, less for some perpetuals.",
  "maintenance margin": "What must remain posted; below it the broker calls, or the venue liquidates.",
  multiplier: "Linear: quote currency per point, per contract. Inverse: quote currency per contract.",
  notional: "Contracts × contract value: positive long, negative short.",
  "over-hedge": "More contracts than the target needs, so that the exposure changes its sign.",
  perpetual: "A future without a last day; funding between longs and shorts holds it near spot.",
  "residual exposure": "What the hedge leaves: the exact number of contracts is seldom whole.",
  roll: "To close a contract before it expires and open the next one.",
  tick: "Smallest step of the price; its value is tick × multiplier.",
  "variation margin": "Profit or loss of the day, paid in cash.",
};
