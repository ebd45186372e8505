import { boundingRectangle, intersection, type Rectangle } from "./address";
import { CellMap } from "./cell-map";
import { expandNames, usesNames } from "./defined-names";
import type {
  Area,
  CallFunction,
  CellInput,
  CellValue,
  Engine,
  EngineEvent,
  FunctionSpec,
  NameRecord,
  Sheet,
  WorkbookData,
} from "./engine";
import { IronCalcModel, loadIronCalc } from "./ironcalc-model";
import { forEachCell, matrix } from "./matrix";
import { cellText } from "./number-text";
import { Records } from "./records";
import { removeSheetIn, renameSheetIn } from "./sheet-rename";
import { sheetRecordsOf } from "./sheet-records";

interface Cell {
  input: CellInput;
  /** The formula as IronCalc got it; null until it is written there. */
  written: string | null;
}

/** A workbook with one blank sheet, calculated by IronCalc. @param wasm the bytes of wasm_bg.wasm */
export async function openIronCalcEngine(wasm: BufferSource): Promise<Engine> {
  await loadIronCalc(wasm);
  const engine = new IronCalcEngine();
  engine.addSheet("Sheet1");
  return engine;
}

class IronCalcEngine extends Records implements Engine {
  private model = new IronCalcModel();
  private readonly cells = new Map<string, CellMap<Cell>>();
  private readonly listeners = new Set<(event: EngineEvent) => void>();
  /** Formulas that IronCalc has not got yet. */
  private waiting: { sheet: string; row: number; column: number; cell: Cell }[] = [];
  private namesChanged = false;
  private calculated = true;

  // Sheets

  override addSheet(name: string): Sheet {
    const sheet = super.addSheet(name);
    this.cells.set(sheet.id, new CellMap());
    this.model.addSheet(sheet.id, name);
    this.meaningsChanged();
    return sheet;
  }

  override removeSheet(sheet: string): void {
    const { name } = this.tab(sheet).sheet;
    super.removeSheet(sheet);
    this.cells.delete(sheet);
    this.model.removeSheet(sheet);
    this.rewriteFormulas((formula) => removeSheetIn(formula, name));
  }

  override renameSheet(sheet: string, name: string): void {
    const { name: old } = this.tab(sheet).sheet;
    super.renameSheet(sheet, name);
    this.model.renameSheet(sheet, name);
    this.rewriteFormulas((formula) => renameSheetIn(formula, old, name));
  }

  // Cells

  usedArea(sheet: string): Area | null {
    let used: Rectangle | null = null;
    for (const [row, column, cell] of this.sheetCells(sheet).entries()) {
      const filled = { row, column, ...(this.spillOf(sheet, row, column, cell) ?? { rows: 1, columns: 1 }) };
      used = used ? boundingRectangle(used, filled) : filled;
    }
    return used && { sheet, ...used };
  }

  inputs(area: Area): CellInput[][] {
    const cells = this.sheetCells(area.sheet);
    return matrix(area, (row, column) => cells.get(row, column)?.input ?? "");
  }

  values(area: Area): CellValue[][] {
    const cells = this.sheetCells(area.sheet);
    const constant = ({ row, column }: { row: number; column: number }): CellValue =>
      plainValue(cells.get(row, column)?.input ?? "");
    const used = this.usedArea(area.sheet);
    const computed = used && intersection(used, area);
    if (!computed || !this.holdsFormula(area.sheet)) {
      return matrix(area, (row, column) => constant({ row, column }));
    }
    const values = this.model.values(area.sheet, this.tab(area.sheet).sheet.name, computed);
    return matrix(area, (row, column) => {
      const cell = cells.get(row, column);
      if (cell && !isFormula(cell.input)) return plainValue(cell.input);
      return values[row - computed.row]?.[column - computed.column] ?? "";
    });
  }

  texts(area: Area): string[][] {
    const formats = this.format(area);
    return this.values(area).map((line, i) =>
      line.map((value, j) => cellText(value, formats[i]?.[j]?.numberFormat ?? "General")),
    );
  }

  write(area: Area, inputs: readonly (readonly (CellInput | null)[])[]): void {
    forEachCell(area, (row, column, i, j) => {
      const input = inputs[i]?.[j];
      if (input !== null && input !== undefined) this.put(area.sheet, row, column, input);
    });
  }

  clear(area: Area, what: { contents: boolean; formats: boolean }): void {
    if (what.contents) {
      for (const [row, column] of [...this.sheetCells(area.sheet).within(area)]) {
        this.put(area.sheet, row, column, "");
      }
    }
    if (what.formats) this.tab(area.sheet).formats.clear(area);
  }

  settle(): Promise<void> {
    this.calculate();
    return Promise.resolve();
  }

  // Names

  override setName(record: NameRecord): void {
    super.setName(record);
    this.meaningsChanged();
  }

  override removeName(name: string, scope: string | null): void {
    super.removeName(name, scope);
    this.meaningsChanged();
  }

  connectFunctions(_specs: readonly FunctionSpec[], _call: CallFunction): void {
    throw new Error("not yet");
  }

