import { boundingRectangle, intersection, type Rectangle } from "./address";
import { CellMap } from "./cell-map";
import { CustomCalls } from "./custom-calls";
import { expandNames, usesNames } from "./defined-names";
import type {
  Area,
  CallFunction,
  CellError,
  CellInput,
  CellValue,
  Engine,
  EngineEvent,
  FunctionSpec,
  NameRecord,
  Sheet,
  WorkbookData,
} from "./engine";
import { forIronCalc } from "./ironcalc-formula";
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
  private functions: { readonly specs: readonly FunctionSpec[]; readonly call: CallFunction } | null = null;
  private calls: CustomCalls | null = null;
  /** Cells whose custom function has answered since the last calculation. */
  private answered: { sheet: string; row: number; column: number }[] = [];
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
    this.calls?.dropSheet(sheet);
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
    const { name } = this.tab(area.sheet).sheet;
    const values = this.model.values({ sheet: area.sheet, name, ...computed });
    return matrix(area, (row, column) => {
      const cell = cells.get(row, column);
      if (cell && !isFormula(cell.input)) return plainValue(cell.input);
      const value = values[row - computed.row]?.[column - computed.column] ?? "";
      return typeof value === "object" ? this.explained(value, { sheet: area.sheet, row, column }) : value;
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

  connectFunctions(specs: readonly FunctionSpec[], call: CallFunction): void {
    this.functions = { specs, call };
    this.openCalls();
    for (const { cell } of this.allFormulas())
      if (this.calls?.concerns(String(cell.input))) cell.written = null;
    this.meaningsChanged();
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
    this.openCalls();
    this.cells.clear();
    this.waiting = [];
    this.answered = [];
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
        ...(spill ? { spill, spilledValues: this.values({ sheet, row, column, ...spill }) } : {}),
      });
    }
    return [...cells.values()];
  }

  private put(sheet: string, row: number, column: number, input: CellInput): void {
    const cells = this.sheetCells(sheet);
    this.calculated = false;
    this.calls?.drop({ sheet, row, column });
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
    if (this.calculated && !this.namesChanged && this.waiting.length === 0) {
      this.calculateAnswers();
      return;
    }
    const formulas = this.namesChanged ? this.allFormulas() : this.waiting;
    for (const { sheet, row, column, cell } of formulas) this.writeFormula(sheet, row, column, cell);
    this.waiting = [];
    this.namesChanged = false;
    this.model.evaluate();
    if (this.calls?.callChanged()) this.rewriteCalls();
    this.calculated = true;
    this.calculateAnswers();
  }

  /** A cell whose answer has another size than before refers to other cells of the scratch sheet. */
  private rewriteCalls(): void {
    for (const { sheet, row, column } of this.calls?.callers() ?? []) {
      const cell = this.cells.get(sheet)?.get(row, column);
      if (cell) this.writeFormula(sheet, row, column, cell);
    }
    this.model.evaluate();
  }

  private writeFormula(sheet: string, row: number, column: number, cell: Cell): void {
    if (this.cells.get(sheet)?.get(row, column) !== cell) return; // overwritten since
    const formula = String(cell.input);
    const calls = this.calls?.concerns(formula) ? this.calls : null;
    if (cell.written !== null && !calls && !usesNames(formula)) return;
    const expanded = forIronCalc(expandNames(formula, this.nameRecords, this.sheets(), sheet));
    const written = calls ? calls.translate(expanded, { sheet, row, column }, this.sheets()) : expanded;
    if (written === cell.written) return;
    this.model.write(sheet, row, column, written);
    cell.written = written;
  }

  private openCalls(): void {
    if (!this.functions) return;
    const { specs, call } = this.functions;
    this.calls = new CustomCalls(specs, call, this.model, (caller) => this.takeAnswer(caller));
  }

  /** Answers come one by one, often thousands in a row: they are calculated together. */
  private takeAnswer(caller: { sheet: string; row: number; column: number }): void {
    this.answered.push(caller);
    if (this.answered.length === 1) setTimeout(() => this.calculate(), 0);
  }

  private calculateAnswers(): void {
    const answered = this.answered.splice(0);
    if (answered.length === 0) return;
    this.rewriteCalls();
    if (this.calls?.callChanged()) this.rewriteCalls();
    for (const { sheet, row, column } of answered) {
      this.tell({ type: "changed", area: { sheet, row, column, rows: 1, columns: 1 }, by: "calculation" });
    }
  }

  private explained(value: CellError, cell: { sheet: string; row: number; column: number }): CellError {
    const answer = this.calls?.errorAt(cell);
    return answer?.error === value.error ? answer : value;
  }

  private tell(event: EngineEvent): void {
    for (const listener of this.listeners) listener(event);
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
function plainValue(input: CellInput): CellInput {
  return typeof input === "string" && input.startsWith("'") ? input.slice(1) : input;
}

/** A constant as IronCalc takes it: text always behind an apostrophe, so that "12" stays text. */
function constantInput(input: CellInput): string {
  if (typeof input === "boolean") return input ? "TRUE" : "FALSE";
  return typeof input === "number" ? String(input) : `'${String(plainValue(input))}`;
}
