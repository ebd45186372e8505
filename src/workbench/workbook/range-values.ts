import { isEntireColumn, isEntireRow, MAX_COLUMNS, MAX_ROWS } from "../engine/address";
import type { Area, CellInput, CellValue } from "../engine/engine";
import { cellInput, shownInput } from "./cell-input";
import { HostError } from "./host-error";
import type { ObjectClass } from "./object-class";
import { requireUnlocked, requireUnprotected } from "./protected-cells";
import { addressOf } from "./range-address";
import type { Session } from "./session";

/** Excel reads five million cells at most, and answers null for entire rows and columns. */
const MOST_CELLS_READ = 5_000_000;

export const rangeValues: Pick<ObjectClass<"Range">, "get" | "set"> = {
  get: {
    address: (area, session) => addressOf(area, session),
    addressLocal: (area, session) => addressOf(area, session),
    rowIndex: ({ row }) => row,
    columnIndex: ({ column }) => column,
    rowCount: ({ rows }) => rows,
    columnCount: ({ columns }) => columns,
    cellCount: ({ rows, columns }) => (rows * columns > 2 ** 31 - 1 ? -1 : rows * columns),
    isEntireColumn,
    isEntireRow,
    values: (area, session) => read(area, () => session.engine.values(area).map((line) => line.map(plain))),
    valueTypes: (area, session) =>
      read(area, () => session.engine.values(area).map((line) => line.map(valueType))),
    text: (area, session) => read(area, () => session.engine.texts(area)),
    formulas: (area, session) => read(area, () => formulas(area, session)),
    formulasLocal: (area, session) => read(area, () => formulas(area, session)),
    numberFormat: (area, session) => read(area, () => numberFormats(area, session)),
    numberFormatLocal: (area, session) => read(area, () => numberFormats(area, session)),
    hasSpill: (area, session) => hasSpill(area, session),
    rowHidden: ({ sheet, row, rows }, session) =>
      alike(rows === MAX_ROWS ? 1 : rows, (i) => session.engine.rowHidden(sheet, row + i)),
    columnHidden: ({ sheet, column, columns }, session) =>
      alike(
        columns === MAX_COLUMNS ? 1 : columns,
        (i) => session.engine.columnWidth(sheet, column + i) === 0,
      ),
    hidden: (area, session) => isHidden(area, session),
  },
  set: {
    values: write,
    formulas: write,
    numberFormat: (area, value, session) => {
      requireUnprotected(area.sheet, session);
      setNumberFormats(area, value, session);
    },
    rowHidden: ({ sheet, row, rows }, hidden, session) => {
      requireUnprotected(sheet, session);
      session.engine.setRowHidden(sheet, row, rows, hidden);
    },
  },
};

function read<T>(area: Area, values: () => T): T {
  const unbounded = isEntireColumn(area) || isEntireRow(area) || area.rows * area.columns > MOST_CELLS_READ;
  // Excel's typings promise a matrix, Excel answers null: see "Read or write to an unbounded range".
  return unbounded ? (null as T) : values();
}

function plain(value: CellValue): number | string | boolean {
  return typeof value === "object" ? value.error : value;
}

function valueType(value: CellValue): `${Excel.RangeValueType}` {
  if (value === "") return "Empty";
  switch (typeof value) {
    case "number":
      return "Double";
    case "boolean":
      return "Boolean";
    case "string":
      return "String";
    default:
      return "Error";
  }
}

/** A formula is shown as typed; a spilled cell shows its value, as in Excel's formula bar. */
function formulas(area: Area, session: Session): CellInput[][] {
  const values = session.engine.values(area);
  return session.engine
    .inputs(area)
    .map((line, i) =>
      line.map((input, j) => (input === "" ? plain(values[i]?.[j] ?? "") : shownInput(input))),
    );
}

function numberFormats(area: Area, session: Session): string[][] {
  return session.engine.format(area).map((line) => line.map(({ numberFormat }) => numberFormat));
}

/** True if every cell belongs to a spill, false if none does, null if some do. */
function hasSpill(area: Area, session: Session): boolean {
  const values = session.engine.values(area);
  const spilled = session.engine
    .inputs(area)
    .map((line, i) => line.map((input, j) => input === "" && values[i]?.[j] !== ""));
  const flat = spilled.flat();
  return flat.every(Boolean) ? true : flat.some(Boolean) ? (null as unknown as boolean) : false;
}

/** The answer that all lines give; null, as Excel says it, when they differ. */
function alike<T>(count: number, answer: (index: number) => T): T {
  const first = answer(0);
  for (let i = 1; i < count; i++) if (answer(i) !== first) return null as T;
  return first;
}

function isHidden(area: Area, { engine }: Session): boolean {
  for (let i = 0; i < Math.min(area.rows, MAX_ROWS); i++) {
    if (!engine.rowHidden(area.sheet, area.row + i)) return false;
  }
  return true;
}

function write(area: Area, given: unknown, session: Session): void {
  requireUnlocked([area], session);
  const { engine } = session;
  const formats = area.rows * area.columns <= MOST_CELLS_READ ? engine.format(area) : null;
  const inputs = expand(area, given).map((line, i) =>
    line.map((value, j) => cellInput(value, formats?.[i]?.[j]?.numberFormat ?? "General")),
  );
  engine.write(area, inputs);
  session.raise({ type: "changed", area, changeType: "RangeEdited", by: "add-in" });
}

function setNumberFormats(area: Area, given: unknown, { engine }: Session): void {
  if (!Array.isArray(given)) {
    engine.setFormat(area, { numberFormat: textOf(given) });
    return;
  }
  const rows = expand(area, given);
  const first = rows[0]?.[0];
  if (rows.every((line) => line.every((format) => format === first))) {
    if (first !== null) engine.setFormat(area, { numberFormat: textOf(first) });
    return;
  }
  rows.forEach((line, i) =>
    line.forEach((format, j) => {
      if (format === null) return;
      const cell = { sheet: area.sheet, row: area.row + i, column: area.column + j, rows: 1, columns: 1 };
      engine.setFormat(cell, { numberFormat: textOf(format) });
    }),
  );
}

function textOf(format: unknown): string {
  if (typeof format !== "string") throw new HostError("InvalidArgument");
  return format;
}

/** A single value stands for every cell; a matrix must have the size of the range. */
function expand(area: Area, given: unknown): unknown[][] {
  if (!Array.isArray(given)) {
    if (area.rows * area.columns > MOST_CELLS_READ) throw new HostError("InvalidArgument");
    return Array.from({ length: area.rows }, () => new Array<unknown>(area.columns).fill(given));
  }
  const rows = given as unknown[];
  const fits =
    rows.length === area.rows && rows.every((line) => Array.isArray(line) && line.length === area.columns);
  if (!fits) {
    throw new HostError(
      "InvalidArgument",
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return rows as unknown[][];
}
