import { buildHedgeSheet } from "../../src/excel/build-hedge-sheet";
import { readHedgeSheet } from "../../src/excel/read-hedge-sheet";
import { excelServices } from "../../src/taskpane/excel-services";
import { areaOf, modelOfBook, openBook, type, valueOf } from "../excel/book";
import { fileOf, idOf, openFile } from "../excel/saved-file";
import { openOffice, type OpenOffice } from "../protocol/office";
import { hedgeFiles, xlsxOf } from "./hedge-file";
import { KINDS } from "./kinds";
import { recalculated } from "./recalculate";

// What the bundler puts in.
Object.assign(globalThis, { HEDGESHEET_VERSION: "1.0.0" });

/** Sheet names that need quotes, doubled ones too, and one that LibreOffice writes without. */
const SHEET_NAMES = ["Book", "O'Brien's", "Depot (März)"];
const SHEET = "Hedge Book 1";

let office: OpenOffice;
afterEach(() => office.close());

it("a hedge sheet of each kind that LibreOffice has saved is updated, and nothing is asked", async () => {
  const hedges = Object.values(KINDS).map(({ plan, book }, n) => {
    const name = SHEET_NAMES[n % SHEET_NAMES.length] ?? "";
    return { book: { ...book, name }, plan: { ...plan, holdings: { ...plan.holdings, sheet: name } } };
  });
  const files = await hedgeFiles(hedges);
  const saved = recalculated(await Promise.all(files.map(xlsxOf)));
  office = await openOffice();
  office.makeGlobal();
  const services = excelServices({
    onShown: () => () => undefined,
    storageKey: "test",
    themeHints: () => ({ prefersDark: false }),
  });
  for (const [n, kind] of Object.keys(KINDS).entries()) {
    const id = await openFile(office, saved[n] ?? new Uint8Array(), files[n]?.hedgeSheet.name ?? "");
    const before = (await readHedgeSheet(id)).inputs;
    const { cells, choice, planFor, inputsIn } = await services.openSheet(id);
    const plan = planFor(services.readHoldings(cells, choice));
    const how = { into: id, changedFormulas: "ask", inputsSeen: inputsIn(plan) } as const;
    const { outcome, changedFormulas, lostInputs, order } = await services.buildSheet(plan, how);
    expect({ kind, outcome, changedFormulas, lostInputs, order: order?.state }).toEqual({
      kind,
      outcome: "updated",
      changedFormulas: [],
      lostInputs: [],
      order: "same",
    });
    expect((await readHedgeSheet(id)).inputs).toEqual(before);
  }
});

it("what was typed on a hedge sheet survives LibreOffice and an update", async () => {
  office = await openBook();
  const built = await buildHedgeSheet(await modelOfBook(office), { into: null, changedFormulas: "ask" });
  await type(office, built.id, "TargetBeta", 0.25);
  await type(office, built.id, "ContractsToTrade_ES", -99);
  const note = { row: 54, column: 6, rows: 1, columns: 1 };
  const column = { row: 54, column: 12, rows: 3, columns: 1 };
  office.engine.write({ ...note, sheet: built.id }, [["agreed on Monday"]]);
  office.engine.write({ ...column, sheet: built.id }, [["bank A"], ["bank B"], [12]]);
  const [saved = new Uint8Array()] = recalculated([await fileOf(office)]);

  const id = await openFile(office, saved, SHEET);
  expect(idOf(office, "Book 1")).not.toBe(id);
  const asked = await buildHedgeSheet(await modelOfBook(office), { into: id, changedFormulas: "ask" });
  expect(asked).toMatchObject({ outcome: "asked", unknown: false });
  expect(asked.changedFormulas).toMatchObject([{ name: "ContractsToTrade_ES", yours: -99 }]);
  expect(areaOf(office, id, "ContractsToTrade_ES")).toMatchObject({ row: 54 });
  await buildHedgeSheet(await modelOfBook(office), { into: id, changedFormulas: "replace" });
  expect(office.engine.inputs({ ...note, sheet: id })).toEqual([["agreed on Monday"]]);
  expect(office.engine.inputs({ ...column, sheet: id })).toEqual([["bank A"], ["bank B"], [12]]);
  expect(await valueOf(office, id, "TargetBeta")).toBe(0.25);
  // (0.25 − 1.3) × 10,000,000 ÷ 250,000
  expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-42);
});
