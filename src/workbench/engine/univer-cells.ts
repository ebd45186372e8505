import {
  CellValueType,
  ObjectMatrix,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type Nullable,
} from "@univerjs/core";
import { FormulaDataModel, SetRangeValuesCommand } from "@univerjs/preset-sheets-core";
import type { CellInput, CellValue, Engine, ErrorValue } from "./engine";
import { matrix } from "./matrix";
import type { UniverBook } from "./univer-book";
import { toCellData } from "./univer-snapshot";

type Cells = Pick<Engine, "usedArea" | "inputs" | "values" | "texts" | "write" | "clear">;

/** Why a custom function answered an error in a cell, if it said so. */
export type MessageOf = (sheet: string, row: number, column: number, error: ErrorValue) => string | undefined;

const ERRORS: ReadonlySet<string> = new Set<ErrorValue>([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
  "#CIRC!",
]);

/** Reads and writes cells. */
export function univerCells(book: UniverBook, messageOf: MessageOf): Cells {
  const formulas = book.injector.get(FormulaDataModel);

  const cellAt = (sheet: string, row: number, column: number): Nullable<ICellData> =>
    book.sheet(sheet).getSheet().getCellMatrix().getValue(row, column);
  const spilledIn = (sheet: string): IObjectMatrixPrimitiveType<Nullable<ICellData>> =>
    formulas.getArrayFormulaCellData()[book.unit]?.[sheet] ?? {};

  const inputAt = (sheet: string, row: number, column: number): CellInput => {
    const cell = cellAt(sheet, row, column);
    if (!cell) return "";
    if (cell.f || cell.si) return formulas.getFormulaStringByCell(row, column, sheet, book.unit) ?? "";
    return plainValue(cell);
  };
  const valueAt = (sheet: string, row: number, column: number): CellValue => {
    const own = cellAt(sheet, row, column);
    const holdsContent = own && (own.f || own.si || (own.v !== null && own.v !== undefined && own.v !== ""));
    const value = plainValue(holdsContent ? own : spilledIn(sheet)[row]?.[column]);
    const error = toError(value);
    if (!error) return value;
    const message = messageOf(sheet, row, column, error);
    return message === undefined ? { error } : { error, message };
  };

  return {
    usedArea(sheet) {
      const contents = new ObjectMatrix<Nullable<ICellData>>(
        book.sheet(sheet).getSheet().getCellMatrix().getMatrix(),
      );
      let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
      const include = (row: number, column: number, cell: Nullable<ICellData>) => {
        if (!cell || (!cell.f && !cell.si && (cell.v === null || cell.v === undefined || cell.v === "")))
          return;
        top = Math.min(top, row);
        left = Math.min(left, column);
        bottom = Math.max(bottom, row);
        right = Math.max(right, column);
      };
      contents.forValue(include);
      new ObjectMatrix(spilledIn(sheet)).forValue(include);
      if (bottom < 0) return null;
      return { sheet, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
    },
    inputs: (area) => matrix(area, (row, column) => inputAt(area.sheet, row, column)),
    values: (area) => matrix(area, (row, column) => valueAt(area.sheet, row, column)),
    texts(area) {
      const shown = book.range(area).getDisplayValues();
      return matrix(area, (row, column) => {
        const text = shown[row - area.row]?.[column - area.column] ?? "";
        const value = valueAt(area.sheet, row, column);
        if (typeof value === "object") return value.error;
        return typeof value === "boolean" ? String(value).toUpperCase() : text;
      });
    },
    write(area, inputs) {
      const cells: IObjectMatrixPrimitiveType<ICellData> = {};
      for (let r = 0; r < area.rows; r++) {
        for (let c = 0; c < area.columns; c++) {
          const input = inputs[r]?.[c] ?? null;
          if (input !== null) (cells[area.row + r] ??= {})[area.column + c] = toCellData(input);
        }
      }
      if (Object.keys(cells).length === 0) return;
      book.execute(SetRangeValuesCommand.id, { unitId: book.unit, subUnitId: area.sheet, value: cells });
    },
    clear(area, { contents, formats }) {
      const range = book.range(area);
      book.change(() => {
        if (contents) range.clearContent();
        if (formats) range.clearFormat();
      });
    },
  };
}

function plainValue(cell: Nullable<ICellData>): CellInput {
  const value = cell?.v;
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value;
  if (cell?.t === CellValueType.BOOLEAN) return Number(value) === 1 || value === "TRUE";
  if (cell?.t === CellValueType.NUMBER) return Number(value);
  return value;
}

function toError(value: CellInput): ErrorValue | null {
  if (value === "#CYCLE!") return "#CIRC!";
  return typeof value === "string" && ERRORS.has(value) ? (value as ErrorValue) : null;
}
