import type { BuildProgress, BuildResult } from "../excel/how-to-build";
import type { HedgeSheet, HedgeSheetInfo } from "../excel/read-hedge-sheet";
import type { Problem } from "../excel/problem";
import type { RangeReference, ReadCells } from "../excel/read-selection";
import type { ColumnChoice, ColumnDetection } from "../sheet/book/detect-columns";
import type { Holdings } from "../sheet/book/holdings";
import type { ContractOption } from "./contract-options";
import type { HedgeForm } from "./hedge-form";

/** Everything the pane shows that is not worked out from something else shown. */
export interface PaneState {
  readonly tab: "hedge" | "settings";
  readonly step: Step;
  readonly action: Action;
  /** The hedge sheet to build into; null: a new one. */
  readonly target: Target | null;
  /** Hedge sheets of this workbook. */
  readonly sheets: readonly HedgeSheetInfo[];
  /** Contracts to choose from. */
  readonly options: readonly ContractOption[];
  /** Number of the reading that was begun last: an older one that ends later does not count. */
  readonly reading: number;
  /** Other cells have been selected since the holdings were read: not just one, as by a user who types in the book. */
  readonly selectionMoved: boolean;
}

/** How far the user is from a hedge: each step holds exactly what is known there. */
export type Step =
  | { readonly at: "start" }
  /** `form` is what the user had typed before reading again: it stays. */
  | { readonly at: "reading"; readonly form: HedgeForm | null }
  | {
      readonly at: "refused";
      readonly trouble: Trouble;
      readonly offer: Offer | null;
      readonly form: HedgeForm | null;
    }
  /** The cells are read, but not yet holdings: a column is missing, or holds what it should not. */
  | {
      readonly at: "columns";
      readonly table: Table;
      readonly trouble: Trouble;
      readonly form: HedgeForm | null;
    }
  | ({ readonly at: "hedge" } & Hedge);

interface Hedge {
  readonly table: Table;
  readonly holdings: Holdings;
  readonly form: HedgeForm;
}

/** What to do instead of reading the selection: read a range around it, or open the hedge sheet that it is on. */
export type Offer =
  { readonly range: RangeReference } | { readonly sheet: Pick<HedgeSheetInfo, "id" | "name"> };

/** Cells, the columns found in them, and how the user wants them read. */
export interface Table {
  readonly cells: ReadCells;
  readonly found: ColumnDetection;
  readonly choice: ColumnChoice;
}

/** A problem as shown, with the text that [Copy details] copies. */
export interface Trouble {
  readonly problem: Problem;
  readonly details: string;
}

/** A hedge sheet, and what its inputs held when the pane took them over. */
export interface Target {
  readonly id: string;
  /** null: what was last built. */
  readonly inputsSeen: HedgeSheet["inputs"] | null;
}

/** What is being done to the workbook, or was done last. */
export type Action =
  | { readonly kind: "none" }
  | { readonly kind: "busy"; readonly doing: string; readonly progress: BuildProgress | null }
  | { readonly kind: "built"; readonly result: BuildResult }
  /** The user changed formulas on the sheet: keep them or replace them? Nothing is written yet. */
  | { readonly kind: "formulasChanged"; readonly result: BuildResult }
  | { readonly kind: "confirmRemove"; readonly sheet: HedgeSheetInfo }
  | { readonly kind: "removed"; readonly name: string }
  | { readonly kind: "failed"; readonly trouble: Trouble };

export type PaneEvent =
  | { readonly type: "tabChosen"; readonly tab: PaneState["tab"] }
  | { readonly type: "readingStarted" }
  | { readonly type: "readingFailed"; readonly trouble: Trouble; readonly offer: Offer | null }
  /** The followed cells cannot be read any more. */
  | { readonly type: "bookLost"; readonly trouble: Trouble }
  | { readonly type: "columnsFailed"; readonly table: Table; readonly trouble: Trouble }
  | ({ readonly type: "holdingsRead" } & Hedge)
  | ({ readonly type: "sheetOpened"; readonly target: Target } & Hedge)
  | { readonly type: "selectionMoved"; readonly toOneCell: boolean }
  | { readonly type: "targetChosen"; readonly target: Target | null }
  | { readonly type: "formChanged"; readonly form: HedgeForm }
  | { readonly type: "actionChanged"; readonly action: Action }
  | { readonly type: "progressed"; readonly progress: BuildProgress }
  | { readonly type: "sheetsListed"; readonly sheets: readonly HedgeSheetInfo[] }
  | { readonly type: "contractsListed"; readonly options: readonly ContractOption[] };

export const START: PaneState = {
  tab: "hedge",
  step: { at: "start" },
  action: { kind: "none" },
  target: null,
  sheets: [],
  options: [],
  reading: 0,
  selectionMoved: false,
};

/** The state after an event. An event that does not belong to the step came late (a slow read, say): no change. */
export function nextState(state: PaneState, event: PaneEvent): PaneState {
  const { step, action } = state;
  switch (event.type) {
    case "tabChosen":
      return { ...state, tab: event.tab };
    case "readingStarted":
      return {
        ...state,
        step: { at: "reading", form: formIn(step) },
        reading: state.reading + 1,
        selectionMoved: false,
      };
    case "readingFailed":
      return step.at === "reading"
        ? {
            ...state,
            step: { at: "refused", trouble: event.trouble, offer: event.offer, form: step.form },
          }
        : state;
    case "bookLost":
      return step.at === "hedge" || step.at === "columns"
        ? { ...state, step: { at: "refused", trouble: event.trouble, offer: null, form: step.form } }
        : state;
    case "columnsFailed":
      return {
        ...state,
        step: { at: "columns", table: event.table, trouble: event.trouble, form: formIn(step) },
      };
    case "holdingsRead":
      return { ...state, step: hedgeStep(event) };
    case "sheetOpened":
      return {
        ...withTarget(state, event.target),
        step: hedgeStep(event),
        reading: state.reading + 1,
        selectionMoved: false,
      };
    case "selectionMoved":
      return { ...state, selectionMoved: !event.toOneCell };
    case "formChanged":
      return step.at === "hedge" ? { ...state, step: { ...step, form: event.form } } : state;
    case "targetChosen":
      return withTarget(state, event.target);
    case "actionChanged":
      return { ...state, action: event.action };
    case "progressed":
      return action.kind === "busy" ? { ...state, action: { ...action, progress: event.progress } } : state;
    case "sheetsListed":
      return {
        ...withTarget(state, event.sheets.some(({ id }) => id === state.target?.id) ? state.target : null),
        sheets: event.sheets,
      };
    case "contractsListed":
      return { ...state, options: event.options };
  }
}

/** A question about the formulas of one sheet is none about another: its answer would be taken for that one. */
function withTarget(state: PaneState, target: Target | null): PaneState {
  const { action } = state;
  const isAboutOther = action.kind === "formulasChanged" && action.result.id !== target?.id;
  return { ...state, target, action: isAboutOther ? { kind: "none" } : action };
}

function hedgeStep({ table, holdings, form }: Hedge): Step {
  return { at: "hedge", table, holdings, form };
}

/** What the user has typed so far, wherever it is kept. */
export function formIn(step: Step): HedgeForm | null {
  return step.at === "start" ? null : step.form;
}
