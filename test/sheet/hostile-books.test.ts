import fc from "fast-check";
import { DomainError } from "../../src/calc/errors";
import { buildWorksheet } from "../../src/sheet/build-worksheet";
import { contractChoice, defaultPlan } from "../../src/sheet/contract-choice";
import { detectColumns } from "../../src/sheet/detect-columns";
import { HoldingsProblem, type Cell, type SelectedCells } from "../../src/sheet/holdings";
import type { HedgePlan } from "../../src/sheet/plan";
import { readHoldings } from "../../src/sheet/read-holdings";
import { differences } from "./agreement";
import { anySelection } from "./any-selection";
import { calculate, type Content, type UserSheet } from "./evaluate";
import { selected } from "./selected-cells";

const RUNS = Number(process.env["HEDGESHEET_RUNS"] ?? 50) * 4;
const ABOUT = { version: "1.0.0", today: 46_000 };
const SHEETS = ["Book", "=SUM(A1)", "O'Brien's [x]".replace(/[[\]]/g, "("), "R1C1", "-1", "'"];

const NAMES = [
  '=HYPERLINK("http://x","y")', "+1+1", "-1", "@SUM(A1)", "'quoted", "\t=1", "TotalEnergies", "", "AAPL", "AAPL",
]; // prettier-ignore
const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -1_000_000, max: 5_000_000 }) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>(0, 1e15, -1e15, 1e-15, "") },
);
const beta = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -300, max: 400 }).map((n) => n / 100) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>("", "n/a", "=1", 0) },
);

/** Tables that look like a book, with all that a file from somewhere may have in it. */
const anyBook: fc.Arbitrary<SelectedCells> = fc
  .record({
    rows: fc.array(fc.tuple(fc.constantFrom<Cell>(...NAMES), amount, beta), { minLength: 1, maxLength: 12 }),
    hiddenRows: fc.uniqueArray(fc.integer({ min: 2, max: 12 })),
    withTotal: fc.boolean(),
  })
  .map(({ rows, hiddenRows, withTotal }) => {
    const sum = rows.reduce((total, [, value]) => total + Number(value), 0);
    const total: Cell[][] = withTotal ? [["Total", sum, ""]] : [];
    return selected([["Asset", "Market value", "Beta"], ...rows, ...total], { hiddenRows });
  });

const hostile = fc.record({
  cells: fc.oneof({ weight: 2, arbitrary: anyBook }, { weight: 1, arbitrary: anySelection() }),
  sheet: fc.constantFrom(...SHEETS),
});

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
      { numRuns: RUNS },
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
      { numRuns: RUNS },
    );
  });
});

/** The selection as it stands on its sheet. */
function bookOf({ sheet, row, column, values }: SelectedCells): UserSheet {
  const above = Array.from({ length: row }, (): Content[] => []);
  const left = Array.from({ length: column }, (): Content => "");
  return { name: sheet, cells: [...above, ...values.map((line) => [...left, ...line])] };
}
