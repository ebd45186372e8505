import type { ContractTerms } from "../calc/contract-value";
import { Decimal, fromCell } from "../calc/decimal";
import { findContract } from "../contracts/catalogue";
import { CellError, plainCell, type Matrix } from "./cells";
import type {
  DoubleTerms,
  NumberParam,
  NumberRange,
  Numbers,
  NumbersParam,
  Param,
  WordParam,
} from "./formula";

const ONE = new Decimal(1);

/** What a cell means as an argument: a value for `calculate` (undefined where omitted), or the error to show. */
export function readCell(name: string, param: Param, cell: unknown): unknown {
  const plain = plainCell(cell);
  if (plain instanceof CellError) return named(name, plain);
  switch (param.kind) {
    case "number":
      return readNumber(name, param, plain);
    case "word":
      return readWord(name, param, plain);
    case "contract":
      return readContract(name, plain);
    case "code":
      return readCode(name, plain);
    case "date":
      return readDate(name, param.optional === true, plain);
    case "numbers":
      throw new Error(`${name} is read as a range`);
  }
}

/** A cell in doubles, for `inDoubles`; undefined where it takes {@link readCell} to tell what it means. */
export function readDouble(name: string, param: Param, cell: unknown): unknown {
  if (param.kind === "number") {
    if (typeof cell === "number") return Number.isFinite(cell) ? cell : undefined;
    return cell === null || cell === undefined ? param.default : undefined;
  }
  if (param.kind !== "word" && param.kind !== "contract") return undefined;
  const read = readCell(name, param, cell);
  if (read instanceof CellError) return undefined;
  return param.kind === "word" ? read : inDoubles(read as ContractTerms);
}

function inDoubles({ payoff, multiplier, lot }: ContractTerms): DoubleTerms {
  return { payoff, multiplier: multiplier.toNumber(), lot: lot.toNumber() };
}

type Plain = number | string | boolean | null;

function readNumber(name: string, param: NumberParam, cell: Plain): Decimal | undefined | CellError {
  if (typeof cell === "number") return fromCell(cell);
  if (cell !== null) return refused(name, cell, "a number");
  if (param.default !== undefined) return fromCell(param.default);
  return param.optional ? undefined : argument(`${name} ${BLANK[param.range]}`);
}

/** A blank is 0 to some hosts, so where 0 is refused both get the same sentence. */
const BLANK: Readonly<Record<NumberRange, string>> = {
  any: "is blank, but must be a number",
  positive: "is blank or 0, but must be greater than 0",
  nonzero: "is blank or 0, but must not be 0",
  "not negative": "is blank, but must be 0 or greater",
  "0 to 1": "is blank, but must be from 0 to less than 1",
};

function readWord(name: string, param: WordParam, cell: Plain): string | CellError {
  // 0 is what a blank cell is to some hosts, and no word.
  if (cell === null || cell === 0) return param.default;
  const word = typeof cell === "string" ? cell.trim().toLowerCase() : undefined;
  const found = Object.keys(param.words).find((allowed) => allowed.toLowerCase() === word);
  return (
    found ?? argument(`${name} is ${shown(cell)}, but must be one of: ${Object.keys(param.words).join(", ")}`)
  );
}

const A_CONTRACT = "a contract code such as ES, or a multiplier greater than 0";

function readContract(name: string, cell: Plain): ContractTerms | CellError {
  if (typeof cell === "number" && cell > 0) return { payoff: "linear", multiplier: fromCell(cell), lot: ONE };
  if (cell === null || cell === 0) return argument(`${name} is blank or 0, but must be ${A_CONTRACT}`);
  if (typeof cell !== "string" || isNumeric(cell)) return refused(name, cell, A_CONTRACT);
  return (
    findContract(cell) ??
    new CellError(
      "#N/A",
      `${name} ${quoted(cell.trim())} is not in the catalogue; ` +
        "check the code, or give the multiplier of the contract instead",
    )
  );
}

function readCode(name: string, cell: Plain): string | CellError {
  if (cell === null || cell === 0)
    return argument(`${name} is blank, but must be a contract code such as ES`);
  if (typeof cell !== "string" || isNumeric(cell)) return refused(name, cell, "a contract code such as ES");
  return cell.replace(/\s/g, "").toUpperCase();
}

/** The last day Excel knows: 9999-12-31. */
const LAST_DAY = 2_958_465;

function readDate(name: string, optional: boolean, cell: Plain): number | undefined | CellError {
  // Serial 0 is no day of any calendar, but what a blank cell is to some hosts.
  if (cell === null || cell === 0) {
    return optional ? undefined : argument(`${name} is blank or 0, but must be a date`);
  }
  if (typeof cell !== "number") return refused(name, cell, "a date (a number formatted as a date)");
  const day = Math.floor(cell);
  return day >= 1 && day <= LAST_DAY
    ? day
    : argument(`${name} is ${String(cell)}, but must be a date from 1900-01-01 to 9999-12-31`);
}

/** A whole range as one argument, or the first error in it. */
export function readNumbers(name: string, param: NumbersParam, block: Matrix<unknown>): Numbers | CellError {
  const cells: (Decimal | null)[] = [];
  for (const [row, line] of block.entries()) {
    for (const [column, cell] of line.entries()) {
      const plain = plainCell(cell);
      const at = `${name}, row ${row + 1}${line.length > 1 ? `, column ${column + 1}` : ""}`;
      if (plain instanceof CellError) return named(plain.message === "" ? `${at},` : at, plain);
      if (typeof plain === "number") cells.push(fromCell(plain));
      else if (plain === null || (typeof plain === "string" && param.text === "blank")) cells.push(null);
      else return refused(`${at},`, plain, "a number");
    }
  }
  return { rows: block.length, columns: block[0]?.length ?? 0, cells };
}

function named(name: string, error: CellError): CellError {
  if (error.message !== "") return new CellError(error.code, `${name}: ${error.message}`);
  return new CellError(error.code, `${name} is ${error.code}`);
}

function refused(name: string, cell: number | string | boolean, expected: string): CellError {
  return argument(`${name} is ${shown(cell)}, but must be ${expected}`);
}

function argument(message: string): CellError {
  return new CellError("#VALUE!", message);
}

function isNumeric(text: string): boolean {
  return /^[\s$€£¥+(-]*\d[\d.,'\s]*%?\)?\s*$/.test(text);
}

function shown(cell: number | string | boolean): string {
  if (typeof cell === "string") return `the text ${quoted(cell)}`;
  return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell);
}

/** Long cell text is cut: a message is read in a small balloon. */
function quoted(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`;
}
