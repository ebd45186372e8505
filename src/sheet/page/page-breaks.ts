import type { Draft } from "./draft";

/** In points: room for the line at the foot, and none to waste. */
export const MARGINS = { top: 36, bottom: 45 } as const;
/** A4 across, in points, less Excel's usual margins at the sides; US Letter holds more rows, as it is narrower. */
const PAGE = { width: 741, height: 595 - MARGINS.top - MARGINS.bottom };
const ROW_HEIGHT = 15;

/**
 * Rows that start a page when the sheet is printed one page wide: sections stay together, and where one is longer than
 * a page, its tables do. What is longer still is left to Excel.
 *
 * @param width of all columns, in points
 * @param titleRows repeated at the top of each page
 */
export function pageBreaks(rows: Draft["rows"], width: number, titleRows: number): number[] {
  const scale = Math.min(1, PAGE.width / width);
  // One row less: the title's letters are larger.
  const perPage = Math.floor(PAGE.height / scale / ROW_HEIGHT) - 1 - titleRows;
  const breaks: number[] = [];
  let used = 0;
  const place = (first: number, count: number): void => {
    if (used > 0 && used + count > perPage) {
      breaks.push(first);
      used = 0;
    }
    used += count > perPage ? count % perPage : count;
  };
  for (const section of partsOf(rows, titleRows, rows.length, isSection)) {
    if (section.count <= perPage) place(section.first, section.count);
    else {
      const tables = partsOf(rows, section.first, section.first + section.count, isTable);
      for (const { first, count } of tables) place(first, count);
    }
  }
  return breaks;
}

/** The rows from one on, cut before each that starts a part. */
function partsOf(
  rows: Draft["rows"],
  first: number,
  end: number,
  starts: (rows: Draft["rows"], row: number) => boolean,
): { first: number; count: number }[] {
  const cuts = [first];
  for (let row = first + 1; row < end; row++) if (starts(rows, row)) cuts.push(row);
  return cuts.map((cut, index) => ({ first: cut, count: (cuts[index + 1] ?? end) - cut }));
}

/** The blank row above a section's title. */
function isSection(rows: Draft["rows"], row: number): boolean {
  return styleAt(rows, row) === undefined && styleAt(rows, row + 1) === "sectionHead";
}

/** Column heads, but for those that follow their section's title. */
function isTable(rows: Draft["rows"], row: number): boolean {
  return styleAt(rows, row) === "columnHead" && styleAt(rows, row - 1) !== "sectionHead";
}

/** Style of a row's first cell that is not empty. */
function styleAt(rows: Draft["rows"], row: number): string | undefined {
  return rows[row]?.find((cell) => cell !== null)?.style;
}
