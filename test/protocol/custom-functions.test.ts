import type { FunctionsMetadata } from "../../src/workbench/protocol/custom-functions";
import { openOffice, type OpenOffice } from "./office";

/** Functions of the test's own: the workbench must serve any add-in. */
const functions: FunctionsMetadata = {
  functions: [
    {
      id: "T_ADD",
      name: "T_ADD",
      parameters: [
        { name: "first", type: "number" },
        { name: "second", type: "number", optional: true },
      ],
      result: { type: "number" },
    },
    {
      id: "T_TWICE",
      name: "T_TWICE",
      parameters: [{ name: "values", type: "any", dimensionality: "matrix" }],
      result: { dimensionality: "matrix" },
      allowErrorForDataTypeAny: true,
    },
    {
      id: "T_ROOTS",
      name: "T_ROOTS",
      parameters: [{ name: "values", type: "number", dimensionality: "matrix" }],
      result: { dimensionality: "matrix" },
    },
    { id: "T_FAIL", name: "T_FAIL", parameters: [], result: {} },
    {
      id: "T_WHERE",
      name: "T_WHERE",
      parameters: [{ name: "value" }],
      result: {},
      options: { requiresAddress: true },
    },
    { id: "T_ABSENT", name: "T_ABSENT", parameters: [], result: {} },
  ],
};

let office: OpenOffice;
const calls: unknown[][] = [];

beforeAll(async () => {
  office = await openOffice({ functions });
  const { CustomFunctions } = office;
  CustomFunctions.associate("T_ADD", (first, second) => {
    calls.push([first, second]);
    return Number(first) + Number(second ?? 100);
  });
  CustomFunctions.associate("T_TWICE", (values) => {
    calls.push([values]);
    return (values as unknown[][]).map((line) =>
      line.map((value) => (value instanceof CustomFunctions.Error ? value.code : 2 * Number(value))),
    );
  });
  CustomFunctions.associate("T_ROOTS", (values) => {
    const root = (value: number) =>
      value < 0
        ? new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, "No root is negative.")
        : Math.sqrt(value);
    return (values as number[][]).map((line) => line.map(root));
  });
  CustomFunctions.associate("T_FAIL", () => {
    throw new CustomFunctions.Error(
      CustomFunctions.ErrorCode.notAvailable,
      "No margin is known for this contract.",
    );
  });
  CustomFunctions.associate("T_WHERE", async (value, invocation) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return `${String(value)} at ${String((invocation as { address?: string }).address)}`;
  });
});
afterAll(() => office.close());
beforeEach(() => {
  calls.length = 0;
});

async function write(address: string, formulas: unknown[][]): Promise<void> {
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange(address).formulas = formulas;
    await context.sync();
  });
}

async function read(address: string): Promise<unknown[][]> {
  return office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address).load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

describe("custom functions", () => {
  it("show #BUSY! until they answer, and then their value", async () => {
    await write("A1:A2", [[40], ["=T_ADD(A1,2)"]]);
    expect(await read("A2")).toEqual([["#BUSY!"]]);
    await office.host.idle();
    expect(await read("A2")).toEqual([[42]]);
    expect(calls).toEqual([[40, 2]]);
  });

  it("get null for an argument left out", async () => {
    await write("B1", [["=T_ADD(1)"]]);
    await office.host.idle();
    expect(await read("B1")).toEqual([[101]]);
    expect(calls).toEqual([[1, null]]);
  });

  it("are called again when a precedent changes, and only then", async () => {
    await write("A1", [[50]]);
    await office.host.idle();
    expect(await read("A2")).toEqual([[52]]);
    await write("D9", [["elsewhere"]]);
    await office.host.idle();
    expect(calls).toEqual([[50, 2]]);
  });

  it("work inside other formulas and inside each other", async () => {
    await write("C1", [['=10*T_ADD(T_ADD(A1,1),SUM(1,2))&" T_ADD(1)"']]);
    await office.host.idle();
    expect(await read("C1")).toEqual([["540 T_ADD(1)"]]);
  });

  it("spill a matrix, and say #SPILL! when something is in the way", async () => {
    await write("E1:E3", [[1], [2], [3]]);
    await write("F1", [["=T_TWICE(E1:E3)"]]);
    await office.host.idle();
    expect(await read("F1:F3")).toEqual([[2], [4], [6]]);
    await write("F2", [["in the way"]]);
    await office.host.idle();
    expect(await read("F1:F3")).toEqual([["#SPILL!"], ["in the way"], [""]]);
    await write("F2", [[""]]);
    expect(await read("F1:F3")).toEqual([[2], [4], [6]]);
  });

  it("answer errors, with the message for the cell", async () => {
    await write("G1", [["=T_FAIL()"]]);
    await office.host.idle();
    expect(await read("G1")).toEqual([["#N/A"]]);
    const sheet = office.engine.activeSheet();
    expect(office.engine.values({ sheet, row: 0, column: 6, rows: 1, columns: 1 })).toEqual([
      [{ error: "#N/A", message: "No margin is known for this contract." }],
    ]);
  });

  it("answer errors inside a block, each with its message", async () => {
    await write("K1:L2", [
      [4, -1],
      [-9, 16],
    ]);
    await write("M1", [["=T_ROOTS(K1:L2)"]]);
    await office.host.idle();
    const sheet = office.engine.activeSheet();
    const wrong = { error: "#VALUE!", message: "No root is negative." };
    expect(office.engine.values({ sheet, row: 0, column: 12, rows: 2, columns: 2 })).toEqual([
      [2, wrong],
      [wrong, 4],
    ]);
  });

  it("are handed errors only where their metadata allow it", async () => {
    await write("H1:H3", [["=1/0"], ["=T_ADD(H1,1)"], ["=T_TWICE(H1)"]]);
    await office.host.idle();
    expect(await read("H2:H3")).toEqual([["#DIV/0!"], ["#DIV/0!"]]);
    expect(calls).toHaveLength(1);
  });

  it("are not called with text where they want a number", async () => {
    await write("I1", [['=T_ADD("many",1)']]);
    await office.host.idle();
    expect(await read("I1")).toEqual([["#VALUE!"]]);
    expect(calls).toEqual([]);
  });

  it("learn the address of their cell if they ask for it", async () => {
    await write("J4", [["=T_WHERE(7)"]]);
    await office.host.idle();
    expect(await read("J4")).toEqual([["7 at Sheet1!J4"]]);
  });

  it("that the page has not associated fail as the library reports them", async () => {
    await write("K1", [["=T_ABSENT()"]]);
    await office.host.idle();
    expect(await read("K1")).toEqual([["#VALUE!"]]);
  });
});
