import type { NumberRange, Param } from "../formulas/formula";

/** What an argument is, in one line for the function wizard: meaning, unit, what is allowed, default. */
export function parameterHelp(param: Param): string {
  return [param.description, ...details(param)].join(" ");
}

function details(param: Param): string[] {
  switch (param.kind) {
    case "number":
      return [`Unit: ${param.unit}${RANGES[param.range]}.`, ...defaultOf(param)];
    case "word":
      return [`One of: ${Object.keys(param.words).join(", ")}.`, `Default: ${param.default}.`];
    case "numbers":
      return [`A range. Unit: ${param.unit}.`];
    case "date":
      return [param.optional ? "An Excel date; may be left out." : "An Excel date."];
    case "contract":
    case "code":
      return [];
  }
}

function defaultOf(param: Extract<Param, { kind: "number" }>): string[] {
  if (param.default !== undefined) return [`Default: ${param.default}.`];
  return param.optional ? ["May be left out."] : [];
}

const RANGES: Readonly<Record<NumberRange, string>> = {
  any: "",
  positive: ", greater than 0",
  nonzero: ", not 0",
  "not negative": ", 0 or greater",
  "0 to 1": ", from 0 to less than 1",
};

/** The signs that all functions share. */
export const SIGNS =
  "Contracts are signed: positive is long or buys, negative is short or sells. Basis is futures − spot. " +
  "With a positive funding rate longs pay shorts.";

/** What holds for every argument and answer. */
export const CELL_RULES =
  "Every argument takes a cell or a range; the answers spill, and an error stays in its own cell.";

/** What a cell shows instead of an answer, and the remedy. */
export const ERRORS: readonly (readonly [string, string])[] = [
  [
    "#VALUE!",
    "An argument is wrong or blank. Point to the cell: the message names the argument and what it must be.",
  ],
  [
    "#N/A",
    "The contract or date is not held, or ranges do not fit. The message says which; a multiplier always works.",
  ],
  ["#NUM!", "There is no such number, or it is too large for a cell."],
  ["#SPILL!", "Cells where the answer belongs are not empty."],
];
