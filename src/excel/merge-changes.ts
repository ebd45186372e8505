import { cellAddress, parseAddress } from "../sheet/cell-address";
import type { WorksheetModel } from "../sheet/page/worksheet";
import type { SheetAsBuilt } from "./as-built";
import { contentHash, type Baseline } from "./baseline";
import { asPlain, inNewLayout } from "./carry-over";
import { labelsOnSheet } from "./cell-label";
import type { CellContent } from "./cell-text";
import { RECORD } from "./existing-sheet";
import { mergeInputs, type MergedInputs } from "./merge-inputs";
import { block, contentMatrix, placedCells, type CellMatrix } from "./write-worksheet";

/** A cell of the hedge sheet that no longer holds what was built. */
export interface ChangedCell {
  /** A1 address on the sheet, before building. */
  readonly address: string;
  /** Where the same cell is on the sheet as built; null: it has no such cell. */
  readonly newAddress: string | null;
  readonly name: string | null;
  /** What it is called on the sheet: "NQ: Contracts, exact"; "" where no label says. */
  readonly label: string;
  /** What the user made of it. */
  readonly yours: CellContent;
  /** What the sheet will hold instead; "" for nothing. */
  readonly ours: CellContent;
  readonly kept: boolean;
  /** Why it cannot be kept; null: it can. */
  readonly obstacle: string | null;
}

export interface Merged extends MergedInputs {
  readonly contents: CellMatrix;
  readonly changed: readonly ChangedCell[];
}

/** Row and column, from 0. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * A model brought together with what the user changed on the sheet since it was built.
 *
 * An input keeps what the user typed (see `inputsSeen` of HowToBuild); any other cell that differs from what was
 * written is listed, and kept if `keep` and possible. Notes that the user wrote into empty cells stay; rows that were
 * inserted or deleted are listed by what they hold or held, and the sheet gets its own rows back.
 */
export function mergeChanges(
  model: WorksheetModel,
  sheet: SheetAsBuilt,
  how: { readonly keep: boolean; readonly inputsSeen: Readonly<Record<string, CellContent>> | null },
): Merged {
  const contents = contentMatrix(model);
  const moved = layoutMoved(model, sheet);
  const inputs = mergeInputs(model, sheet, how.inputsSeen, moved, contents);
  const changed = mergeCells(model, sheet, how.keep, moved, contents);
  return { contents, changed, ...inputs };
}

/** Whether any name stands elsewhere in the model than on the sheet, so that addresses mean other cells. */
function layoutMoved(model: WorksheetModel, sheet: SheetAsBuilt): boolean {
  return placedCells(model).some(({ row, column, cell }) => {
    const now = cell.name === undefined ? undefined : sheet.names.get(cell.name);
    return now !== undefined && now !== cellAddress(row, column);
  });
}

function mergeCells(
  model: WorksheetModel,
  sheet: SheetAsBuilt,
  keep: boolean,
  moved: boolean,
  contents: (CellContent | null)[][],
): ChangedCell[] {
  const { baseline } = sheet;
  // After a failed build the sheet holds a mixture: nothing on it is the user's but the inputs remembered.
  if (baseline === null || baseline.pending !== null) return [];
  const placeOf = new Map<string, Place>(
    placedCells(model).flatMap(({ row, column, cell }) => (cell.name ? [[cell.name, { row, column }]] : [])),
  );
  const shifted = shiftedCell(sheet, baseline, placeOf);
  if (shifted !== null) return [shifted];
  const labelAt = labelsOnSheet(sheet);
  const changed = [...insertedCells(model, sheet), ...deletedRows(model, sheet, baseline, moved)];
  for (const { row, column, rowNow, name, content, isNew } of differentCells(sheet, baseline)) {
    const place = name === null ? { row, column } : (placeOf.get(name) ?? null);
    const ours = place === null ? "" : (model.rows[place.row]?.[place.column]?.content ?? "");
    const value = sheet.values[row]?.[column] ?? "";
    const isFormula = typeof content === "string" && content.startsWith("=") && content !== value;
    const carried = isFormula
      ? inNewLayout(content, cellAddress(row, column), sheet, moved)
      : asPlain(content);
    const target = place === null ? undefined : contents[place.row];
    if (isNew && ours === "") {
      // A note in an empty cell is the user's own: it stays where it is, or goes back with its row.
      if (target && column < target.length) target[column] = rowNow === row ? null : (carried ?? value);
      continue;
    }
    const obstacle = obstacleTo({ place, name, moved, carried });
    const kept = keep && obstacle === null;
    if (kept && target && place && carried !== null) target[place.column] = carried;
    // A cell without a name is known by its place only.
    const newAddress = name === null && moved ? null : addressOf(place);
    const [label, address] = [labelAt(row, column), cellAddress(rowNow, column)];
    changed.push({ address, newAddress, name, label, yours: content, ours, kept, obstacle });
  }
  return changed;
}

