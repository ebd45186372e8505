import type { BuildResult } from "../../src/excel/how-to-build";
import { actionsOf, type Actions } from "../../src/taskpane/actions";
import { bookOf, type Book } from "../../src/taskpane/book";
import { excelServices } from "../../src/taskpane/excel-services";
import { contractForm } from "../../src/taskpane/hedge-form";
import { replaceContract } from "../../src/taskpane/hedge-with";
import { paneStore, type PaneStore } from "../../src/taskpane/pane-store";
import type { PaneServices } from "../../src/taskpane/services";
import type { Action } from "../../src/taskpane/state";
import { EQUITIES, openBook, type, valueOf } from "../excel/book";
import type { OpenOffice } from "../protocol/office";
import { until } from "../until";
import { typed } from "./equity-book";

// What the bundler puts in.
Object.assign(globalThis, { HEDGESHEET_VERSION: "1.0.0" });

let office: OpenOffice;
/** Ranges that are being followed. */
let following = 0;
let pane: PaneStore & { readonly book: Book; readonly actions: Actions };

/** The pane without its looks, over a workbook whose sheets “Book 1” and “Book 2” hold the same holdings. */
async function openPane(
  change: (services: PaneServices) => Partial<PaneServices> = () => ({}),
): Promise<void> {
  office = await openBook();
  const other = office.engine.addSheet("Book 2").id;
  office.engine.write({ sheet: other, row: 0, column: 0, rows: 3, columns: 5 }, EQUITIES);
  const services = excelServices({
    onShown: () => () => undefined,
    storageKey: "test",
    themeHints: () => ({ prefersDark: false }),
  });
  const followRange: PaneServices["followRange"] = async (...range) => {
    const followed = await services.followRange(...range);
    following++;
    const stop = () => followed.stop().finally(() => following--);
    return { ...followed, stop };
  };
  const store = paneStore({ ...services, followRange, ...change(services) }, () => undefined);
  const book = bookOf(store);
  pane = { ...store, book, actions: actionsOf(store, book) };
  await takeBook("Book 1");
}

/** A pane in which the reading of a hedge sheet can be held back until it is opened again. */
async function openPaneThatReadsLate(): Promise<{
  readonly holdBack: () => void;
  readonly open: () => void;
}> {
  const read = gate();
  let wait = false;
  await openPane((services) => ({
    bookOfSheet: async (id) => {
      const book = await services.bookOfSheet(id);
      if (wait) await read.opened;
      return book;
    },
  }));
  const holdBack = () => {
    wait = true;
  };
  return { holdBack, open: read.open };
}

afterEach(async () => {
  await until(() => following > 0);
  // Another reading ends what is followed, and a refused one follows nothing.
  await pane.book.read({ sheet: "None", address: "A1" });
  await until(() => following === 0);
  await office.close();
});

/** Takes a book, and types what it needs. */
async function takeBook(sheet: string): Promise<void> {
  await pane.book.read({ sheet, address: "A1:E3" });
  type_({ price: "5000" });
}

function type_(
  boxes: Parameters<typeof typed>[2],
  aims: Parameters<typeof typed>[1] = { targetBeta: "0.5" },
): void {
  pane.dispatch({ type: "formChanged", form: typed(form(), aims, boxes) });
}

function form() {
  const { step } = pane.now();
  if (step.at !== "hedge") throw new Error(`The pane is at ${step.at}.`);
  return step.form;
}

/** What was done last, when it is done. */
async function done<K extends Action["kind"]>(kind: K): Promise<Extract<Action, { kind: K }>> {
  await until(() => pane.now().action.kind !== "busy" && pane.now().sheets.length > 0);
  const { action } = pane.now();
  if (action.kind !== kind) throw new Error(`Not ${kind}, but ${JSON.stringify(action)}`);
  return action as Extract<Action, { kind: K }>;
}

async function built(): Promise<BuildResult> {
  pane.actions.build("ask");
  return (await done("built")).result;
}

/** A promise that is kept when `open` is called. */
function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

