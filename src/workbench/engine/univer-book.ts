import {
  IUndoRedoService,
  type IDisposable,
  type Injector,
  type IRange,
  type IUndoRedoItem,
  type Nullable,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { FRange, FWorkbook, FWorksheet } from "@univerjs/preset-sheets-core";
import type { Area, EngineEvent, PageLayout, Sheet } from "./engine";
import { PLAIN_PAGE } from "./sheet-records";
import type { RunningUniver } from "./univer-start";

/** What Excel keeps of a sheet and Univer does not. */
export interface SheetExtras {
  visibility: Sheet["visibility"];
  protected: boolean;
  pageLayout: PageLayout;
}

/** The open workbook, and what the parts of the adapter share about it. */
export class UniverBook {
  readonly api: FUniver;
  readonly injector: Injector;
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  readonly #extras = new Map<string, SheetExtras>();
  #changing = 0;
  #batch: IDisposable | null = null;

  constructor({ api, injector }: RunningUniver) {
    this.api = api;
    this.injector = injector;
    undoLastFirst(injector);
  }

  get workbook(): FWorkbook {
    const workbook = this.api.getActiveWorkbook();
    if (!workbook) throw new Error("no workbook is open");
    return workbook;
  }

  get unit(): string {
    return this.workbook.getId();
  }

  sheet(id: string): FWorksheet {
    const sheet = this.workbook.getSheetBySheetId(id);
    if (!sheet) throw new Error(`no sheet has the id ${id}`);
    return sheet;
  }

  range(area: Area): FRange {
    return this.sheet(area.sheet).getRange(area.row, area.column, area.rows, area.columns);
  }

  extras(sheet: string): SheetExtras {
    let extras = this.#extras.get(sheet);
    if (!extras) {
      extras = { visibility: "Visible", protected: false, pageLayout: PLAIN_PAGE };
      this.#extras.set(sheet, extras);
    }
    return extras;
  }

  /** True while a change of ours is being made, so that it is not reported as the user's. */
  get changing(): boolean {
    return this.#changing > 0;
  }

  /** Makes a change. All changes until the page is next idle are one step to undo, as one request is in Excel. */
  change<T>(work: () => T): T {
    this.#openBatch();
    this.#changing++;
    try {
      return work();
    } finally {
      this.#changing--;
    }
  }

  /** As {@link change}, for the few operations of Univer that are asynchronous. */
  async changeAsync(work: () => Promise<unknown>): Promise<void> {
    this.#openBatch();
    this.#changing++;
    try {
      await work();
    } finally {
      this.#changing--;
    }
  }

  closeBatch(): void {
    this.#batch?.dispose();
    this.#batch = null;
  }

  execute(command: string, params: object): void {
    this.change(() => {
      this.api.syncExecuteCommand(command, params);
    });
  }

  on(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  emit(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #openBatch(): void {
    if (this.#batch) return;
    // Univer marks this as temporary and has nothing else.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    this.#batch = this.injector.get(IUndoRedoService).__tempBatchingUndoRedo(this.unit);
    setTimeout(() => {
      this.closeBatch();
    }, 0);
  }
}

/**
 * Univer 0.25.1 undoes a batch in the order in which it was done, so "add a sheet, write to it" removes the sheet
 * first and then fails on its cells. Last done, first undone.
 */
function undoLastFirst(injector: Injector): void {
  const undo = injector.get(IUndoRedoService) as unknown as {
    _tryBatchingElements: (item: IUndoRedoItem, next: IUndoRedoItem) => void;
  };
  undo._tryBatchingElements = (item, next) => {
    item.redoMutations.push(...next.redoMutations);
    item.undoMutations.unshift(...next.undoMutations);
  };
}

export function toRange(area: Area): IRange {
  return {
    startRow: area.row,
    startColumn: area.column,
    endRow: area.row + area.rows - 1,
    endColumn: area.column + area.columns - 1,
  };
}

export function toArea(sheet: string, range: IRange, size: { rows: number; columns: number }): Area {
  // Whole rows and columns come with NaN at their open ends.
  const row = finite(range.startRow, 0);
  const column = finite(range.startColumn, 0);
  return {
    sheet,
    row,
    column,
    rows: finite(range.endRow, size.rows - 1) - row + 1,
    columns: finite(range.endColumn, size.columns - 1) - column + 1,
  };
}

function finite(value: Nullable<number>, otherwise: number): number {
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}
