import {
  boundingRectangle,
  intersection,
  isEntireColumn,
  isEntireRow,
  MAX_COLUMNS,
  MAX_ROWS,
  type Rectangle,
} from "../engine/address";
import type { Area } from "../engine/engine";
import { HostError } from "./host-error";
import { object, type HostObject, type ObjectClass } from "./object-class";
import { requireUnlocked, requireUnprotected } from "./protected-cells";
import { addressOf, range, resolveAddress, whole } from "./range-address";
import { activate, requireVisible, type Session } from "./session";
import { specialCells } from "./special-cells";
import { surroundingRegion } from "./surrounding-region";
import { usedRange } from "./used-range";

export const rangeCalls: Pick<ObjectClass<"Range">, "call" | "internal"> = {
  call: {
    getCell: (area, [row, column]) => moved(area, whole(row), whole(column), { rows: 1, columns: 1 }),
    getRow: (area, [row]) => moved(area, inside(row, area.rows), 0, { rows: 1 }),
    getColumn: (area, [column]) => moved(area, 0, inside(column, area.columns), { columns: 1 }),
    getLastRow: (area) => moved(area, area.rows - 1, 0, { rows: 1 }),
    getLastColumn: (area) => moved(area, 0, area.columns - 1, { columns: 1 }),
    getLastCell: (area) => moved(area, area.rows - 1, area.columns - 1, { rows: 1, columns: 1 }),
    getOffsetRange: (area, [rows, columns]) => moved(area, whole(rows), whole(columns)),
    getResizedRange: (area, [rows, columns]) =>
      moved(area, 0, 0, { rows: area.rows + whole(rows), columns: area.columns + whole(columns) }),
    getAbsoluteResizedRange: (area, [rows, columns]) =>
      moved(area, 0, 0, { rows: whole(rows), columns: whole(columns) }),
    getEntireRow: (area) => range(area.sheet, { ...area, column: 0, columns: MAX_COLUMNS }),
    getEntireColumn: (area) => range(area.sheet, { ...area, row: 0, rows: MAX_ROWS }),
    getBoundingRect: (area, [other], session) =>
      range(area.sheet, boundingRectangle(area, sameSheet(area, other, session))),
    getIntersection: (area, [other], session) => {
      const common = intersection(area, sameSheet(area, other, session));
      if (!common) throw new HostError("ItemNotFound");
      return range(area.sheet, common);
    },
    getIntersectionOrNullObject: (area, [other], session) =>
      orNull(area.sheet, intersection(area, sameSheet(area, other, session))),
    getUsedRange: (area, _, session) => {
      const used = usedRange(area, session);
      return used ?? range(area.sheet, { ...area, rows: 1, columns: 1 });
    },
    getUsedRangeOrNullObject: (area, _, session) => usedRange(area, session),
    getVisibleView: (area) => object("RangeView", area),
    getSpecialCells: (area, [type, valueType], session) => {
      const cells = specialCells(area, String(type), valueType, session);
      if (!cells) throw new HostError("ItemNotFound");
      return cells;
    },
    getSpecialCellsOrNullObject: (area, [type, valueType], session) =>
      specialCells(area, String(type), valueType, session),
    getSurroundingRegion: (area, _, session) => range(area.sheet, surroundingRegion(area, session)),
    getTables: (area) => object("TableScopedCollection", [area]),
    select: (area, _, session) => {
      requireVisible(area.sheet, session);
      activate(session, area.sheet);
      session.engine.select([area]);
      session.raise({ type: "selectionChanged", areas: [area] });
    },
    clear: (area, [applyTo], session) => {
      requireUnlocked([area], session);
      if (applyTo !== "Contents") requireUnprotected(area.sheet, session);
      const contents = applyTo === undefined || applyTo === "All" || applyTo === "Contents";
      const formats = applyTo === undefined || applyTo === "All" || applyTo === "Formats";
      session.engine.clear(area, { contents, formats });
      if (contents) session.raise({ type: "changed", area, changeType: "RangeEdited", by: "add-in" });
    },
    merge: (area, [across], session) => {
      requireUnprotected(area.sheet, session);
      merge(area, across === true, session);
    },
    unmerge: (area, _, session) => {
      requireUnprotected(area.sheet, session);
      session.engine.unmerge(area);
    },
    calculate: () => undefined,
    getRowProperties: (area, [wanted], session) => rowProperties(area, Object.keys(wanted ?? {}), session),
  },
  internal: {
    /** Comes before a matrix that the library sends in slices. */
    _ValidateArraySize: ({ rows, columns }, [givenRows, givenColumns]) => {
      if (rows === givenRows && columns === givenColumns) return null;
      throw new HostError(
        "InvalidArgument",
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      );
    },
  },
};

function moved(
  area: Area,
  rows: number,
  columns: number,
  size: Partial<Rectangle> = {},
): HostObject<"Range"> {
  const { sheet, ...rectangle } = area;
  // An entire column moves sideways, an entire row up and down: the other direction stays whole.
  const row = isEntireColumn(area) && size.rows === undefined ? 0 : area.row + rows;
  const column = isEntireRow(area) && size.columns === undefined ? 0 : area.column + columns;
  return range(sheet, { ...rectangle, row, column, ...size });
}

function inside(index: unknown, count: number): number {
  const n = whole(index);
  if (n < 0 || n >= count) throw new HostError("InvalidArgument");
  return n;
}

function sameSheet(area: Area, other: unknown, session: Session): Area {
  const given =
    typeof other === "string"
      ? resolveAddress(other, area.sheet, session)
      : (other as HostObject<"Range">).state;
  if (given?.sheet !== area.sheet) throw new HostError("InvalidArgument");
  return given;
}

function orNull(sheet: string, rectangle: Rectangle | null): HostObject<"Range"> | null {
  return rectangle && range(sheet, rectangle);
}

/** What is asked of each row; only what is asked is answered. */
function rowProperties(area: Area, wanted: readonly string[], session: Session): Excel.RowProperties[] {
  const unknown = wanted.find((name) => !["rowHidden", "rowIndex", "address"].includes(name));
  if (unknown !== undefined) {
    throw new HostError("ApiNotFound", `HOST: Range.getRowProperties of ${unknown} is not implemented`);
  }
  return Array.from({ length: area.rows }, (_, i) => ({
    ...(wanted.includes("rowHidden")
      ? { rowHidden: session.engine.rowHidden(area.sheet, area.row + i) }
      : {}),
    ...(wanted.includes("rowIndex") ? { rowIndex: area.row + i } : {}),
    ...(wanted.includes("address")
      ? { address: addressOf({ ...area, row: area.row + i, rows: 1 }, session) }
      : {}),
  }));
}

/** Excel keeps the value of the first cell only. */
function merge(area: Area, across: boolean, { engine }: Session): void {
  const blocks = across
    ? Array.from({ length: area.rows }, (_, i) => ({ ...area, row: area.row + i, rows: 1 }))
    : [area];
  for (const block of blocks) {
    const inputs = engine.inputs(block);
    engine.write(
      block,
      inputs.map((line, i) => line.map((input, j) => (i === 0 && j === 0 ? input : ""))),
    );
    engine.merge(block);
  }
}