describe("building", () => {
  it("builds −32 contracts, and updates the same sheet the next time", async () => {
    await openPane();
    const { id } = await built();
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-32);
    expect(pane.now().target).toMatchObject({ id });
    expect(await built()).toMatchObject({ id, outcome: "updated" });
  });

  it("is not begun a second time while it goes on", async () => {
    await openPane();
    pane.actions.build("ask");
    pane.actions.build("ask");
    await done("built");
    expect(pane.now().sheets).toHaveLength(1);
  });

  it("goes on, and is seen to, when a look at the workbook's sheets fails meanwhile", async () => {
    let fails = false;
    await openPane((services) => ({
      listSheets: () => (fails ? Promise.reject(new Error("busy")) : services.listSheets()),
    }));
    pane.actions.build("ask");
    fails = true;
    await pane.actions.listSheets();
    expect(pane.now().action.kind).toBe("busy");
    pane.actions.attempt(Promise.reject(new Error("no number")));
    await Promise.resolve();
    expect(pane.now().action.kind).toBe("busy");
    fails = false;
    await done("built");
  });

  it("keeps its sheet as the next to update, whatever an older list of the sheets says", async () => {
    const late = gate();
    let first = true;
    await openPane((services) => ({
      listSheets: async () => {
        const isLate = first;
        first = false;
        const sheets = await services.listSheets();
        if (isLate) await late.opened;
        return sheets;
      },
    }));
    const older = pane.actions.listSheets();
    await until(() => !first);
    const { id } = await built();
    late.open();
    await older;
    expect(pane.now().target).toMatchObject({ id });
    expect(pane.now().sheets).toMatchObject([{ id }]);
  });

  it("does not make its sheet the next to update for another book that was taken meanwhile", async () => {
    const written = gate();
    let begun = false;
    await openPane((services) => ({
      buildSheet: async (...how) => {
        begun = true;
        const result = await services.buildSheet(...how);
        await written.opened;
        return result;
      },
    }));
    pane.actions.build("ask");
    await until(() => begun);
    await takeBook("Book 2");
    written.open();
    await done("built");
    expect(pane.now().target).toBeNull();
  });

  it("does not write the hedge of another book, taken meanwhile, over the sheet", async () => {
    const read = await openPaneThatReadsLate();
    const { id } = await built();
    read.holdBack();
    pane.actions.build("ask");
    await takeBook("Book 2");
    read.open();
    await done("none");
    const { cells } = (await office.host.save()).sheets.find((sheet) => sheet.id === id) ?? { cells: [] };
    expect(cells.filter(({ input }) => String(input).includes("Book 2"))).toEqual([]);
  });

  it("takes up rows put into the book, with what is typed into the pane meanwhile", async () => {
    const read = await openPaneThatReadsLate();
    const { id } = await built();
    await addHolding(id);
    read.holdBack();
    pane.actions.build("ask");
    type_({}, { targetBeta: "0" });
    read.open();
    await done("built");
    expect(form().aims.targetBeta["targetBeta"]).toBe("0");
    // 11,000,000 of beta (6 × 1.1 + 4 × 1.6 + 1 × 1) ÷ 11: 14,000,000 ÷ 250,000 = 56
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-56);
  });

  it("takes a multiplier that was corrected in the user's own table since", async () => {
    await openPane();
    const sheet = office.engine.addSheet("Contracts").id;
    const area = { sheet, row: 0, column: 0, rows: 2, columns: 3 };
    office.engine.write(area, [
      ["Code", "Multiplier", "Currency"],
      ["MYFUT", 10, "USD"],
    ]);
    office.engine.setTable(sheet, {
      id: "1",
      name: "Mine",
      area,
      hasHeaders: true,
      showTotals: false,
      style: "",
    });
    await pane.actions.listSheets();
    const mine = contractForm(pane.services.contract("MYFUT"), pane.services.contractTraits("MYFUT"));
    pane.dispatch({ type: "formChanged", form: replaceContract(form(), 0, mine) });
    type_({ price: "5000" });
    // 8,000,000 ÷ (5,000 × 10), and ÷ (5,000 × 20)
    const { id } = await built();
    expect(await valueOf(office, id, "ContractsToTrade_MYFUT")).toBe(-160);
    office.engine.write({ sheet, row: 1, column: 1, rows: 1, columns: 1 }, [[20]]);
    await built();
    expect(await valueOf(office, id, "ContractsToTrade_MYFUT")).toBe(-80);
  });

  // Excel tells nobody of a new name (before ExcelApi 1.17).
  it("finds the holdings under the new name of their sheet", async () => {
    await openPane();
    const { id } = await built();
    office.engine.renameSheet(office.engine.sheets()[0]?.id ?? "", "My book");
    await built();
    const { step } = pane.now();
    expect(step.at === "hedge" && step.holdings.sheet).toBe("My book");
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-32);
  });

  it.each(["a new sheet", "the same sheet again"])(
    "writes %s only of holdings that are there",
    async (where) => {
      let renamesNow = false;
      await openPane((services) => ({
        // Renamed after the pane has looked for the last time.
        buildSheet: (plan, how) => {
          if (renamesNow) office.engine.renameSheet(office.engine.sheets()[0]?.id ?? "", "My book");
          return services.buildSheet(plan, how);
        },
      }));
      if (where !== "a new sheet") await built();
      const before = (await office.host.save()).sheets.length;
      // Other rows than the sheet was built from: those count, wherever its formulas find theirs.
      await pane.book.read({ sheet: "Book 1", address: "A1:E2" });
      renamesNow = true;
      pane.actions.build("ask");
      await until(() => pane.now().action.kind === "failed");
      const { trouble } = pane.now().action as Extract<Action, { kind: "failed" }>;
      expect(trouble.problem).toMatchObject({
        code: "HoldingsGone",
        detail: expect.stringContaining(
          "The sheet “Book 1” with the holdings is not in the workbook any more",
        ) as string,
      });
      const { sheets } = await office.host.save();
      expect(sheets).toHaveLength(before);
      renamesNow = false;
      await pane.book.read({ sheet: "My book", address: "A1:E3" });
      const { id } = await built();
      expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-32);
    },
  );

  it("asks about a sheet only as long as that one is to be built", async () => {
    await openPane();
    const { id } = await built();
    await type(office, id, "PortfolioValue", 1);
    pane.actions.build("ask");
    await done("formulasChanged");
    pane.dispatch({ type: "targetChosen", target: null });
    expect(pane.now().action).toEqual({ kind: "none" });
  });
});

