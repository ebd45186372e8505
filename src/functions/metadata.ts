import { CONTRACTS } from "../contracts/catalogue";
import type { Formula, Param } from "../formulas/formula";
import { FORMULAS } from "../formulas/formulas";
import { parameterHelp } from "./help-text";

/** Where the add-in is served while it is developed; a production build gives its own. */
const DEVELOPMENT = "https://localhost:3000";

interface EnumValue {
  readonly name: string;
  readonly stringValue: string;
  readonly tooltip: string;
}

/** The contents of functions.json: no namespace, ids equal names, help for each. */
export interface Metadata {
  readonly allowCustomDataForDataTypeAny: true;
  readonly allowErrorForDataTypeAny: true;
  readonly enums: readonly {
    readonly id: string;
    readonly type: "string";
    readonly values: readonly EnumValue[];
  }[];
  readonly functions: readonly object[];
}

/**
 * What Excel must know of the functions before it runs them. Every argument may be a cell or a range, of numbers,
 * text, errors and data types alike: so each is a matrix of any.
 *
 * @param baseUrl where the add-in is served, without a slash at the end
 */
export function metadata(baseUrl = DEVELOPMENT): Metadata {
  return {
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    enums: enums(),
    functions: FORMULAS.map((formula) => toFunction(formula, baseUrl)),
  };
}

function toFunction({ name, summary, params }: Formula, baseUrl: string): object {
  return {
    id: name,
    name,
    description: summary,
    helpUrl: `${baseUrl}/${helpPath(name)}`,
    parameters: Object.entries(params).map(([param, facts]) => ({
      name: param,
      description: parameterHelp(facts),
      type: "any",
      dimensionality: "matrix",
      ...(isOptional(facts) ? { optional: true } : {}),
      ...enumOf(name, param, facts),
    })),
    result: { type: "any", dimensionality: "matrix" },
  };
}

/** The help page of a function, relative to the add-in's root. */
export function helpPath(name: string): string {
  return `help/${name.toLowerCase().replaceAll("_", "-")}.html`;
}

function isOptional(param: Param): boolean {
  return param.kind === "word" || "optional" in param;
}

const CONTRACT_ENUM = "FUT.CONTRACT";

function enumOf(formula: string, name: string, param: Param): { customEnumId?: string } {
  if (param.kind === "contract" || param.kind === "code") return { customEnumId: CONTRACT_ENUM };
  return param.kind === "word" ? { customEnumId: wordEnumId(formula, name) } : {};
}

/** The same argument may know other words in another function. */
function wordEnumId(formula: string, param: string): string {
  return `${formula.replace("FUT_", "FUT.")}.${param.toUpperCase()}`;
}

function enums(): Metadata["enums"] {
  const words = FORMULAS.flatMap(({ name: formula, params }) =>
    Object.entries(params).flatMap(([name, param]) =>
      param.kind === "word"
        ? [
            {
              id: wordEnumId(formula, name),
              type: "string" as const,
              values: Object.entries(param.words).map(enumValue),
            },
          ]
        : [],
    ),
  );
  const contracts = CONTRACTS.map(({ code, name }) => enumValue([code, name]));
  return [{ id: CONTRACT_ENUM, type: "string", values: contracts }, ...words];
}

function enumValue([value, tooltip]: readonly [string, string]): EnumValue {
  return { name: value, stringValue: value, tooltip };
}
