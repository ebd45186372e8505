import { readFileSync } from "node:fs";
import { join } from "node:path";
import { initSync, Model } from "@ironcalc/wasm";
import { cellAddress, quotedSheetName } from "../../src/sheet/cell-address";
import type { SheetCell, WorksheetModel } from "../../src/sheet/page/worksheet";

export type Content = number | string | boolean;

/** The user's sheet: name and cells, row by row from A1. */
export interface UserSheet {
  readonly name: string;
  readonly cells: readonly (readonly Content[])[];
}

/** A calculated hedge sheet: IronCalc (a spreadsheet engine that is not ours) says what its formulas give. */
export interface Calculated {
  /** Value of the cell with this name. */
  value(name: string): Content;
  /** Types a value into the named cell, as a user would. */
  type(name: string, content: Content): void;
  typeInto(sheet: string, row: number, column: number, content: Content): void;
  /** Every cell of the hedge sheet that has content, with its value. */
  cells(): { address: string; row: number; column: number; cell: SheetCell; value: Content }[];
  close(): void;
}

/** What IronCalc calls the type of a number. */
const NUMBER = 1;

let started = false;

export function calculate(book: UserSheet, model: WorksheetModel): Calculated {
  if (!started) {
    initSync({ module: readFileSync(join(__dirname, "../../node_modules/@ironcalc/wasm/wasm_bg.wasm")) });
    started = true;
  }
  const engine = new Model("book", "en", "UTC", "en");
  engine.pauseEvaluation();
  engine.renameSheet(0, book.name);
  engine.newSheet();
  engine.renameSheet(1, model.name);
  book.cells.forEach((row, r) => {
    row.forEach((content, c) => {
      engine.setUserInput(0, r + 1, c + 1, typed(content));
    });
  });
  const places = new Map<string, { row: number; column: number }>();
  const filled: { row: number; column: number; cell: SheetCell }[] = [];
  model.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell === null) return;
      filled.push({ row, column, cell });
      if (cell.name === undefined) return;
      if (places.has(cell.name)) throw new Error(`two cells are named ${cell.name}`);
      places.set(cell.name, { row, column });
      const place = `${quotedSheetName(model.name)}!$${cellAddress(row, column).replace(/(\d+)/, "$$$1")}`;
      engine.newDefinedName(cell.name, 1, place);
    });
  });
  // A second cell `=cell&""` per cell: the engine's interface answers numbers cut after nine digits, text in full.
  engine.newSheet();
  for (const { row, column, cell } of filled) {
    if (cell.content !== "") engine.setUserInput(1, row + 1, column + 1, entered(cell));
    const place = `${quotedSheetName(model.name)}!${cellAddress(row, column)}`;
    engine.setUserInput(2, row + 1, column + 1, `=${place}&""`);
  }
  engine.resumeEvaluation();
  engine.evaluate();
  const valueAt = (row: number, column: number): Content => {
    const full = engine.getFormattedCellValue(2, row + 1, column + 1);
    const isNumber = engine.getCellType(1, row + 1, column + 1) === NUMBER && full !== "";
    // No spreadsheet shows −0.
    return isNumber ? Number(full) + 0 : full;
  };
  const place = (name: string) => {
    const found = places.get(name);
    if (found === undefined) throw new Error(`no cell is named ${name}`);
    return found;
  };
  return {
    value: (name) => valueAt(place(name).row, place(name).column),
    type(name, content) {
      const { row, column } = place(name);
      engine.setUserInput(1, row + 1, column + 1, typed(content));
      engine.evaluate();
    },
    typeInto(sheet, row, column, content) {
      engine.setUserInput(sheet === book.name ? 0 : 1, row + 1, column + 1, typed(content));
      engine.evaluate();
    },
    cells: () =>
      filled.map(({ row, column, cell }) => ({
        address: cellAddress(row, column),
        row,
        column,
        cell,
        value: valueAt(row, column),
      })),
    close: () => {
      engine.free();
    },
  };
}

function entered({ content, isText }: SheetCell): string {
  return isText !== true && typeof content === "string" && content.startsWith("=") ? content : typed(content);
}

/** As typed by a user, with the apostrophe that keeps text text. */
function typed(content: Content): string {
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  if (typeof content === "number") return String(content);
  return content === "" ? "" : `'${content}`;
}
