import type { Rectangle } from "./address";

/** One entry per cell of the area, row by row. */
export function matrix<T>(area: Rectangle, cell: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rows }, (_, i) =>
    Array.from({ length: area.columns }, (_, j) => cell(area.row + i, area.column + j)),
  );
}

/** Calls `cell` for each cell of the area with its place in the sheet and in the area. */
export function forEachCell(
  area: Rectangle,
  cell: (row: number, column: number, i: number, j: number) => void,
): void {
  for (let i = 0; i < area.rows; i++) {
    for (let j = 0; j < area.columns; j++) cell(area.row + i, area.column + j, i, j);
  }
}
