import { isEntireColumn, isEntireRow, intersection, type Rectangle } from "./address";
import { CellMap } from "./cell-map";
import type { CellFormat } from "./engine";
import { forEachCell } from "./matrix";

/** A cell nobody has formatted: Excel's Normal style. */
export const NORMAL: CellFormat = {
  numberFormat: "General",
  fill: "",
  fontColor: "#000000",
  fontName: "Calibri",
  fontSize: 11,
  bold: false,
  italic: false,
  horizontalAlignment: "General",
  verticalAlignment: "Bottom",
  wrapText: false,
  indent: 0,
  borderTop: { style: "None", color: "#000000" },
  borderBottom: { style: "None", color: "#000000" },
  borderLeft: { style: "None", color: "#000000" },
  borderRight: { style: "None", color: "#000000" },
  locked: true,
};

/**
 * The formats of one sheet. Formats of entire rows and columns are kept as layers,
 * so that formatting a column does not make a million cells.
 */
export class FormatRecords {
  private readonly cells = new CellMap<CellFormat>();
  private layers: { area: Rectangle; format: Partial<CellFormat> }[] = [];
  /** Equal formats are one object: a book of 100,000 cells has a few dozen. */
  private readonly known = new Map<string, CellFormat>();
  /** What a format became by a change, so that the same change to a thousand cells is worked out once. */
  private readonly changed = new Map<CellFormat, Map<string, CellFormat>>();

  get(row: number, column: number): CellFormat {
    return this.cells.get(row, column) ?? this.fromLayers(row, column);
  }

  set(area: Rectangle, change: Partial<CellFormat>): void {
    const key = JSON.stringify(change);
    if (isEntireColumn(area) || isEntireRow(area)) {
      for (const [row, column, format] of [...this.cells.within(area)]) {
        this.cells.set(row, column, this.changedBy(format, change, key));
      }
      this.layers.push({ area, format: change });
      return;
    }
    forEachCell(area, (row, column) => {
      this.cells.set(row, column, this.changedBy(this.get(row, column), change, key));
    });
  }

  clear(area: Rectangle): void {
    for (const [row, column] of [...this.cells.within(area)]) this.cells.delete(row, column);
    if (this.layers.some((layer) => intersection(layer.area, area))) this.set(area, NORMAL);
  }

  /** The cells that have a format of their own, with the part that is not Normal. */
  *formatted(): Generator<[row: number, column: number, format: Partial<CellFormat>]> {
    for (const [row, column, format] of this.cells.entries()) {
      const own = Object.entries(format).filter(
        ([key, value]) => !same(value, NORMAL[key as keyof CellFormat]),
      );
      if (own.length > 0) yield [row, column, Object.fromEntries(own)];
    }
  }

  private fromLayers(row: number, column: number): CellFormat {
    const cell = { row, column, rows: 1, columns: 1 };
    const changes = this.layers.filter(({ area }) => intersection(area, cell)).map(({ format }) => format);
    return changes.length === 0 ? NORMAL : this.intern(Object.assign({}, NORMAL, ...changes) as CellFormat);
  }

  private changedBy(format: CellFormat, change: Partial<CellFormat>, key: string): CellFormat {
    const changes = this.changed.get(format) ?? new Map<string, CellFormat>();
    this.changed.set(format, changes);
    const changed = changes.get(key) ?? this.intern({ ...format, ...change });
    changes.set(key, changed);
    return changed;
  }

  private intern(format: CellFormat): CellFormat {
    const key = JSON.stringify(format);
    const known = this.known.get(key);
    if (known) return known;
    this.known.set(key, format);
    return format;
  }
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
