import type { FUniver } from "@univerjs/core/facade";
import type { Area } from "../engine/engine";
import { byId } from "./dom";

/** Where a cell is in the window; the grid is a canvas, so only Univer knows. */
export function cellRectangle(api: FUniver, { sheet, row, column }: Area): DOMRect | null {
  const rectangle = api.getActiveWorkbook()?.getSheetBySheetId(sheet)?.getRange(row, column).getCellRect();
  const [canvas] = [...byId("grid").querySelectorAll("canvas")]
    .map((one) => one.getBoundingClientRect())
    .sort((a, b) => b.width * b.height - a.width * a.height);
  if (!rectangle || !canvas) return null;
  return new DOMRect(canvas.x + rectangle.x, canvas.y + rectangle.y, rectangle.width, rectangle.height);
}
