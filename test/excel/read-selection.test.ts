import { readSelection } from "../../src/excel/read-selection";
import { EQUITIES, openBook } from "./book";
import type { OpenOffice } from "../protocol/office";

let office: OpenOffice;
beforeAll(async () => {
  office = await openBook();
});
afterAll(() => office.close());

describe("readSelection", () => {
  it("reads the selected cells in one round trip", async () => {
    office.host.resetSyncs();
    const cells = await readSelection();
    expect(cells).toMatchObject({
      sheet: "Book 1",
      row: 0,
      column: 0,
      values: EQUITIES,
      hiddenRows: [],
      notes: [],
    });
    console.log(office.host.syncs, cells.types);
  });
});
