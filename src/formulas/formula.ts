import type { ContractTerms } from "../calc/contract-value";
import type { Decimal } from "../calc/decimal";

/** What a number may be. The calculation refuses the rest; this is for the help, and for blank cells. */
export type NumberRange = "any" | "positive" | "nonzero" | "not negative" | "0 to 1";

interface Described {
  /** For the function wizard and the help page: a full sentence, with the sign where there is one. */
  readonly description: string;
}

/** A number; each cell of a range gives an answer of its own. */
export interface NumberParam extends Described {
  readonly kind: "number";
  readonly unit: string;
  readonly range: NumberRange;
  readonly optional?: true;
  /** Counts where the argument is omitted or blank; an optional number without default is undefined then. */
  readonly default?: number;
  /** A row of cells is taken for a column: one row of the answer per cell. */
  readonly asColumn?: true;
}

/** One of a few words, case ignored. Always optional. */
export interface WordParam<W extends string = string> extends Described {
  readonly kind: "word";
  /** Each allowed word with what it means. */
  readonly words: Readonly<Record<W, string>>;
  readonly default: NoInfer<W>;
}

/** A catalogue code or a multiplier: what the maths must know of the contract. */
export interface ContractParam extends Described {
  readonly kind: "contract";
}

/** A contract's code as text, blanks removed, in capitals: `ES`, `ESZ26`. */
export interface CodeParam extends Described {
  readonly kind: "code";
}

/** An Excel date serial, without the time of day. */
export interface DateParam extends Described {
  readonly kind: "date";
  readonly optional?: true;
}

/** A whole range of numbers that gives one answer. */
export interface NumbersParam extends Described {
  readonly kind: "numbers";
  readonly unit: string;
  /** Text in a cell is refused, or counts as a blank. */
  readonly text: "refused" | "blank";
}

export type Param = NumberParam | WordParam | ContractParam | CodeParam | DateParam | NumbersParam;
export type Params = Readonly<Record<string, Param>>;

/** A range as read: its shape and its cells row by row; null is a blank. */
export interface Numbers {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly (Decimal | null)[];
}

/** What `calculate` is given for a param. */
export type Arg<P> = P extends { kind: "number" }
  ? P extends { optional: true }
    ? P extends { default: number }
      ? Decimal
      : Decimal | undefined
    : Decimal
  : P extends WordParam<infer W>
    ? W
    : P extends { kind: "contract" }
      ? ContractTerms
      : P extends { kind: "code" }
        ? string
        : P extends { kind: "date" }
          ? P extends { optional: true }
            ? number | undefined
            : number
          : P extends { kind: "numbers" }
            ? Numbers
            : never;
export type Args<P extends Params> = { readonly [K in keyof P]: Arg<P[K]> };

/** What `inDoubles` is given for a param. */
type DoubleArg<P> = P extends { kind: "number"; default: number } | { kind: "number"; optional?: never }
  ? number
  : P extends { kind: "contract" }
    ? DoubleTerms
    : P extends WordParam<infer W>
      ? W
      : never;
export type DoubleArgs<P extends Params> = { readonly [K in keyof P]: DoubleArg<P[K]> };

/** The terms of a contract, in doubles. */
export interface DoubleTerms {
  readonly payoff: "linear" | "inverse";
  readonly multiplier: number;
  readonly lot: number;
}

/** A contract in a native formula: cells or names with its multiplier and lot, and its payoff, known when written. */
export interface NativeContract {
  readonly multiplier: string;
  /** Default "linear". */
  readonly payoff?: "linear" | "inverse";
  /** Default "1". */
  readonly lot?: string;
}

/** What a native spelling is given for a param: a cell, a name, a literal or an expression, as text. */
type NativeArg<P> = P extends { kind: "contract" } ? Required<NativeContract> : string;
type OmittedAsUndefined<P> = P extends { kind: "number"; default: number }
  ? never
  : P extends { kind: "number" | "date"; optional: true }
    ? undefined
    : never;
export type NativeArgs<P extends Params> = {
  readonly [K in keyof P]: NativeArg<P[K]> | OmittedAsUndefined<P[K]>;
};

/** What a native spelling may be called with: an optional argument may be left out, its default is spelled then. */
export type NativeInput<P extends Params> = {
  readonly [K in RequiredKeys<P>]: P[K] extends { kind: "contract" } ? NativeContract : string;
} & { readonly [K in Exclude<keyof P, RequiredKeys<P>>]?: string };
type RequiredKeys<P extends Params> = {
  [K in keyof P]: P[K] extends { optional: true } | { kind: "word" } ? never : K;
}[keyof P];

/** An answer: one cell, or a block of cells that spills. Numbers that are exact dates or words may be plain. */
export type AnswerCell = Decimal | number | string;
export type Answer = AnswerCell | readonly (readonly AnswerCell[])[];

