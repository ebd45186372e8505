import type { Rounding } from "../../calc/rounding";
import type { SheetValidation } from "./validations";

/**
 * An input of the hedge that is a number or a date, described once: from this follow its cell on the sheet, its box in
 * the pane, what messages call it, and how it is read back from both. It stands in a table under the name of its cell.
 *
 * @typeParam Context what words may depend on that follow from the whole plan
 */
export interface Input<Context = never> {
  /** Of the plan, the aim, the put or the contract that the table is for. */
  readonly member: string;
  /** On the sheet, and in messages about it. */
  readonly label: string;
  readonly unit?: Words<Context>;
  /** Number format; one that depends on the lot is `contractFormat`. */
  readonly format: string | ((lot: number, rounding: Rounding) => string);
  /** What its cell accepts; the box in the pane accepts the same range. */
  readonly validation: SheetValidation;
  /** What a new hedge starts with, and what counts where a sheet has no such cell; null: not known, may be blank. */
  readonly default?: number | null;
  /** It decides how many contracts are traded: a sheet that has lost it is refused, no default stands in. */
  readonly needed?: true;
  /** null in the plan is the as-of date, and stands on the sheet as that. */
  readonly nullIs?: "asOf";
  readonly note?: Words<Context>;
  /** In the pane; absent: on the sheet only. */
  readonly box?: InputBox;
}

type Words<Context> = string | ((context: Context) => string);

/** The box of an input in the pane. */
export interface InputBox {
  /** As sentences call it, lower case: "price", "target beta". */
  readonly label: string;
  /** What stands above the box, where that is not the label with a capital. */
  readonly title?: string | ((contract: BoxContract) => string);
  readonly hint?: string | ((contract: BoxContract) => string);
  /** The box shows 50 for 0.5. */
  readonly unit?: "percent";
  readonly whole?: true;
  /** In sight, folded away with what the hedge can do without, or beside the column that it stands in for. */
  readonly place: "sight" | "more" | "column";
}

/** What the words at a contract's box name. */
export interface BoxContract {
  readonly code: string;
  /** "": not known. */
  readonly currency: string;
}

/** Inputs by the names of their cells, in their order on the sheet and in the pane. */
export type InputTable<Context = never> = Readonly<Record<string, Input<Context>>>;

/** A `Row` for a member of `Of`: one that may be null may have the default null, and no other. */
export type InputOf<Of, Row extends Input> = {
  [Member in NumberMember<Of>]: Row & {
    readonly member: Member;
    readonly default?: null extends Of[Member] ? number | null : number;
  };
}[NumberMember<Of>];

type NumberMember<Of> = {
  [Member in keyof Of & string]: Of[Member] extends number | null ? Member : never;
}[keyof Of & string];

/** What a table is the inputs of: a number for each member. */
export type NumbersOf<Table extends InputTable> = {
  readonly [Name in keyof Table as Table[Name]["member"]]: Table[Name] extends { readonly default: null }
    ? number | null
    : number;
};

/**
 * The numbers for a table, each found by its input and the name of its cell.
 *
 * @param numberOf null only for an input that may be blank: its default is null
 */
export function numbersOf<Table extends InputTable>(
  table: Table,
  numberOf: (input: Table[keyof Table], name: keyof Table & string) => number | null,
): NumbersOf<Table> {
  const numbers = entriesOf(table).map(([name, input]) => [input.member, numberOf(input, name)] as const);
  return Object.fromEntries(numbers) as NumbersOf<Table>;
}

/** The inputs of a table with the names of their cells. */
export function entriesOf<Table extends object>(
  table: Table,
): readonly (readonly [keyof Table & string, Table[keyof Table]])[] {
  return Object.entries(table) as [keyof Table & string, Table[keyof Table]][];
}

type WithDefault<Table extends InputTable> = {
  [
    Name in keyof Table as Table[Name] extends { readonly default: number | null } ? Name : never
  ]: Table[Name];
};

/** What a new hedge starts with, for those inputs of a table that have a default. */
export function defaultsOf<Table extends InputTable>(table: Table): NumbersOf<WithDefault<Table>> {
  const held = Object.values(table).filter((input) => input.default !== undefined);
  return Object.fromEntries(held.map((input) => [input.member, input.default])) as NumbersOf<
    WithDefault<Table>
  >;
}

/** The number that an object has for an input; null where it has none. */
export function valueFor(input: Input, values: object): number | null {
  const value: unknown = Reflect.get(values, input.member);
  return typeof value === "number" ? value : null;
}

export function isDate({ validation }: Input): boolean {
  return validation.kind === "date";
}
