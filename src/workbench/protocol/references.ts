import { isEntireColumn, isEntireRow } from "../engine/address";
import type { Area } from "../engine/engine";
import { HostError } from "../workbook/host-error";
import { object, type AnyObject } from "../workbook/object-class";

/** Objects that the library keeps beyond a request, under ids that the host gives. */
export class References {
  private readonly objects = new Map<string, AnyObject>();
  private next = 1;

  keep(object: AnyObject): string {
    const id = `$ref${this.next++}`;
    this.objects.set(id, object);
    return id;
  }

  find(id: string): AnyObject {
    const object = this.objects.get(id);
    if (!object) throw new HostError("InvalidReference");
    return object;
  }

  drop(ids: readonly unknown[]): void {
    for (const id of ids.flat()) this.objects.delete(String(id));
  }

  /** Ranges go along with whole rows or columns that are inserted or deleted, as in Excel; a deleted range is lost. */
  follow(change: "inserted" | "deleted", lines: Area): void {
    for (const [id, kept] of this.objects) {
      if (kept.type !== "Range" || kept.state.sheet !== lines.sheet) continue;
      // Entire columns stay entire, whatever rows come or go; entire rows likewise.
      if (isEntireRow(lines) ? isEntireColumn(kept.state) : isEntireRow(kept.state)) continue;
      const area =
        change === "inserted" ? afterInsertion(kept.state, lines) : afterDeletion(kept.state, lines);
      if (area) this.objects.set(id, object("Range", area));
      else this.objects.delete(id);
    }
  }

  dropSheet(sheet: string): void {
    for (const [id, kept] of this.objects) {
      if (kept.type === "Range" && kept.state.sheet === sheet) this.objects.delete(id);
    }
  }

  /** How many are kept: an add-in that forgets to untrack lets this grow. */
  get count(): number {
    return this.objects.size;
  }
}

/** An area grows by what is put into its middle, and moves for what is put before it. */
function afterInsertion(area: Area, lines: Area): Area {
  const rows = isEntireRow(lines);
  const [start, size, at, count] = rows
    ? [area.row, area.rows, lines.row, lines.rows]
    : [area.column, area.columns, lines.column, lines.columns];
  if (at >= start + size) return area;
  const [newStart, newSize] = at <= start ? [start + count, size] : [start, size + count];
  return rows ? { ...area, row: newStart, rows: newSize } : { ...area, column: newStart, columns: newSize };
}

/** What is left of an area; null if nothing is. */
function afterDeletion(area: Area, lines: Area): Area | null {
  const rows = isEntireRow(lines);
  const [start, size, at, count] = rows
    ? [area.row, area.rows, lines.row, lines.rows]
    : [area.column, area.columns, lines.column, lines.columns];
  const lost = Math.max(0, Math.min(start + size, at + count) - Math.max(start, at));
  if (lost === size) return null;
  const newStart = start - Math.max(0, Math.min(start, at + count) - at);
  const newSize = size - lost;
  return rows ? { ...area, row: newStart, rows: newSize } : { ...area, column: newStart, columns: newSize };
}
