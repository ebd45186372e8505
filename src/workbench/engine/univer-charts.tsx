import { useSyncExternalStore } from "react";
import type { Area, ChartRecord, Engine } from "./engine";
import type { UniverBook } from "./univer-book";
import { UniverChart } from "./univer-chart";

type Charts = Pick<Engine, "charts" | "setChart" | "removeChart">;

const COMPONENT = "SheetChart";

/** Charts: Univer has none in its open edition, so ours float over the grid and follow their cells. */
export function univerCharts(book: UniverBook, values: Engine["values"]): Charts {
  const records = new Map<string, { sheet: string; record: ChartRecord }>();
  const watchers = new Set<() => void>();
  let version = 0;
  const redraw = () => {
    version++;
    for (const watcher of watchers) watcher();
  };
  // Cells change and sheets come and go by mutations, whoever makes them; drawing waits until they are done.
  let drawing = 0;
  book.api.addEvent(book.api.Event.CommandExecuted, ({ id }) => {
    if (records.size === 0 || !id.startsWith("sheet.mutation")) return;
    window.clearTimeout(drawing);
    drawing = window.setTimeout(redraw, 30);
  });

  const read = (area: Area | null) => {
    if (!area || !book.workbook.getSheetBySheetId(area.sheet)) return [];
    return values(area).flat();
  };
  function FloatingChart({ data }: { data?: { id: string } }) {
    useSyncExternalStore(
      (watcher) => {
        watchers.add(watcher);
        return () => watchers.delete(watcher);
      },
      () => version,
    );
    const entry = data && records.get(data.id);
    if (!entry) return null;
    const series = entry.record.series.map((one) => ({
      name: one.name,
      color: one.color,
      values: read(one.values),
      categories: read(one.categories),
    }));
    return <UniverChart record={entry.record} series={series} />;
  }
  book.api.registerComponent(COMPONENT, FloatingChart, { framework: "react" });

  const exists = (sheet: string) => book.workbook.getSheetBySheetId(sheet) !== null;
  return {
    charts: (sheet) => [...records.values()].filter((entry) => entry.sheet === sheet).map(({ record }) => record),
    setChart(sheet, record) {
      const worksheet = book.sheet(sheet);
      book.change(() => {
        if (records.has(record.id)) worksheet.removeFloatDom(record.id);
        records.set(record.id, { sheet, record });
        worksheet.addFloatDomToPosition(
          {
            componentKey: COMPONENT,
            initPosition: {
              startX: record.left,
              startY: record.top,
              endX: record.left + record.width,
              endY: record.top + record.height,
            },
            data: { id: record.id },
            allowTransform: true,
          },
          record.id,
        );
      });
      redraw();
    },
    removeChart(sheet, id) {
      records.delete(id);
      if (exists(sheet)) book.change(() => book.sheet(sheet).removeFloatDom(id));
    },
  };
}
