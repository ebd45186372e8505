/** A row by what tells it from others: the hash of each of its cells, "" for an empty one, and the names in it. */
export interface KnownRow {
  readonly hashes: readonly string[];
  readonly names: readonly string[];
}

/** A name of ours is in one row only; any other content may well be repeated. */
const NAME_WEIGHT = 1_000;
/** Less than any likeness: rows that have nothing in common are still the same row if nothing speaks against it. */
const GAP_COST = 0.001;

const STEP = { both: 0, inserted: 1, deleted: 2 } as const;

/**
 * For each row as built, where it is now, or null if it is gone: the alignment in which the most names and cells agree
 * (Needleman and Wunsch, J. Mol. Biol. 48, 1970).
 */
export function alignRows(built: readonly KnownRow[], now: readonly KnownRow[]): (number | null)[] {
  const width = now.length + 1;
  const steps = new Uint8Array((built.length + 1) * width);
  let above = Array.from({ length: width }, (_, column) => -GAP_COST * column);
  steps.fill(STEP.inserted, 1, width);
  built.forEach((row, index) => {
    const at = (index + 1) * width;
    const line = [(above[0] ?? 0) - GAP_COST];
    steps[at] = STEP.deleted;
    now.forEach((other, column) => {
      const both = (above[column] ?? 0) + likeness(row, other);
      const inserted = (line[column] ?? 0) - GAP_COST;
      const deleted = (above[column + 1] ?? 0) - GAP_COST;
      const best = Math.max(both, inserted, deleted);
      line.push(best);
      steps[at + column + 1] = best === both ? STEP.both : best === inserted ? STEP.inserted : STEP.deleted;
    });
    above = line;
  });
  return traced(steps, built.length, now.length);
}

function traced(steps: Uint8Array, builtRows: number, nowRows: number): (number | null)[] {
  const rows = Array.from({ length: builtRows }, (): number | null => null);
  let [built, now] = [builtRows, nowRows];
  while (built > 0) {
    const step = steps[built * (nowRows + 1) + now];
    if (step !== STEP.inserted) built--;
    if (step !== STEP.deleted) now--;
    if (step === STEP.both) rows[built] = now;
  }
  return rows;
}

function likeness(built: KnownRow, now: KnownRow): number {
  const cells = built.hashes.filter((hash, column) => hash !== "" && hash === now.hashes[column]).length;
  const names = built.names.filter((name) => now.names.includes(name)).length;
  return cells + NAME_WEIGHT * names;
}
