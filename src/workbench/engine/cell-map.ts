import { MAX_COLUMNS, type Rectangle } from "./address";

/** Values by cell, sparse: a sheet has 17 billion cells and most are blank. */
export class CellMap<T> {
  private readonly cells = new Map<number, T>();

  get(row: number, column: number): T | undefined {
    return this.cells.get(row * MAX_COLUMNS + column);
  }

  set(row: number, column: number, value: T): void {
    this.cells.set(row * MAX_COLUMNS + column, value);
  }

  delete(row: number, column: number): void {
    this.cells.delete(row * MAX_COLUMNS + column);
  }

  get size(): number {
    return this.cells.size;
  }

  *entries(): Generator<[row: number, column: number, value: T]> {
    for (const [key, value] of this.cells) {
      yield [Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS, value];
    }
  }

  /** The filled cells of an area: walks the area or the map, whichever is smaller. */
  *within(area: Rectangle): Generator<[row: number, column: number, value: T]> {
    if (area.rows * area.columns > this.cells.size) {
      for (const entry of this.entries()) {
        const [row, column] = entry;
        const inside =
          row >= area.row &&
          row < area.row + area.rows &&
          column >= area.column &&
          column < area.column + area.columns;
        if (inside) yield entry;
      }
      return;
    }
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const value = this.get(row, column);
        if (value !== undefined) yield [row, column, value];
      }
    }
  }
}
