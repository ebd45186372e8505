import fc from "fast-check";
import { assetKey, assetsOf } from "../../../src/sheet/book/assets";
import { hasAssetList } from "../../../src/sheet/plan/hedged-with";
import { buildWorksheet } from "../../../src/sheet/page/build-worksheet";
import { contractChoice, defaultPlan, smallerChoice } from "../../../src/sheet/plan/contract-choice";
import type { HedgePlan } from "../../../src/sheet/plan/plan";
import { previewHedge } from "../../../src/sheet/hedge/preview-hedge";
import type { Inputs } from "../../../src/sheet/plan/read-plan";
import { planFromRecord, recordOf } from "../../../src/sheet/plan/record";
import { numRuns } from "../../runs";
import { bookOf } from "../books";
import { cellsOf } from "../plan/cells-of";
import { calculate, type Calculated } from "../evaluate";

// By hand, with the E-mini S&P 500 at 50 and the E-mini Nasdaq-100 at 20 USD a point (CME's specifications):
// Apple, twice in the book, 3,600,000 by NQ at 18,000 (360,000 a contract): −10. Coca-Cola 5,000,000 by ES at 5,000
// (250,000 a contract): −20. The gold is left alone.
const ROWS = [
  { name: "AAPL", value: 2_000_000, beta: 1 },
  { name: "KO", value: 5_000_000, beta: 1 },
  { name: "Gold bar, 12 kg", value: 400_000, beta: 0.1 },
  { name: "AAPL", value: 1_600_000, beta: 1 },
];
const GOLD = assetKey("Gold bar, 12 kg");
const { holdings, book } = bookOf(ROWS);
const [es, nq] = [contractChoice("ES", { price: 5000 }), contractChoice("NQ", { price: 18_000 })];
const plan: HedgePlan = {
  ...defaultPlan(holdings, es, 46_347),
  contracts: [es, nq],
  assetContracts: { AAPL: "NQ", [GOLD]: "none" },
};

function onSheet<T>(read: (sheet: Calculated) => T): T {
  const sheet = calculate(book, buildWorksheet(plan, { version: "1.0.0", today: 46_347 }));
  try {
    return read(sheet);
  } finally {
    sheet.close();
  }
}

const trades = (sheet: Calculated): unknown[] =>
  ["ContractsToTrade_ES", "ContractsToTrade_NQ"].map((name) => sheet.value(name));

function statusOf(sheet: Calculated, check: string): unknown {
  const cells = sheet.cells();
  const row = cells.find(({ value, column }) => column === 0 && value === check)?.row;
  return cells.find((cell) => cell.row === row && cell.column === 1)?.value;
}

describe("contracts chosen by asset", () => {
  it("hedge every row of the name, leave what is not to be hedged, and give the rest to the first", () => {
    expect(previewHedge(plan).groups.map(({ trade }) => trade)).toEqual([-20, -10]);
    expect(previewHedge(plan).warnings.map(({ check }) => check)).not.toContain("All holdings hedged");
    expect(onSheet(trades)).toEqual([-20, -10]);
  });

  it("are changed on the sheet without the add-in", () => {
    onSheet((sheet) => {
      sheet.type("HedgeWith_AAPL", "ES");
      // 8,600,000 ÷ 250,000 = 34.4
      expect(trades(sheet)).toEqual([-34, 0]);
      sheet.type(`HedgeWith_${GOLD}`, "NQ");
      // 400,000 × 0.1 ÷ 360,000 rounds to nothing.
      expect(trades(sheet)).toEqual([-34, 0]);
      sheet.type("HedgeWith_KO", "none");
      expect(trades(sheet)).toEqual([-14, 0]);
      expect(statusOf(sheet, "All holdings hedged")).toBe("OK");
    });
  });

  it("stay with their assets when the book is sorted", () => {
    onSheet((sheet) => {
      const sorted = [...ROWS].sort((a, b) => b.value - a.value);
      sorted.forEach((row, n) => {
        sheet.typeInto(book.name, n + 1, 0, row.name);
        sheet.typeInto(book.name, n + 1, 3, row.value);
        sheet.typeInto(book.name, n + 1, 4, row.beta);
      });
      expect(trades(sheet)).toEqual([-20, -10]);
      expect(statusOf(sheet, "Assets listed")).toBe("OK");
    });
  });

  it("say when the book has other assets than the list", () => {
    onSheet((sheet) => {
      sheet.typeInto(book.name, 2, 0, "PEP");
      // Pepsi is not listed: it goes with the first contract, as Coca-Cola did.
      expect(trades(sheet)).toEqual([-20, -10]);
      expect(sheet.value("AssetsMissing")).toBe(1);
      expect(sheet.value("GrossNotListed")).toBe(5_000_000);
      expect(statusOf(sheet, "Assets listed")).toBe("CHECK");
    });
  });

  it("are told from a contract: none may be called none", () => {
    const ours = { ...nq, code: "None" };
    expect(() => previewHedge({ ...plan, contracts: [es, ours] })).toThrow(/cannot have the code None/);
  });

  it("need names, and a book without a column that says it", () => {
    const { columns, ...rest } = holdings;
    expect(hasAssetList(plan)).toBe(true);
    expect(hasAssetList({ ...plan, holdings: { ...rest, columns: { value: 3, beta: 4 } } })).toBe(false);
    expect(hasAssetList({ ...plan, holdings: { ...rest, columns: { ...columns, hedgeWith: 5 } } })).toBe(
      false,
    );
    expect(hasAssetList({ ...plan, contracts: [es], assetContracts: {} })).toBe(false);
    expect(hasAssetList({ ...plan, contracts: [es], assetContracts: { KO: "none" } })).toBe(true);
  });
});

