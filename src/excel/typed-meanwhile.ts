import { cellAddress } from "../sheet/cell-address";
import { isCarrying } from "../sheet/page/carrying-cells";
import type { WorksheetModel } from "../sheet/page/worksheet";
import { plainFormula } from "./plain-formula";
import { asPlain, isSame, typedCell, type TypedCell } from "./carry-over";
import { contentInWords, labelsInModel } from "./cell-label";
import { staysInside, type CellContent } from "./cell-text";
import type { ChangedCell } from "./changed-cell";
import type { ExistingSheet } from "./existing-sheet";
import type { KeptInput } from "./merge-inputs";
import { isWritten, placedCells, type CellMatrix, type PlacedCell } from "./write-worksheet";

/** What the user typed on a sheet between the reading and the writing of an update, and what becomes of it. */
export interface TypedMeanwhile {
  /** To be written in the place of what the update has written there. */
  readonly cells: readonly { readonly row: number; readonly column: number; readonly content: CellContent }[];
  readonly keptInputs: readonly KeptInput[];
  readonly changed: readonly ChangedCell[];
}

/**
 * @param before the sheet as it was read
 * @param cells the same cells, read again in the request that then wrote over them
 */
export function typedMeanwhile(
  model: WorksheetModel,
  before: ExistingSheet,
  cells: Pick<ExistingSheet, "formulas" | "values">,
): TypedMeanwhile {
  const nameAt = new Map([...before.names].map(([name, address]) => [address, name]));
  const placed = new Map<string, PlacedCell>(
    placedCells(model).flatMap((each) => (each.cell.name ? [[each.cell.name, each]] : [])),
  );
  const moved = [...placed].some(([name, { row, column }]) => {
    const at = before.names.get(name);
    return at !== undefined && at !== cellAddress(row, column);
  });
  const labelAt = labelsInModel(model);
  const found = {
    cells: [] as TypedMeanwhile["cells"][number][],
    keptInputs: [] as KeptInput[],
    changed: [] as ChangedCell[],
  };
  for (const { row, column, typed } of differences(before, cells)) {
    const address = cellAddress(row, column);
    const name = nameAt.get(address) ?? null;
    if (name !== null && isCarrying(name)) continue;
    const place = name === null ? { row, column } : placed.get(name);
    const cell = place && model.rows[place.row]?.[place.column];
    if (name === null && moved && isWritten(cell)) {
      // Another cell has come there: what was typed belongs to a place that is no more.
      const known = { address, newAddress: null, name, label: "", ours: "" };
      const obstacle = "The rows of the sheet have moved.";
      found.changed.push({ ...known, yours: typed.content, kept: false, obstacle, asValue: false });
      continue;
    }
    const { content, asValue } = again(typed, place?.row === row && place.column === column);
    if (place) found.cells.push({ row: place.row, column: place.column, content });
    const label = place ? labelAt(place.row, place.column) : "";
    const newAddress = place ? cellAddress(place.row, place.column) : null;
    if (cell?.input && name !== null && newAddress !== null) {
      const kept = asValue ? typed.value : typed.content;
      const value = contentInWords(kept, cell.numberFormat);
      const shown = asValue ? `${value}, the value of ${String(typed.content)}` : value;
      found.keptInputs.push({ name, label, address: newAddress, kept, shown, model: cell.content, asValue });
    } else if (cell != null || place === undefined) {
      const obstacle = place === undefined ? "The new sheet has no such cell." : null;
      const [yours, ours, kept] = [typed.content, cell?.content ?? "", obstacle === null];
      found.changed.push({ address, newAddress, name, label, yours, ours, kept, obstacle, asValue });
    }
  }
  return found;
}

function* differences(
  before: ExistingSheet,
  { formulas, values }: Pick<ExistingSheet, "formulas" | "values">,
): Generator<{ row: number; column: number; typed: TypedCell }> {
  const rows = Math.max(before.formulas.length, formulas.length);
  for (let row = 0; row < rows; row++) {
    const [old, now] = [before.formulas[row] ?? [], formulas[row] ?? []];
    for (let column = 0; column < Math.max(old.length, now.length); column++) {
      const content = now[column] ?? "";
      if (readsTheSame(content, old[column] ?? "")) continue;
      yield { row, column, typed: typedCell(content, values[row]?.[column] ?? "") };
    }
  }
}

/** The update has written over it: a formula that leaves the workbook gives its value. */
function again(
  { content, value, isFormula }: TypedCell,
  stays: boolean,
): { content: CellContent; asValue: boolean } {
  if (!isFormula) return { content: asPlain(content), asValue: false };
  // Where it was is another cell's place now, and so may be what it refers to.
  const canBeWritten = stays && staysInside(String(content));
  return canBeWritten ? { content, asValue: false } : { content: asPlain(value), asValue: true };
}

/** The contents with what was typed meanwhile. */
export function withTyped(contents: CellMatrix, { cells }: TypedMeanwhile): CellMatrix {
  const all = contents.map((line) => [...line]);
  for (const { row, column, content } of cells) {
    const line = all[row];
    if (line && column < line.length) line[column] = content;
  }
  return all;
}

/** Queues what was typed meanwhile. */
export function writeTyped(sheet: Excel.Worksheet, { cells }: TypedMeanwhile): void {
  for (const { row, column, content } of cells) {
    sheet.getRangeByIndexes(row, column, 1, 1).formulas = [[content]];
  }
}

/** A formula that Excel has moved along with the holdings was typed by nobody. */
function readsTheSame(a: CellContent, b: CellContent): boolean {
  const plain = (content: CellContent) =>
    typeof content === "string" && content.startsWith("=") ? plainFormula(content) : content;
  return isSame(plain(a), plain(b));
}
