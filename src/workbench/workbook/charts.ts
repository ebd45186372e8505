import type { Area, ChartRecord, ChartSeries } from "../engine/engine";
import { sameName } from "../engine/records";
import { chartSeriesOf } from "./chart-source";
import { found, HostError } from "./host-error";
import { object, type HostObject, type ObjectClass, type SheetItem } from "./object-class";
import { requireUnprotected } from "./protected-cells";
import { resolveAddress } from "./range-address";
import type { Session } from "./session";

const POINTS_PER_PIXEL = 0.75;
const CHART_TYPES = [
  "Line",
  "LineMarkers",
  "ColumnClustered",
  "XYScatterLines",
  "XYScatterLinesNoMarkers",
  "XYScatterSmoothNoMarkers",
  "BarClustered",
] as const;

export const chartCollection: ObjectClass<"ChartCollection"> = {
  get: { count: ({ sheet }, { engine }) => engine.charts(sheet).length },
  items: ({ sheet }, { engine }) => engine.charts(sheet).map(({ id }) => object("Chart", { sheet, id })),
  call: {
    add: ({ sheet }, [type, source, seriesBy], session) => {
      requireUnprotected(sheet, session);
      if (!source) throw new HostError("InvalidArgument");
      const id = `{${String(session.nextId()).padStart(8, "0")}-0000-0000-0000-000000000000}`;
      session.engine.setChart(
        sheet,
        newChart(id, chartType(type), source.state, seriesBy ?? "Auto", sheet, session),
      );
      return object("Chart", { sheet, id });
    },
    getCount: ({ sheet }, _, { engine }) => engine.charts(sheet).length,
    getItem: ({ sheet }, [name], session) => found(byName(sheet, name, session)),
    getItemOrNullObject: ({ sheet }, [name], session) => byName(sheet, name, session),
    getItemAt: ({ sheet }, [index], { engine }) =>
      object("Chart", { sheet, id: found(engine.charts(sheet)[Number(index)]).id }),
  },
};

function byName(sheet: string, name: unknown, { engine }: Session): HostObject<"Chart"> | null {
  const chart = engine.charts(sheet).find((known) => sameName(known.name, String(name)) || known.id === name);
  return chart ? object("Chart", { sheet, id: chart.id }) : null;
}

function chartType(type: unknown): ChartRecord["type"] {
  const known = CHART_TYPES.find((name) => name === type);
  if (!known) throw new HostError("ApiNotFound", `HOST: a chart of type ${String(type)} is not implemented`);
  return known;
}

/** A chart as Excel makes it: 360 × 216 points, one title only if there is one series. */
function newChart(
  id: string,
  type: ChartRecord["type"],
  source: Area,
  seriesBy: string,
  sheet: string,
  session: Session,
): ChartRecord {
  const series = chartSeriesOf(source, seriesBy, session);
  const taken = (n: number): boolean =>
    session.engine.charts(sheet).some(({ name }) => name === `Chart ${n}`);
  let n = 1;
  while (taken(n)) n++;
  return {
    id,
    name: `Chart ${n}`,
    type,
    title: series.length === 1 ? (series[0]?.name ?? "") : "",
    series,
    categoryTitle: "",
    valueTitle: "",
    categoryFormat: "General",
    valueFormat: "General",
    legend: "Right",
    left: 0,
    top: 0,
    width: 360 / POINTS_PER_PIXEL,
    height: 216 / POINTS_PER_PIXEL,
  };
}

export const chart: ObjectClass<"Chart"> = {
  id: ({ id }) => id,
  get: {
    id: ({ id }) => id,
    name: (item, session) => recordOf(item, session).name,
    chartType: (item, session) => recordOf(item, session).type,
    left: (item, session) => recordOf(item, session).left * POINTS_PER_PIXEL,
    top: (item, session) => recordOf(item, session).top * POINTS_PER_PIXEL,
    width: (item, session) => recordOf(item, session).width * POINTS_PER_PIXEL,
    height: (item, session) => recordOf(item, session).height * POINTS_PER_PIXEL,
  },
  set: {
    name: (item, name, session) => changeChart(item, { name }, session),
    chartType: (item, type, session) => changeChart(item, { type: chartType(type) }, session),
    left: (item, left, session) => changeChart(item, { left: left / POINTS_PER_PIXEL }, session),
    top: (item, top, session) => changeChart(item, { top: top / POINTS_PER_PIXEL }, session),
    width: (item, width, session) => changeChart(item, { width: width / POINTS_PER_PIXEL }, session),
    height: (item, height, session) => changeChart(item, { height: height / POINTS_PER_PIXEL }, session),
  },
  navigate: {
    worksheet: ({ sheet }) => object("Worksheet", { sheet }),
    title: (item) => object("ChartTitle", item),
    legend: (item) => object("ChartLegend", item),
    axes: (item) => object("ChartAxes", item),
    series: (item) => object("ChartSeriesCollection", item),
  },
  call: {
    delete: ({ sheet, id }, _, session) => {
      requireUnprotected(sheet, session);
      session.engine.removeChart(sheet, id);
    },
    setData: (item, [source, seriesBy], session) => {
      if (!source) throw new HostError("InvalidArgument");
      changeChart(item, { series: chartSeriesOf(source.state, seriesBy ?? "Auto", session) }, session);
    },
    setPosition: (item, [start, end], session) => {
      const first = cellOf(start, item.sheet, session);
      const last = end === undefined ? null : cellOf(end, item.sheet, session);
      changeChart(item, { ...placed(first, last, session) }, session);
    },
  },
};

/** The rectangle in pixels from one cell's corner to another's; without a last cell only the place changes. */
function placed(first: Area, last: Area | null, { engine }: Session): Partial<ChartRecord> {
  const { sheet } = first;
  const columns = (from: number, to: number): number => sum(from, to, (i) => engine.columnWidth(sheet, i));
  const rows = (from: number, to: number): number =>
    sum(from, to, (i) => (engine.rowHidden(sheet, i) ? 0 : engine.rowHeight(sheet, i)));
  const corner = { left: columns(0, first.column), top: rows(0, first.row) };
  if (!last) return corner;
  return {
    ...corner,
    width: columns(first.column, last.column + last.columns),
    height: rows(first.row, last.row + last.rows),
  };
}

function sum(from: number, to: number, size: (index: number) => number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += size(i);
  return total;
}

function cellOf(given: unknown, sheet: string, session: Session): Area {
  const area =
    typeof given === "string"
      ? resolveAddress(given, sheet, session)
      : (given as HostObject<"Range"> | undefined)?.state;
  if (area?.sheet !== sheet) throw new HostError("InvalidArgument");
  return area;
}

export function recordOf({ sheet, id }: SheetItem, { engine }: Session): ChartRecord {
  return found(engine.charts(sheet).find((record) => record.id === id));
}

export function changeChart(item: SheetItem, part: Partial<ChartRecord>, session: Session): void {
  requireUnprotected(item.sheet, session);
  session.engine.setChart(item.sheet, { ...recordOf(item, session), ...part });
}

export function seriesOf(item: SheetItem & { readonly index: number }, session: Session): ChartSeries {
  return found(recordOf(item, session).series[item.index]);
}

export function changeSeries(
  item: SheetItem & { readonly index: number },
  part: Partial<ChartSeries>,
  session: Session,
): void {
  const { series } = recordOf(item, session);
  changeChart(
    item,
    { series: series.map((old, i) => (i === item.index ? { ...old, ...part } : old)) },
    session,
  );
}
