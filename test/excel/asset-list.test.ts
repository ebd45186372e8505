import { buildHedgeSheet } from "../../src/excel/build-hedge-sheet";
import { readHedgeSheet } from "../../src/excel/read-hedge-sheet";
import { assetKey } from "../../src/sheet/book/assets";
import { contractChoice } from "../../src/sheet/plan/contract-choice";
import type { OpenOffice } from "../protocol/office";
import { areaOf, ES, modelOfBook, openBook, type, valueOf } from "./book";

const ASK = { into: null, changedFormulas: "ask" } as const;
const CHOSEN = {
  contracts: [ES, contractChoice("NQ", { price: 18_000 })],
  aim: { kind: "hedgeShare", share: 1 },
} as const;

let office: OpenOffice;
afterEach(() => office.close());

async function statusOf(open: OpenOffice, id: string, check: string): Promise<unknown> {
  await open.engine.settle();
  const used = open.engine.usedArea(id);
  const rows = used === null ? [] : open.engine.values(used);
  return rows.find(([label]) => label === check)?.[1];
}

describe("a list of assets on a hedge sheet", () => {
  it("keeps what was chosen on it when the sheet is built again", async () => {
    office = await openBook([
      ["Ticker", "Value"],
      ["AAPL", 3_600_000],
      ["KO", 5_000_000],
    ]);
    const model = await modelOfBook(office, { ...CHOSEN, assetContracts: { AAPL: "NQ" } });
    const { id } = await buildHedgeSheet(model, ASK);
    // 5,000,000 ÷ (5,000 × 50) and 3,600,000 ÷ (18,000 × 20)
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-20);
    expect(await valueOf(office, id, "ContractsToTrade_NQ")).toBe(-10);
    await type(office, id, "HedgeWith_KO", "none");
    const again = await buildHedgeSheet(model, { ...ASK, into: id });
    expect(again.changedFormulas).toEqual([]);
    expect(again.keptInputs).toMatchObject([
      { name: "HedgeWith_KO", label: "Hedge with: KO", kept: "none", shown: "none", model: "ES" },
    ]);
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(0);
    expect(await valueOf(office, id, "ContractsToTrade_NQ")).toBe(-10);
  });

  it("keeps each choice with its asset when the list changes", async () => {
    office = await openBook([
      ["Ticker", "Value"],
      ["AAPL", 3_600_000],
      ["KO", 5_000_000],
    ]);
    const { id } = await buildHedgeSheet(await modelOfBook(office, CHOSEN), ASK);
    await type(office, id, "HedgeWith_KO", "NQ");
    const [book] = office.engine.sheets();
    office.engine.write({ sheet: book?.id ?? "", row: 1, column: 0, rows: 1, columns: 1 }, [["PEP"]]);
    await buildHedgeSheet(await modelOfBook(office, CHOSEN), { ...ASK, into: id });
    expect(await valueOf(office, id, "HedgeWith_KO")).toBe("NQ");
    expect(await valueOf(office, id, "HedgeWith_PEP")).toBe("ES");
  });

  it("keeps and reports a choice typed on it whose contract the pane has removed meanwhile", async () => {
    office = await openBook([
      ["Ticker", "Value"],
      ["AAPL", 3_600_000],
      ["KO", 5_000_000],
    ]);
    const { id } = await buildHedgeSheet(await modelOfBook(office, CHOSEN), ASK);
    const { inputs } = await readHedgeSheet(id);
    await type(office, id, "HedgeWith_AAPL", "NQ");
    // Without NQ, with the list: Apple stays unhedged, and a check says so.
    const without = { ...CHOSEN, contracts: [ES], assetContracts: { KO: "none" } };
    const how = { into: id, changedFormulas: "ask", inputsSeen: inputs } as const;
    const kept = await buildHedgeSheet(await modelOfBook(office, without), how);
    expect(kept.keptInputs).toMatchObject([{ name: "HedgeWith_AAPL", kept: "NQ", model: "ES" }]);
    expect(await valueOf(office, id, "HedgeWith_AAPL")).toBe("NQ");
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(0);
    expect(await statusOf(office, id, "All holdings hedged")).toBe("CHECK");
    // Without the list there is no cell for the choice any more.
    const none = await modelOfBook(office, { ...CHOSEN, contracts: [ES] });
    const { lostChoices } = await buildHedgeSheet(none, how);
    expect(lostChoices).toEqual([
      { asset: "AAPL", contract: "NQ" },
      { asset: "KO", contract: "none" },
    ]);
    // 8,600,000 ÷ (5,000 × 50) = 34.4
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-34);
  });

  it("says which choice finds its asset no more, and what the new name goes with", async () => {
    office = await openBook([
      ["Name", "Value"],
      ["Apple", 3_600_000],
      ["Coca-Cola", 5_000_000],
      ["Visa", 1_000_000],
    ]);
    const apple = { [assetKey("Apple")]: "NQ", [assetKey("Coca-Cola")]: "none" };
    const { id } = await buildHedgeSheet(
      await modelOfBook(office, { ...CHOSEN, assetContracts: apple }),
      ASK,
    );
    await type(office, id, `HedgeWith_${assetKey("Visa")}`, "NQ");
    const [book] = office.engine.sheets();
    const names = { sheet: book?.id ?? "", row: 1, column: 0, rows: 3, columns: 1 };
    office.engine.write(names, [["Apple Inc."], ["Coca-Cola"], ["VISA A"]]);
    const again = await modelOfBook(office, { ...CHOSEN, assetContracts: apple });
    expect(await buildHedgeSheet(again, { ...ASK, into: id })).toMatchObject({
      outcome: "updated",
      keptInputs: [],
      lostInputs: [],
      lostChoices: [
        { asset: "Apple", contract: "NQ" },
        { asset: "Visa", contract: "NQ" },
      ],
      newAssets: [
        { asset: "Apple Inc.", contract: "ES" },
        { asset: "VISA A", contract: "ES" },
      ],
    });
    // Told once: the new list holds them.
    expect(await buildHedgeSheet(again, { ...ASK, into: id })).toMatchObject({
      lostChoices: [],
      newAssets: [],
    });
  });

  it("says nothing of an asset that is gone and went with the first contract anyway", async () => {
    office = await openBook([
      ["Ticker", "Value"],
      ["AAPL", 3_600_000],
      ["KO", 5_000_000],
    ]);
    const { id } = await buildHedgeSheet(await modelOfBook(office, CHOSEN), ASK);
    const [book] = office.engine.sheets();
    office.engine.write({ sheet: book?.id ?? "", row: 1, column: 0, rows: 1, columns: 1 }, [["PEP"]]);
    const updated = await buildHedgeSheet(await modelOfBook(office, CHOSEN), { ...ASK, into: id });
    expect(updated).toMatchObject({ lostChoices: [], newAssets: [] });
  });

  it("takes the pane's word for a choice that the pane has shown and removed with its contract", async () => {
    office = await openBook([
      ["Ticker", "Value"],
      ["AAPL", 3_600_000],
      ["KO", 5_000_000],
    ]);
    const chosen = await modelOfBook(office, { ...CHOSEN, assetContracts: { AAPL: "NQ" } });
    const { id } = await buildHedgeSheet(chosen, ASK);
    const { inputs } = await readHedgeSheet(id);
    const removed = await modelOfBook(office, { ...CHOSEN, contracts: [ES], assetContracts: { KO: "none" } });
    const updated = await buildHedgeSheet(removed, { into: id, changedFormulas: "ask", inputsSeen: inputs });
    expect(updated).toMatchObject({ keptInputs: [], lostInputs: [], changedFormulas: [] });
    expect(await valueOf(office, id, "HedgeWith_AAPL")).toBe("ES");
    expect(await statusOf(office, id, "All holdings hedged")).toBe("OK");
  });

  it.each([
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "-1",
    "@SUM(A1)",
    "'=1",
    "TRUE",
    "1/2",
    "\t=1",
    "#REF!",
    "a*",
    "700",
    "１２",
    "Mai 5",
    "two\nlines",
    "long ".repeat(60),
  ])("finds the asset called %j, and lets it be text", async (name) => {
    office = await openBook([
      ["Ticker", "Value"],
      [`'${name}`, 3_600_000],
      ["KO", 5_000_000],
    ]);
    const key = assetKey(name);
    const { id } = await buildHedgeSheet(
      await modelOfBook(office, { ...CHOSEN, assetContracts: { [key]: "NQ" } }),
      ASK,
    );
    expect(await valueOf(office, id, "ContractsToTrade_NQ")).toBe(-10);
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-20);
    const cell = { ...areaOf(office, id, `HedgeWith_${key}`), column: 0 };
    expect(office.engine.values(cell)).toEqual([[name]]);
    const again = await buildHedgeSheet(
      await modelOfBook(office, { ...CHOSEN, assetContracts: { [key]: "NQ" } }),
      { ...ASK, into: id },
    );
    expect(again).toMatchObject({ outcome: "updated", changedFormulas: [] });
    expect(office.engine.values(cell)).toEqual([[name]]);
  });
});
