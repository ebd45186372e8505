import { buildHedgeSheet } from "../../src/excel/build-hedge-sheet";
import { readHedgeSheet } from "../../src/excel/read-hedge-sheet";
import { HedgeSheetSelected, readSelection } from "../../src/excel/read-selection";
import { buildWorksheet } from "../../src/sheet/page/build-worksheet";
import { inputsTaken } from "../../src/sheet/page/inputs-taken";
import type { HedgePlan } from "../../src/sheet/plan/plan";
import { planFromRecord } from "../../src/sheet/plan/record";
import type { OpenOffice } from "../protocol/office";
import { bookOf } from "../sheet/books";
import { until } from "../until";
import { EQUITIES, modelOfBook, openBook, type, valueOf } from "./book";

const ASK = { into: null, changedFormulas: "ask" } as const;
const ABOUT = { version: "1.0.0", today: 46000 };

let office: OpenOffice;
afterEach(() => office.close());

/** What the pane takes over when a hedge sheet is opened in it: the plan, and the inputs that the plan says. */
async function opened(id: string): Promise<{ plan: HedgePlan; inputsSeen: ReturnType<typeof inputsTaken> }> {
  const { record, inputs } = await readHedgeSheet(id);
  const rows = EQUITIES.slice(1).map(([name, , , value, beta]) => ({
    name: String(name),
    value: Number(value),
    beta: Number(beta),
  }));
  const plan = planFromRecord(record, inputs, bookOf(rows).holdings);
  return { plan, inputsSeen: inputsTaken(inputs, buildWorksheet(plan, ABOUT)) };
}

describe("a hedge sheet that was opened in the pane, and built again", () => {
  it("takes what the pane says now, and keeps what was typed into inputs that the pane has no box for", async () => {
    office = await openBook();
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    await type(office, id, "TargetBeta", 0.25);
    await type(office, id, "CfdFinancing", 0.061);
    await type(office, id, "ResidualTolerance", 0.1);
    await type(office, id, "AdverseMove_3", 0.05);
    const { plan, inputsSeen } = await opened(id);
    expect(plan.aim).toEqual({ kind: "targetBeta", targetBeta: 0.25 });
    expect(plan).toMatchObject({ cfdFinancing: 0.061, tolerance: 0.1 });
    expect(plan.adverseMoves[2]).toBe(0.05);
    expect(inputsSeen).toMatchObject({ TargetBeta: 0.25, CfdFinancing: 0.061, ResidualTolerance: 0.1 });

    const model = await modelOfBook(office, { ...plan, aim: { kind: "targetBeta", targetBeta: 0 } });
    await buildHedgeSheet(model, { ...ASK, into: id, inputsSeen });
    expect(await valueOf(office, id, "TargetBeta")).toBe(0);
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-52);
    for (const [name, value] of [
      ["CfdFinancing", 0.061],
      ["ResidualTolerance", 0.1],
      ["AdverseMove_3", 0.05],
    ] as const)
      expect(await valueOf(office, id, name)).toBe(value);
  });

  it("keeps a text in the place of a number, which the pane could not read", async () => {
    office = await openBook();
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    await type(office, id, "CashAvailable", "ask Ann");
    const { plan, inputsSeen } = await opened(id);
    expect(plan.cash).toBeNull();
    await buildHedgeSheet(await modelOfBook(office), { ...ASK, into: id, inputsSeen });
    expect(await valueOf(office, id, "CashAvailable")).toBe("ask Ann");
  });
});

describe("a hedge sheet", () => {
  it("is known when the selection is on it, and offered instead of its cells", async () => {
    office = await openBook();
    const { id, name } = await buildHedgeSheet(await modelOfBook(office), ASK);
    office.engine.activate(id);
    office.engine.select([{ sheet: id, row: 0, column: 0, rows: 3, columns: 2 }]);
    const error: unknown = await readSelection().catch((e: unknown) => e);
    expect(error).toBeInstanceOf(HedgeSheetSelected);
    expect(error).toMatchObject({
      sheet: { id, name },
      code: "HedgeSheet",
      message: `“${name}” holds a hedge, and no holdings of its own.`,
    });
  });

  it("is read when the editing of a cell has ended", async () => {
    office = await openBook();
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    office.host.setEditing(true);
    const reading = readHedgeSheet(id);
    await until(() => office.host.waiting === 1);
    office.host.setEditing(false);
    expect((await reading).inputs["TargetBeta"]).toBe(0.5);
  });
});