  on(listener: (event: EngineEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  // Files

  async save(): Promise<WorkbookData> {
    await this.settle();
    return {
      sheets: this.tabs.map((tab) => ({
        ...tab.sheet,
        cells: this.savedCells(tab.sheet.id),
        columnWidths: [...tab.columnPixels].map(([column, pixels]) => ({ column, pixels })),
        rowHeights: [...tab.rowPixels].map(([row, pixels]) => ({ row, pixels })),
        hiddenRows: [...tab.hiddenRows],
        merges: tab.merges,
        validations: tab.validations,
        conditionalFormats: tab.conditionalFormats,
        charts: tab.charts,
        tables: tab.tables,
      })),
      names: this.nameRecords,
      activeSheet: this.activeSheet(),
      settings: {},
      customXml: [],
    };
  }

  async load(data: WorkbookData): Promise<void> {
    this.model = new IronCalcModel();
    this.cells.clear();
    this.waiting = [];
    this.replace(data.sheets.map(sheetRecordsOf), data.names, data.activeSheet);
    for (const { id, name } of data.sheets) {
      this.cells.set(id, new CellMap());
      this.model.addSheet(id, name);
    }
    for (const sheet of data.sheets) {
      for (const { row, column, input } of sheet.cells) this.put(sheet.id, row, column, input);
    }
    await this.settle();
  }

  private savedCells(sheet: string): WorkbookData["sheets"][number]["cells"] {
    const cells = new Map<string, WorkbookData["sheets"][number]["cells"][number]>();
    const used = this.usedArea(sheet);
    const values = used ? this.values(used) : [];
    for (const [row, column, format] of this.tab(sheet).formats.formatted()) {
      cells.set(`${row},${column}`, { row, column, input: "", format });
    }
    for (const [row, column, cell] of this.sheetCells(sheet).entries()) {
      const spill = this.spillOf(sheet, row, column, cell);
      const value = used ? values[row - used.row]?.[column - used.column] : undefined;
      const key = `${row},${column}`;
      cells.set(key, {
        ...(cells.get(key) ?? { row, column }),
        input: cell.input,
        ...(isFormula(cell.input) && value !== undefined ? { value } : {}),
        ...(spill ? { spill } : {}),
      });
    }
    return [...cells.values()];
  }

  private put(sheet: string, row: number, column: number, input: CellInput): void {
    const cells = this.sheetCells(sheet);
    this.calculated = false;
    if (input === "") {
      cells.delete(row, column);
      this.model.write(sheet, row, column, "");
      return;
    }
    const cell: Cell = { input, written: null };
    cells.set(row, column, cell);
    if (isFormula(input)) this.waiting.push({ sheet, row, column, cell });
    else this.model.write(sheet, row, column, constantInput(input));
  }

  private calculate(): void {
    if (this.calculated && !this.namesChanged && this.waiting.length === 0) return;
    const formulas = this.namesChanged ? this.allFormulas() : this.waiting;
    for (const { sheet, row, column, cell } of formulas) this.writeFormula(sheet, row, column, cell);
    this.waiting = [];
    this.namesChanged = false;
    this.model.evaluate();
    this.calculated = true;
  }

  private writeFormula(sheet: string, row: number, column: number, cell: Cell): void {
    if (this.sheetCells(sheet).get(row, column) !== cell) return; // overwritten since
    const formula = String(cell.input);
    if (cell.written !== null && !usesNames(formula)) return;
    const written = expandNames(formula, this.nameRecords, this.sheets(), sheet);
    if (written === cell.written) return;
    this.model.write(sheet, row, column, written);
    cell.written = written;
  }

  private allFormulas(): { sheet: string; row: number; column: number; cell: Cell }[] {
    return [...this.cells].flatMap(([sheet, cells]) =>
      [...cells.entries()]
        .filter(([, , cell]) => isFormula(cell.input))
        .map(([row, column, cell]) => ({ sheet, row, column, cell })),
    );
  }

  private rewriteFormulas(change: (formula: string) => string): void {
    for (const { cell } of this.allFormulas()) cell.input = change(String(cell.input));
    this.nameRecords = this.nameRecords.map((name) => ({ ...name, formula: change(name.formula) }));
    this.meaningsChanged();
  }

  private meaningsChanged(): void {
    this.namesChanged = true;
  }

  private holdsFormula(sheet: string): boolean {
    for (const [, , cell] of this.sheetCells(sheet).entries()) if (isFormula(cell.input)) return true;
    return false;
  }

  private spillOf(
    sheet: string,
    row: number,
    column: number,
    cell: Cell,
  ): { rows: number; columns: number } | null {
    return isFormula(cell.input) ? this.model.spill(sheet, row, column) : null;
  }

  private sheetCells(sheet: string): CellMap<Cell> {
    const cells = this.cells.get(sheet);
    if (!cells) throw new Error(`There is no sheet with the id ${sheet}.`);
    return cells;
  }
}

function isFormula(input: CellInput): boolean {
  return typeof input === "string" && input.length > 1 && input.startsWith("=");
}

/** The value of a constant: text loses the apostrophe that marks it as text. */
function plainValue(input: CellInput): CellValue {
  return typeof input === "string" && input.startsWith("'") ? input.slice(1) : input;
}

/** A constant as IronCalc takes it: text always behind an apostrophe, so that "12" stays text. */
function constantInput(input: CellInput): string {
  if (typeof input === "boolean") return input ? "TRUE" : "FALSE";
  return typeof input === "number" ? String(input) : `'${String(plainValue(input))}`;
}
