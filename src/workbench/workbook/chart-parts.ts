import type { ChartRecord } from "../engine/engine";
import { changeChart, changeSeries, recordOf, seriesOf } from "./charts";
import { color } from "./color";
import { found, HostError } from "./host-error";
import { object, type ObjectClass } from "./object-class";

/** A title that is not shown has no text: the record keeps "" for it. */
export const chartTitle: ObjectClass<"ChartTitle"> = {
  get: {
    text: (item, session) => recordOf(item, session).title,
    visible: (item, session) => recordOf(item, session).title !== "",
  },
  set: {
    text: (item, title, session) => changeChart(item, { title }, session),
    visible: (item, visible, session) => {
      if (!visible) changeChart(item, { title: "" }, session);
      else if (recordOf(item, session).title === "") changeChart(item, { title: "Chart Title" }, session);
    },
  },
};

const LEGEND_SIDES = ["Top", "Bottom", "Left", "Right"] as const;

export const chartLegend: ObjectClass<"ChartLegend"> = {
  get: {
    visible: (item, session) => recordOf(item, session).legend !== "None",
    position: (item, session) => {
      const { legend } = recordOf(item, session);
      return legend === "None" ? "Right" : legend;
    },
  },
  set: {
    visible: (item, visible, session) => {
      const { legend } = recordOf(item, session);
      if (!visible) changeChart(item, { legend: "None" }, session);
      else if (legend === "None") changeChart(item, { legend: "Right" }, session);
    },
    position: (item, position, session) => {
      const legend = LEGEND_SIDES.find((side) => side === position);
      if (!legend) throw new HostError("InvalidArgument");
      changeChart(item, { legend }, session);
    },
  },
};

export const chartAxes: ObjectClass<"ChartAxes"> = {
  navigate: {
    categoryAxis: (item) => object("ChartAxis", { ...item, axis: "category" }),
    valueAxis: (item) => object("ChartAxis", { ...item, axis: "value" }),
  },
};

/** Which fields of the record belong to which axis. */
const AXIS_FIELDS = {
  category: { title: "categoryTitle", format: "categoryFormat" },
  value: { title: "valueTitle", format: "valueFormat" },
} as const;

export const chartAxis: ObjectClass<"ChartAxis"> = {
  get: {
    type: ({ axis }) => (axis === "category" ? "Category" : "Value"),
    numberFormat: (item, session) => recordOf(item, session)[AXIS_FIELDS[item.axis].format],
    tickLabelPosition: (item, session) =>
      item.axis === "category" ? (recordOf(item, session).categoryLabels ?? "NextToAxis") : "NextToAxis",
  },
  set: {
    numberFormat: (item, format, session) =>
      changeChart(item, { [AXIS_FIELDS[item.axis].format]: format }, session),
    tickLabelPosition: (item, categoryLabels, session) => {
      if (item.axis === "value") {
        throw new HostError("ApiNotFound", "HOST: the place of a value axis's labels is not implemented");
      }
      changeChart(item, { categoryLabels }, session);
    },
  },
  navigate: { title: (item) => object("ChartAxisTitle", item) },
};

export const chartAxisTitle: ObjectClass<"ChartAxisTitle"> = {
  get: {
    text: (item, session) => recordOf(item, session)[AXIS_FIELDS[item.axis].title],
    visible: (item, session) => recordOf(item, session)[AXIS_FIELDS[item.axis].title] !== "",
  },
  set: {
    text: (item, text, session) => changeChart(item, { [AXIS_FIELDS[item.axis].title]: text }, session),
    visible: (item, visible, session) => {
      const { title } = AXIS_FIELDS[item.axis];
      const text = recordOf(item, session)[title];
      changeChart(item, { [title]: visible ? text || "Axis Title" : "" }, session);
    },
  },
};

export const chartSeriesCollection: ObjectClass<"ChartSeriesCollection"> = {
  get: { count: (item, session) => recordOf(item, session).series.length },
  items: (item, session) =>
    recordOf(item, session).series.map((_, index) => object("ChartSeries", { ...item, index })),
  call: {
    getCount: (item, _, session) => recordOf(item, session).series.length,
    getItemAt: (item, [index], session) => {
      found(recordOf(item, session).series[Number(index)]);
      return object("ChartSeries", { ...item, index: Number(index) });
    },
    add: (item, [name], session) => {
      const { series } = recordOf(item, session);
      const like = found(series[0]);
      const added = { ...like, name: name ?? `Series${series.length + 1}`, color: "" };
      changeChart(item, { series: [...series, added] }, session);
      return object("ChartSeries", { ...item, index: series.length });
    },
  },
};

export const chartSeries: ObjectClass<"ChartSeries"> = {
  get: {
    name: (item, session) => seriesOf(item, session).name,
    chartType: (item, session) => recordOf(item, session).type,
  },
  set: { name: (item, name, session) => changeSeries(item, { name }, session) },
  navigate: { format: (item) => object("ChartSeriesFormat", item) },
  call: {
    delete: (item, _, session) => {
      const { series } = recordOf(item, session);
      changeChart(item, { series: series.filter((_series, index) => index !== item.index) }, session);
    },
    setValues: (item, [range], session) => changeSeries(item, { values: found(range).state }, session),
    setXAxisValues: (item, [range], session) =>
      changeSeries(item, { categories: found(range).state }, session),
  },
};

export const chartSeriesFormat: ObjectClass<"ChartSeriesFormat"> = {
  navigate: {
    line: (item) => object("ChartLineFormat", item),
    fill: (item) => object("ChartFill", item),
  },
};

/** A series has one colour: the line's where it is a line, else the fill's. */
export const chartLineFormat: ObjectClass<"ChartLineFormat"> = {
  get: { color: (item, session) => seriesOf(item, session).color },
  set: {
    color: (item, value, session) => {
      if (isLine(recordOf(item, session).type)) changeSeries(item, { color: color(value) }, session);
    },
  },
};

export const chartFill: ObjectClass<"ChartFill"> = {
  call: {
    clear: (item, _, session) => changeSeries(item, { color: "" }, session),
    getSolidColor: (item, _, session) => seriesOf(item, session).color,
    setSolidColor: (item, [value], session) => {
      if (!isLine(recordOf(item, session).type)) changeSeries(item, { color: color(value) }, session);
    },
  },
};

function isLine(type: ChartRecord["type"]): boolean {
  return type.startsWith("Line") || type.startsWith("XYScatter");
}
