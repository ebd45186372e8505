import { metadata } from "../../src/functions/metadata";
import type { FunctionsMetadata } from "../../src/workbench/protocol/custom-functions";
import { openIronCalcInNode } from "../../src/workbench/engine/ironcalc-node";
import { openOffice, type OpenOffice } from "../protocol/office";

// The add-in's functions, typed into a workbook and called through the real Office.js.

let office: OpenOffice;
/** What Office.js sent for each call, before the workbook shows it. */
const answers: unknown[] = [];

beforeAll(async () => {
  const engine = await openIronCalcInNode();
  const connect = engine.connectFunctions.bind(engine);
  engine.connectFunctions = (specs, call) =>
    connect(specs, async (one) => {
      const answer = await call(one);
      answers.push(answer);
      return answer;
    });
  office = await openOffice({ engine, functions: metadata() as unknown as FunctionsMetadata });
  office.makeGlobal();
  await import("../../src/functions/functions");
});
afterAll(() => office.close());

async function type(address: string, formulas: unknown[][]): Promise<void> {
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange(address).formulas = formulas;
    await context.sync();
  });
  await office.host.idle();
}

/** The cells as the workbook holds them: errors with the message that Excel shows on the cell. */
function shown(row: number, column: number, rows = 1, columns = 1) {
  return office.engine.values({ sheet: office.engine.activeSheet(), row, column, rows, columns });
}

describe("typed in a cell", () => {
  // CME's contract specifications: ES 50 dollars, MNQ 2 dollars a point; a margin of 12,320 is an example.
  it.each([
    ['=FUT_CONTRACTS(10000000,5000,"ES",1.3,0.5)', -32],
    ['=FUT_NOTIONAL(12800,"MNQ")', 25_600],
    ['=FUT_PNL(4000,4050,"ES")', 2500],
    ["=FUT_CONTRACTS(300000,60000,0.001)", -5000],
  ])("%s gives %d", async (formula, answer) => {
    await type("A1", [[formula]]);
    expect(shown(0, 0)).toEqual([[answer]]);
  });

  it("gives leverage to a double's digits", async () => {
    await type("A1", [['=FUT_LEVERAGE(4000,"ES",12320)']]);
    expect(shown(0, 0)[0]?.[0]).toBeCloseTo(200_000 / 12_320, 12);
  });

  it("spills, and leaves an error in its own cell with its message", async () => {
    await type("B1:B4", [[5000], ["=1/0"], ["5 000"], [6000]]);
    await type("C1", [['=FUT_NOTIONAL(B1:B4,"ES")']]);
    const refused = { error: "#VALUE!", message: 'price is the text "5 000", but must be a number' };
    expect(shown(0, 2, 4)).toEqual([[250_000], [{ error: "#DIV/0!" }], [refused], [300_000]]);
    expect(answers.at(-1)).toEqual([
      [250_000],
      [expect.objectContaining({ error: "#DIV/0!" })],
      [{ error: "#VALUE!", message: 'price is the text "5 000", but must be a number' }],
      [300_000],
    ]);
    await type("B2", [[5500]]);
    expect(shown(0, 2, 2)).toEqual([[250_000], [275_000]]);
  });

  it("says why there is no answer, and what to do", async () => {
    await type("D1", [['=FUT_NOTIONAL(5000,"ESS")']]);
    expect(shown(0, 3)).toEqual([
      [
        {
          error: "#N/A",
          message:
            'contract "ESS" is not in the catalogue; check the code, or give the multiplier of the contract instead',
        },
      ],
    ]);
  });

  it("takes a blank price for no price", async () => {
    await type("E1", [['=FUT_NOTIONAL(Z1,"ES")']]);
    expect(shown(0, 4)).toEqual([
      [{ error: "#VALUE!", message: "price is blank or 0, but must be greater than 0" }],
    ]);
  });

  it("says #NUM! where there is no such number", async () => {
    await type("F1", [['=FUT_LIQUIDATION(60000,"XBTUSD",1,0.005,-1)']]);
    expect(shown(0, 5)).toEqual([[{ error: "#NUM!" }]]);
  });

  it("spills the two sizes of a mix side by side", async () => {
    await type("G1", [['=FUT_MIX(1000000,5000,"ES","MES",0.9)']]);
    expect(shown(0, 6, 1, 2)).toEqual([[-3, -6]]);
  });
});
