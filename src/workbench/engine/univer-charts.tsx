import { useSyncExternalStore } from "react";
import type { Area, ChartRecord, Engine } from "./engine";
import type { UniverBook } from "./univer-book";
import { UniverChart } from "./univer-chart";

type Charts = Pick<Engine, "charts" | "setChart" | "removeChart">;

const COMPONENT = "SheetChart";

interface Entry {
  readonly sheet: string;
  readonly record: ChartRecord;
}

/** Charts: Univer has none in its open edition, so ours float over the grid and follow their cells. */
export function univerCharts(book: UniverBook, values: Engine["values"]): Charts {
  const records = new Map<string, Entry>();
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

  // Univer measures a chart's place on the sheet that is shown, so a chart of another sheet waits until its is.
  const placed = new Set<string>();
  const place = ({ sheet, record }: Entry) => {
    placed.add(record.id);
    // Univer counts from the corner of the headings, Excel from that of the first cell.
    const { rowHeaderWidth = 0, columnHeaderHeight = 0 } = book.sheet(sheet).getSkeleton() ?? {};
    const left = record.left + rowHeaderWidth;
    const top = record.top + columnHeaderHeight;
    book.change(() =>
      book.sheet(sheet).addFloatDomToPosition(
        {
          componentKey: COMPONENT,
          initPosition: {
            startX: left,
            startY: top,
            endX: left + record.width,
            endY: top + record.height,
          },
          data: { id: record.id },
          allowTransform: true,
        },
        record.id,
      ),
    );
  };
  const isShown = (sheet: string) => book.workbook.getActiveSheet().getSheetId() === sheet;
  book.api.addEvent(book.api.Event.ActiveSheetChanged, () => {
    // The event comes before Univer has measured the columns of the sheet that is shown now.
    window.setTimeout(() => {
      for (const entry of records.values()) {
        if (!placed.has(entry.record.id) && isShown(entry.sheet)) place(entry);
      }
    }, 50);
  });
  const take = (sheet: string, id: string) => {
    if (placed.delete(id)) book.change(() => book.workbook.getSheetBySheetId(sheet)?.removeFloatDom(id));
  };

  return {
    charts: (sheet) =>
      [...records.values()].filter((entry) => entry.sheet === sheet).map(({ record }) => record),
    setChart(sheet, record) {
      take(sheet, record.id);
      const entry = { sheet, record };
      records.set(record.id, entry);
      if (isShown(sheet)) place(entry);
      redraw();
    },
    removeChart(sheet, id) {
      records.delete(id);
      take(sheet, id);
    },
  };
}
