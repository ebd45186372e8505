import { buildHedgeSheet } from "../../src/excel/build-hedge-sheet";
import type { OpenOffice } from "../protocol/office";
import { areaOf, modelOfBook, openBook, type } from "./book";

const NEW = { into: null, changedFormulas: "ask" } as const;
const PREVIEWED = { contracts: { ContractsToTrade_ES: -32 }, headline: "Sell 32 ES: beta 1.30 → 0.50" };

let office: OpenOffice;
beforeEach(async () => {
  office = await openBook();
});
afterEach(() => office.close());

describe("the order of a finished sheet, read back", () => {
  it("is the previewed one", async () => {
    const { order } = await buildHedgeSheet(await modelOfBook(office), { ...NEW, previewed: PREVIEWED });
    expect(order).toEqual({ state: "same", headline: PREVIEWED.headline, previewed: PREVIEWED.headline });
  });

  it("is another one where the book has changed since the preview", async () => {
    const model = await modelOfBook(office);
    const [book] = office.engine.sheets();
    office.engine.write({ sheet: book?.id ?? "", row: 1, column: 3, rows: 1, columns: 1 }, [[0]]);
    const { order } = await buildHedgeSheet(model, { ...NEW, previewed: PREVIEWED });
    // 4,000,000 × (0.5 − 1.6) ÷ 250,000 = −17.6
    expect(order).toMatchObject({
      state: "other",
      headline: "Sell 18 ES: beta 1.60 → 0.48",
      previewed: PREVIEWED.headline,
    });
  });

  it("is another one with an input that was kept", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), NEW);
    await type(office, id, "TargetBeta", 0.25);
    const how = { ...NEW, into: id, previewed: PREVIEWED };
    const { order, keptInputs } = await buildHedgeSheet(await modelOfBook(office), how);
    expect(keptInputs).toHaveLength(1);
    expect(order).toMatchObject({ state: "other", headline: "Sell 42 ES: beta 1.30 → 0.25" });
  });

  it.each(["FuturesPrice_ES", "TargetBeta"])("is none where %s holds an error", async (name) => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), NEW);
    await type(office, id, name, "=1/0");
    const { order } = await buildHedgeSheet(await modelOfBook(office), {
      ...NEW,
      into: id,
      previewed: PREVIEWED,
    });
    expect(order?.state).toBe("error");
  });

  it("takes no round trip more", async () => {
    const model = await modelOfBook(office);
    await office.host.idle();
    office.host.resetSyncs();
    const { id } = await buildHedgeSheet(model, { ...NEW, previewed: PREVIEWED });
    await office.host.idle();
    expect(office.host.syncs).toEqual({ read: 2, write: 3 });
    expect(areaOf(office, id, "ContractsToTrade_ES")).toBeDefined();
  });
});