/** A third holding, of 1,000,000 and beta 1, as if a row had been put into Book 1: the sheet's references grew. */
async function addHolding(hedgeSheet: string): Promise<void> {
  const book = office.engine.sheets()[0]?.id ?? "";
  office.engine.write({ sheet: book, row: 3, column: 0, rows: 1, columns: 5 }, [
    ["KO", 1000, 1000, 1_000_000, 1],
  ]);
  await type(office, hedgeSheet, "HoldingRows", "=ROWS('Book 1'!$D$2:$D$4)");
}

describe("picking a price", () => {
  it("gives it to no other contract that has come into that place meanwhile", async () => {
    const read = gate();
    await openPane(() => ({ readActiveNumber: () => read.opened.then(() => 5000) }));
    const picked = pane.actions.pickPrice(0);
    const { step } = pane.now();
    if (step.at !== "hedge") throw new Error("There is no hedge.");
    const [nq] = pane.services.proposePlan(step.holdings, "NQ").contracts;
    if (nq === undefined) throw new Error("There is no contract.");
    const [first] = form().contracts;
    if (first === undefined) throw new Error("There is no contract.");
    pane.dispatch({
      type: "formChanged",
      form: { ...form(), contracts: [{ ...first, facts: nq, boxes: { ...first.boxes, price: "" } }] },
    });
    read.open();
    await picked;
    expect(form().contracts[0]?.boxes.price).toBe("");
  });
});

describe("a hedge sheet whose record cannot be read", () => {
  it("is neither opened with a proposal nor written over: the pane says why", async () => {
    await openPane();
    const { id } = await built();
    await type(office, id, "HedgeRecord", '{"hedgesheet":99}');
    const before = await office.host.save();
    for (const act of [() => pane.actions.open({ id }), () => pane.actions.build("ask")]) {
      act();
      const { trouble } = await done("failed");
      expect(trouble.problem.title).toBe("The hedge sheet cannot be read");
      expect(trouble.problem.detail).toContain("built by a later version of Hedgesheet");
      expect(trouble.problem.nextStep).toContain("build on a new sheet");
      expect(form().aims.targetBeta).toEqual({ targetBeta: "0.5" });
      expect(await office.host.save()).toEqual(before);
    }
  });
});

describe("opening a hedge sheet", () => {
  it("leaves the box blank for a date that is none", async () => {
    await openPane();
    const { id } = await built();
    await type(office, id, "AsOfDate", 1e12);
    pane.actions.open({ id });
    await done("none");
    expect(form().book.asOf).toBe("");
  });

  it("says on which sheet the holding is that cannot be read", async () => {
    await openPane();
    const { name } = await built();
    await takeBook("Book 2");
    const [sheet] = office.engine.sheets();
    office.engine.write({ sheet: sheet?.id ?? "", row: 1, column: 3, rows: 1, columns: 1 }, [["=1/0"]]);
    await office.engine.settle();
    const info = pane.now().sheets.find((each) => each.name === name);
    if (info === undefined) throw new Error("The hedge sheet is not listed.");
    pane.actions.open(info);
    const { trouble } = await done("failed");
    expect(trouble.problem.cell).toEqual({ sheet: "Book 1", address: "D2" });
  });
});
