import type { Sheet as StoredSheet, SheetChart } from "hucre/xlsx";
import { formatA1, parseA1, quoteSheet, splitSheet } from "./address";
import type { Area, ChartRecord, SheetData } from "./engine";
import { sameName } from "./records";
import { STANDARD_COLUMN_PIXELS, STANDARD_ROW_PIXELS } from "./sheet-records";
import { hash } from "./xlsx-style";

type StoredChart = NonNullable<StoredSheet["charts"]>[number];
type SheetNames = readonly { readonly id: string; readonly name: string }[];

/** A chart as the file stores it: placed from cell to cell. */
export function storedChart(chart: ChartRecord, sheet: SheetData, sheets: SheetNames): SheetChart {
  const { line } = kindOf(chart.type);
  const axis = (title: string, format: string, categoryLabels?: ChartRecord["categoryLabels"]): object => ({
    ...(title ? { title } : {}),
    // A file that says nothing of marks gets both kinds, across the axis.
    majorTickMark: "out",
    minorTickMark: "none",
    ...(format === "General" ? {} : { numberFormat: { formatCode: format, sourceLinked: false } }),
    ...(categoryLabels ? { tickLblPos: LABELS[categoryLabels] } : {}),
  });
  return {
    type: kindOf(chart.type).kind,
    ...(chart.title ? { title: chart.title } : { showTitle: false }),
    frameTitle: chart.name,
    series: chart.series.map(({ name, values, categories, color }) => ({
      name,
      values: reference(values, sheets),
      ...(categories ? { categories: reference(categories, sheets) } : {}),
      ...(color ? { color: color.slice(1) } : {}),
      ...(line && chart.type !== "LineMarkers" && chart.type !== "XYScatterLines"
        ? { marker: { symbol: "none" } }
        : {}),
      ...(chart.type === "XYScatterSmoothNoMarkers" ? { smooth: true } : {}),
    })),
    legend: chart.legend === "None" ? false : lower(chart.legend),
    ...(line ? {} : { barGrouping: "clustered" }),
    ...(chart.type.startsWith("XY") ? { scatterStyle: "lineMarker" } : {}),
    axes: {
      x: axis(chart.categoryTitle, chart.categoryFormat, chart.categoryLabels),
      // Upright, as Excel turns it; bars have their values along the bottom.
      y: {
        ...axis(chart.valueTitle, chart.valueFormat),
        ...(chart.type === "BarClustered" ? {} : { axisTitleRotation: -90 }),
      },
    },
    anchor: {
      from: cellAt(chart.left, chart.top, sheet),
      to: cellAt(chart.left + chart.width, chart.top + chart.height, sheet),
    },
  };
}

/** A stored chart as a record; null for kinds that the engine does not draw. */
export function chartRecord(
  stored: StoredChart,
  index: number,
  sheet: Pick<SheetData, "columnWidths" | "rowHeights">,
  sheets: SheetNames,
): ChartRecord | null {
  const series = (stored.series ?? []).flatMap((one) => {
    const values = areaOf(one.valuesRef ?? "", sheets);
    if (!values) return [];
    const color = typeof one.color === "string" ? hash(one.color) : "";
    return { name: one.name ?? "", values, categories: areaOf(one.categoriesRef ?? "", sheets), color };
  });
  const type = typeOf(stored);
  if (!type || series.length === 0) return null;
  const from = stored.anchor?.from ?? { row: 0, col: 0 };
  const to = stored.anchor?.to ?? { row: from.row + 15, col: from.col + 6 };
  const left = pixelsBefore(from.col, "column", sheet);
  const top = pixelsBefore(from.row, "row", sheet);
  return {
    id: `{CH-file-${index + 1}}`,
    name: stored.frameTitle ?? `Chart ${index + 1}`,
    type,
    title: stored.title ?? "",
    series,
    categoryTitle: stored.axes?.x?.title ?? "",
    valueTitle: stored.axes?.y?.title ?? "",
    categoryFormat: stored.axes?.x?.numberFormat?.formatCode ?? "General",
    valueFormat: stored.axes?.y?.numberFormat?.formatCode ?? "General",
    legend: legendOf(stored.legend),
    ...labelsOf(stored.axes?.x?.tickLblPos),
    left,
    top,
    width: pixelsBefore(to.col, "column", sheet) - left,
    height: pixelsBefore(to.row, "row", sheet) - top,
  };
}

