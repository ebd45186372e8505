import { intersection } from "../engine/address";
import type { Area } from "../engine/engine";
import { matrix } from "../engine/matrix";
import { STANDARD_COLUMN_PIXELS, STANDARD_ROW_PIXELS } from "../engine/sheet-records";
import type { Session } from "./session";

/** Width of a digit of Calibri 11 in pixels, and what Excel leaves beside the text. */
const DIGIT_PIXELS = 7;
const PADDING_PIXELS = 12;

/** Columns as wide as their longest text; an estimate by the number of characters, for a font nobody measures here. */
export function autofitColumns(area: Area, { engine }: Session): void {
  const used = engine.usedArea(area.sheet);
  const part = used && intersection(used, area);
  if (!part) return;
  const filled = { sheet: area.sheet, ...part };
  const texts = engine.texts(filled);
  const formats = engine.format(filled);
  const merged = engine.merges(area.sheet);
  for (let j = 0; j < filled.columns; j++) {
    const widths = matrix({ ...filled, columns: 1 }, (row) => {
      const i = row - filled.row;
      const cell = { row, column: filled.column + j, rows: 1, columns: 1 };
      if (merged.some((block) => intersection(block, cell))) return 0;
      const size = (formats[i]?.[j]?.fontSize ?? 11) / 11;
      return (texts[i]?.[j]?.length ?? 0) * DIGIT_PIXELS * size;
    }).flat();
    const widest = Math.max(0, ...widths);
    const pixels = widest === 0 ? STANDARD_COLUMN_PIXELS : Math.ceil(widest) + PADDING_PIXELS;
    engine.setColumnWidth(area.sheet, filled.column + j, 1, pixels);
  }
}

/** Rows as high as their largest font. */
export function autofitRows(area: Area, { engine }: Session): void {
  const used = engine.usedArea(area.sheet);
  const part = used && intersection(used, area);
  if (!part) return;
  const formats = engine.format({ sheet: area.sheet, ...part });
  formats.forEach((line, i) => {
    const largest = Math.max(...line.map(({ fontSize }) => fontSize));
    engine.setRowHeight(area.sheet, part.row + i, 1, Math.round((STANDARD_ROW_PIXELS * largest) / 11));
  });
}
