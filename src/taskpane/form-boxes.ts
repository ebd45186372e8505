import type { BOOK_INPUTS, PUT_INPUTS } from "../sheet/plan/book-inputs";
import type { CONTRACT_INPUTS, SMALLER_INPUTS } from "../sheet/plan/contract-inputs";
import { isDate, valueFor, type Input, type InputBox, type InputTable } from "../sheet/plan/input";
import { isoDate, numberText, readDate, readNumber, type NumberBox, type Typed } from "./typed-number";

/** Members of a table's inputs that have a box in the pane. */
type BoxOf<Table extends InputTable> = {
  [Name in keyof Table]: Table[Name] extends { readonly box: InputBox } ? Table[Name]["member"] : never;
}[keyof Table];

export type BookBox = BoxOf<typeof BOOK_INPUTS>;
export type PutBox = BoxOf<typeof PUT_INPUTS>;
export type ContractBox = BoxOf<typeof CONTRACT_INPUTS> | BoxOf<typeof SMALLER_INPUTS>;

/** A box of the form by name, so that a problem can be shown at the box: "aim targetBeta", "contract 0 price". */
export type BoxName = BookBox | `aim ${string}` | `put ${PutBox}` | `contract ${number} ${ContractBox}`;

/** What boxes hold, as typed. */
export type Texts<Box extends string> = Readonly<Record<Box, string>>;

/** An input with a box. */
export type BoxedInput = Input & { readonly box: InputBox };

/** The inputs of a table that have a box, in its order. */
export function boxedInputs(table: InputTable): readonly BoxedInput[] {
  return Object.values(table).filter(isBoxed);
}

export function isBoxed(input: Input): input is BoxedInput {
  return input.box !== undefined;
}

/** What the boxes of a table show for an object; a box whose number it does not have starts as the input does. */
export function textsOf<Table extends InputTable>(table: Table, values: object): Texts<BoxOf<Table>> {
  const texts = boxedInputs(table).map((input) => {
    const value = input.member in values ? valueFor(input, values) : (input.default ?? null);
    return [input.member, textIn(input, value)] as const;
  });
  return Object.fromEntries(texts) as Texts<BoxOf<Table>>;
}

/** A number as the box of an input shows it; blank for none. */
function textIn(input: BoxedInput, value: number | null): string {
  return isDate(input) ? isoDate(value) : numberText(value, input.box.unit);
}

/**
 * The number in the box of an input.
 *
 * @param label what a sentence calls it: "price of ES"
 */
export function readBox(input: BoxedInput, text: string, label = input.box.label): Typed<number | null> {
  const optional = input.default === null;
  if (!isDate(input)) return readNumber(text, { ...input.box, label, range: rangeOf(input), optional });
  const isNeeded = text === "" && !optional;
  return isNeeded ? { ok: false, problem: `Give the ${label}: the box is empty.` } : readDate(text, label);
}

/** As the sheet's cell has it. */
function rangeOf({ validation: { min = -Infinity } }: Input): NonNullable<NumberBox["range"]> {
  if (min > 0) return "positive";
  return min === 0 ? "notNegative" : "any";
}
