/** Rows are named in a note up to this many; the rest is counted. */
const ROWS_NAMED = 8;

/** "row 9", "rows 9, 14", "rows 2, 3, … and 40 more". Rows count from 0 here and from 1 for the user. */
export function named(rows: readonly number[]): string {
  const shown = rows.slice(0, ROWS_NAMED).map((row) => String(row + 1));
  const more = rows.length > ROWS_NAMED ? ` and ${rows.length - ROWS_NAMED} more` : "";
  return `${rows.length === 1 ? "row" : "rows"} ${shown.join(", ")}${more}`;
}

export function rowsNamed(rows: readonly number[]): string {
  return named(rows).replace("r", "R");
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

export function isAre(rows: readonly unknown[]): string {
  return rows.length === 1 ? "is" : "are";
}

export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
