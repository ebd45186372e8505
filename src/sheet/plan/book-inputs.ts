import type { Rounding } from "../../calc/rounding";
import { isMarginedByAmount, type Group } from "./groups";
import type { Input, InputOf } from "./input";
import { format } from "./number-formats";
import type { HedgePlan } from "./plan";
import { bounds, DATE, ANY_NUMBER, POSITIVE, type SheetValidation } from "./validations";

/** What the words of the book's inputs may depend on. */
export interface BookContext {
  /** The book's currency, as far as the contracts tell. */
  readonly currency: string;
  readonly groups: readonly Group[];
}

/** An input of the whole hedge or of a contract. */
export interface BookInput extends Input<BookContext> {
  /** Contracts that it concerns; absent: all. */
  readonly concerns?: (contract: Pick<Group, "choice">) => boolean;
}

/** How the hedge is reckoned. */
export const CHOICE_INPUTS = {
  DefaultBeta: {
    member: "defaultBeta",
    label: "Beta where the book has none",
    unit: "ratio",
    format: format.beta,
    validation: ANY_NUMBER,
    default: 1,
    needed: true,
    note: "counts for holdings whose beta is blank or text",
    box: { label: "beta for rows without one", title: "Default beta", place: "column" },
  },
  MarketShock: {
    member: "shock",
    label: "Market shock",
    unit: "% of market",
    format: format.percent,
    validation: bounds(-1, 10, "Enter a percentage, such as -5%."),
    default: -0.05,
    box: { label: "market move", unit: "percent", hint: "For the loss before and after", place: "more" },
  },
  AsOfDate: {
    member: "asOf",
    label: "As-of date",
    format: format.date,
    validation: DATE,
    note: "the day for which the sheet counts; =TODAY() lets it move",
    box: { label: "date of the prices", title: "Prices as of", place: "sight" },
  },
} as const satisfies Readonly<Record<string, InputOf<HedgePlan, BookInput>>>;

/** Cash, horizon and limits. An exchange's usual initial / maintenance margin is 1.1. */
export const LIMIT_INPUTS = {
  CashAvailable: {
    member: "cash",
    label: "Cash available for margin",
    unit: ({ currency }) => currency,
    format: format.money,
    validation: bounds(0, 1e15, "Enter an amount, or leave it blank."),
    default: null,
    note: "blank: not known",
    box: { label: "cash available", hint: "For margin; blank: not known", place: "more" },
  },
  HorizonDays: {
    member: "horizonDays",
    label: "Horizon",
    unit: "days",
    format: format.days,
    validation: bounds(1, 3650, "Enter days, 1 or more."),
    default: 90,
    note: "for carry, funding and CFD financing",
    box: {
      label: "horizon",
      title: "Horizon (days)",
      hint: "For carry and financing",
      whole: true,
      place: "more",
    },
  },
  MarginFactor: {
    member: "marginFactor",
    label: "Initial / maintenance margin",
    unit: "factor",
    format: format.beta,
    validation: bounds(1, 10, "Enter a factor, such as 1.1."),
    default: 1.1,
    note: "CME: 1.1; for hedgers and members 1; check your broker's",
    concerns: isMarginedByAmount,
  },
  CfdFinancing: {
    member: "cfdFinancing",
    label: "CFD financing",
    unit: "% a year",
    format: format.percent,
    validation: bounds(-1, 5, "Enter a yearly percentage."),
    default: null,
    note: "what your CFD provider charges on the position; blank: not compared",
  },
  CfdSpread: {
    member: "cfdSpread",
    label: "CFD spread and fees",
    unit: "% of position",
    format: format.percent,
    validation: bounds(0, 1, "Enter a percentage of the position."),
    default: null,
    note: "in and out together; blank: none",
  },
  FuturesFee: {
    member: "futuresFee",
    label: "Futures fees",
    unit: "per contract",
    format: format.price,
    validation: bounds(0, 1e9, "Enter an amount per contract."),
    default: null,
    note: "in the book's currency; in and out together; the same for each contract; blank: none",
  },
  ResidualTolerance: {
    member: "tolerance",
    label: "Tolerance",
    unit: "% of exposure",
    format: format.percent,
    validation: bounds(0, 1, "Enter a percentage, such as 5%."),
    default: 0.05,
    note: "rounding residual and over-hedge above it are checked",
  },
  StaleDays: {
    member: "staleDays",
    label: "Inputs are stale after",
    unit: "days",
    format: format.days,
    validation: bounds(0, 3650, "Enter days."),
    default: 5,
    note: "prices and margins further from the as-of date are checked",
  },
} as const satisfies Readonly<Record<string, InputOf<HedgePlan, BookInput>>>;

