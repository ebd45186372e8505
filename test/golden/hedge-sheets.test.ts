import fc from "fast-check";
import { buildWorksheet } from "../../src/sheet/build-worksheet";
import type { HedgePlan } from "../../src/sheet/plan";
import type { WorksheetModel } from "../../src/sheet/worksheet";
import { differences } from "../sheet/agreement";
import { calculate, type Content } from "../sheet/evaluate";
import { randomHedge, type RandomHedge } from "../sheet/random-plans";
import { recalculate, type Recalculated } from "./recalculate";
import { writeFile } from "./write-file";

const BOOKS = Number(process.env["HEDGESHEET_BOOKS"] ?? 200);
const SEED = Number(process.env["HEDGESHEET_SEED"] ?? 20_261_121);
const ABOUT = { version: "1.0.0", today: 46_000 };

interface Case extends RandomHedge {
  readonly model: WorksheetModel;
  readonly recalculated: Recalculated;
}

describe(`${String(BOOKS)} random hedges, recalculated by LibreOffice`, () => {
  let cases: Case[] = [];

  beforeAll(async () => {
    const hedges = fc.sample(randomHedge, { numRuns: BOOKS, seed: SEED });
    cases = await calculated(
      hedges.map(({ plan, book }) => ({ plan, book, model: buildWorksheet(plan, ABOUT) })),
    );
  }, 600_000);

  it("say what the preview says", () => {
    for (const { plan, model, recalculated } of cases) {
      expect({
        plan: described(plan),
        different: differences(plan, namedValue(model, recalculated)),
      }).toEqual({
        plan: described(plan),
        different: [],
      });
    }
  });

  it("have the same value in every cell as another engine gives", () => {
    for (const { plan, book, model, recalculated } of cases) {
      expect({ plan: described(plan), different: engineDifferences(book, model, recalculated) }).toEqual({
        plan: described(plan),
        different: [],
      });
    }
  });

  it("need no add-in and show no error", () => {
    for (const { model, recalculated } of cases) {
      const bad = model.rows.flatMap((cells, row) =>
        cells.flatMap((cell, column) => {
          if (cell === null || cell.style === "link") return [];
          const value = recalculated(model.name, row, column);
          const content = String(cell.content);
          return content.includes("FUT_") || /^(#|Err:)/.test(String(value))
            ? [{ row, column, content, value }]
            : [];
        }),
      );
      expect(bad).toEqual([]);
    }
  });
});

async function calculated(
  hedges: readonly (RandomHedge & { readonly model: WorksheetModel })[],
): Promise<Case[]> {
  const files = await Promise.all(hedges.map(({ book, model }) => writeFile(book, model)));
  const results = await recalculate(files);
  return hedges.map((hedge, index) => {
    const recalculated = results[index];
    if (recalculated === undefined) throw new Error("LibreOffice gave fewer files than it got");
    return { ...hedge, recalculated };
  });
}

function namedValue(model: WorksheetModel, recalculated: Recalculated): (name: string) => Content {
  const places = new Map<string, [number, number]>();
  model.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell?.name !== undefined) places.set(cell.name, [row, column]);
    });
  });
  return (name) => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`no cell is named ${name}`);
    return plain(recalculated(model.name, ...place));
  };
}

/** Cells where LibreOffice and IronCalc differ by more than noise; texts with numbers in them, in their last digit. */
function engineDifferences(
  book: RandomHedge["book"],
  model: WorksheetModel,
  recalculated: Recalculated,
): { address: string; content: Content; libreOffice: Content; ironCalc: Content }[] {
  const sheet = calculate(book, model);
  try {
    const gross =
      Math.abs(Number(sheet.value("GrossValue"))) + Math.abs(Number(sheet.value("FuturesExposure")));
    return sheet.cells().flatMap(({ address, row, column, cell, value }) => {
      const other = plain(recalculated(model.name, row, column));
      const same =
        typeof value === "number" && typeof other === "number"
          ? Math.abs(value - other) <= 1e-9 * Math.max(Math.abs(value), gross, 1)
          : String(value).replace(/[\d.,]+/g, "0") === String(other).replace(/[\d.,]+/g, "0");
      return same ? [] : [{ address, content: cell.content, libreOffice: other, ironCalc: value }];
    });
  } finally {
    sheet.close();
  }
}

function plain(value: unknown): Content {
  if (value instanceof Date) return (value.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  return "";
}

function described({ aim, rounding, contracts, holdings }: HedgePlan): string {
  return JSON.stringify({ aim, rounding, contracts, rows: holdings.rows.length, sheet: holdings.sheet });
}
