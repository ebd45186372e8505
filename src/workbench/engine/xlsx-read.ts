import type { Cell, Sheet as StoredSheet } from "hucre/xlsx";
import { parseA1, splitSheet, formatA1 } from "./address";
import type { CellData, CellInput, CellValue, ErrorValue, NameRecord, SheetData } from "./engine";
import { sameName } from "./records";
import { plainSheet } from "./sheet-records";
import { chartRecord } from "./xlsx-charts";
import { shownFormula } from "./xlsx-formulas";
import { areasOf, conditionalFormatRecords, validationRecords } from "./xlsx-rules";
import { formatOf, hash } from "./xlsx-style";
import { DIGIT_PIXELS, MARGIN_PIXELS, POINTS_PER_INCH, POINTS_PER_PIXEL } from "./xlsx-write";

/** A sheet id for each place in the tab order. */
function sheetId(index: number): string {
  return `{00000000-0001-0000-${String(index + 1).padStart(4, "0")}-000000000000}`;
}

/** A sheet of a file as plain data. */
export function sheetDataOf(stored: StoredSheet, index: number, all: readonly StoredSheet[]): SheetData {
  const id = sheetId(index);
  const names = all.map(({ name }, i) => ({ id: sheetId(i), name }));
  const { pageSetup: page, view, freezePane } = stored;
  const sizes = { columnWidths: columnWidths(stored), rowHeights: rowHeights(stored) };
  return {
    ...plainSheet(id, stored.name),
    visibility: stored.veryHidden ? "VeryHidden" : stored.hidden ? "Hidden" : "Visible",
    showGridlines: view?.showGridLines ?? true,
    tabColor: view?.tabColor?.rgb ? hash(view.tabColor.rgb) : "",
    frozenRows: freezePane?.rows ?? 0,
    frozenColumns: freezePane?.columns ?? 0,
    protected: stored.protection !== undefined && stored.protection.sheet !== false,
    pageLayout: {
      orientation: page?.orientation === "landscape" ? "Landscape" : "Portrait",
      printArea: (page?.printArea ?? "").split(",").map(localAddress).join(","),
      fitToWidth: page?.fitToPage ? (page.fitToWidth ?? 1) : 0,
      fitToHeight: page?.fitToPage ? (page.fitToHeight ?? 1) : 0,
      centerHorizontally: page?.horizontalCentered ?? false,
      topMargin: (page?.margins?.top ?? 0.75) * POINTS_PER_INCH,
      bottomMargin: (page?.margins?.bottom ?? 0.75) * POINTS_PER_INCH,
      titleRows: titleRows(page?.printTitlesRow ?? ""),
      // The file names the last row of a page.
      breaksBefore: (stored.rowBreaks ?? []).map((row) => row + 1),
      footer: /&C((?:(?!&[LR]).)*)/s.exec(stored.headerFooter?.oddFooter ?? "")?.[1] ?? "",
    },
    cells: cellsOf(stored),
    ...sizes,
    hiddenRows: [...(stored.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? row : [])),
    merges: (stored.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      sheet: id,
      row: startRow,
      column: startCol,
      rows: endRow - startRow + 1,
      columns: endCol - startCol + 1,
    })),
    validations: (stored.dataValidations ?? []).flatMap((rule) => validationRecords(rule, id)),
    conditionalFormats: conditionalFormatRecords(stored.conditionalRules ?? [], id),
    charts: (stored.charts ?? []).flatMap((chart, i) => chartRecord(chart, i, sizes, names) ?? []),
    tables: (stored.tables ?? []).flatMap((table, i) => {
      const [area] = areasOf(table.range ?? "", id);
      if (!area) return [];
      const style = table.style ?? "TableStyleMedium2";
      return {
        id: `{TBL-${index + 1}-${i + 1}}`,
        name: table.name,
        area,
        hasHeaders: true,
        showTotals: table.showTotalRow ?? false,
        style,
      };
    }),
  };
}

