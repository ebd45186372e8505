import { CARRYING } from "../sheet/page/carrying-cells";
import type { SheetCell, WorksheetModel } from "../sheet/page/worksheet";
import { baselineAhead, baselineText, isContents, isRecord, isTexts, parsed } from "./baseline";
import type { CellContent } from "./cell-text";
import type { Pending } from "./existing-sheet";

/** Below Excel's limit to the text of a cell, 32,767 characters. */
const LONGEST = 32_000;
/** More room than a text needs as far as can be told before it is written. */
const SPARE = 1000;

/** A text that goes on from one cell to the next: in the cells of these names. */
type LongText = typeof CARRYING.baseline | typeof CARRYING.pending;

export function pendingText({ inputs, ours }: Pending): string {
  const rows = ours.map((line) => line.join(",").replace(/,+$/, ""));
  return JSON.stringify({ inputs, rows });
}

/** Anybody with the file can change it, so anything unexpected counts as none. */
export function parsePending(text: unknown): Pending | null {
  const data = parsed(text);
  if (!isRecord(data)) return null;
  const { inputs, rows } = data;
  if (!isContents(inputs) || !isTexts(rows)) return null;
  return { inputs, ours: rows.map((line) => line.split(",")) };
}

/** The model with as many cells for its baseline, and for what an update holds, as their texts need. */
export function withRoom(model: WorksheetModel, pending: string): WorksheetModel {
  const baseline = baselineText(baselineAhead(model));
  const rows = model.rows.map((line) => {
    for (const [name, text] of [
      [CARRYING.baseline, baseline],
      [CARRYING.pending, pending],
    ] as const) {
      const first = line.find((cell) => cell?.name === name);
      if (first != null) return [...line, ...more(first, name, Math.ceil((text.length + SPARE) / LONGEST))];
    }
    return line;
  });
  return { ...model, rows };
}

/** Not blank, so that what the user has written there is seen to be in the way. */
function more(first: SheetCell, name: LongText, count: number): SheetCell[] {
  return Array.from({ length: count - 1 }, (_, index) => {
    return { ...first, content: "…", name: `${name}_${index + 2}` };
  });
}

/** What to write into each cell for a long text, by the cell's name: nothing into those that are left over. */
export function chunks(
  first: LongText,
  text: string,
  names: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (let n = 1, name: string = first; names.has(name); n++, name = `${first}_${n}`) {
    cells.set(name, text.slice((n - 1) * LONGEST, n * LONGEST));
  }
  return cells;
}

/** A long text out of its cells. */
export function joined(first: LongText, contentOf: (name: string) => CellContent | undefined): string {
  let text = String(contentOf(first) ?? "");
  for (let n = 2; ; n++) {
    const next = contentOf(`${first}_${n}`);
    if (next === undefined || next === "") return text;
    text += String(next);
  }
}
