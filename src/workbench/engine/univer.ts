import type { FUniver } from "@univerjs/core/facade";
import type { Engine, WorkbookData } from "./engine";
import { UniverBook } from "./univer-book";
import { univerCells } from "./univer-cells";
import { univerCharts } from "./univer-charts";
import { univerEvents } from "./univer-events";
import { replaceFaultyFunctions } from "./univer-faults";
import { univerFormats } from "./univer-formats";
import { univerFunctions } from "./univer-functions";
import { univerNames } from "./univer-names";
import { univerRules } from "./univer-rules";
import { furnish, loadUniver, openSnapshot, saveUniver } from "./univer-save";
import { univerSettle } from "./univer-settle";
import { univerSheets } from "./univer-sheets";
import { startUniver } from "./univer-start";
import { univerTables } from "./univer-tables";

/** The spreadsheet of the page: the engine, and Univer's own interface for what only a page needs. */
export interface UniverEngine {
  readonly engine: Engine;
  readonly api: FUniver;
}

/**
 * Opens a workbook in an element of the page; it is calculated once `settle` resolves.
 *
 * Univer can add functions only after its first workbook exists, hence the order.
 */
export function openUniver(container: HTMLElement, data: WorkbookData, darkMode: boolean): UniverEngine {
  const univer = startUniver(container, darkMode);
  openSnapshot(univer.api, data);
  const book = new UniverBook(univer);
  replaceFaultyFunctions(book);
  const functions = univerFunctions(book);
  const cells = univerCells(book, functions.messageOf);
  const parts = {
    ...univerSheets(book),
    ...cells,
    ...univerFormats(book),
    ...univerNames(book),
    ...univerRules(book),
    ...univerCharts(book, cells.values),
    ...univerTables(book),
    ...univerEvents(book),
    connectFunctions: functions.connectFunctions,
    settle: univerSettle(book),
  };
  const engine: Engine = {
    ...parts,
    save: async () => {
      await parts.settle();
      return saveUniver(book, parts);
    },
    load: async (replacement) => {
      loadUniver(book, parts, replacement);
      await parts.settle();
    },
  };
  furnish(book, parts, data);
  return { engine, api: univer.api };
}
