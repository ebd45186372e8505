import { cellAddress, parseAddress } from "../sheet/cell-address";
import { CARRYING, isCarrying } from "../sheet/page/carrying-cells";
import type { WorksheetModel } from "../sheet/page/worksheet";
import { textHash } from "../sheet/text-hash";
import { unescaped, type CellContent } from "./cell-text";
import { plainFormula } from "./plain-formula";
import { contentMatrix, placedCells } from "./write-worksheet";

/**
 * What was written on a hedge sheet, so that the next build can tell what the user has changed since.
 *
 * Cells are remembered by a short hash, never by what they held: what somebody takes out of the cells (cash, contracts
 * held) does not travel on in clear.
 */
export interface Baseline {
  /** A hash for each cell, "" for an empty one; rows from A1. */
  readonly hashes: readonly (readonly string[])[];
  /** Address of each name. */
  readonly names: Readonly<Record<string, string>>;
  /** Hash of what was written into each input, by name. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly charts: readonly string[];
  /** The hash that it was made with. */
  readonly hashOf: (content: unknown) => string;
}

/** Stands for a cell of ours in which the user's content was kept: it counts as changed in every build. */
export const KEPT = "?";

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
  const inputs: Record<string, string> = {};
  const carrying = new Set<string>();
  for (const { row, column, cell } of placedCells(model)) {
    if (cell.name === undefined) continue;
    names[cell.name] = cellAddress(row, column);
    if (cell.input) inputs[cell.name] = contentHash(cell.content);
    // What they hold is written last; of the record it is known already.
    if (isCarrying(cell.name) && cell.name !== CARRYING.record) carrying.add(cellAddress(row, column));
  }
  const ours = contentMatrix(model);
  const hashes = asWritten.slice(0, ours.length).map((line, row) =>
    line.map((content, column) => {
      const written = contents[row]?.[column];
      const own = ours[row]?.[column] ?? "";
      // Left as it was, or put back where nothing of ours is: a note of the user's.
      if (own === "" || carrying.has(cellAddress(row, column))) return "";
      return written === own ? contentHash(content) : KEPT;
    }),
  );
  return { hashes, names, inputs, charts: model.charts.map(({ name }) => name), hashOf: contentHash };
}

/** The baseline of a sheet on which the contents will be written, as far as it is known how Excel spells them. */
export function baselineAhead(
  model: WorksheetModel,
  contents: readonly (readonly (CellContent | null)[])[] = contentMatrix(model),
): Baseline {
  const asRead = contents.map((line) =>
    line.map((content) => (content === null ? null : unescaped(content))),
  );
  return baselineOf(model, asRead, contents);
}

/** Raised when an older program could not read the text any more. */
const VERSION = 2;

/** The baseline as text, for the cell that carries it. */
export function baselineText({ hashes, names, inputs, charts }: Baseline): string {
  const rows = hashes.map((line) => line.join(",").replace(/,+$/, ""));
  return JSON.stringify({ hedgesheet: VERSION, rows, names, inputs, charts });
}

/** Reads a baseline; anybody with the file can change it, so anything unexpected counts as none. */
export function parseBaseline(text: unknown): Baseline | null {
  const data = parsed(text);
  if (!isRecord(data) || data["hedgesheet"] !== VERSION) return null;
  const { rows, names, inputs, charts } = data;
  if (!isTexts(rows) || !isAddresses(names) || !isTextRecord(inputs) || !isTexts(charts)) return null;
  const hashes = rows.map((line) => (line === "" ? [] : line.split(",")));
  return { hashes, names, inputs, charts, hashOf: contentHash };
}

export function parsed(text: unknown): unknown {
  if (typeof text !== "string") return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

export function isTexts(data: unknown): data is string[] {
  return Array.isArray(data) && data.every((text) => typeof text === "string");
}

function isTextRecord(data: unknown): data is Record<string, string> {
  return isRecord(data) && isTexts(Object.values(data));
}

export function isAddresses(data: unknown): data is Record<string, string> {
  return isTextRecord(data) && Object.values(data).every((address) => parseAddress(address) !== null);
}

export function isContents(data: unknown): data is Record<string, CellContent> {
  return (
    isRecord(data) &&
    Object.values(data).every((content) => ["number", "string", "boolean"].includes(typeof content))
  );
}

/** Characters of a hash: a changed cell is taken for an unchanged one once in 36⁴ = 1,679,616 times. */
const HASH_LENGTH = 4;

/** A cell's content in four characters; "" if it is empty. The same whoever spells a formula: {@link plainFormula}. */
export function contentHash(content: unknown): string {
  if (content === "" || content === null || content === undefined) return "";
  return textHash(plain(content)).slice(-HASH_LENGTH).padStart(HASH_LENGTH, "0");
}

/** Numbers to 15 digits, as Excel keeps them. */
function plain(content: unknown): string {
  if (typeof content === "number") return String(Number(content.toPrecision(15)));
  if (typeof content === "string") return content.startsWith("=") ? plainFormula(content) : `'${content}`;
  return String(content);
}