/** The numbers of the whole hedge, beside those of its aim and its put. */
export const BOOK_INPUTS = { ...CHOICE_INPUTS, ...LIMIT_INPUTS };

/** The protective put to compare with. */
export const PUT_INPUTS = {
  PutStrike: {
    member: "strike",
    label: "Strike",
    unit: "points",
    format: format.price,
    validation: POSITIVE,
    note: ({ groups }) => `on the index of ${groups[0]?.choice.code ?? ""}`,
    box: { label: "strike of the put", place: "more" },
  },
  PutVolatility: {
    member: "volatility",
    label: "Volatility",
    unit: "% a year",
    format: format.percent,
    validation: bounds(0, 10, "Enter a yearly percentage."),
    box: { label: "volatility", unit: "percent", place: "more" },
  },
  PutDays: {
    member: "days",
    label: "Days to its expiry",
    unit: "days",
    format: format.days,
    validation: bounds(0, 3650, "Enter days."),
    box: { label: "days to expiry", whole: true, place: "more" },
  },
  PutRate: {
    member: "rate",
    label: "Interest rate",
    unit: "% a year",
    format: format.percent,
    validation: bounds(-1, 1, "Enter a yearly percentage."),
    default: 0,
    box: { label: "interest rate", unit: "percent", place: "more" },
  },
  PutYield: {
    member: "yield",
    label: "Dividend yield",
    unit: "% a year",
    format: format.percent,
    validation: bounds(-1, 1, "Enter a yearly percentage."),
    default: 0,
    box: { label: "dividend yield", unit: "percent", place: "more" },
  },
} as const satisfies Readonly<Record<string, InputOf<NonNullable<HedgePlan["put"]>, BookInput>>>;

/** An input that is one of a few words. */
interface WordInput<Word extends string> {
  readonly label: string;
  /** The words, each as the pane's list explains it. */
  readonly words: Readonly<Record<Word, string>>;
  readonly validation: SheetValidation;
  readonly default: Word;
  readonly note: string;
}

/** The cell RoundingMode. */
export const ROUNDING_INPUT: WordInput<Rounding> = {
  label: "Rounding",
  words: {
    nearest: "Nearest",
    down: "Down: never more hedge than asked",
    up: "Up: never less",
    none: "None: parts of contracts",
  },
  validation: {
    kind: "list",
    list: ["nearest", "down", "up", "none"],
    message: "Choose nearest, down, up or none.",
  },
  default: "nearest",
  note: "nearest; down: never over-hedge; up: always cover; none: exact",
};

/** A list of market moves; its cells are numbered from 1: AdverseMove_1. */
interface MoveInput {
  readonly member: "adverseMoves" | "scenarioMoves";
  readonly label: string;
  readonly format: string;
  readonly validation: SheetValidation;
  readonly default: readonly number[];
}

export const MOVE_INPUTS = {
  AdverseMove: {
    member: "adverseMoves",
    label: "Move against hedge",
    format: format.percent,
    validation: bounds(-1, 10, "Enter a percentage, such as 2%."),
    default: Array.from({ length: 10 }, () => 0.02),
  },
  ScenarioMove: {
    member: "scenarioMoves",
    label: "Market move",
    format: format.percent,
    validation: bounds(-1, 10, "Enter a percentage, such as -20%."),
    // Equal steps: the chart spaces its categories equally, so that a straight line stays straight.
    default: [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3],
  },
} as const satisfies Readonly<Record<string, MoveInput>>;
export type MoveName = keyof typeof MOVE_INPUTS;

/** The lists of moves, each found by the name of its cells, its number in the list, and its default. */
export function movesOf(
  moveOf: (input: MoveInput, name: `${MoveName}_${number}`, usual: number) => number,
): Pick<HedgePlan, MoveInput["member"]> {
  const list = (name: MoveName) =>
    MOVE_INPUTS[name].default.map((usual, index) => moveOf(MOVE_INPUTS[name], `${name}_${index + 1}`, usual));
  return { adverseMoves: list("AdverseMove"), scenarioMoves: list("ScenarioMove") };
}
