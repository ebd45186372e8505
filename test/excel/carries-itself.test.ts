import { buildHedgeSheet } from "../../src/excel/build-hedge-sheet";
import type { BuildResult } from "../../src/excel/how-to-build";
import { listHedgeSheets, readHedgeSheet } from "../../src/excel/read-hedge-sheet";
import type { Area, CellInput } from "../../src/workbench/engine/engine";
import type { OpenOffice } from "../protocol/office";
import { areaOf, modelOfBook, openBook, type, valueOf } from "./book";
import { fileOf, idOf, openData, openFile, withCopy } from "./saved-file";

const ASK = { into: null, changedFormulas: "ask" } as const;
const SHEET = "Hedge Book 1";

let office: OpenOffice;
afterEach(() => office.close());

/** Row 55 has no cell of ours in column G, and no sheet of one contract has a column M. */
const NOTE = { row: 54, column: 6, rows: 1, columns: 1 };
const COLUMN = { row: 54, column: 12, rows: 3, columns: 1 };

/** A hedge sheet on which the user has typed a target, a note, a column of notes, and over a formula. */
async function typedOn(): Promise<string> {
  office = await openBook();
  const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
  await typeOn(id);
  return id;
}

async function typeOn(id: string): Promise<void> {
  expect(areaOf(office, id, "TargetBeta")).toMatchObject({ row: 5, column: 1 });
  await type(office, id, "TargetBeta", 0.25);
  office.engine.write({ ...NOTE, sheet: id }, [["agreed on Monday"]]);
  office.engine.write({ ...COLUMN, sheet: id }, [["bank A"], ["bank B"], [12]]);
  await type(office, id, "ContractsToTrade_ES", -99);
}

function typed(id: string, area: Omit<Area, "sheet">): CellInput[][] {
  return office.engine.inputs({ ...area, sheet: id });
}

async function update(id: string, changedFormulas: "ask" | "keep" | "replace"): Promise<BuildResult> {
  return buildHedgeSheet(await modelOfBook(office), { into: id, changedFormulas });
}

/** Everything that was typed is still there, or was listed: nothing is lost in silence. */
async function expectNothingLost(id: string): Promise<void> {
  const asked = await update(id, "ask");
  expect(asked.outcome).toBe("asked");
  expect(asked.changedFormulas).toMatchObject([{ name: "ContractsToTrade_ES", yours: -99, obstacle: null }]);
  expect(asked.keptInputs).toMatchObject([{ name: "TargetBeta", kept: 0.25 }]);
  expect(typed(id, NOTE)).toEqual([["agreed on Monday"]]);

  const kept = await update(id, "keep");
  expect(kept.changedFormulas).toMatchObject([{ name: "ContractsToTrade_ES", kept: true }]);
  expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-99);
  for (const changedFormulas of ["keep", "replace"] as const) {
    await update(id, changedFormulas);
    expect(typed(id, NOTE)).toEqual([["agreed on Monday"]]);
    expect(typed(id, COLUMN)).toEqual([["bank A"], ["bank B"], [12]]);
    expect(await valueOf(office, id, "TargetBeta")).toBe(0.25);
  }
  // (0.25 − 1.3) × 10,000,000 ÷ 250,000
  expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-42);
  expect((await update(id, "ask")).outcome).toBe("updated");
}

describe("what was typed on a hedge sheet survives an update of it", () => {
  it("after the file was downloaded and opened again", async () => {
    // Its id is another one there: here because it was moved, in Excel for reasons of its own.
    const built = await typedOn();
    office.engine.moveSheet(built, 0);
    const id = await openFile(office, await fileOf(office), SHEET);
    expect(id).not.toBe(built);
    office.engine.moveSheet(id, 1);
    await expectNothingLost(id);
  });

  it("on a copy in the same workbook, and on the original: each its own sheet", async () => {
    const original = await typedOn();
    const { hedgeId: first } = await readHedgeSheet(original);
    await openData(office, withCopy(await office.host.save(), SHEET, "Copy"));
    const copy = idOf(office, "Copy");
    await type(office, copy, "TargetBeta", 0);
    await update(copy, "replace");
    expect(await valueOf(office, copy, "ContractsToTrade_ES")).toBe(-52);
    expect((await readHedgeSheet(copy)).hedgeId).not.toBe(first);
    await expectNothingLost(original);
    expect((await readHedgeSheet(original)).hedgeId).toBe(first);
    // And not the other way round: what is built on the original is nothing to the copy.
    expect(await valueOf(office, copy, "ContractsToTrade_ES")).toBe(-52);
    expect((await update(copy, "ask")).outcome).toBe("updated");
  });

  it("on a copy in another workbook, with a copy of the book", async () => {
    await typedOn();
    const { sheets, names } = await office.host.save();
    await openData(office, {
      sheets,
      names,
      activeSheet: sheets[0]?.id ?? "",
      settings: {},
      customXml: [],
    });
    await expectNothingLost(idOf(office, SHEET));
  });

  // What Microsoft's Document Inspector takes out of a workbook: hidden rows, columns, sheets and names, custom XML,
  // and what add-ins keep in it.
  it("after the Document Inspector has taken out all that is hidden", async () => {
    await typedOn();
    const { sheets, names, activeSheet } = await office.host.save();
    const visible = sheets.filter(({ visibility }) => visibility === "Visible");
    await openData(office, {
      sheets: visible.map((sheet) => ({
        ...sheet,
        hiddenRows: [],
        cells: sheet.cells.filter(({ row }) => !sheet.hiddenRows.includes(row)),
      })),
      names: names.filter((name) => name.visible),
      activeSheet,
      settings: {},
      customXml: [],
    });
    await expectNothingLost(idOf(office, SHEET));
  });

  it("where what was built is not known: asked, and what is not in the way stays even if replaced", async () => {
    const id = await typedOn();
    const record = areaOf(office, id, "HedgeBaseline");
    office.engine.write(record, [["damaged"]]);
    const asked = await update(id, "ask");
    expect(asked).toMatchObject({ outcome: "asked", unknown: true });
    await expectNothingLost(id);
  });
});

it("leaves nothing in the workbook's settings", async () => {
  office = await openBook();
  const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
  await update(id, "ask");
  expect((await office.host.save()).settings).toEqual({});
  expect(await listHedgeSheets()).toEqual([{ id, name: SHEET, unfinished: false }]);
});
