import fc from "fast-check";
import { buildWorksheet } from "../../../src/sheet/page/build-worksheet";
import { previewHedge } from "../../../src/sheet/hedge/preview-hedge";
import { differences, saysTheSame } from "./agreement";
import type { HedgePlan } from "../../../src/sheet/plan/plan";
import { calculate, type Calculated } from "../evaluate";
import { notChecked } from "./not-checked";
import { randomHedge } from "../random-plans";

const RUNS = Number(process.env["HEDGESHEET_RUNS"] ?? 50);
/** The same hedges in every run, as in the golden tests. A failure is not shrunk: in long books it takes minutes. */
const SEED = Number(process.env["HEDGESHEET_SEED"] ?? 20_261_121);
const ABOUT = { version: "1.0.0", today: 46_000 };

/** Functions that Excel 2010 and LibreOffice have, and no other. */
const SAFE = new Set(
  (
    "ABS AND COUNT COUNTIF EXP FIXED IF IFERROR INT ISNUMBER LEFT LN MAX MID MIN N NORMSDIST NOT OR ROUND " +
    "ROUNDDOWN ROUNDUP ROW ROWS SIGN SQRT SUM SUMPRODUCT TRUNC UPPER"
  ).split(" "),
);

describe("a hedge of any kind", () => {
  it("is the same in the preview and on the sheet", () => {
    fc.assert(
      fc.property(randomHedge, ({ plan, book }) => {
        const sheet = calculate(book, buildWorksheet(plan, ABOUT));
        try {
          expect(differences(plan, (name) => sheet.value(name))).toEqual([]);
          const errors = sheet
            .cells()
            .filter(({ cell, value }) => isError(value) && cell.style !== "link" && cell.isText !== true);
          expect(errors).toEqual([]);
          const open = saidOnSheet(sheet, "CHECK");
          const inPreview = openInPreview(plan);
          // Amounts in a sentence are rounded to units, by either of two that differ in their last digits.
          const same =
            open.length === inPreview.length && open.every((each, n) => saysTheSame(each, inPreview[n], 1));
          if (!same) expect(open).toEqual(inPreview);
          expect(saidOnSheet(sheet, "–")).toEqual(notChecked(plan));
        } finally {
          sheet.close();
        }
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  }, 600_000);

  it("is written in formulas that every Excel has, and never in the words of a cell", () => {
    fc.assert(
      fc.property(randomHedge, ({ plan }) => {
        for (const cell of buildWorksheet(plan, ABOUT).rows.flat()) {
          if (cell === null || typeof cell.content !== "string" || cell.isText === true) continue;
          if (!cell.content.startsWith("=")) {
            expect(cell.content).not.toMatch(/^[=+\-@\t\r\n]/);
            continue;
          }
          expect(cell.content.length).toBeLessThan(8192);
          const bare = cell.content.replace(/"[^"]*"/g, '""').replace(/'(?:[^']|'')*'!/g, "");
          for (const literal of cell.content.match(/"[^"]*"/g) ?? [])
            expect(literal.length).toBeLessThan(257);
          for (const [, name = ""] of bare.matchAll(/([A-Z][A-Z0-9.]*)\(/g)) expect(SAFE).toContain(name);
          expect(bare).not.toMatch(/FUT_|\{|#|@/);
        }
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  });
});

/**
 * Every check of a status, with its sentence. A freshly built sheet has nothing open that the pane does not know, and
 * leaves unchecked what the plan does not give.
 */
function saidOnSheet(sheet: Calculated, status: string): string[] {
  const cells = sheet.cells();
  const at = (row: number, column: number): string =>
    String(cells.find((cell) => cell.row === row && cell.column === column)?.value);
  const head = cells.find(({ column, value }) => column === 1 && value === "Status")?.row ?? Infinity;
  const rows = cells.filter(({ row, column, value }) => row > head && column === 1 && value === status);
  return rows.map(({ row }) => `${at(row, 0)}: ${at(row, 2)}`);
}

function openInPreview(plan: HedgePlan): string[] {
  return previewHedge(plan).warnings.map(({ check, message }) => `${check}: ${message}`);
}

function isError(value: unknown): boolean {
  return typeof value === "string" && /^#[A-Z/0!?]+$/.test(value);
}
