import { BUILD_CANCELLED, type HowToBuild } from "../excel/how-to-build";
import { unlessCancelled } from "../excel/cancel";
import type { HedgeSheetInfo } from "../excel/read-hedge-sheet";
import { areaAddress } from "../sheet/cell-address";
import type { Holdings } from "../sheet/holdings";
import type { HedgePlan } from "../sheet/plan";
import type { Book } from "./book";
import { formOf, withPrice } from "./hedge-form";
import { followBook } from "./hedge-with";
import type { PaneStore } from "./pane-store";
import { readForm } from "./read-form";
import type { OpenedSheet } from "./services";
import type { Action, Step } from "./state";

/** What the user can have done to the workbook. */
export interface Actions {
  readonly build: (changedFormulas: HowToBuild["changedFormulas"]) => void;
  readonly remove: (sheet: HedgeSheetInfo) => void;
  readonly cancel: () => void;
  /** Takes a hedge sheet's plan into the pane, with what was typed on the sheet since. */
  readonly open: (sheet: Pick<HedgeSheetInfo, "id">) => void;
  /** The number in the selected cell becomes the price of a contract. */
  readonly pickPrice: (index: number) => Promise<void>;
  /** The hedge sheets and contracts that the workbook holds. */
  readonly listSheets: () => Promise<void>;
  /** Shows what goes wrong. */
  readonly attempt: (work: Promise<unknown>) => void;
}

export function actionsOf({ services, now, dispatch, troubleOf }: PaneStore, book: Book): Actions {
  let running: AbortController | null = null;

  const show = (action: Action) => dispatch({ type: "actionChanged", action });
  const fail = (error: unknown) => show({ kind: "failed", trouble: troubleOf(error) });

  async function listSheets(): Promise<void> {
    try {
      dispatch({ type: "sheetsListed", sheets: await services.listSheets() });
      dispatch({ type: "contractsListed", options: await services.listContracts() });
    } catch (error) {
      fail(error);
    }
  }

  async function run(
    doing: string,
    work: (how: Required<Pick<HowToBuild, "signal" | "onProgress">>) => Promise<void>,
  ): Promise<void> {
    running = new AbortController();
    show({ kind: "busy", doing, progress: null });
    try {
      await work({
        signal: running.signal,
        onProgress: (progress) => dispatch({ type: "progressed", progress }),
      });
    } catch (error) {
      fail(error);
    }
    await listSheets();
  }

  function build(changedFormulas: HowToBuild["changedFormulas"]): void {
    const { target, step } = now();
    if (planIn(step) === null) return;
    void run(target ? "Updating the hedge sheet" : "Building the hedge sheet", async (how) => {
      const into = target?.id ?? null;
      const plan = await unlessCancelled(planOfBookNow(into), how.signal, BUILD_CANCELLED);
      if (plan === null) {
        // The book has changed so that there is no hedge: the pane says what is wrong with it.
        show({ kind: "none" });
        return;
      }
      const seen = target?.inputsSeen ? { inputsSeen: target.inputsSeen } : {};
      const result = await services.buildSheet(plan, { into, changedFormulas, ...seen, ...how });
      if (result.outcome !== "asked") {
        dispatch({ type: "targetChosen", target: { id: result.id, inputsSeen: null } });
      }
      services.settings.save({ lastContract: plan.contracts[0]?.code ?? null });
      show({ kind: result.outcome === "asked" ? "formulasChanged" : "built", result });
    });
  }

  async function planOfBookNow(into: string | null): Promise<HedgePlan | null> {
    await book.catchUp();
    if (into !== null) await followSheet(into);
    return planIn(now().step);
  }

  /**
   * Rows that were put into the book since the sheet was built, or taken out of it, are followed as the sheet's formulas
   * follow them; unless the user has chosen other cells since: those count.
   */
  async function followSheet(id: string): Promise<void> {
    const { step } = now();
    const opened = await services.openSheet(id).catch(() => null);
    if (step.at !== "hedge" || opened === null || !sameRows(opened.builtFrom, step.holdings)) return;
    const { holdings, table, form } = step;
    const { sheet, firstRow, lastRow } = opened.book;
    if (sameRows(opened.book, holdings)) return;
    const row = firstRow - (holdings.firstRow - table.cells.row);
    const { column, values } = table.cells;
    const area = { row, column, rows: lastRow - row + 1, columns: values[0]?.length ?? 1 };
    const cells = await services.readCells({ sheet, address: areaAddress(area) });
    const read = services.readHoldings(cells, table.choice);
    book.takeOver({ cells, table, holdings: read, form: followBook(form, read) });
  }

  function takeOpened(id: string, { cells, choice, planFor, inputsIn }: OpenedSheet): void {
    const table = { found: services.detectColumns(cells), choice };
    const holdings = services.readHoldings(cells, choice);
    const plan = planFor(holdings) ?? services.proposePlan(holdings, null);
    const form = formOf(plan, services.contractTraits);
    book.takeOver({ cells, table, holdings, form }, { id, inputsSeen: inputsIn(plan) });
  }

  return {
    build,
    remove(sheet) {
      void run("Removing the hedge sheet", async ({ signal }) => {
        await services.removeSheet(sheet.id, signal);
        show({ kind: "removed", name: sheet.name });
      });
    },
    cancel: () => running?.abort(),
    open({ id }) {
      void run("Opening the hedge sheet", async ({ signal }) => {
        const opened = await unlessCancelled(services.openSheet(id), signal, "Opening was cancelled.");
        takeOpened(id, opened);
        show({ kind: "none" });
      });
    },
    async pickPrice(index) {
      const price = await services.readActiveNumber();
      const { step } = now();
      if (step.at === "hedge") dispatch({ type: "formChanged", form: withPrice(step.form, index, price) });
    },
    listSheets,
    attempt: (work) => {
      work.catch(fail);
    },
  };
}

function planIn(step: Step): HedgePlan | null {
  if (step.at !== "hedge") return null;
  const reading = readForm(step.form, step.holdings);
  return reading.ok ? reading.plan : null;
}

type Rows = Pick<Holdings, "sheet" | "firstRow" | "lastRow">;

function sameRows(some: Rows, others: Rows): boolean {
  return some.sheet === others.sheet && some.firstRow === others.firstRow && some.lastRow === others.lastRow;
}
