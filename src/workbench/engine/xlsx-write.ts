import type { Cell, WriteOptions, WriteSheet } from "hucre/xlsx";
import { formatA1, parseA1, quoteSheet, type Rectangle } from "./address";
import type { CellData, CellValue, SheetData, WorkbookData } from "./engine";
import { storedChart } from "./xlsx-charts";
import { storedFormula } from "./xlsx-formulas";
import { storedConditionalFormat, storedValidation } from "./xlsx-rules";
import { rgb, styleOf } from "./xlsx-style";

/** Pixels to the characters in which files measure columns: 7 a digit and 5 of margin. */
export const DIGIT_PIXELS = 7;
export const MARGIN_PIXELS = 5;
export const POINTS_PER_PIXEL = 0.75;
export const POINTS_PER_INCH = 72;

/** A sheet as hucre writes it. */
export function writableSheet(
  sheet: SheetData,
  sheets: readonly SheetData[],
  customFunctions: readonly string[],
): WriteSheet {
  const { pageLayout: page } = sheet;
  const footer = page.footer === "" ? {} : { headerFooter: { oddFooter: `&C${page.footer}` } };
  return {
    name: sheet.name,
    rows: [],
    cells: storedCells(sheet, new Set(customFunctions.map((name) => name.toUpperCase()))),
    columns: storedColumns(sheet),
    rowDefs: storedRows(sheet),
    merges: sheet.merges.map(({ row, column, rows, columns }) => ({
      startRow: row,
      startCol: column,
      endRow: row + rows - 1,
      endCol: column + columns - 1,
    })),
    ...(sheet.frozenRows || sheet.frozenColumns
      ? { freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns } }
      : {}),
    dataValidations: sheet.validations.map(storedValidation),
    conditionalRules: sheet.conditionalFormats.map(storedConditionalFormat),
    charts: sheet.charts.map((chart) => storedChart(chart, sheet, sheets)),
    tables: sheet.tables.map((table) => ({
      name: table.name,
      range: formatA1(table.area),
      style: table.style,
      showRowStripes: true,
      showAutoFilter: true,
      showTotalRow: table.showTotals,
      columns: tableHeaders(sheet, table.area),
    })),
    view: {
      showGridLines: sheet.showGridlines,
      ...(sheet.tabColor ? { tabColor: rgb(sheet.tabColor) } : {}),
    },
    ...(sheet.visibility === "Hidden" ? { hidden: true } : {}),
    ...(sheet.visibility === "VeryHidden" ? { veryHidden: true } : {}),
    ...(sheet.protected ? { protection: { sheet: true } } : {}),
    pageSetup: {
      orientation: page.orientation === "Landscape" ? "landscape" : "portrait",
      ...(page.fitToWidth || page.fitToHeight
        ? { fitToPage: true, fitToWidth: page.fitToWidth, fitToHeight: page.fitToHeight }
        : {}),
      ...(page.centerHorizontally ? { horizontalCentered: true } : {}),
      margins: { top: page.topMargin / POINTS_PER_INCH, bottom: page.bottomMargin / POINTS_PER_INCH },
    },
    ...(page.breaksBefore.length > 0 ? { rowBreaks: page.breaksBefore.map((row) => row - 1) } : {}),
    ...footer,
  };
}

/** Names as hucre writes them. */
export function nameDefinitions(
  data: WorkbookData,
  customFunctions: readonly string[],
): NonNullable<WriteOptions["namedRanges"]> {
  const ours = new Set(customFunctions.map((name) => name.toUpperCase()));
  const named = data.names.map(({ name, formula, scope, comment }) => {
    const sheet = data.sheets.find(({ id }) => id === scope)?.name;
    return {
      name,
      range: storedFormula(formula, ours),
      ...(sheet === undefined ? {} : { scope: sheet }),
      ...(comment ? { comment } : {}),
    };
  });
  return [...named, ...data.sheets.flatMap(printNames)];
}

