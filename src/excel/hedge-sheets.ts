import type { WorksheetModel } from "../sheet/worksheet";

export interface HedgeSheetInfo {
  /** The worksheet's id: it stays when the sheet is renamed. */
  readonly id: string;
  readonly name: string;
  /** A build that failed left it half written: building into it repairs it. */
  readonly unfinished: boolean;
}

export type CellContent = number | string | boolean;

export interface HedgeSheet extends HedgeSheetInfo {
  /** Text of the cell named HedgeRecord; "" where it is lost. */
  readonly record: string;
  /** What the input cells hold now, by name: the user may have typed into them. Formulas are given by their value. */
  readonly inputs: Readonly<Record<string, CellContent>>;
}

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
  readonly inputsSeen?: Readonly<Record<string, CellContent>>;
  readonly onProgress?: (progress: BuildProgress) => void;
  readonly signal?: AbortSignal;
}

export interface BuildProgress {
  readonly done: number;
  readonly of: number;
  /** What is being done, for the user. */
  readonly step: string;
}

export interface BuildResult {
  /** "asked": nothing was written, because the user must decide about `changedFormulas`. */
  readonly outcome: "built" | "updated" | "asked";
  readonly id: string;
  readonly name: string;
  readonly changedFormulas: readonly ChangedCell[];
  /** Inputs that hold what the user typed on the sheet instead of the model's value. */
  readonly keptInputs: readonly { readonly name: string; readonly kept: CellContent; readonly model: CellContent }[]; // prettier-ignore
  /** Inputs typed on the sheet for which the new sheet has no place any more. */
  readonly lostInputs: readonly { readonly name: string; readonly value: CellContent }[];
}

/** A cell of the hedge sheet that no longer holds what was built. */
export interface ChangedCell {
  /** A1 address on the sheet, before building. */
  readonly address: string;
  readonly name: string | null;
  /** What the user made of it. */
  readonly yours: CellContent;
  /** What the sheet will hold instead; "" for nothing. */
  readonly ours: CellContent;
  readonly kept: boolean;
  /** Why it cannot be kept; null: it can. */
  readonly obstacle: string | null;
}

/**
 * Writes the hedge worksheet, as a new sheet or over an existing one of ours, in four round trips.
 *
 * @throws {BuildFailure} with what is left on the workbook and why
 */
export function buildHedgeSheet(model: WorksheetModel, how: HowToBuild): Promise<BuildResult> {
  return Promise.reject(new Error(`not yet: ${model.name} ${how.changedFormulas}`));
}

/** The hedge sheets of the workbook, in tab order: those with a sheet-local name HedgeRecord. */
export function listHedgeSheets(): Promise<HedgeSheetInfo[]> {
  return Promise.reject(new Error("not yet"));
}

/** What a hedge sheet was built from and what its inputs hold now. */
export function readHedgeSheet(id: string): Promise<HedgeSheet> {
  return Promise.reject(new Error(`not yet: ${id}`));
}

/** Deletes a hedge sheet; refuses any other sheet. */
export function removeHedgeSheet(id: string): Promise<void> {
  return Promise.reject(new Error(`not yet: ${id}`));
}
