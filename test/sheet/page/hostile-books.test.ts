import fc from "fast-check";
import { DomainError } from "../../../src/calc/errors";
import { buildWorksheet } from "../../../src/sheet/page/build-worksheet";
import { contractChoice, defaultPlan } from "../../../src/sheet/plan/contract-choice";
import { detectColumns } from "../../../src/sheet/book/detect-columns";
import { HoldingsProblem, type Cell, type SelectedCells } from "../../../src/sheet/book/holdings";
import type { HedgePlan } from "../../../src/sheet/plan/plan";
import { readHoldings } from "../../../src/sheet/book/read-holdings";
import { differences } from "../hedge/agreement";
import { anySelection } from "../book/any-selection";
import { calculate, type Content, type UserSheet } from "../evaluate";
import { selected } from "../book/selected-cells";

const RUNS = Number(process.env["HEDGESHEET_RUNS"] ?? 50) * 4;
/** The same books in every run. A failure is not shrunk: for long books that takes many minutes. */
const SEED = Number(process.env["HEDGESHEET_SEED"] ?? 20_261_121);
const ABOUT = { version: "1.0.0", today: 46_000 };
const SHEETS = ["Book", "=SUM(A1)", "O'Brien's [x]".replace(/[[\]]/g, "("), "R1C1", "-1", "'"];

const NAMES = [
  '=HYPERLINK("http://x","y")',
  "+1+1",
  "-1",
  "@SUM(A1)",
  "'quoted",
  "\t=1",
  "TotalEnergies",
  "",
  "AAPL",
  "AAPL",
];
const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -1_000_000, max: 5_000_000 }) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>(0, 1e15, -1e15, 1e-15, "") },
);
const beta = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -300, max: 400 }).map((n) => n / 100) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>("", "n/a", "=1", 0) },
);

/**
 * Headers over the columns name, value, blank and beta, as they come when cells are merged: Excel gives the content of
 * the first cell, and the others as blank.
 */
const HEADERS = {
  plain: [["Asset", "Market value", "", "Beta"]],
  "a title over the table": [
    ["Holdings as of 30 June", "", "", ""],
    ["Asset", "Market value", "", "Beta"],
  ],
  "names over their columns, figures under one heading": [
    ["Asset", "Position", "", "Beta"],
    ["", "Market value", "", ""],
  ],
  "each over two rows": [
    ["Asset", "Market value", "", "Beta"],
    ["", "", "", ""],
  ],
} as const;
type HeaderStyle = keyof typeof HEADERS;

const anyRow = fc.tuple(fc.constantFrom<Cell>(...NAMES), amount, fc.constant<Cell>(""), beta);

/** The rows, and one more that makes them worth 0. */
function balanced(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  return [...rows, ["Short", -sumOf(rows), "", 1]];
}

function sumOf(rows: readonly (readonly Cell[])[]): number {
  return rows.reduce((sum, [, value]) => sum + Number(value), 0);
}

interface Book {
  readonly header: HeaderStyle;
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that are hidden or filtered out, counted from the first holding. */
  readonly hidden: readonly number[];
  readonly withTotal: boolean;
}

