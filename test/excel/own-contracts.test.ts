import { insertContractTable, readOwnContracts } from "../../src/excel/own-contracts";
import type { CellInput } from "../../src/workbench/engine/engine";
import type { OpenOffice } from "../protocol/office";
import { openBook, usersPart } from "./book";

let office: OpenOffice;
afterEach(() => office.close());

async function openTable(cells: readonly (readonly CellInput[])[], showTotals = false): Promise<string> {
  office = await openBook(cells, "My contracts");
  const sheet = office.engine.sheets()[0]?.id ?? "";
  const area = { sheet, row: 0, column: 0, rows: cells.length, columns: cells[0]?.length ?? 1 };
  office.engine.setTable(sheet, {
    id: "1",
    name: "Mine",
    area,
    hasHeaders: true,
    showTotals,
    style: "",
  });
  return sheet;
}

const HEADERS = ["Code", "Name", "Multiplier", "Currency", "Payoff", "Lot"];

describe("readOwnContracts", () => {
  it("reads the rows of a table, with defaults for what is left out", async () => {
    await openTable([
      HEADERS,
      ["FBIG", "Big index", 25, "eur", "", ""],
      ["COIN", "", 100, "USD", "Inverse", 10],
    ]);
    expect(await readOwnContracts()).toEqual([
      {
        code: "FBIG",
        name: "Big index",
        multiplier: 25,
        currency: "EUR",
        payoff: "linear",
        lot: 1,
        sheet: "My contracts",
        address: "A2:F2",
        problem: null,
      },
      {
        code: "COIN",
        name: "COIN",
        multiplier: 100,
        currency: "USD",
        payoff: "inverse",
        lot: 10,
        sheet: "My contracts",
        address: "A3:F3",
        problem: null,
      },
    ]);
  });

  it("takes the table's totals row for no contract", async () => {
    await openTable([HEADERS, ["FBIG", "Big index", 25, "EUR", "", 1], ["Total", "", "", "", "", 1]], true);
    expect(await readOwnContracts()).toMatchObject([{ code: "FBIG", problem: null }]);
  });

  it.each<[string, CellInput[]]>([
    ["the code must be", ["'=HYPERLINK(1)", "x", 25, "USD", "linear", 1]],
    ["Contract without a code: give it a code", ["", "x", 25, "USD", "linear", 1]],
    ["with at least one letter", ["600519", "x", 25, "CNY", "linear", 1]],
    // The hedge sheet names its cells by the code, in letters from A to Z.
    ["the code must be", ["ÖL", "x", 25, "USD", "linear", 1]],
    ["says that a holding is not hedged", ["None", "x", 25, "USD", "linear", 1]],
    ["the multiplier must be a number greater than 0", ["A", "x", 0, "USD", "linear", 1]],
    ["the multiplier must be a number greater than 0", ["A", "x", "'25", "USD", "linear", 1]],
    ["the multiplier must be a number greater than 0", ["A", "x", "=1/0", "USD", "linear", 1]],
    ["the currency must be", ["A", "x", 25, "US dollars", "linear", 1]],
    ["the payoff must be linear or inverse", ["A", "x", 25, "USD", "option", 1]],
    ["the lot must be a number greater than 0", ["A", "x", 25, "USD", "linear", -1]],
  ])("says that %s", async (problem, row) => {
    await openTable([HEADERS, row]);
    const [contract] = await readOwnContracts();
    expect(contract?.problem).toContain(problem);
  });

  it("lets the first of two rows with one code count", async () => {
    await openTable([HEADERS, ["A", "", 1, "USD", "", 1], ["a", "", 2, "USD", "", 1]]);
    const [first, second] = await readOwnContracts();
    expect(first?.problem).toBeNull();
    expect(second?.problem).toBe(
      "Contract “a” is already defined in My contracts!A2:F2; the first one counts.",
    );
  });

  it("takes no table of holdings for one of contracts", async () => {
    await openTable([
      ["Ticker", "Name", "Value"],
      ["AAPL", "Apple", 1000],
    ]);
    expect(await readOwnContracts()).toEqual([]);
  });

  it("reads the range named HedgeContracts, or says which headers it lacks", async () => {
    office = await openBook(
      [
        ["Code", "Multiplier", "Lot"],
        ["X", 5, 1],
      ],
      "Sheet A",
    );
    const name = { name: "HedgeContracts", scope: null, comment: "", visible: true };
    office.engine.setName({ ...name, formula: "='Sheet A'!$A$1:$C$2" });
    expect(await readOwnContracts()).toMatchObject([
      { code: "X", multiplier: 5, address: "A2:C2", problem: null },
    ]);
    office.engine.setName({ ...name, formula: "='Sheet A'!$A$2:$C$2" });
    const [contract] = await readOwnContracts();
    expect(contract?.problem).toContain("needs a first row with the headers Code, Name, Multiplier");
  });
});

describe("where the name HedgeContracts means no cells", () => {
  it.each([
    ["its sheet was deleted", "=#REF!"],
    ["it is a number", "=5"],
  ])("because %s, the other contracts are still read", async (_, formula) => {
    await openTable([HEADERS, ["FBIG", "Big index", 25, "EUR", "", ""]]);
    office.engine.setName({ name: "HedgeContracts", scope: null, comment: "", visible: true, formula });
    const contracts = await readOwnContracts();
    expect(contracts).toMatchObject([{ code: "FBIG", problem: null }]);
  });
});

describe("insertContractTable", () => {
  it("adds a sheet whose example row is read as a contract, and touches nothing else", async () => {
    office = await openBook();
    const before = await usersPart(office, []);
    const name = await insertContractTable();
    const added = office.engine.sheets().find((sheet) => sheet.name === name)?.id ?? "";
    expect(await usersPart(office, [added])).toEqual(before);
    expect(await readOwnContracts()).toMatchObject([
      { code: "MYFUT", multiplier: 10, payoff: "linear", problem: null },
    ]);
    expect(await insertContractTable()).toBe("Contracts 2");
  });
});
