import type { RangeReference, ReadCells } from "../excel/read-selection";
import { areaAddress, parseAddress } from "../sheet/cell-address";
import type { Holdings } from "../sheet/book/holdings";
import { holdingsBelow } from "../sheet/book/rows-below";
import { startFollowing, type Following } from "./following";
import { formOf, keepTyped, type HedgeForm } from "./hedge-form";
import { followBook } from "./hedge-with";
import type { PaneStore } from "./pane-store";
import { formIn, type Table, type Target } from "./state";
import { tableAgain } from "./table-again";

/** The user's book, as far as the pane reads it. */
export interface Book {
  /** Reads the selection, or the range given; what the user has typed stays. */
  readonly read: (range: RangeReference | null) => Promise<void>;
  /** Takes the selection over if it holds holdings; otherwise the hedge in the pane stays. */
  readonly readIfHoldings: () => Promise<void>;
  /** Reads the holdings as the table says; what the user has typed stays. */
  readonly takeTable: (table: Table, typed: HedgeForm | null, contracts: "propose" | "keep") => void;
  /** Holdings that were read by other means, and a hedge for them. */
  readonly takeOver: (read: BookRead, target?: Target) => void;
  /** Makes the holdings right below the range part of it; the columns and what the user has typed stay. */
  readonly takeBelow: () => Promise<void>;
  /** What has changed in the book and is not in the pane yet, is then. */
  readonly catchUp: () => Promise<void>;
}

interface BookRead {
  readonly cells: ReadCells;
  readonly table: Omit<Table, "cells">;
  readonly holdings: Holdings;
  readonly form: HedgeForm;
}

/** Errors of a reading that the next reading would meet again. */
const LASTING = ["Holdings", "TooLarge", "ItemNotFound", "InvalidReference", "InvalidObjectPath"];

export function bookOf({ services, now, dispatch, troubleOf }: PaneStore): Book {
  let last: Table | null = null;
  let following: Following | null = null;

  function takeTable(table: Table, typed: HedgeForm | null, contracts: "propose" | "keep"): void {
    last = table;
    try {
      const holdings = services.readHoldings(table.cells, table.choice);
      const form = typed && contracts === "keep" ? typed : proposed(holdings, typed);
      dispatch({ type: "holdingsRead", table, holdings, form: typed ? followBook(form, holdings) : form });
    } catch (error) {
      dispatch({ type: "columnsFailed", table, trouble: troubleOf(error) });
    }
  }

  function proposed(holdings: Holdings, typed: HedgeForm | null): HedgeForm {
    const code = typed?.contracts[0]?.facts.code ?? services.settings.lastContract;
    const proposal = formOf(services.proposePlan(holdings, code), services.contractTraits);
    return typed ? keepTyped(typed, proposal, holdings) : proposal;
  }

  async function read(range: RangeReference | null): Promise<void> {
    const typed = formIn(now().step);
    void following?.stop();
    dispatch({ type: "readingStarted" });
    const { reading } = now();
    try {
      const cells = await services.readCells(range);
      if (reading !== now().reading) return;
      const found = services.detectColumns(cells);
      // Other cells of the same sheet are likely the same book, grown; of another sheet, another book.
      if (cells.sheet !== last?.cells.sheet) dispatch({ type: "targetChosen", target: null });
      takeTable({ cells, found, choice: found.choice }, typed, "propose");
      follow(cells.range);
    } catch (error) {
      if (reading !== now().reading) return;
      dispatch({ type: "readingFailed", trouble: troubleOf(error), offer: services.offeredInstead(error) });
    }
  }

  function follow(range: RangeReference): void {
    // Handlers that are added while the former ones of the same sheet are being removed hear nothing.
    const ended = following?.stop();
    following = startFollowing({
      async open(listener) {
        await ended;
        return services.followRange(range, listener);
      },
      mayRead: () => now().action.kind !== "busy",
      take: takeAgain,
      fail: (error) => dispatch({ type: "bookLost", trouble: troubleOf(error) }),
      isLasting: (error) => LASTING.includes(services.describeProblem(error).code),
    });
  }

  /** The followed cells, read again: nothing moves in the pane but what follows from them. */
  function takeAgain(cells: ReadCells): void {
    const { step } = now();
    if (last === null || step.at === "reading") return;
    const unchanged = JSON.stringify(cells) === JSON.stringify(last.cells);
    if (unchanged && step.at !== "refused") return;
    const table = tableAgain(last, cells, services.detectColumns);
    const named = step.at === "hedge" ? contractsNamed(last, step.holdings.rows) : null;
    const typed = formIn(step);
    takeTable(table, typed, "keep");
    // A contract that the book names since: its boxes come, as they would if the cells were selected anew.
    const after = now().step;
    if (after.at !== "hedge" || contractsNamed(table, after.holdings.rows) === named) return;
    if (table.choice.columns.hedgeWith !== undefined) takeTable(table, typed, "propose");
  }

  async function takeBelow(): Promise<void> {
    // Rows may have been put there, moved or emptied since they were offered.
    await following?.catchUp();
    const { step, reading } = now();
    if (step.at !== "hedge") return;
    const { cells, choice } = step.table;
    const below = holdingsBelow(cells, choice, step.holdings);
    const lastRow = below.findLast(({ hasValue }) => hasValue)?.row;
    if (lastRow === undefined) return;
    const longer = await services.readCells(downTo(cells.range, lastRow));
    if (reading !== now().reading) return;
    takeAgain(longer);
    follow(longer.range);
  }

  return {
    read,
    takeBelow,
    async readIfHoldings() {
      const cells = await services.readCells(null);
      const found = services.detectColumns(cells);
      services.readHoldings(cells, found.choice);
      await read(null);
    },
    takeTable,
    takeOver({ cells, table, holdings, form }, target) {
      last = { ...table, cells };
      if (target) dispatch({ type: "sheetOpened", table: last, holdings, form, target });
      else dispatch({ type: "holdingsRead", table: last, holdings, form });
      follow(cells.range);
    },
    catchUp: () => following?.catchUp() ?? Promise.resolve(),
  };
}

function downTo({ sheet, address }: RangeReference, lastRow: number): RangeReference {
  const area = parseAddress(address);
  // Nothing stands below whole columns.
  if (area === null) return { sheet, address };
  return { sheet, address: areaAddress({ ...area, rows: lastRow - area.row + 1 }) };
}

/** The codes in the book's own column of contracts, as one text to compare. */
function contractsNamed({ choice }: Table, rows: Holdings["rows"]): string {
  if (choice.columns.hedgeWith === undefined) return "";
  return [...new Set(rows.map(({ hedgeWith }) => hedgeWith))].sort().join();
}