function kindOf(type: ChartRecord["type"]): { kind: SheetChart["type"]; line: boolean } {
  if (type.startsWith("Line")) return { kind: "line", line: true };
  if (type.startsWith("XY")) return { kind: "scatter", line: true };
  return { kind: type === "BarClustered" ? "bar" : "column", line: false };
}

function typeOf(stored: StoredChart): ChartRecord["type"] | null {
  const markers = stored.series?.some(({ marker }) => marker && marker.symbol !== "none") ?? false;
  switch (stored.kinds[0]) {
    case "line":
      return markers ? "LineMarkers" : "Line";
    case "bar":
      return "barDirection" in stored && stored.barDirection === "bar" ? "BarClustered" : "ColumnClustered";
    case "scatter":
      if (stored.series?.some(({ smooth }) => smooth)) return "XYScatterSmoothNoMarkers";
      return markers ? "XYScatterLines" : "XYScatterLinesNoMarkers";
    default:
      return null;
  }
}

const LABELS = { NextToAxis: "nextTo", High: "high", Low: "low", None: "none" } as const;

function labelsOf(stored: string | undefined): Pick<ChartRecord, "categoryLabels"> {
  const known = (Object.keys(LABELS) as (keyof typeof LABELS)[]).find((key) => LABELS[key] === stored);
  return known && known !== "NextToAxis" ? { categoryLabels: known } : {};
}

function legendOf(stored: StoredChart["legend"]): ChartRecord["legend"] {
  if (!stored) return "None";
  const side = stored.charAt(0).toUpperCase() + stored.slice(1);
  return (["Bottom", "Top", "Left", "Right"] as const).find((known) => known === side) ?? "Right";
}

function reference(area: Area, sheets: SheetNames): string {
  const name = sheets.find(({ id }) => id === area.sheet)?.name ?? "";
  return `${quoteSheet(name)}!${formatA1(area, true)}`;
}

function areaOf(text: string, sheets: SheetNames): Area | null {
  const [name, rest] = splitSheet(text);
  const rectangle = parseA1(rest);
  const sheet = sheets.find((known) => name !== null && sameName(known.name, name));
  return rectangle && sheet ? { sheet: sheet.id, ...rectangle } : null;
}

type Sizes = Pick<SheetData, "columnWidths" | "rowHeights">;

function cellAt(x: number, y: number, sheet: Sizes): { row: number; col: number } {
  return { row: indexAt(y, "row", sheet), col: indexAt(x, "column", sheet) };
}

/** The line whose edge is nearest to a place in pixels. */
function indexAt(pixels: number, along: "row" | "column", sheet: Sizes): number {
  let index = 0;
  let edge = 0;
  for (;;) {
    const size = sizeOf(index, along, sheet);
    if (edge + size / 2 > pixels) return index;
    edge += size;
    index++;
  }
}

function pixelsBefore(index: number, along: "row" | "column", sheet: Sizes): number {
  let pixels = 0;
  for (let i = 0; i < index; i++) pixels += sizeOf(i, along, sheet);
  return pixels;
}

function sizeOf(index: number, along: "row" | "column", sheet: Sizes): number {
  if (along === "row")
    return sheet.rowHeights.find(({ row }) => row === index)?.pixels ?? STANDARD_ROW_PIXELS;
  const own = sheet.columnWidths.find(({ column }) => column === index)?.pixels;
  return Math.max(own ?? STANDARD_COLUMN_PIXELS, 1);
}

function lower<T extends string>(text: T): Lowercase<T> {
  return text.toLowerCase() as Lowercase<T>;
}
