import { requireNotCancelled } from "./cancel";
import type { ChangedCell } from "./changed-cell";
import type { Contents } from "./existing-sheet";
import type { MergedInputs } from "./merge-inputs";
import type { OrderOnSheet, Previewed } from "./order-on-sheet";

export interface HowToBuild {
  /** Id of the hedge sheet to update; null: a new one. */
  readonly into: string | null;
  /** What to do with formulas that the user changed on the sheet. "ask": write nothing if there are any. */
  readonly changedFormulas: "ask" | "keep" | "replace";
  /**
   * The input values that the pane has shown, by name: `readHedgeSheet(id).inputs`. An input that still holds the
   * value seen takes the model's; any other was typed on the sheet meanwhile and is kept.
   * Without it, what was last built counts as seen.
   */
  readonly inputsSeen?: Contents;
  /** Name of the sheet that the model's formulas refer to: nothing is written if it is gone. */
  readonly holdingsOn?: string;
  /** What the user was shown before building: the finished sheet is compared with it. */
  readonly previewed?: Previewed;
  readonly onProgress?: (progress: BuildProgress) => void;
  /**
   * Cancels. Before the first write that takes effect at once, even while Excel waits for a cell's edit to end; later,
   * once Excel has done what it was last asked: a new sheet is then taken away, an updated one is left unfinished.
   */
  readonly signal?: AbortSignal;
}

export interface BuildProgress {
  readonly done: number;
  readonly of: number;
  /** What is being done, for the user. */
  readonly step: string;
}

/** With what became of the inputs that the user had typed on the sheet. */
export interface BuildResult extends Omit<MergedInputs, "inputsBefore"> {
  /** "asked": nothing was written, because the user must decide about `changedFormulas`. */
  readonly outcome: "built" | "updated" | "asked";
  readonly id: string;
  readonly name: string;
  readonly changedFormulas: readonly ChangedCell[];
  /** It cannot be told what was built: `changedFormulas` is what differs from what is to be built. */
  readonly unknown: boolean;
  /** What the finished sheet says to trade; null: nothing was written. */
  readonly order: OrderOnSheet | null;
  /** Excel is set to calculate only when told to: the sheet is right as built, and stays so until something changes. */
  readonly calculatesByHand: boolean;
}

/** Round trips of a build. */
export const STEPS = 4;
export const BUILD_CANCELLED = "Building was cancelled.";

/** Tells of the progress, and stops where the user cancelled. */
export type Step = (done: number, step: string) => void;

export function stepOf(how: HowToBuild): Step {
  return (done, step) => {
    // After the last step there is nothing left to stop.
    if (done < STEPS) requireNotCancelled(how.signal, BUILD_CANCELLED);
    how.onProgress?.({ done, of: STEPS, step });
  };
}
