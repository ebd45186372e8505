import { formatA1, MAX_COLUMNS, quoteSheet } from "./address";
import type { IronCalcModel, SheetArea } from "./ironcalc-model";

/** A sheet in IronCalc's workbook that the user never sees, given out by whole columns. */
const SCRATCH = "~calls";

export class ScratchColumns {
  private next = 0;
  /** Columns that were given back, by width. */
  private readonly free = new Map<number, number[]>();
  private readonly inputs = new Map<number, string>();
  private readonly filled = new Map<number, number>();

  constructor(private readonly model: IronCalcModel) {
    model.addSheet(SCRATCH, SCRATCH);
  }

  take(columns: number): number {
    const freed = this.free.get(columns)?.pop();
    if (freed !== undefined) return freed;
    const column = this.next;
    this.next += columns;
    if (this.next > MAX_COLUMNS)
      throw new Error("There are more custom function calls than the scratch sheet holds.");
    return column;
  }

  release(column: number, columns: number): void {
    this.clear(column, columns);
    this.free.set(columns, [...(this.free.get(columns) ?? []), column]);
  }

  write(row: number, column: number, input: string): void {
    if (row === 0) this.inputs.set(column, input);
    this.filled.set(column, Math.max(row + 1, this.filled.get(column) ?? 0));
    this.model.write(SCRATCH, row, column, input);
  }

  /** What was written at the top of a column. */
  input(column: number): string | undefined {
    return this.inputs.get(column);
  }

  clear(column: number, columns: number): void {
    for (let i = column; i < column + columns; i++) {
      for (let row = 0; row < (this.filled.get(i) ?? 0); row++) this.model.write(SCRATCH, row, i, "");
      this.filled.delete(i);
      this.inputs.delete(i);
    }
  }

  /** The cells that the formula at the top of a column fills. */
  spilled(column: number): SheetArea {
    const size = this.model.spill(SCRATCH, 0, column) ?? { rows: 1, columns: 1 };
    return { sheet: SCRATCH, name: SCRATCH, row: 0, column, ...size };
  }

  reference(column: number, rows: number, columns: number): string {
    return `${quoteSheet(SCRATCH)}!${formatA1({ row: 0, column, rows, columns }, true)}`;
  }
}
