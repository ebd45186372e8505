import { buildHedgeSheet } from "../../src/excel/build-hedge-sheet";
import { BuildFailure, describeProblem, Refusal } from "../../src/excel/problem";
import { listHedgeSheets, readHedgeSheet } from "../../src/excel/read-hedge-sheet";
import { removeHedgeSheet } from "../../src/excel/remove-hedge-sheet";
import { contractChoice } from "../../src/sheet/plan/contract-choice";
import type { CellInput } from "../../src/workbench/engine/engine";
import type { OpenOffice } from "../protocol/office";
import { areaOf, EQUITIES, ES, modelOfBook, openBook, type, usersPart, valueOf } from "./book";

const ASK = { into: null, changedFormulas: "ask" } as const;

let office: OpenOffice;
afterEach(() => office.close());

function books(rows: number): CellInput[][] {
  const header = ["Ticker", "Shares", "Price", "Market value", "Beta"];
  return [header, ...Array.from({ length: rows }, (_, i) => [`S${i}`, 10, 100, 1000, 1.3])];
}

describe("buildHedgeSheet", () => {
  it("writes a sheet that says −32 contracts, and changes nothing else", async () => {
    office = await openBook();
    const before = await usersPart(office, []);
    const { id, name, outcome } = await buildHedgeSheet(await modelOfBook(office), ASK);
    expect([name, outcome]).toEqual(["Hedge Book 1", "built"]);
    // 10,000,000 × (0.5 − 1.3) ÷ (5,000 × 50) = −32
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-32);
    expect(await valueOf(office, id, "HedgeHeadline")).toBe("Sell 32 ES: beta 1.30 → 0.50");
    expect(await usersPart(office, [id])).toEqual(before);
  });

  it("answers a change of its inputs, and of the holdings, without the add-in", async () => {
    office = await openBook();
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    await type(office, id, "TargetBeta", 0);
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-52);
    const [book] = office.engine.sheets();
    office.engine.write({ sheet: book?.id ?? "", row: 1, column: 3, rows: 1, columns: 1 }, [[0]]);
    // Left: 4,000,000 × 1.6 ÷ 250,000 = 25.6
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-26);
  });

  it.each([20, 10_000])("takes four round trips for %d holdings", async (rows) => {
    office = await openBook(books(rows));
    const model = await modelOfBook(office);
    await office.host.idle();
    office.host.resetSyncs();
    const { id } = await buildHedgeSheet(model, ASK);
    await office.host.idle();
    // One request reads and three write; Excel.run adds one of its own to release the ranges.
    expect(office.host.syncs).toEqual({ read: 2, write: 3 });
    office.host.resetSyncs();
    await buildHedgeSheet(model, { ...ASK, into: id });
    await office.host.idle();
    expect(office.host.syncs).toEqual({ read: 2, write: 3 });
  });

  it("gives inputs, links and heads their colours, and sets up the page", async () => {
    office = await openBook();
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    const [[input] = []] = office.engine.format(areaOf(office, id, "TargetBeta"));
    expect(input).toMatchObject({ fontColor: "#0000FF", fill: "#FFFFCC" });
    const [[formula] = []] = office.engine.format(areaOf(office, id, "ExactContracts_ES"));
    expect(formula).toMatchObject({ fill: "" });
    const sheet = office.engine.sheets().find((each) => each.id === id);
    expect(sheet).toMatchObject({ showGridlines: false, frozenRows: 3, pageLayout: { fitToWidth: 1 } });
    expect(office.engine.charts(id)).toHaveLength(1);
    expect(office.engine.validations(id).length).toBeGreaterThan(5);
    expect(office.engine.conditionalFormats(id).length).toBeGreaterThan(0);
  });

  it("writes no formula of cell text, whatever the holdings are called", async () => {
    const names = ['=HYPERLINK("http://x","y")', "+1+1", "-1", "@SUM(A1)", "'=1", "TRUE", "1/2", "\t=1"];
    const cells = [["Ticker", "Value"], ...names.map((name, i) => [`'${name}`, 1000 * (i + 1)])];
    office = await openBook(cells);
    const before = await usersPart(office, []);
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    const data = await office.host.save();
    const inputs =
      data.sheets.find((sheet) => sheet.id === id)?.cells.map(({ input }) => String(input)) ?? [];
    expect(inputs.filter((input) => /HYPERLINK|SUM\(A1\)/.test(input))).toEqual([]);
    expect(await usersPart(office, [id])).toEqual(before);
  });

  it.each([
    "It's (a) book",
    "Ünïcode 😀 book",
    "=Sum!",
    "-1",
    "1234567890123456789012345678901",
    "R1C1",
    "TRUE",
    "a&b<c>",
  ])("builds for a sheet called %s", async (sheetName) => {
    office = await openBook(EQUITIES, sheetName);
    const { id, name } = await buildHedgeSheet(await modelOfBook(office), ASK);
    expect(name.length).toBeLessThanOrEqual(31);
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-32);
    await buildHedgeSheet(await modelOfBook(office), { ...ASK, into: id });
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-32);
  });

  it("gives each book a sheet of its own, also under a name that is taken", async () => {
    office = await openBook();
    const model = await modelOfBook(office);
    const first = await buildHedgeSheet(model, ASK);
    const second = await buildHedgeSheet(model, ASK);
    expect([first.name, second.name]).toEqual(["Hedge Book 1", "Hedge Book 1 2"]);
    await type(office, second.id, "TargetBeta", 0);
    expect(await valueOf(office, first.id, "ContractsToTrade_ES")).toBe(-32);
    expect(await valueOf(office, second.id, "ContractsToTrade_ES")).toBe(-52);
    expect((await listHedgeSheets()).map(({ name }) => name)).toEqual(["Hedge Book 1", "Hedge Book 1 2"]);
  });

  it("tells of its progress and can be cancelled at each step, leaving nothing", async () => {
    office = await openBook();
    const model = await modelOfBook(office);
    const before = await office.host.save();
    for (const at of [0, 1, 2, 3]) {
      const controller = new AbortController();
      const build = buildHedgeSheet(model, {
        ...ASK,
        signal: controller.signal,
        onProgress: ({ done }) => {
          if (done === at) controller.abort();
        },
      });
      if (at === 3) {
        await build;
        continue;
      }
      await expect(build).rejects.toMatchObject({ left: "nothing", cause: { code: "Cancelled" } });
      expect(await office.host.save()).toEqual(before);
    }
  });

  it("refuses to build into a sheet that is not ours", async () => {
    office = await openBook();
    const [book] = office.engine.sheets();
    const before = await office.host.save();
    const build = buildHedgeSheet(await modelOfBook(office), { ...ASK, into: book?.id ?? "" });
    await expect(build).rejects.toMatchObject({ left: "nothing", cause: { code: "NotOurs" } });
    await expect(removeHedgeSheet(book?.id ?? "")).rejects.toMatchObject({ code: "NotOurs" });
    await expect(readHedgeSheet(book?.id ?? "")).rejects.toBeInstanceOf(Refusal);
    expect(await office.host.save()).toEqual(before);
  });

  it("refuses a protected hedge sheet with a sentence", async () => {
    office = await openBook();
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    office.engine.setSheet(id, { protected: true });
    const error: unknown = await buildHedgeSheet(await modelOfBook(office), { ...ASK, into: id }).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(BuildFailure);
    expect(describeProblem(error)).toMatchObject({
      code: "Protected",
      detail: "The sheet “Hedge Book 1” is protected. Nothing in the workbook was changed.",
    });
  });
});

