import { areaAddress, cellAddress, parseAddress } from "../sheet/cell-address";
import type { WorksheetModel } from "../sheet/worksheet";
import { contentHash, type Baseline } from "./baseline";
import { asText, writable, type CellContent } from "./cell-text";
import { contentMatrix, placedCells, type CellMatrix } from "./write-worksheet";

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

export interface KeptInput {
  readonly name: string;
  readonly kept: CellContent;
  readonly model: CellContent;
}

export interface Merged {
  readonly contents: CellMatrix;
  readonly changed: readonly ChangedCell[];
  readonly keptInputs: readonly KeptInput[];
  readonly lostInputs: readonly { readonly name: string; readonly value: CellContent }[];
  /** What the inputs held before, as typed: to be remembered until the build is finished. */
  readonly inputsBefore: Readonly<Record<string, CellContent>>;
}

/**
 * A model brought together with what the user changed on the sheet since it was built.
 *
 * An input keeps what the user typed (see `inputsSeen` of HowToBuild); any other cell that differs from what was
 * written is listed, and kept if `keep` and possible. Notes that the user wrote into empty cells stay.
 */
export function mergeChanges(
  model: WorksheetModel,
  sheet: ExistingSheet,
  how: { readonly keep: boolean; readonly inputsSeen: Readonly<Record<string, CellContent>> | null },
): Merged {
  const contents = contentMatrix(model);
  const moved = layoutMoved(model, sheet);
  const inputs = mergeInputs(model, sheet, how.inputsSeen, moved, contents);
  const changed = mergeCells(model, sheet, how.keep, moved, contents);
  return { contents, changed, ...inputs };
}

/** Whether any name stands elsewhere in the model than on the sheet, so that addresses mean other cells. */
function layoutMoved(model: WorksheetModel, sheet: ExistingSheet): boolean {
  return placedCells(model).some(({ row, column, cell }) => {
    const now = cell.name === undefined ? undefined : sheet.names.get(cell.name);
    return now !== undefined && now !== cellAddress(row, column);
  });
}

function mergeInputs(
  model: WorksheetModel,
  sheet: ExistingSheet,
  inputsSeen: Readonly<Record<string, CellContent>> | null,
  moved: boolean,
  contents: (CellContent | null)[][],
): Pick<Merged, "keptInputs" | "lostInputs" | "inputsBefore"> {
  const { baseline } = sheet;
  const keptInputs: KeptInput[] = [];
  const inputsBefore: Record<string, CellContent> = {};
  const modelInputs = new Map(
    placedCells(model).flatMap((placed) =>
      placed.cell.input && placed.cell.name ? [[placed.cell.name, placed]] : [],
    ),
  );
  for (const [name, { row, column, cell }] of modelInputs) {
    const typed = typedInput(sheet, name);
    if (typed === null) continue;
    // Text that looks like a formula is not remembered: it would come back as one.
    if (typed.isFormula || !String(typed.content).startsWith("=")) inputsBefore[name] = typed.content;
    const seen = inputsSeen?.[name] ?? baseline?.inputs[name];
    if (!typed.isFormula && seen !== undefined && isSame(typed.value, seen)) continue;
    const kept = typed.isFormula ? inNewLayout(typed.content, sheet, moved) : typed.content;
    // A formula that cannot be carried over still gives its value.
    const content = kept ?? typed.value;
    const line = contents[row];
    if (line) line[column] = typed.isFormula && kept !== null ? kept : asPlain(content);
    if (!isSame(content, cell.content)) keptInputs.push({ name, kept: content, model: cell.content });
  }
  const lostInputs = Object.entries(baseline?.inputs ?? {}).flatMap(([name, written]) => {
    const typed = modelInputs.has(name) ? null : typedInput(sheet, name);
    return typed === null || isSame(typed.value, written) ? [] : [{ name, value: typed.value }];
  });
  return { keptInputs, lostInputs, inputsBefore };
}

/** What an input holds; after a build that failed, what it held before that. */
function typedInput(
  sheet: ExistingSheet,
  name: string,
): { readonly content: CellContent; readonly value: CellContent; readonly isFormula: boolean } | null {
  const pending = sheet.baseline?.pending?.[name];
  if (pending !== undefined) {
    const isFormula = typeof pending === "string" && pending.startsWith("=");
    return { content: pending, value: pending, isFormula };
  }
  const cell = parseAddress(sheet.names.get(name) ?? "");
  if (cell === null) return null;
  const content = sheet.formulas[cell.row]?.[cell.column] ?? "";
  const value = sheet.values[cell.row]?.[cell.column] ?? "";
  // Text that looks like a formula is its own value; a formula hardly ever is.
  const isFormula = typeof content === "string" && content.startsWith("=") && content !== value;
  return { content, value, isFormula };
}

