import fc from "fast-check";
import { buildWorksheet } from "../../src/sheet/build-worksheet";
import { contractChoice, defaultPlan } from "../../src/sheet/contract-choice";
import { groupsOf } from "../../src/sheet/groups";
import type { HedgePlan } from "../../src/sheet/plan";
import type { WorksheetModel } from "../../src/sheet/worksheet";
import { differences } from "../sheet/agreement";
import { bookOf } from "../sheet/books";
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

describe("hedges that are edited in the file, without the add-in", () => {
  it("follow a new target, price, held position and holding", async () => {
    const hedges = fc.sample(randomHedge, { numRuns: Math.ceil(BOOKS / 5), seed: SEED + 1 }).map(edited);
    for (const { plan, model, recalculated } of await calculated(hedges)) {
      expect({
        plan: described(plan),
        different: differences(plan, namedValue(model, recalculated)),
      }).toEqual({
        plan: described(plan),
        different: [],
      });
    }
  });

  it("list the largest positions of a book of 600 rows once each, equal ones too", async () => {
    const rows = Array.from({ length: 600 }, (_, n) => ({
      name: `Asset ${String(n)}`,
      value: 1000 + (n % 7),
      beta: 1,
    }));
    const { holdings, book } = bookOf(rows);
    const plan = defaultPlan(holdings, contractChoice("ES", { price: 5000 }), 46_000);
    const model = buildWorksheet(plan, ABOUT);
    const [{ recalculated } = { recalculated: () => null }] = await calculated([{ plan, book, model }]);
    const table = model.rows.findIndex((cells) => cells.some((cell) => cell?.content === "Row in the book"));
    const names = Array.from({ length: 50 }, (_, n) => recalculated(model.name, table + 1 + n, 0));
    expect(new Set(names).size).toBe(50);
    // Of 600 rows 85 have the largest value 1006 and 86 the smallest, 1000.
    expect(names.slice(0, 40)).toEqual(Array.from({ length: 40 }, (_, n) => `Asset ${String(7 * n + 6)}`));
    expect(names.slice(40)).toEqual(Array.from({ length: 10 }, (_, n) => `Asset ${String(7 * n)}`));
  });
});

/** The sheet as built, with other values typed into the user's cells; and the plan that they amount to. */
function edited({ plan, book }: RandomHedge): RandomHedge & { model: WorksheetModel } {
  const [first, ...others] = plan.contracts;
  const [holding, ...rest] = plan.holdings.rows;
  if (first === undefined || holding === undefined) throw new Error("a plan has a contract and a holding");
  const { aim, typed } = otherAim(plan.aim);
  const contract = { ...first, price: first.price * 1.07, held: first.held + 3 };
  const suffix = groupsOf(plan)[0]?.suffix ?? "";
  const byQuantity = plan.holdings.columns.value === undefined;
  const quantity = (holding.quantity ?? 0) + 10;
  const value = byQuantity ? quantity * (holding.price ?? 0) : holding.value + 12_345;
  const changed = { ...holding, quantity, value };
  const model = typedInto(buildWorksheet(plan, ABOUT), {
    ...typed,
    [`FuturesPrice_${suffix}`]: contract.price,
    [`HeldContracts_${suffix}`]: contract.held,
  });
  const cells = book.cells.map((row, n) =>
    n === 1 ? row.map((cell, column) => (column === 1 ? quantity : column === 3 ? value : cell)) : row,
  );
  return {
    plan: {
      ...plan,
      aim,
      contracts: [contract, ...others],
      holdings: { ...plan.holdings, rows: [changed, ...rest] },
    },
    book: { ...book, cells },
    model,
  };
}

function otherAim(aim: HedgePlan["aim"]): { aim: HedgePlan["aim"]; typed: Record<string, number> } {
  switch (aim.kind) {
    case "targetBeta":
      return { aim: { ...aim, targetBeta: 0.25 }, typed: { TargetBeta: 0.25 } };
    case "hedgeShare":
      return { aim: { ...aim, share: 0.6 }, typed: { HedgeShare: 0.6 } };
    case "targetWeight":
      return { aim: { ...aim, weight: 0.75 }, typed: { TargetWeight: 0.75 } };
    case "targetVolatility":
      return { aim: { ...aim, target: 0.1 }, typed: { TargetVolatility: 0.1 } };
    case "cashToCome":
      return { aim: { ...aim, amount: 2_500_000 }, typed: { CashToCome: 2_500_000 } };
  }
}

function typedInto(model: WorksheetModel, values: Readonly<Record<string, number>>): WorksheetModel {
  const rows = model.rows.map((cells) =>
    cells.map((cell) => {
      const value = cell?.name === undefined ? undefined : values[cell.name];
      return cell === null || value === undefined ? cell : { ...cell, content: value };
    }),
  );
  return { ...model, rows };
}

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
    const numbers = book.cells.flat().flatMap((cell) => (typeof cell === "number" ? [Math.abs(cell)] : []));
    // Sums are as exact as their largest term, and what hangs on the hedge as its size.
    const largest = Math.max(1, ...numbers, Math.abs(Number(sheet.value("FuturesExposure"))));
    return sheet.cells().flatMap(({ address, row, column, cell, value }) => {
      const other = plain(recalculated(model.name, row, column));
      const same =
        typeof value === "number" && typeof other === "number"
          ? Math.abs(value - other) <= 1e-9 * Math.max(Math.abs(value), largest)
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
