import { buildHedgeSheet } from "../../src/excel/build-hedge-sheet";
import { contractChoice, smallerChoice } from "../../src/sheet/plan/contract-choice";
import type { OpenOffice } from "../protocol/office";
import { areaOf, ES, modelOfBook, openBook, type, valueOf } from "./book";

const ASK = { into: null, changedFormulas: "ask" } as const;
const ES_AND_MICRO = contractChoice("ES", { price: 5000, smaller: smallerChoice("ES") });
const VOLATILITY = { aim: { kind: "targetVolatility", target: 0.1, realised: 0.2 } } as const;

let office: OpenOffice;
beforeEach(async () => {
  office = await openBook();
});
afterEach(() => office.close());

/** Types into a cell of a sheet, row and column from 0. */
async function write(sheet: string, row: number, column: number, input: number | string): Promise<void> {
  office.engine.write({ sheet, row, column, rows: 1, columns: 1 }, [[input]]);
  await office.engine.settle();
}

function inputAt(sheet: string, row: number, column: number): unknown {
  return office.engine.inputs({ sheet, row, column, rows: 1, columns: 1 })[0]?.[0];
}

describe("a note where a cell of the new sheet comes", () => {
  // The aim by volatility has a row more: with a target beta the blank cash comes to where the note is.
  it("is no cash: it is listed, and the blank input stays blank", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office, VOLATILITY), ASK);
    const { row, column } = areaOf(office, id, "CashAvailable");
    await write(id, row - 1, column, 250_000);
    const how = { into: id, changedFormulas: "replace" } as const;
    const asked = await buildHedgeSheet(await modelOfBook(office), { ...how, changedFormulas: "ask" });
    expect(asked).toMatchObject({ outcome: "asked", changedFormulas: [{ yours: 250_000, kept: false }] });
    const { changedFormulas } = await buildHedgeSheet(await modelOfBook(office), how);
    expect(changedFormulas).toMatchObject([{ yours: 250_000, kept: false }]);
    expect(await valueOf(office, id, "CashAvailable")).toBe("");
  });

  it("does not take the place of what was typed into that input", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office, VOLATILITY), ASK);
    await type(office, id, "CashAvailable", 500_000);
    const { row, column } = areaOf(office, id, "CashAvailable");
    await write(id, row - 1, column, 250_000);
    const how = { into: id, changedFormulas: "keep" } as const;
    const { keptInputs } = await buildHedgeSheet(await modelOfBook(office), how);
    expect(keptInputs).toMatchObject([{ name: "CashAvailable", kept: 500_000 }]);
    expect(await valueOf(office, id, "CashAvailable")).toBe(500_000);
  });
});

describe("a formula of the user's beside the sheet's cells", () => {
  // Columns G and T: within what the sheet writes, and to the right of it.
  it.each([6, 19])("follows the cell that it refers to when rows move, in column %d", async (column) => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    const order = areaOf(office, id, "ContractsToTrade_ES");
    await write(id, 5, column, `=B${order.row + 1}*50`);
    expect(office.engine.values({ sheet: id, row: 5, column, rows: 1, columns: 1 })).toEqual([[-1600]]);
    const next = await modelOfBook(office, { contracts: [ES_AND_MICRO] });
    await buildHedgeSheet(next, { into: id, changedFormulas: "keep" });
    expect(areaOf(office, id, "ContractsToTrade_ES").row).not.toBe(order.row);
    await office.engine.settle();
    expect(office.engine.values({ sheet: id, row: 5, column, rows: 1, columns: 1 })).toEqual([[-1600]]);
  });

  it("is listed, and gives its value, where the cell that it refers to has no name", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office, { contracts: [ES] }), ASK);
    const { row } = areaOf(office, id, "UnhedgedAt_Shock");
    await write(id, 5, 6, `=A${row + 1}&"!"`);
    const next = await modelOfBook(office, { contracts: [ES_AND_MICRO] });
    const { changedFormulas } = await buildHedgeSheet(next, { into: id, changedFormulas: "replace" });
    expect(changedFormulas).toMatchObject([{ address: "G6", kept: false }]);
    expect(inputAt(id, 5, 6)).toBe("At the shock!");
  });
});
