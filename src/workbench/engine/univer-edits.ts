import {
  CommandType,
  ObjectMatrix,
  type ICellData,
  type IExecutionOptions,
  type IObjectMatrixPrimitiveType,
  type IRange,
  type Nullable,
} from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
  type IMoveRangeMutationParams,
} from "@univerjs/preset-sheets-core";
import { boundingRectangle, MAX_COLUMNS, MAX_ROWS } from "./address";
import type { Area, EngineEvent } from "./engine";
import { toArea, type UniverBook } from "./univer-book";
import { sizeOf } from "./univer-formats";

/** Tells what the user did to cells, rows and columns, and what was calculated. */
export function tellEdits(book: UniverBook): void {
  let edited = new Map<string, Area>();
  let reshaped = false;

  /** Univer makes several mutations of one edit, all in one go: a listener hears of one. */
  const tellTogether = (areas: readonly Area[]) => {
    if (areas.length === 0) return;
    if (edited.size === 0) queueMicrotask(tell);
    for (const area of areas) {
      const before = edited.get(area.sheet);
      edited.set(area.sheet, before ? { ...area, ...boundingRectangle(before, area) } : area);
    }
  };
  const tell = () => {
    const areas = [...edited.values()];
    edited = new Map();
    for (const area of areas) book.emit({ type: "changed", area, by: "user" });
  };
  const reshape = (event: EngineEvent) => {
    book.emit(event);
    if (!reshaped) {
      queueMicrotask(() => {
        reshaped = false;
      });
    }
    reshaped = true;
  };

  book.api.addEvent(book.api.Event.CommandExecuted, ({ id, type, params, options }) => {
    if (type !== CommandType.MUTATION || book.changing) return;
    const whole = wholeLines(id, params);
    if (whole) {
      reshape({ type: id.includes(".insert-") ? "inserted" : "deleted", area: whole });
    } else if (isCalculation(options)) {
      const [area] = id === SetRangeValuesMutation.id ? changedAreas(book, id, params) : [];
      if (area) book.emit({ type: "changed", area, by: "calculation" });
    } else if (!reshaped) {
      // What follows at once on inserted or deleted rows are formulas that are spelled anew: no edit of a cell.
      tellTogether(changedAreas(book, id, params));
    }
  });
}

function isCalculation(options: IExecutionOptions | undefined): boolean {
  return options?.fromFormula === true || options?.["onlyLocal"] === true;
}

/** The rows or columns that a mutation puts in or takes out, as long and wide as in Excel; null for other mutations. */
function wholeLines(mutation: string, params: unknown): Area | null {
  const { subUnitId: sheet, range } = params as { subUnitId: string; range: IRange };
  switch (mutation) {
    case InsertRowMutation.id:
    case RemoveRowMutation.id:
      return {
        sheet,
        row: range.startRow,
        rows: range.endRow - range.startRow + 1,
        column: 0,
        columns: MAX_COLUMNS,
      };
    case InsertColMutation.id:
    case RemoveColMutation.id:
      return {
        sheet,
        column: range.startColumn,
        columns: range.endColumn - range.startColumn + 1,
        row: 0,
        rows: MAX_ROWS,
      };
    default:
      return null;
  }
}

/** Where a mutation changes the contents of cells. */
function changedAreas(book: UniverBook, mutation: string, params: unknown): Area[] {
  const areaOf = (sheet: string, range: IRange) => toArea(sheet, range, sizeOf(book, sheet));
  switch (mutation) {
    case SetRangeValuesMutation.id: {
      const { subUnitId, cellValue } = params as { subUnitId: string; cellValue?: Cells };
      const area = changedArea(subUnitId, cellValue ?? {});
      return area ? [area] : [];
    }
    case MoveRangeMutation.id: {
      const { from, to, fromRange, toRange } = params as IMoveRangeMutationParams;
      return [areaOf(from.subUnitId, fromRange), areaOf(to.subUnitId, toRange)];
    }
    case ReorderRangeMutation.id: {
      const { subUnitId, range } = params as { subUnitId: string; range: IRange };
      return [areaOf(subUnitId, range)];
    }
    case MoveRowsMutation.id:
    case MoveColsMutation.id: {
      const { subUnitId, sourceRange, targetRange } = params as Record<
        "sourceRange" | "targetRange",
        IRange
      > & {
        subUnitId: string;
      };
      return [areaOf(subUnitId, sourceRange), areaOf(subUnitId, targetRange)];
    }
    default:
      return [];
  }
}

type Cells = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** The smallest area around the changed contents; null when only formats changed. */
function changedArea(sheet: string, cells: Cells): Area | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  new ObjectMatrix(cells).forValue((row, column, cell) => {
    if (cell && !("v" in cell) && !("f" in cell) && !("p" in cell)) return;
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  });
  return bottom < 0
    ? null
    : { sheet, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
