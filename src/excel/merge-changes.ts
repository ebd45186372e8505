import { cellAddress, parseAddress } from "../sheet/cell-address";
import type { WorksheetModel } from "../sheet/page/worksheet";
import { isCarrying } from "../sheet/page/carrying-cells";
import { asBuilt, type SheetAsBuilt } from "./as-built";
import { baselineAhead, contentHash, KEPT, type Baseline } from "./baseline";
import { asPlain, carry, typedCell } from "./carry-over";
import { labelsOnSheet } from "./cell-label";
import type { CellContent } from "./cell-text";
import type { ChangedCell, Place } from "./changed-cell";
import type { Contents, ExistingSheet } from "./existing-sheet";
import { mergeInputs, type MergedInputs } from "./merge-inputs";
import { mergeUnknown } from "./merge-unknown";
import { block, contentMatrix, isWritten, placedCells, type CellMatrix } from "./write-worksheet";

export interface Merged extends MergedInputs {
  /** From A1; larger than the model where cells of ours are to be cleared. */
  readonly contents: CellMatrix;
  readonly changed: readonly ChangedCell[];
  /** What was built last is not known: what differs from what is to be built is listed instead. */
  readonly unknown: boolean;
  /** A hash for each cell that is ours on the sheet as it is, "" for any other; rows from A1. */
  readonly ours: readonly (readonly string[])[];
}

/**
 * A model brought together with what the user changed on the sheet since it was built.
 *
 * An input keeps what the user typed (see `inputsSeen` of HowToBuild); any other cell that differs from what was
 * written is listed, and kept if `keep` and possible. Notes that the user wrote into empty cells stay; rows that were
 * inserted or deleted are listed by what they hold or held, and the sheet gets its own rows back.
 *
 * Where it is not known what was written, the sheet is compared with what is to be written; what is in no cell's way
 * stays where it is.
 */
export function mergeChanges(
  model: WorksheetModel,
  existing: ExistingSheet,
  how: { readonly keep: boolean; readonly inputsSeen: Contents | null },
): Merged {
  const unknown = existing.baseline === null;
  const sheet = asBuilt(unknown ? { ...existing, baseline: expected(model) } : existing);
  const contents = unknown ? contentMatrix(model) : withLeftOvers(model, sheet);
  const moved = layoutMoved(model, sheet);
  const inputs = mergeInputs(model, sheet, how.inputsSeen, moved, contents);
  const merge = unknown ? mergeUnknown : mergeCells;
  const changed = merge(model, sheet, how.keep, moved, contents);
  return { contents, changed, unknown, ours: oursNow(sheet), ...inputs };
}

/** What is to be built, in the place of what was: no input is known to be as it was built. */
function expected(model: WorksheetModel): Baseline {
  const baseline = baselineAhead(model);
  const inputs = Object.keys(baseline.inputs).map((name) => [name, KEPT] as const);
  return { ...baseline, inputs: Object.fromEntries(inputs) };
}

/** The hashes of the cells that hold what was written, where they are now. */
function oursNow(sheet: SheetAsBuilt): string[][] {
  const ours: string[][] = sheet.now.formulas.map((line) => line.map(() => ""));
  sheet.baseline?.hashes.forEach((line, row) => {
    const rowNow = sheet.rowNow(row);
    line.forEach((hash, column) => {
      const content = sheet.formulas[row]?.[column];
      const now = rowNow === null ? undefined : ours[rowNow];
      if (hash === "" || now === undefined || sheet.baseline?.hashOf(content) !== hash) return;
      now[column] = contentHash(sheet.now.formulas[rowNow ?? row]?.[column]);
    });
  });
  return ours;
}

/** The model's contents, and "" for the cells of the last build that lie beyond them; what else is there stays. */
function withLeftOvers(model: WorksheetModel, sheet: SheetAsBuilt): (CellContent | null)[][] {
  const contents = contentMatrix(model);
  const ours = oursNow(sheet);
  const columns = Math.max(
    block(model).columns,
    ...ours.map((line) => line.findLastIndex((hash) => hash !== "") + 1),
  );
  const rows = Math.max(contents.length, ours.findLastIndex((line) => line.some((hash) => hash !== "")) + 1);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      const content = contents[row]?.[column];
      if (content !== undefined) return content;
      return (ours[row]?.[column] ?? "") === "" ? null : "";
    }),
  );
}