interface DifferentCell extends Place {
  readonly rowNow: number;
  readonly name: string | null;
  readonly content: CellContent;
  /** Nothing of ours was there. */
  readonly isNew: boolean;
}

/** The cells that hold something else than was written, but for inputs and for what is gone with its row. */
function differentCells(sheet: SheetAsBuilt, { hashes, inputs }: Baseline): DifferentCell[] {
  const nameAt = new Map([...sheet.names].map(([name, address]) => [address, name]));
  return sheet.formulas.flatMap((line, row) => {
    const rowNow = sheet.rowNow(row);
    if (rowNow === null) return [];
    return line.flatMap((content, column) => {
      const written = hashes[row]?.[column] ?? "";
      if (contentHash(content) === written) return [];
      const name = nameAt.get(cellAddress(row, column)) ?? null;
      const isInput = name !== null && (name in inputs || name === RECORD);
      // The first cell says "not finished" during a build, and a broken reference is nobody's wish.
      const isOurs = (row === 0 && column === 0) || String(content).includes("#REF!");
      if (isInput || isOurs) return [];
      return [{ row, column, rowNow, name, content, isNew: written === "" }];
    });
  });
}

/** What stands in rows that the user inserted, as far as our cells will be written over it. */
function insertedCells(model: WorksheetModel, sheet: SheetAsBuilt): ChangedCell[] {
  const { rows, columns } = block(model);
  const width = Math.max(columns, ...(sheet.baseline?.hashes ?? []).map((line) => line.length));
  const labelAt = labelsOnSheet(sheet.now);
  return sheet.strays
    .filter(({ row, column }) => column < width && row < Math.max(rows, sheet.rowsNow))
    .map(({ row, column, content }) => ({
      address: cellAddress(row, column),
      newAddress: null,
      name: null,
      label: labelAt(row, column),
      yours: content,
      ours: "",
      kept: false,
      obstacle:
        "In a row that was inserted, which the update takes out. Copy it to the right of the sheet first.",
    }));
}

/** The rows of ours that the user deleted, by their labels, but for blank ones. */
function deletedRows(
  model: WorksheetModel,
  sheet: SheetAsBuilt,
  { hashes }: Baseline,
  moved: boolean,
): ChangedCell[] {
  return hashes.flatMap((line, row) => {
    if (sheet.rowNow(row) !== null || line.every((hash) => hash === "")) return [];
    const ours = moved ? "" : String(model.rows[row]?.[0]?.content ?? "");
    const address = cellAddress(row, 0);
    const known = { address, newAddress: moved ? null : address, name: null, label: ours, ours };
    return [
      { ...known, yours: "row deleted", kept: false, obstacle: "The row was deleted, and comes back." },
    ];
  });
}

/** A named cell that is not where it was built, though all rows are: columns were moved, or the cell; null: none. */
function shiftedCell(
  sheet: SheetAsBuilt,
  baseline: Baseline,
  placeOf: ReadonlyMap<string, Place>,
): ChangedCell | null {
  for (const [name, before] of Object.entries(baseline.names)) {
    const address = sheet.names.get(name) ?? before;
    if (address === before) continue;
    const at = parseAddress(sheet.now.names.get(name) ?? "");
    return {
      address: sheet.now.names.get(name) ?? address,
      newAddress: addressOf(placeOf.get(name)),
      name,
      label: at === null ? "" : labelsOnSheet(sheet.now)(at.row, at.column),
      yours: `was in ${before}`,
      ours: "",
      kept: false,
      obstacle: "Cells or columns were moved on the hedge sheet, so that it must be laid out anew.",
    };
  }
  return null;
}

function addressOf(
  place: { readonly row: number; readonly column: number } | null | undefined,
): string | null {
  return place == null ? null : cellAddress(place.row, place.column);
}

function obstacleTo(change: {
  readonly place: Place | null;
  readonly name: string | null;
  readonly moved: boolean;
  readonly carried: CellContent | null;
}): string | null {
  if (change.place === null) return "The new sheet has no such cell.";
  if (change.name === null && change.moved) return "The rows of the sheet have moved.";
  if (change.carried === null) return "It refers to cells that have moved.";
  return null;
}