const anyTable: fc.Arbitrary<Book> = fc.record({
  header: fc.constantFrom(...(Object.keys(HEADERS) as HeaderStyle[])),
  rows: fc.oneof(
    { weight: 4, arbitrary: fc.array(anyRow, { minLength: 1, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.array(anyRow, { minLength: 1, maxLength: 12 }).map(balanced) },
  ),
  hidden: fc.uniqueArray(fc.integer({ min: 0, max: 12 })),
  withTotal: fc.boolean(),
});

/** A table that looks like a book, with all that a file from somewhere may have in it. */
function selectionOf({ header, rows, hidden, withTotal }: Book): SelectedCells {
  const total: Cell[][] = withTotal ? [["Total", sumOf(rows), "", ""]] : [];
  const above = HEADERS[header];
  const cells = selected([...above, ...rows, ...total]);
  return { ...cells, hiddenRows: hidden.map((row) => cells.row + above.length + row) };
}

const anyBook = anyTable.map(selectionOf);

const hostile = fc.record({
  cells: fc.oneof({ weight: 2, arbitrary: anyBook }, { weight: 1, arbitrary: anySelection() }),
  sheet: fc.constantFrom(...SHEETS),
});

/** What a book may have that has gone wrong elsewhere; each must be among the books that are hedged. */
const TRAITS: Readonly<Record<string, (book: Book) => boolean>> = {
  "a title merged over the table": ({ header }) => header === "a title over the table",
  "a heading merged over columns": ({ header }) =>
    header === "names over their columns, figures under one heading",
  "headers merged over two rows": ({ header }) => header === "each over two rows",
  "filtered rows": ({ rows, hidden }) => hidden.some((row) => row < rows.length),
  "a totals row": ({ withTotal }) => withTotal,
  "a negative position": ({ rows }) => rows.some(([, value]) => Number(value) < 0),
  "a total of 0": ({ rows }) => rows.length > 1 && sumOf(rows) === 0,
  "a ticker twice": ({ rows }) => rows.filter(([name]) => name === "AAPL").length > 1,
  "a value of 1e15": ({ rows }) => rows.some(([, value]) => Math.abs(Number(value)) === 1e15),
  "a value of 1e-15": ({ rows }) => rows.some(([, value]) => value === 1e-15),
  "a name like a formula": ({ rows }) => rows.some(([name]) => String(name).startsWith("=")),
};

/** The plan for a selection, or null where the add-in says why there is none. */
function planOf(cells: SelectedCells): HedgePlan | null {
  try {
    const holdings = readHoldings(cells, detectColumns(cells).choice);
    const plan = defaultPlan(holdings, contractChoice("ES", { price: 5000 }), ABOUT.today);
    buildWorksheet(plan, ABOUT);
    return plan;
  } catch (error) {
    if (error instanceof HoldingsProblem || error instanceof DomainError) return null;
    throw error;
  }
}

describe("a book of anything", () => {
  it("gives a hedge that is the same in the preview and on the sheet, or a sentence that says why not", () => {
    let hedged = 0;
    fc.assert(
      fc.property(hostile, ({ cells, sheet: name }) => {
        const selection = { ...cells, sheet: name };
        const plan = planOf(selection);
        if (plan === null) return;
        hedged++;
        const sheet = calculate(bookOf(selection), buildWorksheet(plan, ABOUT));
        try {
          expect(differences(plan, (each) => sheet.value(each))).toEqual([]);
        } finally {
          sheet.close();
        }
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
    // The fuzz is worth nothing if nearly every book is refused.
    expect(hedged).toBeGreaterThan(RUNS / 4);
  });

  it("gives the same cells whatever its texts are: they are linked, never written", () => {
    fc.assert(
      fc.property(hostile, ({ cells, sheet }) => {
        const plan = planOf({ ...cells, sheet });
        if (plan === null) return;
        const rows = plan.holdings.rows.map((row) => ({ ...row, name: "Apple" }));
        const harmless = { ...plan, holdings: { ...plan.holdings, rows } };
        expect(buildWorksheet(plan, ABOUT)).toEqual(buildWorksheet(harmless, ABOUT));
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  });
});

describe("a book that looks like one", () => {
  /** The holdings without their place, and what is said about filtered rows; null: refused with a sentence. */
  function readingOf(book: Book) {
    const cells = selectionOf(book);
    const plan = planOf(cells);
    if (plan === null) return null;
    const { rows, notes } = plan.holdings;
    return {
      holdings: rows.map(({ name, value, beta }) => ({ name, value, beta })),
      filtered: notes.filter((note) => note.includes("hidden or filtered")),
      hidden: rows.filter(({ row }) => cells.hiddenRows.includes(row)).length,
    };
  }

  it("is read the same under merged headers and with rows filtered out, and the filter is noted", () => {
    const seen = new Map(Object.keys(TRAITS).map((trait) => [trait, 0]));
    fc.assert(
      fc.property(anyTable, (book) => {
        const reading = readingOf(book);
        const plain = readingOf({ ...book, header: "plain", hidden: [] });
        expect(reading?.holdings).toEqual(plain?.holdings);
        if (reading === null) return;
        expect(reading.filtered).toHaveLength(reading.hidden > 0 ? 1 : 0);
        for (const [trait, has] of Object.entries(TRAITS)) {
          if (has(book)) seen.set(trait, (seen.get(trait) ?? 0) + 1);
        }
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
    expect([...seen].filter(([, times]) => times === 0)).toEqual([]);
  });
});

/** The selection as it stands on its sheet. */
function bookOf({ sheet, row, column, values }: SelectedCells): UserSheet {
  const above = Array.from({ length: row }, (): Content[] => []);
  const left = Array.from({ length: column }, (): Content => "");
  return { name: sheet, cells: [...above, ...values.map((line) => [...left, ...line])] };
}
