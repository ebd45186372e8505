import type { ICellData, IObjectMatrixPrimitiveType } from "@univerjs/core";
import { SetRangeValuesMutation, SetStyleCommand } from "@univerjs/preset-sheets-core";
import type { Area, Engine } from "./engine";
import { forEachCell, matrix } from "./matrix";
import { toArea, toRange, type UniverBook } from "./univer-book";
import { toFormat, toStyle } from "./univer-style";

type Formats = Pick<
  Engine,
  | "format"
  | "setFormat"
  | "columnWidth"
  | "setColumnWidth"
  | "rowHeight"
  | "setRowHeight"
  | "rowHidden"
  | "setRowHidden"
  | "merges"
  | "merge"
  | "unmerge"
>;

/** Formats of cells, sizes of rows and columns, merged cells. */
export function univerFormats(book: UniverBook): Formats {
  return {
    format(area) {
      const sheet = book.sheet(area.sheet).getSheet();
      return matrix(area, (row, column) =>
        toFormat(
          sheet.getComposedCellStyle(row, column),
          sheet.getCellRaw(row, column)?.custom?.unlocked !== true,
        ),
      );
    },
    setFormat(area, format) {
      const where = clipped(book, area);
      // Univer's own style command, one property at a time: it grows rows with their font, and leaves formulas alone.
      for (const [type, value] of Object.entries(toStyle(format))) {
        book.execute(SetStyleCommand.id, {
          unitId: book.unit,
          subUnitId: area.sheet,
          range: toRange(where),
          style: { type, value: value as unknown },
        });
      }
      if (format.locked !== undefined) lock(book, where, format.locked);
    },

    columnWidth: (sheet, column) => book.sheet(sheet).getColumnWidth(column),
    setColumnWidth(sheet, column, count, pixels) {
      book.change(() => book.sheet(sheet).setColumnWidths(column, count, pixels));
    },
    rowHeight: (sheet, row) => book.sheet(sheet).getRowHeight(row),
    setRowHeight(sheet, row, count, pixels) {
      book.change(() => book.sheet(sheet).setRowHeightsForced(row, count, pixels));
    },
    rowHidden: (sheet, row) => !book.sheet(sheet).getSheet().getRowRawVisible(row),
    setRowHidden(sheet, row, count, hidden) {
      book.change(() => {
        if (hidden) book.sheet(sheet).hideRows(row, count);
        else book.sheet(sheet).showRows(row, count);
      });
    },

    merges: (sheet) =>
      book
        .sheet(sheet)
        .getMergeData()
        .map((range) => toArea(sheet, range.getRange(), sizeOf(book, sheet))),
    merge(area) {
      book.change(() => book.range(area).merge({ isForceMerge: true }));
    },
    unmerge(area) {
      book.change(() => book.range(area).breakApart());
    },
  };
}

export function sizeOf(book: UniverBook, sheet: string): { rows: number; columns: number } {
  const worksheet = book.sheet(sheet);
  return { rows: worksheet.getMaxRows(), columns: worksheet.getMaxColumns() };
}

/** Entire columns and rows of Excel are longer than Univer's sheet. */
export function clipped(book: UniverBook, area: Area): Area {
  const size = sizeOf(book, area.sheet);
  return {
    ...area,
    rows: Math.min(area.rows, size.rows - area.row),
    columns: Math.min(area.columns, size.columns - area.column),
  };
}

/** Univer protects by sheet and range, not by cell, so a cell's lock is kept with the cell. */
function lock(book: UniverBook, area: Area, locked: boolean): void {
  const cells: IObjectMatrixPrimitiveType<ICellData> = {};
  forEachCell(area, (row, column) => {
    (cells[row] ??= {})[column] = { custom: locked ? null : { unlocked: true } };
  });
  book.execute(SetRangeValuesMutation.id, {
    unitId: book.unit,
    subUnitId: area.sheet,
    cellValue: cells,
    trigger: SetStyleCommand.id,
  });
}
