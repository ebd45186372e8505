import { intersection, subtract } from "./address";
import { FormatRecords } from "./cell-format";
import type {
  Area,
  ChartRecord,
  ConditionalFormatRecord,
  PageLayout,
  Sheet,
  SheetData,
  TableRecord,
  ValidationRecord,
} from "./engine";

/** Pixels of a column of standard width (8.43 characters) and of a row of standard height (15 points). */
export const STANDARD_COLUMN_PIXELS = 64;
export const STANDARD_ROW_PIXELS = 20;

/** The page as Excel prints a sheet that nobody has set up. */
export const PLAIN_PAGE: PageLayout = {
  orientation: "Portrait",
  printArea: "",
  fitToWidth: 0,
  fitToHeight: 0,
  centerHorizontally: false,
  topMargin: 54,
  bottomMargin: 54,
  titleRows: "",
  breaksBefore: [],
  footer: "",
};

/** What a sheet holds besides its cells: kept and handed back, with nothing to calculate. */
export class SheetRecords {
  readonly formats = new FormatRecords();
  readonly columnPixels = new Map<number, number>();
  readonly rowPixels = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  merges: Area[] = [];
  validations: ValidationRecord[] = [];
  conditionalFormats: ConditionalFormatRecord[] = [];
  charts: ChartRecord[] = [];
  tables: TableRecord[] = [];

  constructor(public sheet: Sheet) {}

  merge(area: Area): void {
    this.unmerge(area);
    if (area.rows * area.columns > 1) this.merges.push(area);
  }

  unmerge(area: Area): void {
    this.merges = this.merges.filter((merged) => !intersection(merged, area));
  }

  /** A cell has one rule: the new one takes its area out of those that were there. */
  setValidation(area: Area, record: Omit<ValidationRecord, "area"> | null): void {
    this.validations = this.validations.flatMap((old) =>
      subtract(old.area, area).map((rest) => ({ ...old, area: { sheet: area.sheet, ...rest } })),
    );
    if (record) this.validations.push({ ...record, area });
  }

  setChart(record: ChartRecord): void {
    this.charts = replaceById(this.charts, record);
  }

  setTable(record: TableRecord): void {
    this.tables = replaceById(this.tables, record);
  }
}

function replaceById<T extends { readonly id: string }>(records: readonly T[], record: T): T[] {
  const known = records.some(({ id }) => id === record.id);
  return known ? records.map((old) => (old.id === record.id ? record : old)) : [...records, record];
}

/** A visible sheet as Excel makes it. */
export function plainSheet(id: string, name: string): Sheet {
  return {
    id,
    name,
    visibility: "Visible",
    showGridlines: true,
    tabColor: "",
    frozenRows: 0,
    frozenColumns: 0,
    protected: false,
    pageLayout: PLAIN_PAGE,
  };
}

/** The data of a sheet with nothing on it. */
export function emptySheet(id: string, name: string): SheetData {
  return {
    ...plainSheet(id, name),
    cells: [],
    columnWidths: [],
    rowHeights: [],
    hiddenRows: [],
    merges: [],
    validations: [],
    conditionalFormats: [],
    charts: [],
    tables: [],
  };
}

/** A sheet's records out of a file's data. Its cells are the calculation's; only their formats are taken here. */
export function sheetRecordsOf(data: SheetData): SheetRecords {
  const { id, name, visibility, showGridlines, tabColor, frozenRows, frozenColumns, pageLayout } = data;
  const records = new SheetRecords({
    id,
    name,
    visibility,
    showGridlines,
    tabColor,
    frozenRows,
    frozenColumns,
    protected: data.protected,
    pageLayout,
  });
  for (const { column, pixels } of data.columnWidths) records.columnPixels.set(column, pixels);
  for (const { row, pixels } of data.rowHeights) records.rowPixels.set(row, pixels);
  for (const row of data.hiddenRows) records.hiddenRows.add(row);
  for (const { row, column, format } of data.cells) {
    if (format) records.formats.set({ row, column, rows: 1, columns: 1 }, format);
  }
  records.merges = [...data.merges];
  records.validations = [...data.validations];
  records.conditionalFormats = [...data.conditionalFormats];
  records.charts = [...data.charts];
  records.tables = [...data.tables];
  return records;
}