/** A native spelling: one formula, or a block of formulas; without the leading "=". */
export type Native = string | readonly (readonly string[])[];

/** An argument as typed into an example: a number, text, or the cells of a range. */
export type ExampleCell = number | string | readonly (readonly (number | string)[])[];

/** A worked example: shown on the help page, and a test. */
export interface Example {
  /** In argument order; optional ones at the end may be missing. */
  readonly cells: readonly ExampleCell[];
  /** What the cell shows, or the spilled block. */
  readonly result: number | string | readonly (readonly (number | string)[])[];
  /** How far the published figure is rounded; 0 or absent: exact to a double. */
  readonly tolerance?: number;
  /** What the example shows: a sentence. */
  readonly says: string;
  /** Where the figure was published. */
  readonly source: string;
}

/** What Excel runs: a function's arguments and its arithmetic. */
export interface TypedFunction<P extends Params> {
  readonly name: string;
  readonly params: P;
  /** Throws a DomainError where there is no answer. */
  calculate(args: Args<P>): Answer;
  /** The same number in doubles, for long columns; undefined wherever the decimals could answer another one. */
  inDoubles?(args: DoubleArgs<P>): number | undefined;
}

/** Any FUT_ function as Excel runs it; what its arguments are, only its `params` tell. */
export interface CellFunction {
  readonly name: string;
  readonly params: Params;
  calculate(args: never): Answer;
  inDoubles?(args: never): number | undefined;
}

/** What a FUT_ function says of itself, and its examples. */
interface Words {
  /** For the autocomplete list: one sentence. */
  readonly summary: string;
  /** The formula in words and symbols, for the help page; a line each. */
  readonly formula: readonly string[];
  readonly result: { readonly description: string; readonly unit: string };
  /** Where the native spelling is missing, or says less than `calculate`: how the worksheet gets the value. */
  readonly nativeNote?: string;
  readonly examples: readonly [Example, ...Example[]];
  /** What the function does not know or does not do, for the help page. */
  readonly limits: readonly string[];
}

/** The words as they are written down, with the native spelling. */
interface Entry<P extends Params> extends Words {
  /** The formula that a colleague without the add-in can use; null where Excel has none. */
  native: ((args: NativeArgs<P>) => Native) | null;
}

/** A FUT_ function: the one source of its words, its arithmetic, its native spelling and its examples. */
export interface TypedFormula<P extends Params> extends TypedFunction<P>, Words {
  /** Arguments that are expressions are bracketed; omitted optional ones are spelled with their default. */
  native(args: NativeInput<P>): Native;
  readonly hasNative: boolean;
}

/** Any FUT_ function. */
export interface Formula extends CellFunction, Words {
  native(args: never): Native;
  readonly hasNative: boolean;
}

/** Keeps the types together. */
export function defineFunction<const P extends Params>(facts: TypedFunction<P>): TypedFunction<P> {
  return facts;
}

/**
 * A function with its words; makes `native` safe to call with expressions and without optional arguments.
 *
 * A call is marked `@__PURE__`: Excel needs no words to calculate, so bundlers leave them out of functions.js.
 */
export function defineFormula<P extends Params>(run: TypedFunction<P>, entry: Entry<P>): TypedFormula<P> {
  const { native } = entry;
  return {
    ...run,
    ...entry,
    hasNative: native !== null,
    native(input) {
      if (native === null) throw new Error(`${run.name} has no native spelling: ${entry.nativeNote ?? ""}`);
      return native(nativeArgs(run.params, input) as NativeArgs<P>);
    },
  };
}

function nativeArgs(params: Params, input: Readonly<Record<string, NativeContract | string | undefined>>) {
  return Object.fromEntries(
    Object.entries(params).map(([name, param]) => [name, nativeArg(param, input[name])]),
  );
}

function nativeArg(param: Param, given: NativeContract | string | undefined) {
  if (given === undefined) return nativeDefault(param);
  if (typeof given === "string") return bracketed(given);
  const { multiplier, payoff = "linear", lot = "1" } = given;
  return { multiplier: bracketed(multiplier), payoff, lot: bracketed(lot) };
}

function nativeDefault(param: Param): string | undefined {
  if (param.kind === "word") return `"${param.default}"`;
  if (param.kind === "number" && param.default !== undefined) return bracketed(String(param.default));
  return undefined;
}

/** A cell, a range, a name, a number ≥ 0 or a word stays as it is; anything else gets brackets. */
function bracketed(expression: string): string {
  return /^([\w.$:]+|'[^']*'![\w$:]+|[\w.]+![\w$:]+|"[^"]*")$/.test(expression)
    ? expression
    : `(${expression})`;
}
