import { FormulaDataModel } from "@univerjs/preset-sheets-core";
import type { FUniver } from "@univerjs/core/facade";
import { NORMAL } from "./cell-format";
import type { Area, CellData, CellFormat, Engine, SheetData, WorkbookData } from "./engine";
import { forEachCell } from "./matrix";
import { toArea, type UniverBook } from "./univer-book";
import { sizeOf } from "./univer-formats";
import { STANDARD_COLUMN_PIXELS, STANDARD_ROW_PIXELS } from "./sheet-records";
import { toSnapshot } from "./univer-snapshot";

type Parts = Omit<Engine, "load" | "save">;

/** Replaces the workbook: Univer disposes of the old one and starts anew. */
export function loadUniver(book: UniverBook, parts: Parts, data: WorkbookData): void {
  book.closeBatch();
  book.api.disposeUnit(book.unit);
  openSnapshot(book.api, data);
  furnish(book, parts, data);
}

let nextWorkbook = 1;

/** Opens cells, formats and sizes; {@link furnish} adds the rest. */
export function openSnapshot(api: FUniver, data: WorkbookData): void {
  api.createWorkbook(toSnapshot(data, `workbook-${nextWorkbook++}`));
}

/** Adds what a snapshot does not hold: names, rules, charts, tables. */
export function furnish(book: UniverBook, parts: Parts, data: WorkbookData): void {
  for (const sheet of data.sheets) {
    const { visibility, pageLayout } = sheet;
    Object.assign(book.extras(sheet.id), { visibility, protected: sheet.protected, pageLayout });
    for (const rule of sheet.validations) parts.setValidation(rule.area, rule);
    for (const rule of sheet.conditionalFormats) parts.addConditionalFormat(sheet.id, rule);
    for (const table of sheet.tables) parts.setTable(sheet.id, table);
    for (const chart of sheet.charts) parts.setChart(sheet.id, chart);
  }
  for (const name of data.names) parts.setName(name);
  parts.activate(data.activeSheet);
}

/** The workbook as plain data. Document settings and custom XML are the host's, not the grid's. */
export function saveUniver(book: UniverBook, parts: Parts): WorkbookData {
  return {
    sheets: parts.sheets().map((sheet): SheetData => {
      const size = sizeOf(book, sheet.id);
      const every = (count: number) => Array.from({ length: count }, (_, i) => i);
      return {
        ...sheet,
        cells: saveCells(book, parts, sheet.id),
        columnWidths: every(size.columns)
          .map((column) => ({ column, pixels: parts.columnWidth(sheet.id, column) }))
          .filter(({ pixels }) => pixels !== STANDARD_COLUMN_PIXELS),
        rowHeights: every(size.rows)
          .map((row) => ({ row, pixels: parts.rowHeight(sheet.id, row) }))
          .filter(({ pixels }) => pixels !== STANDARD_ROW_PIXELS && pixels > 0),
        hiddenRows: every(size.rows).filter((row) => parts.rowHidden(sheet.id, row)),
        merges: parts.merges(sheet.id),
        validations: parts.validations(sheet.id),
        conditionalFormats: parts.conditionalFormats(sheet.id),
        charts: parts.charts(sheet.id),
        tables: parts.tables(sheet.id),
      };
    }),
    names: parts.names(),
    activeSheet: parts.activeSheet(),
    settings: {},
    customXml: [],
  };
}

function saveCells(book: UniverBook, parts: Parts, sheet: string): CellData[] {
  const spills = book.injector.get(FormulaDataModel).getArrayFormulaRange()[book.unit]?.[sheet] ?? {};
  const cells: CellData[] = [];
  const matrix = book.sheet(sheet).getSheet().getCellMatrix();
  const bottom = matrix.getLength();
  const right = matrix.getRange().endColumn + 1;
  if (bottom <= 0 || right <= 0) return cells;
  const area = { sheet, row: 0, column: 0, rows: bottom, columns: right };
  const [inputs, values, formats] = [parts.inputs(area), parts.values(area), parts.format(area)];
  forEachCell(area, (row, column) => {
    const input = inputs[row]?.[column] ?? "";
    const format = notNormal(formats[row]?.[column] ?? NORMAL);
    if (input === "" && !format) return;
    const isFormula = typeof input === "string" && input.startsWith("=");
    const value = values[row]?.[column];
    const spill = spills[row]?.[column];
    cells.push({
      row,
      column,
      input,
      ...(isFormula && value !== undefined && { value }),
      ...(isFormula && spill && spilled(parts, toArea(sheet, spill, sizeOf(book, sheet)))),
      ...(format && { format }),
    });
  });
  return cells;
}

function spilled(parts: Parts, area: Area): Pick<CellData, "spill" | "spilledValues"> {
  const { rows, columns } = area;
  return { spill: { rows, columns }, spilledValues: parts.values(area) };
}

/** The part of a format that differs from a plain cell's; null when nothing does. */
function notNormal(format: CellFormat): Partial<CellFormat> | null {
  const own = Object.entries(format).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(NORMAL[key as keyof CellFormat]),
  );
  return own.length > 0 ? Object.fromEntries(own) : null;
}
