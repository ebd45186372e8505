import fc from "fast-check";
import { groupsOf } from "../../src/sheet/plan/groups";
import type { HedgePlan } from "../../src/sheet/plan/plan";
import { differences } from "../sheet/hedge/agreement";
import type { Content } from "../sheet/evaluate";
import { randomHedge, type RandomHedge } from "../sheet/random-plans";
import { hedgeFiles, placeOf, plain, typedInto, xlsxOf, type HedgeFile } from "./hedge-file";
import { recalculate, type Recalculated } from "./recalculate";

/** A link that shows a blank as a blank. */
const LINK = /^=IF\(('.+'![A-Z]+\d+)="","",\1\)$/;

const BOOKS = Number(process.env["HEDGESHEET_BOOKS"] ?? 200);
const SEED = Number(process.env["HEDGESHEET_SEED"] ?? 20_261_121);

interface Case extends RandomHedge {
  readonly file: HedgeFile;
  readonly recalculated: Recalculated;
}

describe(`${String(BOOKS)} random hedges, built through Office.js and recalculated by LibreOffice`, () => {
  let cases: Case[] = [];

  beforeAll(async () => {
    const hedges = fc.sample(randomHedge, { numRuns: BOOKS, seed: SEED });
    const files = await hedgeFiles(hedges);
    cases = await calculated(hedges.map((hedge, n) => ({ ...hedge, file: at(files, n) })));
  }, 600_000);

  it("say what the preview says", () => {
    for (const { plan, file, recalculated } of cases) {
      expect({
        plan: described(plan),
        different: differences(plan, namedValue(file, recalculated)),
      }).toEqual({
        plan: described(plan),
        different: [],
      });
    }
  });

  it("have the same value in every cell as another engine gives", () => {
    for (const each of cases) {
      expect({ plan: described(each.plan), different: engineDifferences(each) }).toEqual({
        plan: described(each.plan),
        different: [],
      });
    }
  });

  it("need no add-in and show no error", () => {
    for (const { file, recalculated } of cases) {
      const { name, cells } = file.hedgeSheet;
      const bad = cells.flatMap(({ row, column, input }) => {
        // A link shows what the user's cell holds, and an asset may be called #REF!.
        if (!/^=(?!')/.test(String(input)) || LINK.test(String(input))) return [];
        const value = recalculated(name, row, column);
        return String(input).includes("FUT_") || /^(#|Err:)/.test(String(value))
          ? [{ row, column, input, value }]
          : [];
      });
      expect(bad).toEqual([]);
    }
  });
});

describe("hedges that are edited in the file, without the add-in", () => {
  it("follow a new target, price, held position and holding", async () => {
    const hedges = fc.sample(randomHedge, { numRuns: Math.ceil(BOOKS / 5), seed: SEED + 1 });
    const files = await hedgeFiles(hedges);
    const edits = hedges.map((hedge, n) => edited(hedge, at(files, n)));
    for (const { plan, file, recalculated } of await calculated(edits)) {
      expect({
        plan: described(plan),
        different: differences(plan, namedValue(file, recalculated)),
      }).toEqual({
        plan: described(plan),
        different: [],
      });
    }
  });
});

/** The file with other values typed into the user's cells; and the plan that they amount to. */
function edited({ plan, book }: RandomHedge, file: HedgeFile): RandomHedge & { file: HedgeFile } {
  const [first, ...others] = plan.contracts;
  const [holding, ...rest] = plan.holdings.rows;
  if (first === undefined || holding === undefined) throw new Error("a plan has a contract and a holding");
  const { aim, typed } = otherAim(plan.aim);
  const contract = { ...first, price: first.price * 1.07, held: first.held + 3 };
  const suffix = groupsOf(plan)[0]?.suffix ?? "";
  const byQuantity = plan.holdings.columns.value === undefined;
  const quantity = (holding.quantity ?? 0) + 10;
  const value = byQuantity ? quantity * (holding.price ?? 0) : holding.value + 12_345;
  const inputs = {
    ...typed,
    [`FuturesPrice_${suffix}`]: contract.price,
    [`HeldContracts_${suffix}`]: contract.held,
  };
  const onHedgeSheet = Object.entries(inputs).map(([name, input]) => ({
    sheet: file.hedgeSheet.id,
    ...placeOf(file, name),
    input,
  }));
  const sheet = file.data.sheets.find(({ name }) => name === book.name)?.id ?? "";
  const inBook = [
    { sheet, row: 1, column: 1, input: quantity },
    { sheet, row: 1, column: 3, input: value },
  ];
  return {
    plan: {
      ...plan,
      aim,
      contracts: [contract, ...others],
      holdings: { ...plan.holdings, rows: [{ ...holding, quantity, value }, ...rest] },
    },
    book,
    file: typedInto(file, [...onHedgeSheet, ...inBook]),
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

async function calculated(hedges: readonly (RandomHedge & { readonly file: HedgeFile })[]): Promise<Case[]> {
  const files = await Promise.all(hedges.map(({ file }) => xlsxOf(file)));
  const results = await recalculate(files);
  return hedges.map((hedge, n) => ({ ...hedge, recalculated: at(results, n) }));
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`there is no file ${String(index)}`);
  return found;
}

function namedValue(file: HedgeFile, recalculated: Recalculated): (name: string) => Content {
  return (name) => {
    const { row, column } = placeOf(file, name);
    return plain(recalculated(file.hedgeSheet.name, row, column));
  };
}

/** Cells where LibreOffice and IronCalc differ by more than noise; texts with numbers in them, in their last digit. */
function engineDifferences({ book, file, recalculated }: Case): unknown[] {
  const { hedgeSheet } = file;
  const numbers = book.cells.flat().flatMap((cell) => (typeof cell === "number" ? [Math.abs(cell)] : []));
  const exposure = placeOf(file, "FuturesExposure");
  const futures = hedgeSheet.cells.find(
    ({ row, column }) => row === exposure.row && column === exposure.column,
  );
  // Sums are as exact as their largest term, and what hangs on the hedge as its size.
  const largest = Math.max(1, ...numbers, Math.abs(Number(futures?.value)));
  return hedgeSheet.cells.flatMap(({ row, column, input, value: computed }) => {
    if (computed === undefined) return [];
    const value = plain(computed);
    const other = plain(recalculated(hedgeSheet.name, row, column));
    const same =
      typeof value === "number" && typeof other === "number"
        ? Math.abs(value - other) <= 1e-9 * Math.max(Math.abs(value), largest)
        : String(value).replace(/[\d.,]+/g, "0") === String(other).replace(/[\d.,]+/g, "0");
    return same ? [] : [{ row, column, input, libreOffice: other, ironCalc: value }];
  });
}

function described({ aim, rounding, contracts, holdings }: HedgePlan): string {
  return JSON.stringify({ aim, rounding, contracts, rows: holdings.rows.length, sheet: holdings.sheet });
}
