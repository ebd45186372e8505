import { intersection, isEntireColumn, isEntireRow } from "../engine/address";
import type { Area, Border, CellFormat } from "../engine/engine";
import { autofitColumns, autofitRows } from "./autofit";
import { color } from "./color";
import { HostError } from "./host-error";
import { object, type ObjectClass } from "./object-class";
import { requireUnprotected } from "./protected-cells";
import type { Session } from "./session";

/** Excel measures in points; the engine in pixels at 100 %. */
const POINTS_PER_PIXEL = 0.75;
/** 255 characters of 7 pixels and their margin of 5; and 409 points, by Excel's specifications and limits. */
const MOST_COLUMN_POINTS = (255 * 7 + 5) * POINTS_PER_PIXEL;
const MOST_ROW_POINTS = 409.5;

type Areas = readonly Area[];

export const rangeFormat: ObjectClass<"RangeFormat"> = {
  get: {
    columnWidth: (areas, { engine }) =>
      common(columns(areas).map(([sheet, column]) => engine.columnWidth(sheet, column) * POINTS_PER_PIXEL)),
    rowHeight: (areas, { engine }) =>
      common(rows(areas).map(([sheet, row]) => engine.rowHeight(sheet, row) * POINTS_PER_PIXEL)),
    horizontalAlignment: (areas, session) => formatOf(areas, "horizontalAlignment", session),
    verticalAlignment: (areas, session) => formatOf(areas, "verticalAlignment", session),
    wrapText: (areas, session) => formatOf(areas, "wrapText", session),
    indentLevel: (areas, session) => formatOf(areas, "indent", session),
  },
  set: {
    columnWidth: (areas, points, session) => {
      const { engine } = session;
      requireSize(areas, points, MOST_COLUMN_POINTS, session);
      for (const { sheet, column, columns: count } of areas) {
        engine.setColumnWidth(sheet, column, count, points / POINTS_PER_PIXEL);
      }
    },
    rowHeight: (areas, points, session) => {
      const { engine } = session;
      requireSize(areas, points, MOST_ROW_POINTS, session);
      for (const { sheet, row, rows: count } of areas)
        engine.setRowHeight(sheet, row, count, points / POINTS_PER_PIXEL);
    },
    horizontalAlignment: (areas, value, session) =>
      setFormat(
        areas,
        { horizontalAlignment: oneOf(value, ["General", "Left", "Center", "Right", "Fill"]) },
        session,
      ),
    verticalAlignment: (areas, value, session) =>
      setFormat(areas, { verticalAlignment: oneOf(value, ["Top", "Center", "Bottom"]) }, session),
    wrapText: (areas, wrapText, session) => setFormat(areas, { wrapText }, session),
    indentLevel: (areas, indent, session) => setFormat(areas, { indent }, session),
  },
  navigate: {
    fill: (areas) => object("RangeFill", areas),
    font: (areas) => object("RangeFont", areas),
    borders: (areas) => object("RangeBorderCollection", areas),
    protection: (areas) => object("FormatProtection", areas),
  },
  call: {
    autofitColumns: (areas, _, session) => {
      requireAllUnprotected(areas, session);
      areas.forEach((area) => autofitColumns(area, session));
    },
    autofitRows: (areas, _, session) => {
      requireAllUnprotected(areas, session);
      areas.forEach((area) => autofitRows(area, session));
    },
  },
};

export const rangeFill: ObjectClass<"RangeFill"> = {
  get: { color: (areas, session) => formatOf(areas, "fill", session) },
  set: {
    color: (areas, value, session) => setFormat(areas, { fill: value === "" ? "" : color(value) }, session),
  },
  call: { clear: (areas, _, session) => setFormat(areas, { fill: "" }, session) },
};

export const rangeFont: ObjectClass<"RangeFont"> = {
  get: {
    bold: (areas, session) => formatOf(areas, "bold", session),
    italic: (areas, session) => formatOf(areas, "italic", session),
    color: (areas, session) => formatOf(areas, "fontColor", session),
    name: (areas, session) => formatOf(areas, "fontName", session),
    size: (areas, session) => formatOf(areas, "fontSize", session),
  },
  set: {
    bold: (areas, bold, session) => setFormat(areas, { bold }, session),
    italic: (areas, italic, session) => setFormat(areas, { italic }, session),
    color: (areas, value, session) => setFormat(areas, { fontColor: color(value) }, session),
    name: (areas, fontName, session) => setFormat(areas, { fontName }, session),
    size: (areas, fontSize, session) => setFormat(areas, { fontSize }, session),
  },
};

export const formatProtection: ObjectClass<"FormatProtection"> = {
  get: { locked: (areas, session) => formatOf(areas, "locked", session) },
  set: { locked: (areas, locked, session) => setFormat(areas, { locked }, session) },
};

const EDGES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideHorizontal",
  "InsideVertical",
] as const;
type Edge = (typeof EDGES)[number];

export const rangeBorderCollection: ObjectClass<"RangeBorderCollection"> = {
  get: { count: () => EDGES.length },
  items: (areas) => EDGES.map((index) => object("RangeBorder", { areas, index })),
  call: {
    getItem: (areas, [index]) => object("RangeBorder", { areas, index: oneOf(index, EDGES) }),
    getItemAt: (areas, [at]) => object("RangeBorder", { areas, index: oneOf(EDGES[Number(at)], EDGES) }),
  },
};