/** Whether any name stands elsewhere in the model than on the sheet, so that addresses mean other cells. */
function layoutMoved(model: WorksheetModel, sheet: SheetAsBuilt): boolean {
  return placedCells(model).some(({ row, column, cell }) => {
    const now = cell.name === undefined ? undefined : sheet.names.get(cell.name);
    return now !== undefined && now !== cellAddress(row, column);
  });
}

/** What is to stand in a cell, beside or below the model too; null: what is there now. */
function put(contents: (CellContent | null)[][], { row, column }: Place, content: CellContent | null): void {
  const isInside = row < contents.length && column < (contents[0]?.length ?? 0);
  if (!isInside && content === null) return;
  const width = Math.max(column + 1, contents[0]?.length ?? 0);
  while (contents.length <= row) contents.push([]);
  for (const line of contents) while (line.length < width) line.push(null);
  const line = contents[row];
  if (line) line[column] = content;
}

function mergeCells(
  model: WorksheetModel,
  sheet: SheetAsBuilt,
  keep: boolean,
  moved: boolean,
  contents: (CellContent | null)[][],
): ChangedCell[] {
  const { baseline } = sheet;
  if (baseline === null) return [];
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
    const typed = typedCell(content, sheet.values[row]?.[column] ?? "");
    const stays = place !== null && place.row === rowNow && place.column === column;
    const carried = carry(typed, cellAddress(row, column), sheet, { moved, stays });
    const target = place === null ? undefined : contents[place.row];
    const comesThere = place === null ? null : model.rows[place.row]?.[place.column];
    const isLost = carried === null;
    if (isNew && !isWritten(comesThere)) {
      // A note in an empty cell is the user's own: it stays where it is, or goes back with its row.
      if (rowNow !== row) {
        if (target && column < target.length) target[column] = carried?.content ?? asPlain(typed.value);
        continue;
      }
      const isUnmoved = !typed.isFormula || !moved || carried?.content === content;
      put(contents, { row, column }, isUnmoved ? null : (carried?.content ?? asPlain(typed.value)));
      if (isUnmoved || !isLost) continue;
    }
    const isTaken = isNew && (comesThere?.input === true || comesThere?.name !== undefined);
    const obstacle = obstacleTo({ place, name, moved, isLost, isTaken });
    const kept = keep && obstacle === null;
    if (kept && target && place && carried !== null) target[place.column] = carried.content;
    // A cell without a name is known by its place only.
    const newAddress = name === null && moved ? null : addressOf(place);
    const [label, address] = [labelAt(row, column), cellAddress(rowNow, column)];
    const asValue = carried?.asValue ?? false;
    changed.push({ address, newAddress, name, label, yours: content, ours, kept, obstacle, asValue });
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
function differentCells(sheet: SheetAsBuilt, { hashes, inputs, hashOf }: Baseline): DifferentCell[] {
  const nameAt = new Map([...sheet.names].map(([name, address]) => [address, name]));
  return sheet.formulas.flatMap((line, row) => {
    const rowNow = sheet.rowNow(row);
    if (rowNow === null) return [];
    return line.flatMap((content, column) => {
      const written = hashes[row]?.[column] ?? "";
      if (hashOf(content) === written) return [];
      const name = nameAt.get(cellAddress(row, column)) ?? null;
      const isInput = name !== null && (name in inputs || isCarrying(name));
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
      asValue: false,
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
      {
        ...known,
        yours: "row deleted",
        kept: false,
        asValue: false,
        obstacle: "The row was deleted, and comes back.",
      },
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
      asValue: false,
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
  readonly isLost: boolean;
  /** An input of the new sheet, or another cell with a name, comes there. */
  readonly isTaken: boolean;
}): string | null {
  if (change.place === null) return "The new sheet has no such cell.";
  if (change.isTaken)
    return "Another cell of the sheet comes there. Copy it to the right of the sheet first.";
  if (change.name === null && change.moved) return "The rows of the sheet have moved.";
  if (change.isLost) return "It refers to cells that have moved.";
  return null;
}
