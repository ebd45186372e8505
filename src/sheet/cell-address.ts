/** A rectangle of cells; rows and columns count from 0. */
export interface CellArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** "A" for 0, "Z" for 25, "AA" for 26, "XFD" for 16383. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** "C5" for row 4, column 2. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** "B2:D9", or "B2" for a single cell. */
export function areaAddress(area: CellArea): string {
  const first = cellAddress(area.row, area.column);
  const last = cellAddress(area.row + area.rows - 1, area.column + area.columns - 1);
  return first === last ? first : `${first}:${last}`;
}

/** "$B$2:$D$9", which stays when a formula is copied. */
export function absoluteAddress(area: CellArea): string {
  return areaAddress(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

/** The sheet's name as formulas spell it: always in quotes, its own quotes doubled. */
export function quotedSheetName(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/**
 * The area that an address names, with or without sheet and dollar signs: "'Book 1'!$B$2:$D$9" or "B2".
 *
 * @returns null for anything that is not one bounded area: a constant, whole columns, several areas, #REF!
 */
export function parseAddress(text: string): (CellArea & { readonly sheet: string | null }) | null {
  const match =
    /^=?(?:(?:'((?:[^']|'')+)'|([^'!=]+))!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(
      text,
    );
  const [, quoted, bare, left, top, right, bottom] = match ?? [];
  if (left === undefined || top === undefined) return null;
  const first = { row: Number(top) - 1, column: columnNumber(left) };
  const last = { row: Number(bottom ?? top) - 1, column: columnNumber(right ?? left) };
  return {
    sheet: quoted?.replaceAll("''", "'") ?? bare ?? null,
    row: Math.min(first.row, last.row),
    column: Math.min(first.column, last.column),
    rows: Math.abs(last.row - first.row) + 1,
    columns: Math.abs(last.column - first.column) + 1,
  };
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
