import { DomainError } from "../calc/errors";
import { BUILD_CANCELLED, type HowToBuild } from "../excel/how-to-build";
import { unlessCancelled } from "../excel/cancel";
import type { HedgeSheetInfo } from "../excel/read-hedge-sheet";
import { areaAddress } from "../sheet/cell-address";
import { HoldingsProblem, type Holdings } from "../sheet/book/holdings";
import type { ContractChoice, HedgePlan } from "../sheet/plan/plan";
import type { Book } from "./book";
import { codesOf, formOf, withPrice } from "./hedge-form";
import { followBook } from "./hedge-with";
import { withFactsNow } from "./own-contract-facts";
import type { PaneStore } from "./pane-store";
import { readForm } from "./read-form";
import type { OpenedSheet } from "./services";
import { formIn, type Action, type PaneState, type Step, type Trouble } from "./state";

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
  /** Numbers of the listings that were begun last: an older one that ends later does not count. */
  let listing = 0;
  let listingContracts = 0;

  const show = (action: Action) => dispatch({ type: "actionChanged", action });
  const fail = (error: unknown) => show({ kind: "failed", trouble: troubleOf(error) });
  const isBusy = () => now().action.kind === "busy";
  /** What fails beside a build does not take its place: the build would go on unseen. */
  const failBeside = (error: unknown) => {
    if (!isBusy()) fail(error);
  };

  async function listSheets(): Promise<void> {
    const mine = ++listing;
    const isLast = () => mine === listing;
    try {
      const sheets = await services.listSheets();
      if (isLast()) dispatch({ type: "sheetsListed", sheets });
      await listContracts();
    } catch (error) {
      failBeside(error);
    }
  }

  /** The contracts to choose from, as the user's own tables have them now; those of the hedge follow. */
  async function listContracts(): Promise<void> {
    const before = new Map(codesNow().map((code) => [code, knownContract(code)]));
    const mine = ++listingContracts;
    const options = await services.listContracts();
    if (mine !== listingContracts) return;
    dispatch({ type: "contractsListed", options });
    const { step } = now();
    if (step.at !== "hedge") return;
    const form = withFactsNow(step.form, (code) => before.get(code) ?? null, knownContract);
    if (form !== step.form) dispatch({ type: "formChanged", form });
  }

  function codesNow(): readonly string[] {
    return codesOf(formIn(now().step)?.contracts ?? []);
  }

  function knownContract(code: string): ContractChoice | null {
    try {
      return services.contract(code);
    } catch {
      // The row of the user's table is gone.
      return null;
    }
  }

  async function run(
    doing: string,
    work: (how: Required<Pick<HowToBuild, "signal" | "onProgress">>) => Promise<void>,
  ): Promise<void> {
    if (isBusy()) return;
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
    const into = targetId(now());
    if (planIn(step) === null) return;
    void run(target ? "Updating the hedge sheet" : "Building the hedge sheet", async (how) => {
      const plan = await unlessCancelled(planOfBookNow(into), how.signal, BUILD_CANCELLED);
      // The book has changed so that there is no hedge: the pane says what is wrong with it. Or the user has gone on to
      // another sheet or book, whose hedge does not belong on this one.
      if (plan === null || targetId(now()) !== into) {
        show({ kind: "none" });
        return;
      }
      const seen = target?.inputsSeen ? { inputsSeen: target.inputsSeen } : {};
      const result = await services.buildSheet(plan, { into, changedFormulas, ...seen, ...how });
      if (result.outcome !== "asked" && isStillFor(now(), into, plan.holdings)) {
        dispatch({ type: "targetChosen", target: { id: result.id, inputsSeen: null } });
      }
      services.settings.save({ lastContract: plan.contracts[0]?.code ?? null });
      show({ kind: result.outcome === "asked" ? "formulasChanged" : "built", result });
    });
  }

  async function planOfBookNow(into: string | null): Promise<HedgePlan | null> {
    await book.catchUp();
    const own = now().options.filter(({ place }) => place !== null);
    if (own.some(({ code }) => codesNow().includes(code))) await listContracts();
    if (into !== null) await followSheet(into);
    return planIn(now().step);
  }

  /**
   * Rows that were put into the book since the sheet was built, or taken out of it, are followed as the sheet's
   * formulas follow them; unless the user has chosen other cells since: those count.
   */
  async function followSheet(id: string): Promise<void> {
    const { step } = now();
    const opened = await services.bookOfSheet(id).catch((error: unknown) => {
      // A sheet that is gone, or no hedge sheet any more: building says so.
      if (error instanceof HoldingsProblem || error instanceof DomainError) throw error;
      return null;
    });
    if (step.at !== "hedge" || opened === null || !sameRows(opened.builtFrom, step.holdings)) return;
    const { holdings, table } = step;
    const { sheet, firstRow, lastRow } = opened.book;
    if (sameRows(opened.book, holdings)) return;
    const row = firstRow - (holdings.firstRow - table.cells.row);
    const { column, values } = table.cells;
    const area = { row, column, rows: lastRow - row + 1, columns: values[0]?.length ?? 1 };
    const cells = await services.readCells({ sheet, address: areaAddress(area) });
    const later = now().step;
    if (later.at !== "hedge" || later.table !== table) return;
    const read = services.readHoldings(cells, table.choice);
    book.takeOver({ cells, table, holdings: read, form: followBook(later.form, read) });
  }

  function takeOpened(id: string, { cells, choice, planFor, inputsIn }: OpenedSheet): void {
    const table = { found: services.detectColumns(cells), choice };
    const holdings = services.readHoldings(cells, choice);
    const plan = planFor(holdings);
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
        try {
          takeOpened(id, opened);
          show({ kind: "none" });
        } catch (error) {
          show({ kind: "failed", trouble: onSheet(troubleOf(error), opened.cells.sheet) });
        }
      });
    },
    async pickPrice(index) {
      const code = codeAt(now().step, index);
      const price = await services.readActiveNumber();
      const { step } = now();
      // Another contract may have come into its place.
      if (step.at !== "hedge" || codeAt(step, index) !== code) return;
      dispatch({ type: "formChanged", form: withPrice(step.form, index, price) });
    },
    listSheets,
    attempt: (work) => {
      work.catch(failBeside);
    },
  };
}

function planIn(step: Step): HedgePlan | null {
  if (step.at !== "hedge") return null;
  const reading = readForm(step.form, step.holdings);
  return reading.ok ? reading.plan : null;
}

function targetId({ target }: PaneState): string | null {
  return target?.id ?? null;
}

/** Whether the user is still at the book and the sheet that a build was for. */
function isStillFor(state: PaneState, into: string | null, { sheet }: Rows): boolean {
  const { step } = state;
  const other = (step.at === "hedge" || step.at === "columns") && step.table.cells.sheet !== sheet;
  return targetId(state) === into && !other;
}

function codeAt(step: Step, index: number): string | undefined {
  return step.at === "hedge" ? step.form.contracts[index]?.facts.code : undefined;
}

/** A trouble with its cell on the sheet that was read, which need not be the one in the pane. */
function onSheet(trouble: Trouble, sheet: string): Trouble {
  const { problem } = trouble;
  const cell = problem.cell && { ...problem.cell, sheet };
  return cell === undefined ? trouble : { ...trouble, problem: { ...problem, cell } };
}

type Rows = Pick<Holdings, "sheet" | "firstRow" | "lastRow">;

function sameRows(some: Rows, others: Rows): boolean {
  return some.sheet === others.sheet && some.firstRow === others.firstRow && some.lastRow === others.lastRow;
}
