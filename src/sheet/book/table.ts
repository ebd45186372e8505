import { cellAddress } from "../cell-address";
import { cellContent } from "./column-content";
import { ROLES } from "./column-roles";
import {
  COLUMN_ROLES,
  HoldingsProblem,
  type ColumnMap,
  type ColumnRole,
  type SelectedCells,
} from "./holdings";
import { shortened } from "./rows-in-words";

/** The selection seen through the chosen columns. */
export class Table {
  constructor(
    readonly cells: SelectedCells,
    readonly columns: ColumnMap,
  ) {}

  sheetRow(row: number): number {
    return this.cells.row + row;
  }

  sheetColumns(): ColumnMap {
    const entries = COLUMN_ROLES.flatMap((role) => {
      const column = this.columns[role];
      return column === undefined ? [] : [[role, this.cells.column + column] as const];
    });
    return Object.fromEntries(entries);
  }

  has(role: ColumnRole): boolean {
    return this.columns[role] !== undefined;
  }

  content(row: number, role: ColumnRole) {
    const column = this.columns[role];
    return column === undefined ? "blank" : cellContent(this.cells, row, column);
  }

  text(row: number, role: ColumnRole): string {
    return this.cellText(row, role).trim();
  }

  /** The same with its blanks: the worksheet's formulas compare what the cell holds. */
  cellText(row: number, role: ColumnRole): string {
    const column = this.columns[role];
    return column === undefined ? "" : String(this.cells.values[row]?.[column] ?? "");
  }

  /** The cell's number; null where it is blank, or where the column was not chosen. */
  number(row: number, role: ColumnRole): number | null {
    const column = this.columns[role];
    if (column === undefined) return null;
    const content = cellContent(this.cells, row, column);
    if (content === "number") return Number(this.cells.values[row]?.[column]);
    if (content === "blank") return null;
    throw this.unreadable(row, role);
  }

  address(row: number, role: ColumnRole): string {
    return cellAddress(this.sheetRow(row), this.cells.column + (this.columns[role] ?? 0));
  }

  /** Why a cell cannot be used in its role, with what to do. */
  unreadable(row: number, role: ColumnRole): HoldingsProblem {
    const cell = this.address(row, role);
    const shown = shortened(this.text(row, role));
    const where = `Cell ${cell} (row ${this.sheetRow(row) + 1}, ${ROLES[role].label.toLowerCase()})`;
    switch (this.content(row, role)) {
      case "error":
        return new HoldingsProblem(
          `${where} shows the error ${shown}.`,
          "Correct the cell, or select the holdings without this row.",
          cell,
        );
      case "data type":
        return new HoldingsProblem(
          `${where} holds a data type (such as a stock), not a number.`,
          `Take a field of it in another column, for example =${cell}.Price, and choose that column.`,
          cell,
        );
      default:
        return new HoldingsProblem(
          `${where} holds the text “${shown}”, but a number is expected.`,
          "Type the number into the cell (Data → Text to Columns converts a whole column), or choose another column.",
          cell,
        );
    }
  }
}

/** The columns whose cells a holding's value comes from. */
export function deciding(table: Table): readonly ("value" | "quantity" | "price")[] {
  return table.has("value") ? ["value"] : ["quantity", "price"];
}
