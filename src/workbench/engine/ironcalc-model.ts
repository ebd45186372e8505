import initIronCalc, { Model } from "@ironcalc/wasm";
import { columnName, quoteSheet, type Rectangle } from "./address";
import type { Area, CellValue, ErrorValue } from "./engine";
import { matrix } from "./matrix";

/** Sheets of ours in IronCalc's workbook that the user never sees. */
const RAW_SHEET = "~raw";

/** Cells to read, and the name of their sheet as formulas know it. */
export interface SheetArea extends Area {
  readonly name: string;
}
/** A first reading; the numbers that formulas compute are still to be filled in. */
interface Read {
  readonly area: SheetArea;
  readonly values: CellValue[][];
  readonly numbers: [row: number, column: number][];
}

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

  /** What the cells compute, spilled ones too. */
  values(area: SheetArea): CellValue[][] {
    return this.readAll([area])[0] ?? [];
  }

  /** Several areas at once: however many they are, their numbers cost one calculation. */
  readAll(areas: readonly SheetArea[]): CellValue[][][] {
    const reads = areas.map((area) => this.read(area));
    const inexact = reads.filter(({ numbers }) => numbers.length > 0);
    if (inexact.length > 0) this.readNumbers(inexact);
    return reads.map(({ values }) => values);
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

  private read(area: SheetArea): Read {
    const index = this.index(area.sheet);
    const numbers: Read["numbers"] = [];
    const values = matrix(area, (row, column): CellValue => {
      const text = this.model.getFormattedCellValue(index, row + 1, column + 1);
      switch (this.model.getCellType(index, row + 1, column + 1)) {
        case ERROR:
          return { error: errorValue(text) };
        case BOOLEAN:
          return text === "TRUE";
        case NUMBER: {
          const content = this.model.getCellContent(index, row + 1, column + 1);
          const constant = content === "" || content.startsWith("=") ? NaN : Number(content);
          if (Number.isNaN(constant) && text !== "") numbers.push([row - area.row, column - area.column]);
          return text === "" ? "" : constant;
        }
        default:
          return text;
      }
    });
    return { area, values, numbers };
  }

  private readNumbers(reads: readonly Read[]): void {
    const places: number[] = [];
    let next = 1;
    for (const { area } of reads) {
      const { row, column, rows, columns } = area;
      const first = `${columnName(column)}${row + 1}`;
      const last = `${columnName(column + columns - 1)}${row + rows}`;
      this.model.setUserInput(0, 1, next, `=${quoteSheet(area.name)}!${first}:${last}&""`);
      places.push(next);
      next += columns;
    }
    this.evaluate();
    reads.forEach(({ values, numbers }, i) => {
      const place = places[i] ?? 1;
      for (const [row, column] of numbers) {
        const line = values[row];
        if (line) line[column] = Number(this.model.getFormattedCellValue(0, row + 1, place + column));
      }
    });
    for (const place of places) this.model.setUserInput(0, 1, place, "");
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

const ERRORS = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
  "#CIRC!",
]);

/** IronCalc says #ERROR! for what it cannot parse; #N/IMPL! is our mark for a custom function still at work. */
function errorValue(text: string): ErrorValue {
  if (ERRORS.has(text)) return text as ErrorValue;
  return text === BUSY ? "#BUSY!" : "#NAME?";
}

/** An error that IronCalc carries through every formula and never produces itself where we use it. */
export const BUSY = "#N/IMPL!";