/** The file's names; those that Excel makes for itself (print areas, filters) are no names to the user. */
export function namesOf(
  stored: readonly { name: string; range: string; scope?: string; comment?: string }[],
  hidden: ReadonlySet<string>,
  sheets: readonly SheetData[],
): NameRecord[] {
  return stored
    .filter(({ name }) => !name.startsWith("_xlnm."))
    .map(({ name, range, scope, comment }) => ({
      name,
      formula: shownFormula(range),
      scope: sheets.find((sheet) => scope !== undefined && sameName(sheet.name, scope))?.id ?? null,
      comment: comment ?? "",
      visible: !hidden.has(name.toLowerCase()),
    }));
}

function cellsOf(stored: StoredSheet): CellData[] {
  const cells: CellData[] = [];
  const spilled = new Set<string>();
  const known = stored.cells ?? new Map<string, Cell>();
  for (const [key, cell] of known) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    const spill = spillOf(cell);
    if (spill) {
      for (let i = 0; i < spill.rows; i++) {
        for (let j = 0; j < spill.columns; j++) if (i > 0 || j > 0) spilled.add(`${row + i},${column + j}`);
      }
    }
  }
  stored.rows.forEach((line, row) =>
    line.forEach((value, column) => {
      const key = `${row},${column}`;
      if (value !== null && !known.has(key) && !spilled.has(key))
        cells.push({ row, column, input: input(value) });
    }),
  );
  for (const [key, cell] of known) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    const format = cell.style ? formatOf(cell.style) : {};
    const content = spilled.has(key) ? { input: "" as const } : contentOf(cell);
    if (content.input === "" && Object.keys(format).length === 0) continue;
    cells.push({ row, column, ...content, ...(Object.keys(format).length > 0 ? { format } : {}) });
  }
  return cells;
}

function contentOf(cell: Cell): Pick<CellData, "input" | "value" | "spill"> {
  if (cell.formula === undefined) {
    return { input: cell.type === "error" ? `=${String(cell.value)}` : input(cell.value) };
  }
  const spill = spillOf(cell);
  const result = cell.formulaResult ?? cell.value;
  const value = result === null ? {} : { value: computed(result) };
  return { input: shownFormula(cell.formula), ...value, ...(spill ? { spill } : {}) };
}

function spillOf({ formulaType, formulaRef }: Cell): { rows: number; columns: number } | null {
  const area = formulaType === "array" ? parseA1(formulaRef ?? "") : null;
  return area && area.rows * area.columns > 1 ? { rows: area.rows, columns: area.columns } : null;
}

/** Text that would read as something else gets its apostrophe back. */
function input(value: Cell["value"]): CellInput {
  if (value === null) return "";
  if (value instanceof Date) return serial(value);
  return typeof value === "string" && /^[='+-]/.test(value) ? `'${value}` : value;
}

function computed(value: NonNullable<Cell["value"]>): CellValue {
  if (value instanceof Date) return serial(value);
  return typeof value === "string" &&
    /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/.test(value)
    ? { error: value as ErrorValue }
    : value;
}

/** Excel counts days from 1899-12-30. */
function serial(date: Date): number {
  return (date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
}

function columnWidths({ columns }: StoredSheet): SheetData["columnWidths"] {
  return (columns ?? []).flatMap(({ width, hidden }, column) => {
    if (hidden) return { column, pixels: 0 };
    return width === undefined ? [] : { column, pixels: Math.round(width * DIGIT_PIXELS + MARGIN_PIXELS) };
  });
}

function rowHeights({ rowDefs }: StoredSheet): SheetData["rowHeights"] {
  return [...(rowDefs ?? [])].flatMap(([row, { height }]) =>
    height === undefined ? [] : { row, pixels: Math.round(height / POINTS_PER_PIXEL) },
  );
}

/** "Sheet1!$A$1:$B$2" → "A1:B2". */
function localAddress(address: string): string {
  const area = parseA1(splitSheet(address)[1]);
  return area ? formatA1(area) : "";
}

function titleRows(rows: string): string {
  const area = parseA1(splitSheet(rows)[1]);
  return area ? formatA1(area, true) : "";
}
