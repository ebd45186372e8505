import type { CellInput } from "../engine/engine";
import { requireFormula } from "./formula-text";
import { HostError } from "./host-error";

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d*)?)(?:e[-+]?\d+)?$/i;
const PERCENT = /^[-+]?(?:\d+\.?\d*|\.\d+)%$/;
/** Characters that a cell can hold. */
const LONGEST_TEXT = 32_767;
const ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/i;

/**
 * What a value given to `Range.values` or `Range.formulas` becomes, as if it were typed into the cell:
 * "=…", "+…" and "-…" are formulas, "12" a number, "TRUE" a boolean; an apostrophe keeps text as text.
 * A cell formatted as text ("@") takes everything as text.
 *
 * @throws {HostError} InvalidArgument for a formula or a text that Excel does not take
 * @see https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member
 */
export function cellInput(value: unknown, numberFormat: string): CellInput | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string") throw new HostError("InvalidArgument");
  if (value === "") return "";
  if (value.length > LONGEST_TEXT) throw new HostError("InvalidArgument");
  if (numberFormat === "@") return asText(value.startsWith("'") ? value.slice(1) : value);
  if (value.startsWith("'")) return asText(value.slice(1));
  return typed(value);
}

function typed(text: string): CellInput {
  const trimmed = text.trim();
  if (NUMBER.test(trimmed)) return Number(trimmed.replaceAll(",", ""));
  if (PERCENT.test(trimmed)) return Number(trimmed.slice(0, -1)) / 100;
  if (/^(?:TRUE|FALSE)$/i.test(trimmed)) return trimmed.toUpperCase() === "TRUE";
  if (ERROR.test(trimmed)) return `=${trimmed.toUpperCase()}`;
  if (text.length > 1 && text.startsWith("=")) return requireFormula(text);
  if (text.length > 1 && /^[+-]/.test(text)) {
    return requireFormula(text.startsWith("+") ? `=${text.slice(1)}` : `=${text}`);
  }
  return asText(text);
}

/** Text for the engine: one that would read as a formula or begins with an apostrophe gets an apostrophe in front. */
function asText(text: string): string {
  return /^[='+-]/.test(text) ? `'${text}` : text;
}

/** What `Range.formulas` answers for a cell: the formula, or the constant without its apostrophe. */
export function shownInput(input: CellInput): CellInput {
  return typeof input === "string" && input.startsWith("'") ? input.slice(1) : input;
}
