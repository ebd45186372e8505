import { buildHedgeSheet } from "../../src/excel/hedge-sheets";
import { readSelection } from "../../src/excel/read-selection";
import { buildWorksheet } from "../../src/sheet/build-worksheet";
import { detectColumns } from "../../src/sheet/detect-columns";
import { readHoldings } from "../../src/sheet/read-holdings";
import { openBook, planFor } from "./book";
import type { OpenOffice } from "../protocol/office";

let office: OpenOffice;
beforeAll(async () => {
  office = await openBook();
});
afterAll(() => office.close());

it("builds", async () => {
  const cells = await readSelection();
  const holdings = readHoldings(cells, detectColumns(cells).choice);
  const model = buildWorksheet(planFor(holdings), { version: "1", today: 46000 });
  office.host.resetSyncs();
  const result = await buildHedgeSheet(model, { into: null, changedFormulas: "ask" });
  console.log(result, office.host.syncs);
});
