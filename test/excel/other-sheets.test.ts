import { buildHedgeSheet } from "../../src/excel/build-hedge-sheet";
import { listHedgeSheets } from "../../src/excel/read-hedge-sheet";
import { showSheet } from "../../src/excel/show-sheet";
import { removeHedgeSheet } from "../../src/excel/remove-hedge-sheet";
import type { OpenOffice } from "../protocol/office";
import { modelOfBook, openBook, usersPart, valueOf } from "./book";

const ASK = { into: null, changedFormulas: "ask" } as const;

let office: OpenOffice;
afterEach(() => office.close());

it("a sheet that somebody adds meanwhile under the name of the new one stays", async () => {
  office = await openBook();
  const model = await modelOfBook(office);
  let theirs = "";
  const build = buildHedgeSheet(model, {
    ...ASK,
    onProgress: ({ done }) => {
      // The sheets were listed; nothing is written yet.
      if (done !== 1) return;
      theirs = office.engine.addSheet(model.name).id;
      office.engine.write({ sheet: theirs, row: 0, column: 0, rows: 1, columns: 1 }, [["years of work"]]);
    },
  });
  await expect(build).rejects.toMatchObject({ left: "nothing", cause: { code: "ItemAlreadyExists" } });
  expect(await usersPart(office, [])).toMatchObject({
    sheets: [{}, { id: theirs, cells: [{ input: "years of work" }] }],
  });
  expect(Object.keys((await office.host.save()).settings)).toEqual([]);

  const { id, name } = await buildHedgeSheet(model, ASK);
  expect(name).toBe(`${model.name} 2`);
  expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-32);
});

it.each(["Hidden", "VeryHidden"] as const)(
  "a hedge sheet that is %s is built again where it is",
  async (visibility) => {
    office = await openBook();
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    const model = await modelOfBook(office, { aim: { kind: "targetBeta", targetBeta: 0 } });
    const book = office.engine.activeSheet();
    await hide(id, visibility);
    await buildHedgeSheet(model, { ...ASK, into: id });
    expect(await listHedgeSheets()).toMatchObject([{ id, unfinished: false }]);
    // 10,000,000 × (0 − 1.3) ÷ (5,000 × 50)
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-52);
    expect(office.engine.sheets()).toMatchObject([{ id: book }, { id, visibility }]);
    expect(office.engine.activeSheet()).toBe(book);
  },
);

it.each(["Hidden", "VeryHidden"] as const)("a hedge sheet that is %s can be removed", async (visibility) => {
  office = await openBook();
  const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
  await hide(id, visibility);
  await removeHedgeSheet(id);
  expect(office.engine.sheets()).toHaveLength(1);
});

it.each(["Hidden", "VeryHidden"] as const)(
  "a hedge sheet that is %s is shown when the user asks for it",
  async (visibility) => {
    office = await openBook();
    const { id, name } = await buildHedgeSheet(await modelOfBook(office), ASK);
    await hide(id, visibility);
    await showSheet(name);
    expect(office.engine.sheets()[1]).toMatchObject({ id, visibility: "Visible" });
    expect(office.engine.activeSheet()).toBe(id);
  },
);

async function hide(id: string, visibility: "Hidden" | "VeryHidden"): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getFirst().activate();
    worksheets.getItem(id).visibility = visibility;
    await context.sync();
  });
}
