import initIronCalc, { Model } from "@ironcalc/wasm";
import { columnName, quoteSheet, type Rectangle } from "./address";
import type { CellValue, ErrorValue } from "./engine";
import { matrix } from "./matrix";

/** Sheets of ours in IronCalc's workbook that the user never sees. */
const RAW_SHEET = "~raw";

let loading: Promise<unknown> | undefined;

/** Loads IronCalc's WebAssembly once. */
export async function loadIronCalc(wasm: BufferSource): Promise<void> {
  loading ??= initIronCalc({ module_or_path: wasm });
  await loading;
}

/**
 * IronCalc's workbook, addressed by our sheet ids and counted from 0, calculated only when told to.
 * Numbers are read through a formula: its interface answers formatted text, cut after nine decimals,
 * but `&""` gives all digits of a double.
 */
export class IronCalcModel {
  private readonly model = new Model("book", "en", "UTC", "en");
  /** Sheet ids in IronCalc's order. */
  private readonly order: string[] = [RAW_SHEET];

  constructor() {
    this.model.pauseEvaluation();
    this.model.renameSheet(0, RAW_SHEET);
  }

  addSheet(id: string, name: string): void {
    this.model.newSheet();
    this.model.renameSheet(this.order.length, name);
    this.order.push(id);
  }

  removeSheet(id: string): void {
    this.model.deleteSheet(this.index(id));
    this.order.splice(this.index(id), 1);
  }

  renameSheet(id: string, name: string): void {
    this.model.renameSheet(this.index(id), name);
  }

  /** Writes as a user types: "=…" is a formula, an apostrophe keeps text as text, "" empties the cell. */
  write(sheet: string, row: number, column: number, input: string): void {
    this.model.setUserInput(this.index(sheet), row + 1, column + 1, input);
  }

  clear(sheet: string, area: Rectangle): void {
    const { row, column, rows, columns } = area;
    this.model.rangeClearContents(this.index(sheet), row + 1, column + 1, row + rows, column + columns);
  }

  evaluate(): void {
    this.model.resumeEvaluation();
    this.model.evaluate();
    this.model.pauseEvaluation();
  }

  /** What the cells compute, spilled ones too. `sheetName` is the sheet's name as formulas know it. */
  values(sheet: string, sheetName: string, area: Rectangle): CellValue[][] {
    const index = this.index(sheet);
    let inexact = false;
    const values = matrix(area, (row, column): CellValue => {
      const text = this.model.getFormattedCellValue(index, row + 1, column + 1);
      const type = this.model.getCellType(index, row + 1, column + 1);
      if (type === NUMBER) inexact = true;
      if (type === ERROR) return { error: errorValue(text) };
      return type === BOOLEAN ? text === "TRUE" : text;
    });
    if (inexact) this.readNumbers(index, sheetName, area, values);
    return values;
  }

  /** Rows and columns that the formula of a cell fills; null unless it spills. */
  spill(sheet: string, row: number, column: number): { rows: number; columns: number } | null {
    const structure = this.model.getCellArrayStructure(this.index(sheet), row + 1, column + 1);
    if (typeof structure === "string" || !("DynamicAnchor" in structure)) return null;
    const [columns, rows] = structure.DynamicAnchor;
    return { rows, columns };
  }

  /** The anchor of the spill that a cell belongs to; null for any other cell. */
  spillAnchor(sheet: string, row: number, column: number): { row: number; column: number } | null {
    const structure = this.model.getCellArrayStructure(this.index(sheet), row + 1, column + 1);
    if (typeof structure === "string" || !("DynamicChild" in structure)) return null;
    const [anchorRow, anchorColumn] = structure.DynamicChild;
    return { row: anchorRow - 1, column: anchorColumn - 1 };
  }

  private readNumbers(index: number, sheetName: string, area: Rectangle, values: CellValue[][]): void {
    const first = `${columnName(area.column)}${area.row + 1}`;
    const last = `${columnName(area.column + area.columns - 1)}${area.row + area.rows}`;
    this.model.setUserInput(0, 1, 1, `=${quoteSheet(sheetName)}!${first}:${last}&""`);
    this.evaluate();
    for (const [i, line] of values.entries()) {
      for (const j of line.keys()) {
        const type = this.model.getCellType(index, area.row + i + 1, area.column + j + 1);
        if (type === NUMBER) line[j] = Number(this.model.getFormattedCellValue(0, i + 1, j + 1));
      }
    }
    this.model.setUserInput(0, 1, 1, "");
  }

  private index(id: string): number {
    const index = this.order.indexOf(id);
    if (index < 0) throw new Error(`IronCalc has no sheet ${id}.`);
    return index;
  }
}

/** IronCalc's numbers for the type of a value, those of Excel's TYPE(). */
const NUMBER = 1;
const BOOLEAN = 4;
const ERROR = 16;

const ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#CIRC!"]); // prettier-ignore

/** IronCalc says #ERROR! for what it cannot parse; #N/IMPL! is our mark for a custom function still at work. */
function errorValue(text: string): ErrorValue {
  if (ERRORS.has(text)) return text as ErrorValue;
  return text === BUSY ? "#BUSY!" : "#NAME?";
}

/** An error that IronCalc carries through every formula and never produces itself where we use it. */
export const BUSY = "#N/IMPL!";
