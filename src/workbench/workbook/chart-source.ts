import type { Area, CellValue, ChartSeries } from "../engine/engine";
import type { Session } from "./session";

/**
 * The series that a block of cells makes: one per column (or row), named by the first cell if that is text,
 * over the categories in the first column (or row) if those are text.
 */
export function chartSeriesOf(source: Area, seriesBy: string, { engine }: Session): ChartSeries[] {
  const byRows = seriesBy === "Rows" || (seriesBy === "Auto" && source.columns > source.rows);
  const values = engine.values(source);
  const cell = (line: number, place: number): CellValue =>
    (byRows ? values[line]?.[place] : values[place]?.[line]) ?? "";
  const [lines, places] = byRows ? [source.rows, source.columns] : [source.columns, source.rows];
  const named = places > 1 && isText(cell(lines - 1, 0)) && !isText(cell(lines - 1, 1));
  const start = named ? 1 : 0;
  const labelled = lines > 1 && places > start && isText(cell(0, start)) && !isText(cell(1, start));
  const part = (line: number): Area =>
    byRows
      ? { ...source, row: source.row + line, rows: 1, column: source.column + start, columns: places - start }
      : {
          ...source,
          column: source.column + line,
          columns: 1,
          row: source.row + start,
          rows: places - start,
        };
  const categories = labelled ? part(0) : null;
  return Array.from({ length: lines - (labelled ? 1 : 0) }, (_, i) => {
    const line = i + (labelled ? 1 : 0);
    return {
      name: named ? nameOf(cell(line, 0)) : `Series${i + 1}`,
      values: part(line),
      categories,
      color: "",
    };
  });
}

function nameOf(value: CellValue): string {
  return typeof value === "object" ? value.error : String(value);
}

function isText(value: CellValue): boolean {
  return typeof value === "string" && value !== "";
}
