import type { Baseline } from "./baseline";
import type { CellContent } from "./cell-text";

/** Names the cell that holds the record of the plan: always ours, and what makes a sheet ours. */
export const RECORD = "HedgeRecord";

/** A hedge sheet as it is before building again. */
export interface ExistingSheet {
  /** From A1 to the last used cell: what was typed, and what it computes. */
  readonly formulas: readonly (readonly CellContent[])[];
  readonly values: readonly (readonly CellContent[])[];
  /** Address of each sheet-local name that names one cell. */
  readonly names: ReadonlyMap<string, string>;
  /** null: not known what was written last. */
  readonly baseline: Baseline | null;
}
