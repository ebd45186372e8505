import type { Engine, TableRecord } from "./engine";
import { toArea, toRange, type UniverBook } from "./univer-book";
import { sizeOf } from "./univer-formats";

type Tables = Pick<Engine, "tables" | "setTable">;

/** Tables. Univer has its own looks for them, so Excel's style name and totals flag are kept beside. */
export function univerTables(book: UniverBook): Tables {
  const looks = new Map<string, Pick<TableRecord, "style" | "showTotals">>();
  return {
    tables: (sheet) =>
      book
        .sheet(sheet)
        .getSubTableInfos()
        .map((table) => ({
          id: table.id,
          name: table.name,
          area: toArea(sheet, table.range, sizeOf(book, sheet)),
          hasHeaders: true,
          showTotals: looks.get(table.id)?.showTotals ?? false,
          style: looks.get(table.id)?.style ?? "TableStyleMedium2",
        })),
    setTable(sheet, { id, name, area, hasHeaders, showTotals, style }) {
      looks.set(id, { showTotals, style });
      const worksheet = book.sheet(sheet);
      const known = worksheet.getSubTableInfos().find((table) => table.id === id);
      void book.changeAsync(async () => {
        if (!known) {
          await worksheet.addTable(name, toRange(area), id, { showHeader: hasHeaders });
          return;
        }
        if (known.name !== name) await worksheet.setTableName(id, name);
        await worksheet.setTableRange(id, toRange(area));
      });
    },
  };
}
