import { intersection, MAX_COLUMNS, MAX_ROWS, type Rectangle } from "../engine/address";
import type { Area } from "../engine/engine";
import type { Session } from "./session";

/** The block of filled cells around an area, bounded by blank rows and columns: what Ctrl+A selects. */
export function surroundingRegion(area: Area, { engine }: Session): Rectangle {
  const used = engine.usedArea(area.sheet);
  if (!used) return area;
  const inputs = engine.inputs(used);
  const values = engine.values(used);
  const filled = (part: Rectangle): boolean => {
    const common = intersection(part, used);
    if (!common) return false;
    for (let i = common.row - used.row; i < common.row - used.row + common.rows; i++) {
      for (let j = common.column - used.column; j < common.column - used.column + common.columns; j++) {
        if (inputs[i]?.[j] !== "" || values[i]?.[j] !== "") return true;
      }
    }
    return false;
  };
  let region: Rectangle = { row: area.row, column: area.column, rows: area.rows, columns: area.columns };
  for (;;) {
    const grown = grow(region, filled);
    if (grown === region) return region;
    region = grown;
  }
}

/** One step further on each side whose neighbouring line, corners included, holds something. */
function grow(region: Rectangle, filled: (part: Rectangle) => boolean): Rectangle {
  const { row, column, rows, columns } = region;
  const left = Math.max(0, column - 1);
  const top = Math.max(0, row - 1);
  const width = Math.min(MAX_COLUMNS, column + columns + 1) - left;
  const height = Math.min(MAX_ROWS, row + rows + 1) - top;
  if (row > 0 && filled({ row: row - 1, column: left, rows: 1, columns: width })) {
    return { row: row - 1, column, rows: rows + 1, columns };
  }
  if (filled({ row: row + rows, column: left, rows: 1, columns: width })) {
    return { row, column, rows: rows + 1, columns };
  }
  if (column > 0 && filled({ row: top, column: column - 1, rows: height, columns: 1 })) {
    return { row, column: column - 1, rows, columns: columns + 1 };
  }
  if (filled({ row: top, column: column + columns, rows: height, columns: 1 })) {
    return { row, column, rows, columns: columns + 1 };
  }
  return region;
}
