import { areaAddress, cellAddress, parseAddress } from "../sheet/cell-address";
import { alignRows, type KnownRow } from "./align-rows";
import type { Baseline } from "./baseline";
import type { CellContent } from "./cell-text";
import type { ExistingSheet } from "./existing-sheet";
import { replaceOwnReferences } from "./own-references";

/** A cell in a row that the user inserted. */
export interface StrayCell {
  /** Row and column on the sheet as it is, from 0. */
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
}

/** A hedge sheet as if no row had been inserted into it or deleted from it since it was built. */
export interface SheetAsBuilt extends ExistingSheet {
  /** The sheet as it is. */
  readonly now: ExistingSheet;
  /** Row on the sheet as it is, of a row as built; null: the user deleted it. */
  readonly rowNow: (row: number) => number | null;
  /** How many rows from the first on are ours, on the sheet as it is. */
  readonly rowsNow: number;
  readonly strays: readonly StrayCell[];
  /** Addresses of the formulas that refer to a row which the user inserted; they read as they do on the sheet. */
  readonly cutOff: ReadonlySet<string>;
}

/** More rows than this are not looked at for one that was pushed down. */
const MOST_INSERTED = 200;

/** Takes back the rows that the user inserted and deleted; what was built, and is remembered, tells which. */
export function asBuilt(now: ExistingSheet): SheetAsBuilt {
  const { baseline } = now;
  if (baseline === null || stayed(now, baseline)) return unchanged(now);
  const rowsNow = alignRows(rowsBuilt(baseline), rowsOf(now, baseline));
  if (rowsNow.every((row, index) => row === index)) return unchanged(now);
  return inBuiltRows(now, rowsNow);
}

function unchanged(now: ExistingSheet): SheetAsBuilt {
  const rowsNow = now.baseline?.hashes.length ?? now.formulas.length;
  return { ...now, now, rowNow: (row) => row, rowsNow, strays: [], cutOff: new Set() };
}

/** Whether every name and every label is where it was built: then no row was inserted or deleted. */
function stayed({ names, formulas }: ExistingSheet, { names: built, hashes, hashOf }: Baseline): boolean {
  return (
    Object.entries(built).every(([name, address]) => names.get(name) === address) &&
    hashes.every(([label = ""], row) => hashOf(formulas[row]?.[0]) === label)
  );
}

function rowsBuilt({ hashes, names }: Baseline): KnownRow[] {
  const byRow = namesByRow(Object.entries(names));
  return hashes.map((line, row) => ({ hashes: line, names: byRow.get(row) ?? [] }));
}

function rowsOf({ formulas, names }: ExistingSheet, { hashes, hashOf }: Baseline): KnownRow[] {
  const byRow = namesByRow([...names]);
  return formulas.slice(0, hashes.length + MOST_INSERTED).map((line, row) => {
    const known = line.map((content) => (isPlaceless(content) ? hashOf(content) : ""));
    return { hashes: known, names: byRow.get(row) ?? [] };
  });
}

/**
 * Whether content says the same in any row; no formula of other cells of the sheet does: `=B9*D9` would speak for
 * row 9, wherever it came from.
 */
function isPlaceless(content: CellContent): boolean {
  if (typeof content !== "string" || !content.startsWith("=")) return true;
  return replaceOwnReferences(content, () => "") === content;
}

function namesByRow(names: readonly (readonly [name: string, address: string])[]): Map<number, string[]> {
  const byRow = new Map<number, string[]>();
  for (const [name, address] of names) {
    const row = parseAddress(address)?.row;
    if (row !== undefined) byRow.set(row, [...(byRow.get(row) ?? []), name]);
  }
  return byRow;
}

function inBuiltRows(now: ExistingSheet, rowsNow: readonly (number | null)[]): SheetAsBuilt {
  const builtAt = new Map(rowsNow.flatMap((row, built) => (row === null ? [] : [[row, built] as const])));
  const ours = Math.max(...builtAt.keys()) + 1;
  // What stands below our rows stays where it is, unless rows of ours come back there.
  const builtRow = (row: number) =>
    builtAt.get(row) ?? (row >= ours && row >= rowsNow.length ? row : undefined);
  const rows = Math.max(rowsNow.length, now.formulas.length);
  const at = (cells: ExistingSheet["values"], row: number) => {
    const source = row < rowsNow.length ? (rowsNow[row] ?? null) : row >= ours ? row : null;
    return source === null ? [] : (cells[source] ?? []);
  };
  const cutOff = new Set<string>();
  const formulas = Array.from({ length: rows }, (_, row) =>
    at(now.formulas, row).map((content, column) => {
      if (typeof content !== "string" || !content.startsWith("=")) return content;
      const moved = withRows(content, builtRow);
      if (moved === null) cutOff.add(cellAddress(row, column));
      return moved ?? content;
    }),
  );
  return {
    formulas,
    values: Array.from({ length: rows }, (_, row) => at(now.values, row)),
    names: namesAsBuilt(now.names, builtRow),
    baseline: now.baseline,
    unfinished: now.unfinished,
    isMixture: now.isMixture,
    pending: now.pending,
    now,
    rowNow: (row) => (row < rowsNow.length ? (rowsNow[row] ?? null) : row),
    rowsNow: ours,
    strays: straysOf(now, (row) => builtRow(row) === undefined),
    cutOff,
  };
}

/** A formula with its references moved to other rows; null if one of those rows has no place there. */
function withRows(formula: string, rowOf: (row: number) => number | undefined): string | null {
  const cutOff: string[] = [];
  const moved = replaceOwnReferences(formula, (address) =>
    address.replace(/(\$?[A-Z]+\$?)(\d+)/gi, (cell, letters: string, digits: string) => {
      const row = rowOf(Number(digits) - 1);
      if (row === undefined) cutOff.push(cell);
      return `${letters}${(row ?? 0) + 1}`;
    }),
  );
  return cutOff.length > 0 ? null : moved;
}

function namesAsBuilt(
  names: ExistingSheet["names"],
  rowOf: (row: number) => number | undefined,
): ExistingSheet["names"] {
  const moved = [...names].flatMap(([name, address]) => {
    const area = parseAddress(address);
    const row = area === null ? undefined : rowOf(area.row);
    return area === null || row === undefined ? [] : [[name, areaAddress({ ...area, row })] as const];
  });
  return new Map(moved);
}

function straysOf({ formulas }: ExistingSheet, isStray: (row: number) => boolean): StrayCell[] {
  return formulas.flatMap((line, row) =>
    isStray(row) ? line.flatMap((content, column) => (content === "" ? [] : [{ row, column, content }])) : [],
  );
}