export const rangeBorder: ObjectClass<"RangeBorder"> = {
  id: ({ index }) => index,
  get: {
    sideIndex: ({ index }) => index,
    style: (border, session) => borderStyles[borderOf(border, session).style],
    weight: (border, session) => (borderOf(border, session).style === "Medium" ? "Medium" : "Thin"),
    color: (border, session) => borderOf(border, session).color,
  },
  set: {
    style: (border, value, session) =>
      changeBorder(border, session, (old) => ({ ...old, style: borderStyle(value, old) })),
    weight: (border, value, session) =>
      changeBorder(border, session, (old) => ({
        ...old,
        style: oneOf(value, ["Thin", "Medium"]) === "Medium" ? "Medium" : "Thin",
      })),
    color: (border, value, session) =>
      changeBorder(border, session, (old) => ({
        style: old.style === "None" ? "Thin" : old.style,
        color: color(value),
      })),
  },
};

/** How Excel names the lines that the engine draws; a weight is a style of its own there. */
const borderStyles = { None: "None", Thin: "Continuous", Medium: "Continuous", Double: "Double" } as const;

function borderStyle(value: string, old: Border): Border["style"] {
  if (value !== "Continuous") return oneOf(value, ["None", "Double"]);
  return old.style === "Medium" ? "Medium" : "Thin";
}

interface BorderState {
  readonly areas: Areas;
  readonly index: string;
}

/** The cells along an edge, and the side of each cell that the edge is. */
function edge(
  area: Area,
  index: Edge,
): { cells: Area; side: "borderTop" | "borderBottom" | "borderLeft" | "borderRight" } | null {
  switch (index) {
    case "EdgeTop":
      return { cells: { ...area, rows: 1 }, side: "borderTop" };
    case "EdgeBottom":
      return { cells: { ...area, row: area.row + area.rows - 1, rows: 1 }, side: "borderBottom" };
    case "EdgeLeft":
      return { cells: { ...area, columns: 1 }, side: "borderLeft" };
    case "EdgeRight":
      return { cells: { ...area, column: area.column + area.columns - 1, columns: 1 }, side: "borderRight" };
    case "InsideHorizontal":
      return area.rows > 1 ? { cells: { ...area, rows: area.rows - 1 }, side: "borderBottom" } : null;
    case "InsideVertical":
      return area.columns > 1 ? { cells: { ...area, columns: area.columns - 1 }, side: "borderRight" } : null;
  }
}

function borderOf({ areas, index }: BorderState, session: Session): Border {
  const first = areas[0] && edge(areas[0], oneOf(index, EDGES));
  if (!first) return { style: "None", color: "#000000" };
  return formatOf([first.cells], first.side, session);
}

function changeBorder(
  { areas, index }: BorderState,
  session: Session,
  change: (old: Border) => Border,
): void {
  for (const area of areas) {
    const line = edge(area, oneOf(index, EDGES));
    if (!line) continue;
    const old = session.engine.format({ ...line.cells, rows: 1, columns: 1 })[0]?.[0]?.[line.side];
    setFormat([line.cells], { [line.side]: change(old ?? { style: "None", color: "#000000" }) }, session);
  }
}

/** The format that all cells share; null, as Excel says it, when they differ. */
export function formatOf<K extends keyof CellFormat>(areas: Areas, key: K, session: Session): CellFormat[K] {
  const values = areas.flatMap((area) =>
    session.engine.format(looked(area, session)).flatMap((line) => line.map((format) => format[key])),
  );
  return common(values);
}

export function setFormat(areas: Areas, format: Partial<CellFormat>, session: Session): void {
  requireAllUnprotected(areas, session);
  for (const area of areas) session.engine.setFormat(area, format);
}

function requireAllUnprotected(areas: Areas, session: Session): void {
  for (const { sheet } of areas) requireUnprotected(sheet, session);
}

function requireSize(areas: Areas, points: number, most: number, session: Session): void {
  requireAllUnprotected(areas, session);
  if (!(points >= 0 && points <= most)) throw new HostError("InvalidArgument");
}

/** An entire column is looked at as far as it is used: a million equal answers help nobody. */
function looked(area: Area, { engine }: Session): Area {
  if (!isEntireColumn(area) && !isEntireRow(area)) return area;
  const used = engine.usedArea(area.sheet);
  const part = used && intersection(used, area);
  return part ? { sheet: area.sheet, ...part } : { ...area, rows: 1, columns: 1 };
}

function common<T>(values: readonly T[]): T {
  const [first] = values;
  const same = values.every((value) => value === first || JSON.stringify(value) === JSON.stringify(first));
  return (same ? first : null) as T;
}

function columns(areas: Areas): [sheet: string, column: number][] {
  return areas.flatMap(({ sheet, column, columns: count }) =>
    Array.from({ length: count }, (_, i) => [sheet, column + i] as [string, number]),
  );
}

function rows(areas: Areas): [sheet: string, row: number][] {
  return areas.flatMap((area) => {
    const { sheet, row } = area;
    const count = isEntireColumn(area) ? 1 : area.rows;
    return Array.from({ length: count }, (_, i) => [sheet, row + i] as [string, number]);
  });
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T {
  const known = allowed.find((name) => name === value);
  if (known === undefined) throw new HostError("InvalidArgument");
  return known;
}
