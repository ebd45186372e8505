import type { Area } from "./engine";

/** Size of a worksheet since Excel 2007. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A rectangle of cells, whatever its sheet. */
export type Rectangle = Omit<Area, "sheet">;

/** 0 → "A", 26 → "AA". */
export function columnName(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

/** "A" → 0, "AA" → 26. */
export function columnNumber(name: string): number {
  let n = 0;
  for (const letter of name.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

const CELLS = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;
const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/** "B2", "$A$1:B3", "C:D" or "1:3" as a rectangle; null for anything else, or outside the sheet. */
export function parseA1(text: string): Rectangle | null {
  const cells = CELLS.exec(text);
  if (cells) {
    const [, column1 = "", row1 = "", column2 = column1, row2 = row1] = cells;
    return between(Number(row1) - 1, columnNumber(column1), Number(row2) - 1, columnNumber(column2));
  }
  const columns = COLUMNS.exec(text);
  if (columns) {
    const [, first = "", last = ""] = columns;
    return between(0, columnNumber(first), MAX_ROWS - 1, columnNumber(last));
  }
  const rows = ROWS.exec(text);
  if (rows) return between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
  return null;
}

function between(row1: number, column1: number, row2: number, column2: number): Rectangle | null {
  const row = Math.min(row1, row2);
  const column = Math.min(column1, column2);
  const rectangle = {
    row,
    column,
    rows: Math.abs(row2 - row1) + 1,
    columns: Math.abs(column2 - column1) + 1,
  };
  return isOnSheet(rectangle) ? rectangle : null;
}

export function isOnSheet({ row, column, rows, columns }: Rectangle): boolean {
  return (
    row >= 0 &&
    column >= 0 &&
    rows > 0 &&
    columns > 0 &&
    row + rows <= MAX_ROWS &&
    column + columns <= MAX_COLUMNS
  );
}

/** The address as Excel writes it: "A1:B2", "A:B" for entire columns, "1:2" for entire rows. */
export function formatA1(area: Rectangle, absolute = false): string {
  const mark = absolute ? "$" : "";
  const lastRow = area.row + area.rows;
  const left = mark + columnName(area.column);
  const right = mark + columnName(area.column + area.columns - 1);
  const top = `${mark}${area.row + 1}`;
  const bottom = `${mark}${lastRow}`;
  if (isEntireColumn(area)) return `${left}:${right}`;
  if (isEntireRow(area)) return `${top}:${bottom}`;
  return area.rows === 1 && area.columns === 1 ? left + top : `${left}${top}:${right}${bottom}`;
}

export function isEntireColumn(area: Rectangle): boolean {
  return area.rows === MAX_ROWS;
}

export function isEntireRow(area: Rectangle): boolean {
  return area.columns === MAX_COLUMNS;
}

/** A sheet name as a formula spells it: quoted unless it is a plain word that is no cell address. */
export function quoteSheet(name: string): string {
  const plain =
    /^[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*$/.test(name) &&
    !CELLS.test(name) &&
    !/^R\d*C?\d*$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** "'Book 1'!A1" → ["Book 1", "A1"]; an address without a sheet → [null, address]. */
export function splitSheet(address: string): [sheet: string | null, rest: string] {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/s.exec(address);
  if (!match) return [null, address];
  return [(match[1] ?? match[2] ?? "").replaceAll("''", "'"), match[3] ?? ""];
}

export function intersection(a: Rectangle, b: Rectangle): Rectangle | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The smallest rectangle that holds both. */
export function boundingRectangle(a: Rectangle, b: Rectangle): Rectangle {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

export function contains(outer: Rectangle, inner: Rectangle): boolean {
  const common = intersection(outer, inner);
  return common !== null && common.rows === inner.rows && common.columns === inner.columns;
}

/** What is left of `area` without `hole`: up to four rectangles. */
export function subtract(area: Rectangle, hole: Rectangle): Rectangle[] {
  const common = intersection(area, hole);
  if (!common) return [area];
  const below = common.row + common.rows;
  const right = common.column + common.columns;
  return [
    { row: area.row, column: area.column, rows: common.row - area.row, columns: area.columns },
    { row: below, column: area.column, rows: area.row + area.rows - below, columns: area.columns },
    { row: common.row, column: area.column, rows: common.rows, columns: common.column - area.column },
    { row: common.row, column: right, rows: common.rows, columns: area.column + area.columns - right },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}
