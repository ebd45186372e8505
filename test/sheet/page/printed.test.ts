import { buildWorksheet } from "../../../src/sheet/page/build-worksheet";
import type { WorksheetModel } from "../../../src/sheet/page/worksheet";
import { KINDS } from "../../golden/kinds";
import { calculate } from "../evaluate";

const ABOUT = { version: "1.0.0", today: 46_000 };
/** English in Calibri takes this share of the width of as many digits, in which Excel measures columns. */
const LETTER = 0.9;
/** A4 across in points, and what Excel leaves at its sides. */
const PAPER = { width: 842, height: 595, sides: 101 };

describe.each(Object.entries(KINDS))("a sheet on paper: %s", (_, { plan, book }) => {
  const model = buildWorksheet(plan, ABOUT);

  it("starts a page where a section or a table starts", () => {
    for (const row of model.pageBreaks) {
      expect([styleAt(model, row), styleAt(model, row + 1)]).toEqual(
        styleAt(model, row) === undefined ? [undefined, "sectionHead"] : ["columnHead", expect.anything()],
      );
      expect(styleAt(model, row - 1)).not.toBe("sectionHead");
    }
  });

  it("keeps what belongs together on one page", () => {
    const points = model.columnWidths.reduce((sum, characters) => sum + (characters * 7 + 5) * 0.75, 0);
    const scale = (PAPER.width - PAPER.sides) / points;
    const starts = [0, ...model.pageBreaks];
    starts.forEach((first, page) => {
      const end = starts[page + 1] ?? model.rows.length;
      const rows = end - first + (page === 0 ? 0 : model.frozenRows);
      // Half an inch above and five eighths below; the title's letters take as much as half a row more.
      expect((rows + 0.5) * 15 * scale).toBeLessThanOrEqual(PAPER.height - 36 - 45);
      for (const { covers } of model.charts) {
        const within = covers.row >= first && covers.row + covers.rows <= end;
        const apart = covers.row >= end || covers.row + covers.rows <= first;
        expect(within || apart).toBe(true);
      }
    });
  });

  it("cuts no text", () => {
    const sheet = calculate(book, model);
    try {
      const filled = new Map(sheet.cells().map(({ row, column, value }) => [`${row},${column}`, value]));
      for (const { row, column, cell, value } of sheet.cells()) {
        if (typeof value !== "string" || value === "" || cell.style === "record") continue;
        let end = column + 1;
        while (end < model.columnWidths.length && (filled.get(`${row},${end}`) ?? "") === "") end++;
        const room = model.columnWidths.slice(column, end).reduce((sum, width) => sum + width, 0);
        expect({ text: value, fits: value.length * LETTER <= room }).toEqual({ text: value, fits: true });
      }
    } finally {
      sheet.close();
    }
  });
});

function styleAt({ rows }: WorksheetModel, row: number): string | undefined {
  return rows[row]?.find((cell) => cell !== null)?.style;
}