function mergeCells(
  model: WorksheetModel,
  sheet: ExistingSheet,
  keep: boolean,
  moved: boolean,
  contents: (CellContent | null)[][],
): ChangedCell[] {
  const { baseline } = sheet;
  // After a failed build the sheet holds a mixture: nothing on it is the user's but the inputs remembered.
  if (baseline === null || baseline.pending !== null) return [];
  const shifted = Object.entries(baseline.names).find(([name, address]) => {
    const now = sheet.names.get(name);
    return now !== undefined && now !== address;
  });
  if (shifted !== undefined) {
    const [name, address] = shifted;
    const obstacle = "Rows or columns were inserted or deleted on the hedge sheet; it is laid out anew.";
    return [
      { address, name, yours: `now in ${sheet.names.get(name) ?? ""}`, ours: "", kept: false, obstacle },
    ];
  }
  const nameAt = new Map([...sheet.names].map(([name, address]) => [address, name]));
  const placeOf = new Map(
    placedCells(model).flatMap(({ row, column, cell }) => (cell.name ? [[cell.name, { row, column }]] : [])),
  );
  const changed: ChangedCell[] = [];
  sheet.formulas.forEach((line, row) => {
    line.forEach((content, column) => {
      const written = baseline.hashes[row]?.[column] ?? "";
      if (content === "" && written === "") return;
      const address = cellAddress(row, column);
      const name = nameAt.get(address) ?? null;
      const isInput = name !== null && (name in baseline.inputs || name === RECORD);
      // The first cell says "not finished" during a build, and a broken reference is nobody's wish.
      const isOurs = (row === 0 && column === 0) || String(content).includes("#REF!");
      if (isInput || isOurs || contentHash(content) === written) return;
      const place = name === null ? { row, column } : (placeOf.get(name) ?? null);
      const ours = place === null ? "" : (model.rows[place.row]?.[place.column]?.content ?? "");
      if (written === "" && ours === "") {
        // A note in an empty cell is the user's own.
        const target = contents[row];
        if (target && column < target.length) target[column] = null;
        return;
      }
      const value = sheet.values[row]?.[column] ?? "";
      const isFormula = typeof content === "string" && content.startsWith("=") && content !== value;
      const carried = isFormula ? inNewLayout(content, sheet, moved) : asPlain(content);
      const obstacle = obstacleTo({ place, name, moved, carried });
      const kept = keep && obstacle === null;
      const target = place === null ? undefined : contents[place.row];
      if (kept && target && place && carried !== null) target[place.column] = carried;
      changed.push({ address, name, yours: content, ours, kept, obstacle });
    });
  });
  return changed;
}

function obstacleTo(change: {
  readonly place: { readonly row: number; readonly column: number } | null;
  readonly name: string | null;
  readonly moved: boolean;
  readonly carried: CellContent | null;
}): string | null {
  if (change.place === null) return "The new sheet has no such cell.";
  if (change.name === null && change.moved) return "The rows of the sheet have moved.";
  if (change.carried === null) return "It refers to cells that have moved.";
  return null;
}

/**
 * A formula of the user's as it must read on the new sheet: where cells have moved, addresses on the sheet itself are
 * replaced by the names of the cells meant.
 *
 * @returns null if it refers to a moved cell that has no name
 */
function inNewLayout(formula: CellContent, sheet: ExistingSheet, moved: boolean): CellContent | null {
  if (!moved || typeof formula !== "string") return formula;
  const nameAt = new Map([...sheet.names].map(([name, address]) => [address, name]));
  const lost: string[] = [];
  // Quoted texts and references to other sheets are matched first, and left as they are.
  const carried = formula.replace(
    /"(?:[^"]|"")*"|(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|(?<![\p{L}\p{N}_.])\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![\p{L}\p{N}_.(])/giu,
    (part) => {
      if (part.startsWith('"') || part.includes("!")) return part;
      const area = parseAddress(part);
      const name = area === null ? undefined : nameAt.get(areaAddress(area));
      if (name === undefined) lost.push(part);
      return name ?? part;
    },
  );
  return lost.length > 0 ? null : carried;
}

/** Content that is no formula, written so that it does not become one. */
function asPlain(content: CellContent): CellContent {
  return typeof content === "string" ? asText(content) : writable(content);
}

/** Equal for the user: numbers to 15 digits, as Excel keeps them. */
function isSame(a: CellContent, b: CellContent): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= 1e-14 * Math.max(Math.abs(a), Math.abs(b));
  return a === b;
}
