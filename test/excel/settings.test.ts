import { buildHedgeSheet } from "../../src/excel/build-hedge-sheet";
import { removeHedgeSheet } from "../../src/excel/remove-hedge-sheet";
import type { OpenOffice } from "../protocol/office";
import { modelOfBook, openBook } from "./book";

const NEW = { into: null, changedFormulas: "ask" } as const;

let office: OpenOffice;
beforeEach(async () => {
  office = await openBook();
});
afterEach(() => office.close());

const keys = async () => Object.keys((await office.host.save()).settings).sort();

/** What 0.1 left in a workbook: a sheet that was deleted since, a build that was broken off; and another add-in's. */
function leaveSettings(...ids: readonly string[]): void {
  const { settings } = office.host;
  for (const id of ["{gone}", ...ids]) settings.set(`Hedgesheet.built.${id}`, '"{}"');
  settings.set("Hedgesheet.unfinished", '"Hedge Book 1"');
  settings.set("Others.setting", "1");
}

describe("the settings of sheets that are gone", () => {
  it("are gone after a build, an update and a removal, and those of nobody else", async () => {
    leaveSettings();
    const { id } = await buildHedgeSheet(await modelOfBook(office), NEW);
    expect(await keys()).toEqual(["Others.setting"]);
    leaveSettings(id);
    await buildHedgeSheet(await modelOfBook(office), { ...NEW, into: id });
    expect(await keys()).toEqual(["Others.setting"]);
    leaveSettings(id);
    await removeHedgeSheet(id);
    expect(await keys()).toEqual(["Others.setting"]);
  });

  it("stay for a sheet of 0.1 that is there and does not carry itself yet", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), NEW);
    leaveSettings(id);
    await buildHedgeSheet(await modelOfBook(office), NEW);
    expect(await keys()).toEqual([`Hedgesheet.built.${id}`, "Others.setting"]);
  });
});
