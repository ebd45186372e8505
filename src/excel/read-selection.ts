import { HoldingsProblem, type SelectedCells } from "../sheet/holdings";

/** A range of the workbook, by sheet name and A1 address. */
export interface RangeReference {
  readonly sheet: string;
  readonly address: string;
}

/** A selection that is no table, with the one around it where there is one: offer it. */
export class SelectionProblem extends HoldingsProblem {
  constructor(
    message: string,
    nextStep: string,
    readonly offer: RangeReference | null,
  ) {
    super(message, nextStep);
  }
}

/**
 * The selected cells, trimmed to the used range, in one round trip (more only for more than 2,000 rows or hidden rows).
 *
 * @throws {SelectionProblem} nothing, one cell or several areas are selected
 */
export function readSelection(): Promise<SelectedCells> {
  return Promise.reject(new Error("not yet"));
}

/** The same for a range that the user named. */
export function readRange(reference: RangeReference): Promise<SelectedCells> {
  return Promise.reject(new Error(`not yet: ${reference.address}`));
}

/** Selects a cell or range, so that the user sees it. */
export function showCell(reference: RangeReference): Promise<void> {
  return Promise.reject(new Error(`not yet: ${reference.address}`));
}

/** Calls the listener whenever the user selects something else on any sheet; returns what ends that. */
export function onSelectionChanged(listener: () => void): Promise<() => Promise<void>> {
  return Promise.reject(new Error(`not yet: ${typeof listener}`));
}
