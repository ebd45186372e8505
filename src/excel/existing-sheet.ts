import type { Baseline } from "./baseline";
import type { CellContent } from "./cell-text";

/** What cells hold, by the names of the cells. */
export type Contents = Readonly<Record<string, CellContent>>;

/** What a sheet holds while an update writes over it, so that a stopped update loses nothing. */
export interface Pending {
  /** What the inputs held before it. */
  readonly inputs: Contents;
  /** A hash for each cell of ours as it was before it, "" for any other; rows from A1. */
  readonly ours: readonly (readonly string[])[];
}

/** A hedge sheet as it is before building again. */
export interface ExistingSheet {
  /** From A1 to the last used cell: what was typed, and what it computes. */
  readonly formulas: readonly (readonly CellContent[])[];
  readonly values: readonly (readonly CellContent[])[];
  /** Address of each sheet-local name that names one cell. */
  readonly names: ReadonlyMap<string, string>;
  /** null: not known what was written last. */
  readonly baseline: Baseline | null;
  /** An update, or the first build, has not come to its end. */
  readonly unfinished: boolean;
  /** An update that was stopped has left cells and names of two builds, in which nothing has its place. */
  readonly isMixture: boolean;
  /** What it held before an update that was stopped; null: none was, or it is lost. */
  readonly pending: Pending | null;
}
