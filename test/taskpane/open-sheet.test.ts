import { textHash } from "../../src/sheet/text-hash";
import { actionsOf, type Actions } from "../../src/taskpane/actions";
import { bookOf, type Book } from "../../src/taskpane/book";
import { excelServices } from "../../src/taskpane/excel-services";
import { paneStore, type PaneStore } from "../../src/taskpane/pane-store";
import type { PaneServices } from "../../src/taskpane/services";
import { openBook, type, valueOf } from "../excel/book";
import type { OpenOffice } from "../protocol/office";
import { until } from "../until";
import { typed } from "./equity-book";

// What the bundler puts in.
Object.assign(globalThis, { HEDGESHEET_VERSION: "1.0.0" });

let office: OpenOffice;
/** Ranges that are being followed. */
let following = 0;
let pane: PaneStore & { readonly book: Book; readonly actions: Actions };
/** The hedge sheet: target 0.5, cash 250,000, so −32 contracts; as a fresh proposal it would be −52. */
let id: string;

beforeEach(async () => {
  office = await openBook();
  const services = excelServices({
    onShown: () => () => undefined,
    storageKey: "test",
    themeHints: () => ({ prefersDark: false }),
  });
  const followRange: PaneServices["followRange"] = async (...range) => {
    const followed = await services.followRange(...range);
    following++;
    return { ...followed, stop: () => followed.stop().finally(() => following--) };
  };
  const store = paneStore({ ...services, followRange }, () => undefined);
  const book = bookOf(store);
  pane = { ...store, book, actions: actionsOf(store, book) };
  await book.read({ sheet: "Book 1", address: "A1:E3" });
  const { form } = hedge();
  const withCash = { ...form, book: { ...form.book, cash: "250000" } };
  pane.dispatch({ type: "formChanged", form: typed(withCash, { targetBeta: "0.5" }, { price: "5000" }) });
  pane.actions.build("ask");
  await until(() => pane.now().action.kind === "built");
  await settled();
  id = pane.now().target?.id ?? "";
});

afterEach(async () => {
  await until(() => following > 0);
  // A reading that is refused ends what is followed, and follows nothing.
  await pane.book.read({ sheet: "None", address: "A1" });
  await until(() => following === 0);
  await office.close();
});

function hedge() {
  const { step } = pane.now();
  if (step.at !== "hedge") throw new Error(`The pane is at ${step.at}.`);
  return step;
}

/** Opens the hedge sheet in the pane; what the pane says if it cannot. */
async function open(): Promise<{ readonly detail: string; readonly nextStep: string } | null> {
  pane.actions.open({ id });
  await settled();
  const { action } = pane.now();
  return action.kind === "failed" ? action.trouble.problem : null;
}

async function settled(): Promise<void> {
  await until(() => pane.now().action.kind !== "busy" && pane.now().sheets.length > 0);
}

async function recordText(): Promise<string> {
  const text = await valueOf(office, id, "HedgeRecord");
  if (typeof text !== "string") throw new Error("There is no record.");
  return text;
}

/** The record with another text in it, and with its sum if that is to fit. */
async function rewriteRecord(from: string, to: string, sum: "fits" | "does not fit"): Promise<void> {
  const text = (await recordText()).replace(from, to);
  const rest = { ...(JSON.parse(text) as object), check: undefined };
  const record = sum === "fits" ? JSON.stringify({ ...rest, check: textHash(JSON.stringify(rest)) }) : text;
  await type(office, id, "HedgeRecord", record);
}

describe("opening a hedge sheet in the pane", () => {
  it("takes the numbers of its cells", async () => {
    await type(office, id, "TargetBeta", 0.25);
    await type(office, id, "StaleDays", 30);
    expect(await open()).toBeNull();
    expect(hedge().form.aims.targetBeta["targetBeta"]).toBe("0.25");
    expect(hedge().form.book.cash).toBe("250000");
    expect(hedge().form.from.staleDays).toBe(30);
  });

  it.each([
    [
      "has lost a member",
      '"aim":"targetBeta",',
      "",
      "does not fit",
      "its text is not as Hedgesheet wrote it",
    ],
    ["names an unknown aim", '"targetBeta"', '"moon"', "fits", "its “aim” cannot be read"],
    [
      "has lost its contracts",
      /"contracts":\[.*\]/,
      '"contracts":[]',
      "fits",
      "choose at least one contract",
    ],
    ["does not say whether there is a put", '"put":false,', "", "fits", "its “put” is missing"],
  ] as const)(
    "is refused where the record %s, and the pane keeps its hedge",
    async (_, from, to, sum, why) => {
      const record = await recordText();
      await rewriteRecord(typeof from === "string" ? from : (from.exec(record)?.[0] ?? ""), to, sum);
      const before = hedge().form;
      const problem = await open();
      expect(problem?.detail).toContain(why);
      expect(problem?.nextStep).toContain("build on a new sheet");
      expect(hedge().form).toBe(before);
      expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-32);
    },
  );

  it("says that a sheet of a later version needs a later Hedgesheet", async () => {
    await rewriteRecord('"hedgesheet":2', '"hedgesheet":3', "fits");
    expect((await open())?.detail).toContain("a later version of Hedgesheet");
  });

  it("asks for an input that is no number, or is gone, and that nothing can stand in for", async () => {
    await type(office, id, "FuturesPrice_ES", "n/a");
    expect((await open())?.detail).toBe(
      "The cell for “Futures price of ES” on the hedge sheet holds “n/a”, which is no number: type the number there, " +
        "then open the sheet again.",
    );
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(id).names.getItem("FuturesPrice_ES").delete();
      await context.sync();
    });
    expect((await open())?.detail).toContain("has no cell for “Futures price of ES” any more");
  });
});
