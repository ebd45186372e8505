import type { NumberRange, Param } from "../formulas/formula";

/** What an argument is, in one line for the function wizard: meaning, unit, what is allowed, default. */
export function parameterHelp(param: Param): string {
  return [param.description, ...details(param)].join(" ");
}

function details(param: Param): string[] {
  switch (param.kind) {
    case "number":
      return [`In ${param.unit}${RANGES[param.range]}.`, ...defaultOf(param)];
    case "word":
      return [`One of: ${Object.keys(param.words).join(", ")}.`, `Default: ${param.default}.`];
    case "numbers":
      return [`A range, in ${param.unit}.`];
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
