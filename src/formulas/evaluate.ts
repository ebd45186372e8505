import { DomainError } from "../calc/errors";
import { CellError, cellBlock, type CellValue, type Matrix } from "./cells";
import type { Answer, AnswerCell, CellFunction, Param } from "./formula";
import { readCell, readDouble, readNumbers } from "./read";

/**
 * A function over cells, as Excel calls it: arguments in order, each a value or a block of cells, null or nothing
 * where omitted. Every cell of the answer is a finite number, text, or an error with a message.
 *
 * Ranges stretch as Excel's arrays do: one row or one column stretches over the other argument's, a row by a column
 * gives the grid, and where sizes do not fit there is #N/A in those cells. An error stays in its own cell.
 */
export function evaluate(called: CellFunction, cells: readonly unknown[]): Matrix<CellValue> {
  const read = Object.entries(called.params).map(([name, param], i) => reader(name, param, cells[i]));
  const rows = Math.max(...read.map((arg) => arg.rows));
  const columns = Math.max(...read.map((arg) => arg.columns));
  const quick = quickly(called, read);
  let single = true;
  const answers: (CellValue | Matrix<CellValue>)[][] = [];
  for (let row = 0; row < rows; row++) {
    const line: (CellValue | Matrix<CellValue>)[] = [];
    for (let column = 0; column < columns; column++) {
      const answer = quick?.(row, column) ?? calculateAt(called, read, row, column);
      if (isBlock(answer)) single = false;
      line.push(answer);
    }
    answers.push(line);
  }
  return single ? (answers as CellValue[][]) : tiled(answers.map((line) => line.map(asBlock)));
}

/** Answers in doubles where the function has them and the cells are plain; undefined for a cell that needs more. */
function quickly(
  called: CellFunction,
  read: readonly Reader[],
): ((row: number, column: number) => number | undefined) | undefined {
  if (called.inDoubles === undefined) return undefined;
  const args: Record<string, unknown> = {};
  const ranges = read.filter(({ rows, columns }) => rows > 1 || columns > 1);
  for (const arg of read) {
    if (ranges.includes(arg)) continue;
    args[arg.name] = arg.doubleAt(0, 0);
    if (args[arg.name] === undefined) return undefined;
  }
  return (row, column) => {
    for (const arg of ranges) {
      const value = arg.doubleAt(row, column);
      if (value === undefined) return undefined;
      args[arg.name] = value;
    }
    return called.inDoubles?.(args as never);
  };
}

function asBlock(answer: CellValue | Matrix<CellValue>): Matrix<CellValue> {
  return isBlock(answer) ? answer : [[answer]];
}

/** One argument, read cell by cell on demand and each cell once. */
interface Reader {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  at(row: number, column: number): unknown;
  /** As a double, or undefined; see readDouble. */
  doubleAt(row: number, column: number): unknown;
}

function reader(name: string, param: Param, argument: unknown): Reader {
  const given = cellBlock(argument);
  if (param.kind === "numbers") {
    const numbers = readNumbers(name, param, given);
    return { name, rows: 1, columns: 1, at: () => numbers, doubleAt: () => undefined };
  }
  const block = param.kind === "number" && param.asColumn ? given.flat().map((cell) => [cell]) : given;
  const rows = block.length;
  const columns = block[0]?.length ?? 0;
  const seen: unknown[] = [];
  return {
    name,
    rows,
    columns,
    at(row, column) {
      const r = rows === 1 ? 0 : row;
      const c = columns === 1 ? 0 : column;
      if (r >= rows || c >= columns) {
        return new CellError("#N/A", `${name} is ${rows}×${columns}, too small for the other ranges`);
      }
      const index = r * columns + c;
      if (!(index in seen)) seen[index] = readCell(name, param, block[r]?.[c]);
      return seen[index];
    },
    doubleAt: (row, column) =>
      readDouble(name, param, block[rows === 1 ? 0 : row]?.[columns === 1 ? 0 : column]),
  };
}

function calculateAt(
  called: CellFunction,
  read: readonly Reader[],
  row: number,
  column: number,
): CellValue | Matrix<CellValue> {
  const args: Record<string, unknown> = {};
  for (const arg of read) {
    const value = arg.at(row, column);
    if (value instanceof CellError) return value;
    args[arg.name] = value;
  }
  try {
    return answerCells(called.calculate(args as never));
  } catch (error) {
    if (error instanceof DomainError) return toCellError(error);
    throw error;
  }
}

function toCellError({ kind, message }: DomainError): CellError {
  const codes = { argument: "#VALUE!", missing: "#N/A", "no-answer": "#NUM!" } as const;
  return new CellError(codes[kind], message);
}

function answerCells(answer: Answer): CellValue | Matrix<CellValue> {
  return isBlock(answer) ? answer.map((line) => line.map(answerCell)) : answerCell(answer);
}

function isBlock<T>(answer: T | Matrix<T>): answer is Matrix<T> {
  return Array.isArray(answer);
}

/** NaN, Infinity and −0 never reach a cell. */
function answerCell(answer: AnswerCell): CellValue {
  if (typeof answer === "string") return answer;
  const x = typeof answer === "number" ? answer : answer.toNumber();
  if (!Number.isFinite(x)) return new CellError("#NUM!", "the result is too large for a cell");
  return x === 0 ? 0 : x;
}

/** Blocks side by side and below each other; an error fills the place of its block, missing cells are #N/A. */
function tiled(blocks: Matrix<Matrix<CellValue>>): Matrix<CellValue> {
  let height = 1;
  let width = 1;
  for (const block of blocks.flat()) {
    height = Math.max(height, block.length);
    width = Math.max(width, block[0]?.length ?? 0);
  }
  return blocks.flatMap((line) =>
    Array.from({ length: height }, (_, row) =>
      line.flatMap((block) => Array.from({ length: width }, (__, column) => cellOf(block, row, column))),
    ),
  );
}

function cellOf(block: Matrix<CellValue>, row: number, column: number): CellValue {
  const first = block[0]?.[0];
  return (
    block[row]?.[column] ?? (first instanceof CellError ? first : new CellError("#N/A", "no more cells"))
  );
}

/** The lone cell of an answer that is one cell. */
export function evaluateCell(called: CellFunction, cells: readonly unknown[]): CellValue {
  return cellOf(evaluate(called, cells), 0, 0);
}