it("says that Excel calculates only when told to", async () => {
  office = await openBook();
  const model = await modelOfBook(office);
  const { id, calculatesByHand } = await buildHedgeSheet(model, ASK);
  expect(calculatesByHand).toBe(false);
  await Excel.run(async (context) => {
    context.application.calculationMode = "Manual";
    await context.sync();
  });
  expect(await buildHedgeSheet(model, { ...ASK, into: id })).toMatchObject({ calculatesByHand: true });
});

describe("building again", () => {
  it("keeps what the user typed into inputs, and takes what the pane changed", async () => {
    office = await openBook();
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    await type(office, id, "TargetBeta", 0.25);
    await type(office, id, "CashAvailable", 1_000_000);
    const model = await modelOfBook(office, { contracts: [{ ...ES, price: 5100 }] });
    const result = await buildHedgeSheet(model, { ...ASK, into: id });
    expect(result.outcome).toBe("updated");
    expect(await valueOf(office, id, "TargetBeta")).toBe(0.25);
    expect(await valueOf(office, id, "CashAvailable")).toBe(1_000_000);
    expect(await valueOf(office, id, "FuturesPrice_ES")).toBe(5100);
    expect(result.keptInputs).toEqual([
      {
        name: "TargetBeta",
        label: "Target beta",
        address: "B6",
        kept: 0.25,
        shown: "0.25",
        model: 0.5,
        asValue: false,
      },
      {
        name: "CashAvailable",
        label: "Cash available for margin",
        address: "B27",
        kept: 1_000_000,
        shown: "1,000,000",
        model: "",
        asValue: false,
      },
    ]);
    expect(areaOf(office, id, "CashAvailable")).toMatchObject({ row: 26, column: 1 });
    // Typed once, kept for ever: the next build is told the same.
    await buildHedgeSheet(model, { ...ASK, into: id });
    expect(await valueOf(office, id, "TargetBeta")).toBe(0.25);
  });

  it("says what was kept, lost or changed in the words of the sheet", async () => {
    office = await openBook();
    const NQ = contractChoice("NQ", { price: 18_000, expiry: 46_100 });
    const { id } = await buildHedgeSheet(await modelOfBook(office, { contracts: [ES, NQ] }), ASK);
    await type(office, id, "FuturesPrice_NQ", 18_100);
    await type(office, id, "ExpiryDate_NQ", 46_109);
    await type(office, id, "MarketShock", -0.07);
    await type(office, id, "ExactContracts_NQ", "=-7");
    // A label of the user's own, and a cell without a name.
    const labelled = { ...areaOf(office, id, "PortfolioValue"), column: 0 };
    office.engine.write(labelled, [["My portfolio"]]);
    await type(office, id, "PortfolioValue", 9_000_000);
    const asked = await buildHedgeSheet(await modelOfBook(office, { contracts: [ES] }), { ...ASK, into: id });
    expect(asked.outcome).toBe("asked");
    expect(asked.keptInputs.map(({ label, shown }) => [label, shown])).toEqual([["Market shock", "−7%"]]);
    // 46,109 is 28 March 2026 in Excel's calendar.
    expect(asked.lostInputs.map(({ label, shown }) => [label, shown])).toEqual([
      ["NQ: Futures price", "18,100"],
      ["NQ: Expiry", "2026-03-28"],
    ]);
    expect(
      asked.changedFormulas.map(({ label, newAddress, obstacle }) => [label, newAddress === null, obstacle]),
    ).toEqual([
      ["", true, "The rows of the sheet have moved."],
      ["My portfolio", false, null],
      ["NQ: Contracts, exact", true, "The new sheet has no such cell."],
    ]);
  });

  it("takes the pane's value where the pane knew what was typed", async () => {
    office = await openBook();
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    await type(office, id, "TargetBeta", 0.25);
    const { inputs } = await readHedgeSheet(id);
    expect(inputs).toMatchObject({ TargetBeta: 0.25, FuturesPrice_ES: 5000 });
    const model = await modelOfBook(office, { aim: { kind: "targetBeta", targetBeta: 0.3 } });
    const result = await buildHedgeSheet(model, { ...ASK, into: id, inputsSeen: inputs });
    expect(result.keptInputs).toEqual([]);
    expect(await valueOf(office, id, "TargetBeta")).toBe(0.3);
  });

  it("keeps an input that the user linked to a cell of his own", async () => {
    office = await openBook();
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    await type(office, id, "FuturesPrice_ES", "='Book 1'!C3*31.25");
    expect(await valueOf(office, id, "FuturesPrice_ES")).toBe(5000);
    await buildHedgeSheet(await modelOfBook(office, { contracts: [{ ...ES, price: 4000 }] }), {
      ...ASK,
      into: id,
    });
    expect(office.engine.inputs(areaOf(office, id, "FuturesPrice_ES"))).toEqual([["='Book 1'!C3*31.25"]]);
  });

  it("keeps text that looks like a formula as text", async () => {
    office = await openBook();
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    await type(office, id, "CashAvailable", "'=1+1");
    await buildHedgeSheet(await modelOfBook(office), { ...ASK, into: id });
    expect(await valueOf(office, id, "CashAvailable")).toBe("=1+1");
  });

  it("asks about a formula that the user changed, and keeps or replaces it by choice", async () => {
    office = await openBook();
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    const [[ours = ""] = []] = office.engine.inputs(areaOf(office, id, "ExactContracts_ES"));
    await type(office, id, "ExactContracts_ES", `${String(ours)}*0.5`);
    const model = await modelOfBook(office);
    const before = await office.host.save();
    const asked = await buildHedgeSheet(model, { ...ASK, into: id });
    expect(asked.outcome).toBe("asked");
    expect(asked.changedFormulas).toEqual([
      expect.objectContaining({
        name: "ExactContracts_ES",
        yours: `${String(ours)}*0.5`,
        kept: false,
        obstacle: null,
      }),
    ]);
    expect(await office.host.save()).toEqual(before);

    await buildHedgeSheet(model, { into: id, changedFormulas: "keep" });
    expect(office.engine.inputs(areaOf(office, id, "ExactContracts_ES"))).toEqual([[`${String(ours)}*0.5`]]);
    // Still the user's, so the next build asks again.
    expect((await buildHedgeSheet(model, { ...ASK, into: id })).outcome).toBe("asked");

    await buildHedgeSheet(model, { into: id, changedFormulas: "replace" });
    expect(office.engine.inputs(areaOf(office, id, "ExactContracts_ES"))).toEqual([[ours]]);
    expect((await buildHedgeSheet(model, { ...ASK, into: id })).outcome).toBe("updated");
  });

  it("does not ask when nothing was changed, nor when rows were inserted among the holdings", async () => {
    office = await openBook();
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    expect((await buildHedgeSheet(await modelOfBook(office), { ...ASK, into: id })).outcome).toBe("updated");
    const [book] = office.engine.sheets();
    const area = { sheet: book?.id ?? "", row: 3, column: 0, rows: 1, columns: 5 };
    office.engine.write(area, [["MSFT", 5000, 400, 2000000, 0.9]]);
    const result = await buildHedgeSheet(await modelOfBook(office), { ...ASK, into: id });
    expect(result).toMatchObject({ outcome: "updated", changedFormulas: [] });
    // (0.5 × 12,000,000 − 14,800,000) ÷ 250,000 = −35.2
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-35);
  });

  it("clears the rows of holdings that are gone", async () => {
    office = await openBook(books(30));
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    const rows = office.engine.usedArea(id)?.rows ?? 0;
    await buildHedgeSheet(await modelOfBook(office, {}, 11), { ...ASK, into: id });
    expect(office.engine.usedArea(id)?.rows).toBe(rows - 20);
    expect(await valueOf(office, id, "PortfolioValue")).toBe(10_000);
  });

  it("leaves the user's notes beside the cells where they are", async () => {
    office = await openBook();
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    const note = { sheet: id, row: 5, column: 20, rows: 1, columns: 1 };
    const inside = { sheet: id, row: 3, column: 2, rows: 1, columns: 1 };
    office.engine.write(note, [["agreed on Monday"]]);
    office.engine.write(inside, [["my note"]]);
    for (const changedFormulas of ["ask", "replace"] as const) {
      await buildHedgeSheet(await modelOfBook(office), { into: id, changedFormulas });
      expect(office.engine.inputs(note)).toEqual([["agreed on Monday"]]);
      expect(office.engine.inputs(inside)).toEqual([["my note"]]);
    }
  });

  // Excel keeps the name of a cell whose row is deleted, and lets it point to #REF!.
  it("repairs names that point nowhere, those of the new sheet and those that it does not have", async () => {
    office = await openBook();
    const NQ = contractChoice("NQ", { price: 18_000 });
    const { id } = await buildHedgeSheet(await modelOfBook(office, { contracts: [ES, NQ] }), ASK);
    for (const name of ["MarketShock", "FuturesPrice_NQ"]) {
      office.engine.setName({
        name,
        scope: id,
        formula: "='Hedge Book 1'!#REF!",
        comment: "",
        visible: true,
      });
    }
    const model = await modelOfBook(office);
    await buildHedgeSheet(model, { into: id, changedFormulas: "replace" });
    expect(await valueOf(office, id, "MarketShock")).toBe(-0.05);
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-32);
    expect(office.engine.names().filter(({ name }) => name === "FuturesPrice_NQ")).toEqual([]);
  });

  it("follows the sheet when it is renamed", async () => {
    office = await openBook();
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    office.engine.renameSheet(id, "Bob's hedge");
    await type(office, id, "TargetBeta", 0);
    const result = await buildHedgeSheet(await modelOfBook(office), { ...ASK, into: id });
    expect(result).toMatchObject({ name: "Bob's hedge", outcome: "updated" });
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-52);
  });

  it("keeps the number of names, charts, rules and validations", async () => {
    office = await openBook();
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    const count = () => [
      office.engine.names().length,
      office.engine.charts(id).length,
      office.engine.conditionalFormats(id).length,
      office.engine.validations(id).length,
    ];
    const before = count();
    await buildHedgeSheet(await modelOfBook(office), { ...ASK, into: id });
    expect(count()).toEqual(before);
  });
});

describe("removeHedgeSheet", () => {
  it("takes the sheet away and nothing else", async () => {
    office = await openBook();
    const before = await office.host.save();
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    await removeHedgeSheet(id);
    expect(await listHedgeSheets()).toEqual([]);
    expect(await office.host.save()).toEqual(before);
  });
});
