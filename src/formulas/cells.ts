/** An error as a cell holds it. Excel shows a message on #VALUE! and #N/A only. */
export class CellError {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}

/** What a cell shows. */
export type CellValue = number | string | CellError;

/** A block of cells, row by row. */
export type Matrix<T> = readonly (readonly T[])[];

/** A data-type cell or an error, as Excel hands it to a function. */
interface TypedCell {
  readonly type?: unknown;
  readonly basicType?: unknown;
  readonly basicValue?: unknown;
  readonly code?: unknown;
}

/** A cell without its wrapping: a number, text, true, false, null for a blank, or the error it holds. */
export type PlainCell = number | string | boolean | null | CellError;

/**
 * What a cell holds, however the host hands it over: a blank arrives as null, "" or nothing at all (and as 0 from
 * some desktops), an error as an object, a Stocks or entity cell as an object with a basic value.
 */
export function plainCell(cell: unknown): PlainCell {
  if (cell === null || cell === undefined || cell === "") return null;
  if (typeof cell === "number") {
    return Number.isFinite(cell) ? cell : new CellError("#NUM!", "the cell holds no finite number");
  }
  if (typeof cell === "string") return cell.trim() === "" ? null : cell;
  if (typeof cell === "boolean") return cell;
  if (cell instanceof CellError) return cell;
  return typeof cell === "object" ? fromTypedCell(cell) : new CellError("#VALUE!", "the cell holds no value");
}

function fromTypedCell({ type, basicType, basicValue, code }: TypedCell): PlainCell {
  if (type === "Error") return new CellError(errorCode(basicValue ?? code), "");
  if (basicType === "Error" || basicValue === undefined || typeof basicValue === "object") {
    const kind = typeof type === "string" ? ` (${type})` : "";
    return new CellError(
      "#VALUE!",
      `the cell holds a data type${kind} without a plain value; point to one of its fields`,
    );
  }
  return plainCell(basicValue);
}

function errorCode(code: unknown): string {
  return typeof code === "string" && code.startsWith("#") ? code : "#VALUE!";
}

/** The cells of an argument: a lone value is a block of one. */
export function cellBlock(argument: unknown): Matrix<unknown> {
  if (!Array.isArray(argument)) return [[argument]];
  if (argument.length === 0) return [[null]];
  const rows = argument as readonly unknown[];
  return rows.every((row): row is readonly unknown[] => Array.isArray(row)) ? rows : [rows];
}