/** What is printed, as Excel names it. hucre would write the sheet's name without quotes, which opens as damaged. */
function printNames({
  name: scope,
  pageLayout: { printArea, titleRows },
}: SheetData): { name: string; range: string; scope: string }[] {
  const onSheet = (addresses: string): string =>
    addresses
      .split(",")
      .map((address) => {
        const area = parseA1(address);
        return `${quoteSheet(scope)}!${area === null ? address : formatA1(area, true)}`;
      })
      .join(",");
  return [
    ...(printArea === "" ? [] : [{ name: "_xlnm.Print_Area", range: onSheet(printArea), scope }]),
    ...(titleRows === "" ? [] : [{ name: "_xlnm.Print_Titles", range: onSheet(titleRows), scope }]),
  ];
}

function storedCells(sheet: SheetData, customFunctions: ReadonlySet<string>): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (const cell of sheet.cells) {
    const style = cell.format ? { style: styleOf(cell.format) } : {};
    cells.set(`${cell.row},${cell.column}`, { ...storedContent(cell, customFunctions), ...style });
  }
  for (const cell of sheet.cells)
    for (const [key, value] of spilled(cell)) cells.set(key, { ...cells.get(key), value });
  return cells;
}

function storedContent(cell: CellData, customFunctions: ReadonlySet<string>): Partial<Cell> {
  const { input, spill } = cell;
  if (typeof input !== "string") return { value: input };
  if (!input.startsWith("=") || input.length < 2) {
    return input === "" ? { value: null } : storedText(input.startsWith("'") ? input.slice(1) : input);
  }
  const area = { row: cell.row, column: cell.column, rows: spill?.rows ?? 1, columns: spill?.columns ?? 1 };
  return {
    formula: storedFormula(input, customFunctions),
    formulaResult: cell.value === undefined ? null : plain(cell.value),
    ...(spill ? { formulaType: "array", formulaRef: formatA1(area), formulaDynamic: true } : {}),
  };
}

/** hucre takes a text that reads like an error for one, but for a run of rich text. */
function storedText(text: string): Partial<Cell> {
  return text.startsWith("#") ? { value: text, richText: [{ text }] } : { value: text };
}

/** Programs that do not calculate show the cells beside a spilled formula as they are stored. */
function* spilled({
  row,
  column,
  spill,
  spilledValues,
}: CellData): Generator<[key: string, value: string | number | boolean]> {
  if (!spill || !spilledValues) return;
  for (let i = 0; i < spill.rows; i++) {
    for (let j = 0; j < spill.columns; j++) {
      if (i > 0 || j > 0) yield [`${row + i},${column + j}`, plain(spilledValues[i]?.[j] ?? "")];
    }
  }
}

function plain(value: CellValue): string | number | boolean {
  return typeof value === "object" ? value.error : value;
}

function storedColumns({ columnWidths }: SheetData): NonNullable<WriteSheet["columns"]> {
  const last = Math.max(-1, ...columnWidths.map(({ column }) => column));
  return Array.from({ length: last + 1 }, (_, index) => {
    const pixels = columnWidths.find(({ column }) => column === index)?.pixels;
    if (pixels === undefined) return {};
    return pixels === 0 ? { hidden: true } : { width: (pixels - MARGIN_PIXELS) / DIGIT_PIXELS };
  });
}

function storedRows({ rowHeights, hiddenRows }: SheetData): NonNullable<WriteSheet["rowDefs"]> {
  const rows: NonNullable<WriteSheet["rowDefs"]> = new Map();
  for (const { row, pixels } of rowHeights) rows.set(row, { height: pixels * POINTS_PER_PIXEL });
  for (const row of hiddenRows) rows.set(row, { ...rows.get(row), hidden: true });
  return rows;
}

function tableHeaders(sheet: SheetData, area: Rectangle): { name: string }[] {
  return Array.from({ length: area.columns }, (_, i) => {
    const cell = sheet.cells.find(({ row, column }) => row === area.row && column === area.column + i);
    return { name: String(cell?.input ?? `Column${i + 1}`) };
  });
}
