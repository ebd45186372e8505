import {
  BooleanNumber,
  CellValueType,
  LocaleType,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import type { CellData, CellInput, SheetData, WorkbookData } from "./engine";
import { STANDARD_COLUMN_PIXELS, STANDARD_ROW_PIXELS } from "./sheet-records";
import { toStyle } from "./univer-style";

/** Rows and columns that a sheet offers beyond what is used. */
export const ROWS = 1000;
export const COLUMNS = 40;
/** The sizes of Excel's columns and rows: Univer's own are larger. */
export const STANDARD_SIZES = {
  defaultColumnWidth: STANDARD_COLUMN_PIXELS,
  defaultRowHeight: STANDARD_ROW_PIXELS,
} as const;

/** Univer's own form of a workbook: cells, formats and sizes. Names, rules, charts and tables come after. */
export function toSnapshot(data: WorkbookData, id: string): IWorkbookData {
  return {
    id,
    name: "Workbook",
    appVersion: "0.25.1",
    locale: LocaleType.EN_US,
    styles: {},
    sheetOrder: data.sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(data.sheets.map((sheet) => [sheet.id, toSheet(sheet)])),
  };
}

/** A cell's content as Univer keeps it. A text that looks like a number stays a text after an apostrophe. */
export function toCellData(input: CellInput): ICellData {
  if (typeof input === "number") return { v: input, t: CellValueType.NUMBER, f: null, si: null, p: null };
  if (typeof input === "boolean") {
    return { v: input ? 1 : 0, t: CellValueType.BOOLEAN, f: null, si: null, p: null };
  }
  if (input.startsWith("=") && input.length > 1) {
    return { f: withoutPrefixes(input), v: null, t: null, si: null, p: null };
  }
  if (input === "") return { v: null, t: null, f: null, si: null, p: null };
  if (input.startsWith("'")) return text(input.slice(1));
  const number = Number(input);
  if (input.trim() !== "" && Number.isFinite(number) && /^[-+.\d]/.test(input.trim()))
    return toCellData(number);
  if (/^(true|false)$/i.test(input)) return toCellData(input.toUpperCase() === "TRUE");
  return text(input);
}

function text(value: string): ICellData {
  return { v: value, t: CellValueType.STRING, f: null, si: null, p: null };
}

/** Files mark newer functions (`_xlfn.XLOOKUP`); Univer knows them by their plain names only. */
function withoutPrefixes(formula: string): string {
  return formula.replace(/_xlfn\.|_xlws\.|_xlpm\./gi, "");
}

function toSheet(sheet: SheetData): Partial<IWorksheetData> {
  const lastRow = Math.max(0, ...sheet.cells.map((cell) => cell.row + (cell.spill?.rows ?? 1)));
  const lastColumn = Math.max(0, ...sheet.cells.map((cell) => cell.column + (cell.spill?.columns ?? 1)));
  const rowData: IWorksheetData["rowData"] = {};
  for (const { row, pixels } of sheet.rowHeights) rowData[row] = { h: pixels, ia: BooleanNumber.FALSE };
  for (const row of sheet.hiddenRows) rowData[row] = { ...rowData[row], hd: BooleanNumber.TRUE };
  return {
    id: sheet.id,
    name: sheet.name,
    tabColor: sheet.tabColor,
    hidden: sheet.visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.max(ROWS, lastRow + 100),
    columnCount: Math.max(COLUMNS, lastColumn + 10),
    ...STANDARD_SIZES,
    freeze: {
      xSplit: sheet.frozenColumns,
      ySplit: sheet.frozenRows,
      startColumn: sheet.frozenColumns || -1,
      startRow: sheet.frozenRows || -1,
    },
    showGridlines: sheet.showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    mergeData: sheet.merges.map((area) => ({
      startRow: area.row,
      startColumn: area.column,
      endRow: area.row + area.rows - 1,
      endColumn: area.column + area.columns - 1,
    })),
    cellData: toCells(sheet.cells),
    rowData,
    columnData: Object.fromEntries(sheet.columnWidths.map(({ column, pixels }) => [column, { w: pixels }])),
  };
}

function toCells(cells: readonly CellData[]): IObjectMatrixPrimitiveType<ICellData> {
  const matrix: IObjectMatrixPrimitiveType<ICellData> = {};
  for (const { row, column, input, format } of cells) {
    const cell = { ...toCellData(input) };
    if (format) cell.s = toStyle(format);
    if (format?.locked === false) cell.custom = { unlocked: true };
    (matrix[row] ??= {})[column] = cell;
  }
  return matrix;
}