describe("the record", () => {
  const cells = cellsOf(plan);
  const choicesWith = (typed: Inputs, of = plan) =>
    planFromRecord(recordOf(of), { ...cellsOf(of), ...typed }, holdings).assetContracts;

  it("leaves the choices to the cells, and gives them back", () => {
    expect(recordOf(plan)).not.toContain("AAPL");
    expect(planFromRecord(recordOf(plan), cells, holdings).assetContracts).toMatchObject(plan.assetContracts);
    expect(choicesWith({ HedgeWith_AAPL: "none", HedgeWith_KO: "nq" })).toMatchObject({
      AAPL: "none",
      KO: "NQ",
      [GOLD]: "none",
    });
  });

  it("reads a cleared cell as the first contract", () => {
    expect(choicesWith({ HedgeWith_AAPL: "" })).toMatchObject({ AAPL: "ES" });
  });

  // On the sheet no contract hedges such an asset, and a check says so: the pane must not hedge it with the first.
  it("asks for a cell with a contract that the sheet does not have", () => {
    expect(() => choicesWith({ [`HedgeWith_${GOLD}`]: "silver" })).toThrow(
      "holds “silver”, which is none of",
    );
  });

  it("reads a smaller contract as its larger one", () => {
    const withMicro = { ...plan, contracts: [{ ...es, smaller: smallerChoice("ES") }, nq] };
    expect(choicesWith({ [`HedgeWith_${GOLD}`]: "mes" }, withMicro)[GOLD]).toBe("ES");
  });

  it("takes no cell for a choice that no asset could have", () => {
    expect(Object.keys(choicesWith({ "HedgeWith_=cmd()": "NQ" }))).not.toContain("=cmd()");
  });
});

describe("an asset's key", () => {
  it("is the same for texts that Excel takes for equal, and another for others", () => {
    const names = fc.string({
      unit: fc.constantFrom(...Array.from("aAbBzZ09 .-_*?~\"'=#éßsSıiI漢")),
      maxLength: 30,
    });
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(assetKey(a) === assetKey(b)).toBe(a.toLowerCase() === b.toLowerCase());
        expect(`HedgeWith_${assetKey(a)}`).toMatch(/^[A-Za-z0-9_]{1,60}$/);
      }),
      { numRuns },
    );
  });

  it("tells letters apart that are the same in capitals only", () => {
    // To Excel, "ß" and "ı" are letters of their own.
    expect(new Set(["Weiß", "Weiss", "Sıx", "Six"].map(assetKey)).size).toBe(4);
  });

  it("lists each asset once, as the book spells it first", () => {
    expect(
      assetsOf(bookOf([{ name: "Aapl" }, { name: "AAPL" }, { name: "" }, { name: "AAPL " }]).holdings),
    ).toEqual([
      { key: "AAPL", text: "Aapl" },
      { key: assetKey("AAPL "), text: "AAPL " },
    ]);
  });
});
