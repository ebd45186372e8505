import { DomainError } from "../calc/errors";
import { requireContract } from "../contracts/catalogue";
import type { Contract } from "../contracts/contract";
import { CHECKED_ON, SOURCES, type Source } from "../contracts/sources";
import { defineFormula, defineFunction, type AnswerCell } from "./formula";

/** A field's value, or why there is none. */
type Field = (contract: Contract) => AnswerCell | Absent;

/** Why a field has no value: a word or two in the list of all fields, a sentence on its own. */
interface Absent {
  readonly short: string;
  readonly sentence: string;
}

const FIELDS = {
  name: ({ name }) => name,
  exchange: ({ exchange }) => exchange,
  multiplier: ({ multiplier }) => multiplier,
  tick: ({ code, tick }) =>
    tick ?? { short: "not verified", sentence: `no source was found for the tick of ${code}` },
  tickValue: ({ code, payoff, tickValue }) =>
    tickValue ??
    (payoff === "inverse"
      ? {
          short: "depends on the price",
          sentence: `the tick value of ${code} depends on the price: it is an inverse contract`,
        }
      : { short: "not verified", sentence: `no source was found for the tick of ${code}` }),
  currency: ({ currency }) => currency,
  payoff: ({ payoff }) => payoff,
  lot: ({ lot }) => lot,
  cycle: ({ cycle }) => cycle,
  underlying: ({ underlying }) => underlying,
  larger: ({ larger }) => larger ?? "none",
  source: (contract) => sourceOf(contract).document,
  asOf: (contract) => sourceOf(contract).asOf ?? `undated, read ${CHECKED_ON}`,
  settlementCurrency: ({ settlementCurrency }) => settlementCurrency,
  note: ({ note }) => note ?? "none",
} as const satisfies Record<string, Field>;

/** A fact of a contract in the catalogue, or all of them. */
export const specFunction = defineFunction({
  name: "FUT_SPEC",
  params: {
    contract: {
      kind: "code",
      description:
        'Contract code, such as "ES" or "BTCUSD_PERP"; a dated code ("ESZ26") gives the facts of its root.',
    },
    field: {
      kind: "word",
      words: {
        name: "Name of the contract",
        exchange: "Exchange, or section of it",
        multiplier: "Linear: quote currency per point, per contract; inverse: quote currency per contract",
        tick: "Smallest price step, in points",
        tickValue: "Multiplier × tick, in the quote currency",
        currency: "Quote currency",
        payoff: '"linear" or "inverse"',
        lot: "Smallest step of an order, in contracts",
        cycle:
          'Contract months: "HMUZ" (March, June, September, December), ' +
          '"monthly", "weekly", "long-dated" or "perpetual"',
        underlying: "Index or coin",
        larger: 'Code of the full-size contract of its family; "none" for the largest',
        source: "Document in which the multiplier was read",
        asOf: "Date of that document",
        settlementCurrency: "Currency of profit and loss",
        note: "What else to know",
        all: "All fields: two columns, field and value",
      },
      default: "multiplier",
      description: 'Which fact; "all" spills two columns, field and value.',
    },
  },
  calculate({ contract: code, field }) {
    const contract = requireContract(code);
    if (field !== "all") return valueOf(FIELDS[field](contract));
    return Object.entries<Field>(FIELDS).map(([name, fieldOf]) => {
      const value = fieldOf(contract);
      return [name, isAbsent(value) ? value.short : value];
    });
  },
});

export const FUT_SPEC = /* @__PURE__ */ defineFormula(specFunction, {
  summary:
    "A fact of a futures contract: multiplier, tick, currency, exchange, source and others, or all of them.",
  formula: ["the catalogue's entry for the contract"],
  result: {
    description: 'The fact: a number or text; for "all" a block of two columns.',
    unit: "of the field",
  },
  native: null,
  nativeNote:
    "Excel has no catalogue of contracts. " +
    "The worksheet holds multiplier, lot, currency and payoff as values in its input cells, where they can be changed.",
  examples: [
    {
      cells: ["ES"],
      result: 50,
      says: "An E-mini S&P 500 is worth 50 dollars per point.",
      source: "CME Group, E-mini S&P 500 contract specifications",
    },
    {
      cells: ["MES", "larger"],
      result: "ES",
      says: "The Micro belongs to the family of the E-mini.",
      source: "CME Group, Micro E-mini equity index futures",
    },
    {
      cells: ["met", "tickValue"],
      result: 0.05,
      says: "A Micro Ether is 0.1 ether with a tick of 0.50 dollars.",
      source: "CME Group, Micro Ether futures, as listed by Edge Clear, 2021-11-02",
    },
    {
      cells: ["BTCUSD_PERP", "payoff"],
      result: "inverse",
      says: "Binance's coin-margined perpetual pays profit and loss in Bitcoin.",
      source: "QuantConnect Lean, symbol properties database, 2026-08-21",
    },
    {
      cells: ["MYM", "all"],
      result: [
        ["name", "Micro E-mini Dow"],
        ["exchange", "CBOT"],
        ["multiplier", 0.5],
        ["tick", 1],
        ["tickValue", 0.5],
        ["currency", "USD"],
        ["payoff", "linear"],
        ["lot", 1],
        ["cycle", "HMUZ"],
        ["underlying", "Dow Jones Industrial Average"],
        ["larger", "YM"],
        ["source", "github.com/QuantConnect/Lean Data/symbol-properties/symbol-properties-database.csv"],
        ["asOf", "2026-08-21"],
        ["settlementCurrency", "USD"],
        ["note", "none"],
      ],
      says: "Everything the catalogue holds of a contract.",
      source: "QuantConnect Lean, symbol properties database, 2026-08-21; CME Group, Micro E-mini futures",
    },
  ],
  limits: [
    "Exchanges change their contracts: asOf says how old the fact is. Margins are not held; they are inputs.",
    "A contract of your own has no code: give the other functions its multiplier instead.",
  ],
});

function sourceOf({ sources }: Contract): Source {
  return SOURCES[sources[0]];
}

function isAbsent(value: AnswerCell | Absent): value is Absent {
  return typeof value === "object" && "sentence" in value;
}

function valueOf(value: AnswerCell | Absent): AnswerCell {
  if (isAbsent(value)) throw new DomainError("missing", value.sentence);
  return value;
}
