import { cellAddress, parseAddress } from "../sheet/cell-address";
import { textHash } from "../sheet/text-hash";
import type { WorksheetModel } from "../sheet/page/worksheet";
import type { CellContent } from "./cell-text";
import { contentMatrix, placedCells } from "./write-worksheet";

/**
 * What was written on a hedge sheet, remembered in the workbook's settings, so that the next build can tell what the
 * user has changed since. Cells are remembered by a hash, inputs by their value.
 */
export interface Baseline {
  readonly version: 1;
  /** A hash for each cell, "" for an empty one; rows from A1. */
  readonly hashes: readonly (readonly string[])[];
  /** Address of each name. */
  readonly names: Readonly<Record<string, string>>;
  /** What was written into the inputs, by name. */
  readonly inputs: Readonly<Record<string, CellContent>>;
  readonly charts: readonly string[];
  /** Set while a build is running: the inputs as they were before it, so that a failure loses nothing. */
  readonly pending: Readonly<Record<string, CellContent>> | null;
}

/** Key of a hedge sheet's baseline in the workbook's settings. */
export function baselineKey(sheetId: string): string {
  return `Hedgesheet.built.${sheetId}`;
}

/** Stands for a cell of ours in which the user's formula was kept: it counts as changed in every build. */
const KEPT = "?";

/**
 * The baseline of a sheet just built: the model, the formulas as Excel spells them, and what was written where the
 * user's content was kept (null: left as it was).
 */
export function baselineOf(
  model: WorksheetModel,
  asWritten: readonly (readonly unknown[])[],
  contents: readonly (readonly (CellContent | null)[])[],
): Baseline {
  const names: Record<string, string> = {};
  const inputs: Record<string, CellContent> = {};
  for (const { row, column, cell } of placedCells(model)) {
    if (cell.name === undefined) continue;
    names[cell.name] = cellAddress(row, column);
    if (cell.input) inputs[cell.name] = cell.content;
  }
  const ours = contentMatrix(model);
  const hashes = asWritten.map((line, row) =>
    line.map((content, column) => {
      const written = contents[row]?.[column];
      const own = ours[row]?.[column] ?? "";
      // Left as it was, or put back where nothing of ours is: a note of the user's.
      if (written === null || (own === "" && written !== "")) return "";
      return written === own ? contentHash(content) : KEPT;
    }),
  );
  return { version: 1, hashes, names, inputs, charts: model.charts.map(({ name }) => name), pending: null };
}

/** Reads a baseline; anybody with the file can change it, so anything unexpected counts as none. */
export function parseBaseline(text: unknown): Baseline | null {
  if (typeof text !== "string") return null;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(data) || data["version"] !== 1) return null;
  const { hashes, names, inputs, charts, pending } = data;
  const isBaseline =
    Array.isArray(hashes) &&
    hashes.every((row) => isTexts(row)) &&
    isRecord(names) &&
    Object.values(names).every((address) => typeof address === "string" && parseAddress(address) !== null) &&
    isContents(inputs) &&
    isTexts(charts) &&
    (pending === null || isContents(pending));
  return isBaseline ? (data as unknown as Baseline) : null;
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function isTexts(data: unknown): data is string[] {
  return Array.isArray(data) && data.every((text) => typeof text === "string");
}

function isContents(data: unknown): data is Record<string, CellContent> {
  return (
    isRecord(data) &&
    Object.values(data).every((content) => ["number", "string", "boolean"].includes(typeof content))
  );
}

/**
 * A cell's content in a few characters; "" for an empty cell.
 *
 * References to other sheets do not count: Excel moves them when the user inserts rows among the holdings.
 */
export function contentHash(content: unknown): string {
  if (content === "" || content === null || content === undefined) return "";
  const text =
    typeof content === "string" && content.startsWith("=") ? withoutForeignReferences(content) : content;
  return textHash(JSON.stringify(text));
}

function withoutForeignReferences(formula: string): string {
  return formula.replace(
    /(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!(?:\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|#REF!)/giu,
    "§",
  );
}
