import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readHedgeSheet } from "../../src/excel/read-hedge-sheet";
import { excelServices } from "../../src/taskpane/excel-services";
import { readXlsx } from "../../src/workbench/engine/xlsx";
import { valueOf } from "../excel/book";
import { openOffice, type OpenOffice } from "../protocol/office";

// What the bundler puts in.
Object.assign(globalThis, { HEDGESHEET_VERSION: "1.0.0" });

const SHAPES = readdirSync(__dirname).filter((name) => name.startsWith("shape-"));

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
  office.makeGlobal();
});
afterAll(() => office.close());

describe.each(SHAPES)("the saved sheets of %s", (shape) => {
  const folder = join(__dirname, shape);
  const answers = JSON.parse(readFileSync(join(folder, "answers.json"), "utf8")) as Record<
    string,
    { sheet: string; order: Record<string, unknown>; inputs: Record<string, unknown> }
  >;
  const services = excelServices({
    onShown: () => () => undefined,
    storageKey: "test",
    themeHints: () => ({ prefersDark: false }),
  });

  it("are there for every kind of hedge", () => {
    const files = readdirSync(folder).filter((name) => name.endsWith(".xlsx"));
    expect(files.map((name) => name.replace(/\.xlsx$/, "")).sort()).toEqual(Object.keys(answers).sort());
  });

  it.each(Object.entries(answers))("%s is opened and updated without a difference", async (file, answer) => {
    await office.host.load(await readXlsx(new Uint8Array(readFileSync(join(folder, `${file}.xlsx`)))));
    await office.host.idle();
    const [info] = await services.listSheets();
    if (info === undefined) throw new Error("There is no hedge sheet.");
    expect(info).toMatchObject({ name: answer.sheet, unfinished: false });
    const { id } = info;
    const { cells, choice, planFor, inputsIn } = await services.openSheet(id);
    const plan = planFor(services.readHoldings(cells, choice));
    await services.listContracts();

    const how = { into: id, changedFormulas: "ask", inputsSeen: inputsIn(plan) } as const;
    const result = await services.buildSheet(plan, how);
    expect(result).toMatchObject({
      outcome: "updated",
      changedFormulas: [],
      lostInputs: [],
      lostChoices: [],
    });
    const order = await Promise.all(
      Object.keys(answer.order).map(async (name) => [name, await valueOf(office, id, name)] as const),
    );
    expect(Object.fromEntries(order)).toEqual(answer.order);
    expect((await readHedgeSheet(id)).inputs).toMatchObject(answer.inputs);
  });
});
