import { matrix } from "./matrix";
import type {
  Area,
  CellFormat,
  ChartRecord,
  ConditionalFormatRecord,
  NameRecord,
  Sheet,
  TableRecord,
  ValidationRecord,
} from "./engine";
import { plainSheet, SheetRecords, STANDARD_COLUMN_PIXELS, STANDARD_ROW_PIXELS } from "./sheet-records";

/**
 * The part of a workbook that nobody calculates: tabs, formats, sizes, names, rules, charts, tables, selection.
 * An adapter whose spreadsheet lacks some of it keeps it here; the methods have the engine's signatures.
 */
export class Records {
  protected tabs: SheetRecords[] = [];
  protected nameRecords: NameRecord[] = [];
  private active = "";
  private readonly selections = new Map<string, readonly Area[]>();
  private nextSheet = 1;

  // Sheets

  sheets(): readonly Sheet[] {
    return this.tabs.map(({ sheet }) => sheet);
  }

  addSheet(name: string): Sheet {
    const records = new SheetRecords(plainSheet(this.newSheetId(), name));
    this.tabs.push(records);
    if (this.tabs.length === 1) this.active = records.sheet.id;
    return records.sheet;
  }

  removeSheet(sheet: string): void {
    const index = this.tabs.findIndex((tab) => tab.sheet.id === sheet);
    this.tabs.splice(index, 1);
    this.nameRecords = this.nameRecords.filter(({ scope }) => scope !== sheet);
    this.selections.delete(sheet);
    if (this.active !== sheet) return;
    const visible = this.tabs.filter((tab) => tab.sheet.visibility === "Visible");
    this.active = (visible.at(Math.min(index, visible.length - 1)) ?? this.tabs[0])?.sheet.id ?? "";
  }

  renameSheet(sheet: string, name: string): void {
    const tab = this.tab(sheet);
    tab.sheet = { ...tab.sheet, name };
  }

  moveSheet(sheet: string, position: number): void {
    const tab = this.tab(sheet);
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    this.tabs.splice(position, 0, tab);
  }

  setSheet(sheet: string, change: Partial<Omit<Sheet, "id" | "name">>): void {
    const tab = this.tab(sheet);
    tab.sheet = { ...tab.sheet, ...change };
  }

  // Formats

  format(area: Area): CellFormat[][] {
    const { formats } = this.tab(area.sheet);
    return matrix(area, (row, column) => formats.get(row, column));
  }

  setFormat(area: Area, format: Partial<CellFormat>): void {
    this.tab(area.sheet).formats.set(area, format);
  }

  columnWidth(sheet: string, column: number): number {
    return this.tab(sheet).columnPixels.get(column) ?? STANDARD_COLUMN_PIXELS;
  }

  setColumnWidth(sheet: string, column: number, count: number, pixels: number): void {
    const { columnPixels } = this.tab(sheet);
    for (let i = column; i < column + count; i++) columnPixels.set(i, pixels);
  }

  rowHeight(sheet: string, row: number): number {
    return this.tab(sheet).rowPixels.get(row) ?? STANDARD_ROW_PIXELS;
  }

  setRowHeight(sheet: string, row: number, count: number, pixels: number): void {
    const { rowPixels } = this.tab(sheet);
    for (let i = row; i < row + count; i++) rowPixels.set(i, pixels);
  }

  rowHidden(sheet: string, row: number): boolean {
    return this.tab(sheet).hiddenRows.has(row);
  }

  setRowHidden(sheet: string, row: number, count: number, hidden: boolean): void {
    const { hiddenRows } = this.tab(sheet);
    for (let i = row; i < row + count; i++) {
      if (hidden) hiddenRows.add(i);
      else hiddenRows.delete(i);
    }
  }

  merges(sheet: string): readonly Area[] {
    return this.tab(sheet).merges;
  }

  merge(area: Area): void {
    this.tab(area.sheet).merge(area);
  }

  unmerge(area: Area): void {
    this.tab(area.sheet).unmerge(area);
  }

  // Names, rules, charts, tables

  names(): readonly NameRecord[] {
    return this.nameRecords;
  }

  setName(record: NameRecord): void {
    this.removeName(record.name, record.scope);
    this.nameRecords = [...this.nameRecords, record];
  }

  removeName(name: string, scope: string | null): void {
    this.nameRecords = this.nameRecords.filter((old) => old.scope !== scope || !sameName(old.name, name));
  }

  validations(sheet: string): readonly ValidationRecord[] {
    return this.tab(sheet).validations;
  }

  setValidation(area: Area, record: Omit<ValidationRecord, "area"> | null): void {
    this.tab(area.sheet).setValidation(area, record);
  }

  conditionalFormats(sheet: string): readonly ConditionalFormatRecord[] {
    return this.tab(sheet).conditionalFormats;
  }

  addConditionalFormat(sheet: string, record: ConditionalFormatRecord): void {
    this.tab(sheet).conditionalFormats.push(record);
  }

  removeConditionalFormat(sheet: string, id: string): void {
    const tab = this.tab(sheet);
    tab.conditionalFormats = tab.conditionalFormats.filter((record) => record.id !== id);
  }

  charts(sheet: string): readonly ChartRecord[] {
    return this.tab(sheet).charts;
  }

  setChart(sheet: string, record: ChartRecord): void {
    this.tab(sheet).setChart(record);
  }

  removeChart(sheet: string, id: string): void {
    const tab = this.tab(sheet);
    tab.charts = tab.charts.filter((record) => record.id !== id);
  }

  tables(sheet: string): readonly TableRecord[] {
    return this.tab(sheet).tables;
  }

  setTable(sheet: string, record: TableRecord): void {
    this.tab(sheet).setTable(record);
  }

  // Selection and activation

  activeSheet(): string {
    return this.active;
  }

  activate(sheet: string): void {
    this.active = this.tab(sheet).sheet.id;
  }

  selection(): readonly Area[] {
    const sheet = this.active;
    return this.selections.get(sheet) ?? [{ sheet, row: 0, column: 0, rows: 1, columns: 1 }];
  }

  select(areas: readonly Area[]): void {
    const sheet = areas[0]?.sheet;
    if (sheet === undefined) throw new Error("A selection has one area at least.");
    this.active = sheet;
    this.selections.set(sheet, areas);
  }

  /** Takes the place of everything that was here. */
  protected replace(tabs: readonly SheetRecords[], names: readonly NameRecord[], active: string): void {
    this.tabs = [...tabs];
    this.nameRecords = [...names];
    this.active = tabs.some((tab) => tab.sheet.id === active) ? active : (tabs[0]?.sheet.id ?? "");
    this.selections.clear();
  }

  protected tab(sheet: string): SheetRecords {
    const found = this.tabs.find((tab) => tab.sheet.id === sheet);
    if (!found) throw new Error(`There is no sheet with the id ${sheet}.`);
    return found;
  }

  /** An id in the form that Excel's have. */
  private newSheetId(): string {
    let id: string;
    do id = `{00000000-0001-0000-${String(this.nextSheet++).padStart(4, "0")}-000000000000}`;
    while (this.tabs.some((tab) => tab.sheet.id === id));
    return id;
  }
}

/** Names, like sheet names, do not know upper from lower case. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
