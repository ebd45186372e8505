import { buildHedgeSheet } from "../../src/excel/build-hedge-sheet";
import { readHedgeSheet } from "../../src/excel/read-hedge-sheet";
import { contractChoice, smallerChoice } from "../../src/sheet/plan/contract-choice";
import type { OpenOffice } from "../protocol/office";
import { areaOf, ES, modelOfBook, openBook, type, valueOf } from "./book";

const ASK = { into: null, changedFormulas: "ask" } as const;
/** Whose rows push the cash down. */
const ES_AND_MICRO = { ...ES, smaller: smallerChoice("ES") };
const NQ = contractChoice("NQ", { price: 18_000 });
/** Microsoft: RTD "retrieves real-time data from a program that supports COM automation". */
const RTD = '=RTD("feed.server","","ES")';

let office: OpenOffice;
beforeEach(async () => {
  office = await openBook();
});
afterEach(() => office.close());

/** What is in the cell of a name. */
function typed(id: string, name: string): unknown {
  return office.engine.inputs(areaOf(office, id, name))[0]?.[0];
}

/** Every formula that a hedge sheet holds. */
async function formulas(id: string): Promise<string[]> {
  const { sheets } = await office.host.save();
  const cells = sheets.find((sheet) => sheet.id === id)?.cells ?? [];
  return cells.map(({ input }) => String(input)).filter((input) => input.startsWith("="));
}

describe("a formula that leaves the workbook", () => {
  it.each([RTD, "='C:\\feeds\\[Prices.xlsx]ES'!$B$2", '=WEBSERVICE("https://example.com/es")'])(
    "typed over an input stays untouched where the cell stays: %s",
    async (formula) => {
      const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
      await type(office, id, "FuturesPrice_ES", formula);
      const before = typed(id, "FuturesPrice_ES");
      const result = await buildHedgeSheet(await modelOfBook(office), { ...ASK, into: id });
      expect(result.outcome).toBe("updated");
      expect(result.keptInputs).toMatchObject([{ name: "FuturesPrice_ES", kept: before, asValue: false }]);
      expect(typed(id, "FuturesPrice_ES")).toBe(before);
    },
  );

  it("gives its value where the cell has to move, and the answer says so", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    await type(office, id, "CashAvailable", RTD);
    const value = await valueOf(office, id, "CashAvailable");
    const next = await modelOfBook(office, { contracts: [ES_AND_MICRO] });
    const result = await buildHedgeSheet(next, { ...ASK, into: id });
    expect(result.keptInputs).toMatchObject([
      { name: "CashAvailable", asValue: true, shown: expect.stringContaining(RTD) as string },
    ]);
    expect(await formulas(id)).not.toContain(RTD);
    expect(typed(id, "CashAvailable")).toBe(typeof value === "object" ? value.error : value);
  });

  // The pane knows the value from the sheet, so that it is the new model's as well: that the feed is gone must be said.
  it("is said to have become its value even where the pane has taken that over", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    await type(office, id, "CashAvailable", "=G60*2");
    office.engine.write({ sheet: id, row: 59, column: 6, rows: 1, columns: 1 }, [[125_000]]);
    await office.engine.settle();
    const cash = await valueOf(office, id, "CashAvailable");
    const next = await modelOfBook(office, { contracts: [ES_AND_MICRO], cash: Number(cash) });
    const { keptInputs } = await buildHedgeSheet(next, {
      ...ASK,
      into: id,
      inputsSeen: { CashAvailable: cash as number },
    });
    expect(keptInputs).toContainEqual(
      expect.objectContaining({
        name: "CashAvailable",
        asValue: true,
        shown: expect.stringContaining("=G60*2") as string,
      }),
    );
  });

  it("typed over a cell of ours is listed, and stays untouched if kept", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    await type(office, id, "ExactContracts_ES", RTD);
    const asked = await buildHedgeSheet(await modelOfBook(office), { ...ASK, into: id });
    expect(asked).toMatchObject({ outcome: "asked", changedFormulas: [{ yours: RTD, obstacle: null }] });
    const keep = { into: id, changedFormulas: "keep" } as const;
    const kept = await buildHedgeSheet(await modelOfBook(office), keep);
    expect(kept.changedFormulas).toMatchObject([{ kept: true, asValue: false }]);
    expect(typed(id, "ExactContracts_ES")).toBe(RTD);
    const moved = await buildHedgeSheet(await modelOfBook(office, { contracts: [ES, NQ] }), keep);
    expect(moved.changedFormulas).toMatchObject([{ name: "ExactContracts_ES", kept: true, asValue: true }]);
    expect(await formulas(id)).not.toContain(RTD);
  });

  it("in what a stopped update is said to have held is written as a text", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    const inputs = { FuturesPrice_ES: RTD, CashAvailable: "=1+1", TargetBeta: 0.25 };
    await type(office, id, "HedgePending", `'${JSON.stringify({ inputs, rows: [] })}`);
    expect((await readHedgeSheet(id)).unfinished).toBe(true);
    await buildHedgeSheet(await modelOfBook(office), { into: id, changedFormulas: "replace" });
    expect(typed(id, "FuturesPrice_ES")).toBe(`'${RTD}`);
    expect(typed(id, "CashAvailable")).toBe("=1+1");
    expect(await valueOf(office, id, "TargetBeta")).toBe(0.25);
    expect(typed(id, "HedgePending")).toBe("");
  });

  it("in a note stays where it is", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    const note = { sheet: id, row: 54, column: 6, rows: 1, columns: 1 };
    office.engine.write(note, [[RTD]]);
    await buildHedgeSheet(await modelOfBook(office), { ...ASK, into: id });
    expect(office.engine.inputs(note)).toEqual([[RTD]]);
  });
});
