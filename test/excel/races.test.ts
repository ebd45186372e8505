import { buildHedgeSheet } from "../../src/excel/build-hedge-sheet";
import type { BuildResult, HowToBuild } from "../../src/excel/how-to-build";
import { describeProblem } from "../../src/excel/problem";
import { listHedgeSheets, readHedgeSheet } from "../../src/excel/read-hedge-sheet";
import { contractChoice, smallerChoice } from "../../src/sheet/plan/contract-choice";
import type { OpenOffice } from "../protocol/office";
import { areaOf, ES, modelOfBook, openBook, type, usersPart, valueOf } from "./book";
import { openData } from "./saved-file";

const NEW = { into: null, changedFormulas: "ask", holdingsOn: "Book 1" } as const;
/** Whose rows push the cash down. */
const ES_AND_MICRO = { ...ES, smaller: smallerChoice("ES") };
/** A build reads in its first round trip; the user acts before the second, the third or the fourth. */
const TRIPS = [1, 2, 3] as const;

let office: OpenOffice;
beforeEach(async () => {
  office = await openBook();
});
afterEach(() => office.close());

/** A build during which somebody else does something after some round trips. */
async function buildWhile(
  trips: number,
  act: () => void,
  how: HowToBuild = NEW,
  change: Parameters<typeof modelOfBook>[1] = {},
): Promise<BuildResult> {
  const model = await modelOfBook(office, change);
  return buildHedgeSheet(model, {
    ...how,
    onProgress: ({ done }) => {
      if (done === trips) act();
    },
  });
}

async function problemOf(work: Promise<unknown>) {
  const error: unknown = await work.then(
    (result) => {
      throw new Error(`It was done: ${JSON.stringify(result)}`);
    },
    (reason: unknown) => reason,
  );
  return describeProblem(error);
}

const book = () => office.engine.sheets().find(({ name }) => !name.startsWith("Hedge"))?.id ?? "";

describe("the sheet with the holdings, while a hedge sheet is built", () => {
  it("is renamed before anything is written: nothing is, and the pane says why", async () => {
    const before = await usersPart(office, []);
    const problem = await problemOf(buildWhile(1, () => office.engine.renameSheet(book(), "Mine")));
    expect(problem).toMatchObject({
      code: "HoldingsGone",
      detail: expect.stringContaining("Nothing in the workbook was changed.") as string,
    });
    office.engine.renameSheet(book(), "Book 1");
    expect(await usersPart(office, [])).toEqual(before);
  });

  it("is renamed or deleted before an update writes: the sheet is as before", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), NEW);
    const how = { ...NEW, into: id };
    expect(
      await problemOf(buildWhile(1, () => office.engine.renameSheet(book(), "Mine"), how)),
    ).toMatchObject({
      code: "HoldingsGone",
    });
    expect((await readHedgeSheet(id)).unfinished).toBe(false);
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-32);
    office.engine.renameSheet(book(), "Book 1");
    expect(await problemOf(buildWhile(1, () => office.engine.removeSheet(book()), how))).toMatchObject({
      code: "HoldingsGone",
    });
    expect(await listHedgeSheets()).toMatchObject([{ id, unfinished: false }]);
  });

  it.each([2, 3])("is renamed after %d round trips: the formulas follow it", async (trips) => {
    const { id, order } = await buildWhile(trips, () => office.engine.renameSheet(book(), "Mine"));
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-32);
    expect(order).toMatchObject({ state: "same" });
  });

  it.each([2, 3])(
    "is deleted after %d round trips: the message says that there is no order",
    async (trips) => {
      const previewed = { contracts: { ContractsToTrade_ES: -32 }, headline: "Sell 32 ES" };
      const { order } = await buildWhile(trips, () => office.engine.removeSheet(book()), {
        ...NEW,
        previewed,
      });
      expect(order).toMatchObject({ state: "error", previewed: "Sell 32 ES" });
    },
  );
});

describe("the hedge sheet, while it is updated", () => {
  it.each(TRIPS)("is renamed after %d round trips: it is updated under its new name", async (trips) => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), NEW);
    await type(office, id, "TargetBeta", 0.25);
    const NQ = contractChoice("NQ", { price: 18_000 });
    const act = () => office.engine.renameSheet(id, "Bob's hedge");
    const result = await buildWhile(trips, act, { ...NEW, into: id }, { contracts: [ES, NQ] });
    expect(result).toMatchObject({ outcome: "updated", name: "Bob's hedge" });
    // (0.25 − 1.3) × 10,000,000 ÷ 250,000
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-42);
    expect(await valueOf(office, id, "ContractsToTrade_NQ")).toBe(0);
    expect(await listHedgeSheets()).toMatchObject([{ id, unfinished: false }]);
  });

  it.each(TRIPS)(
    "is deleted after %d round trips: the pane says so, and all else is as before",
    async (trips) => {
      const { id } = await buildHedgeSheet(await modelOfBook(office), NEW);
      const before = await usersPart(office, [id]);
      const problem = await problemOf(
        buildWhile(trips, () => office.engine.removeSheet(id), { ...NEW, into: id }),
      );
      expect(problem).toMatchObject({
        code: "HedgeSheetGone",
        detail: expect.stringContaining(
          "“Hedge Book 1” is not in the workbook any more: it was deleted",
        ) as string,
      });
      expect(await usersPart(office, [])).toEqual(before);
      expect((await office.host.save()).settings).toEqual({});
    },
  );

  // A row that is put in above moves the names below it.
  it("gets a row between the reading and the writing: nothing is written", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), NEW);
    const name = office.engine.names().find((each) => each.scope === id && each.name === "HedgeRecord");
    if (name === undefined) throw new Error("The record has no name.");
    const down = name.formula.replace(/\d+$/, (row) => String(Number(row) + 1));
    const problem = await problemOf(
      buildWhile(1, () => office.engine.setName({ ...name, formula: down }), { ...NEW, into: id }),
    );
    expect(problem).toMatchObject({
      code: "ChangedMeanwhile",
      detail: expect.stringContaining("Nothing in the workbook was changed.") as string,
    });
    office.engine.setName(name);
    expect(await readHedgeSheet(id)).toMatchObject({ unfinished: false, inputs: { TargetBeta: 0.5 } });
  });

  it.each([2, 3])("is deleted after %d round trips of its first build", async (trips) => {
    const remove = () => {
      const added = office.engine.sheets().find(({ name }) => name === "Hedge Book 1");
      if (added) office.engine.removeSheet(added.id);
    };
    expect(await problemOf(buildWhile(trips, remove))).toMatchObject({ code: "HedgeSheetGone" });
    expect(await listHedgeSheets()).toEqual([]);
  });
});

describe("what is typed on the hedge sheet while it is updated", () => {
  it("is kept and listed, before anything is written: inputs, notes, formulas typed over", async () => {
    const { id } = await buildHedgeSheet(
      await modelOfBook(office, { aim: { kind: "targetBeta", targetBeta: 0.9 } }),
      NEW,
    );
    const note = { sheet: id, row: 54, column: 6, rows: 1, columns: 1 };
    const act = () => {
      office.engine.write(areaOf(office, id, "TargetBeta"), [[0.25]]);
      office.engine.write(areaOf(office, id, "ExactContracts_ES"), [[-7]]);
      office.engine.write(note, [["agreed on Monday"]]);
    };
    const result = await buildWhile(
      1,
      act,
      { ...NEW, into: id, inputsSeen: { TargetBeta: 0.9 } },
      { aim: { kind: "targetBeta", targetBeta: 0.8 } },
    );
    expect(result.keptInputs).toMatchObject([{ label: "Target beta", kept: 0.25, model: 0.8 }]);
    expect(result.changedFormulas).toMatchObject([{ name: "ExactContracts_ES", yours: -7, kept: true }]);
    expect(await valueOf(office, id, "TargetBeta")).toBe(0.25);
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-7);
    expect(office.engine.inputs(note)).toEqual([["agreed on Monday"]]);
    // The next update knows all of it for the user's.
    const next = await buildHedgeSheet(await modelOfBook(office), { ...NEW, into: id });
    expect(next).toMatchObject({
      outcome: "asked",
      changedFormulas: [{ name: "ExactContracts_ES", yours: -7 }],
      keptInputs: [{ kept: 0.25 }],
    });
  });

  it("is kept where the cells have moved", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), NEW);
    const at = areaOf(office, id, "CashAvailable");
    const act = () => office.engine.write(at, [[750_000]]);
    const result = await buildWhile(1, act, { ...NEW, into: id }, { contracts: [ES_AND_MICRO] });
    expect(areaOf(office, id, "CashAvailable").row).toBeGreaterThan(at.row);
    expect(result.keptInputs).toMatchObject([{ name: "CashAvailable", kept: 750_000 }]);
    expect(await valueOf(office, id, "CashAvailable")).toBe(750_000);
  });

  it.each([2, 3])(
    "stays where it comes after %d round trips, and counts in the next update",
    async (trips) => {
      const { id } = await buildHedgeSheet(await modelOfBook(office), NEW);
      const act = () => {
        office.engine.write(areaOf(office, id, "TargetBeta"), [[0.25]]);
        office.engine.write(areaOf(office, id, "ExactContracts_ES"), [[-7]]);
      };
      await buildWhile(trips, act, { ...NEW, into: id });
      expect(await valueOf(office, id, "TargetBeta")).toBe(0.25);
      const next = await buildHedgeSheet(await modelOfBook(office), { ...NEW, into: id });
      expect(next).toMatchObject({
        outcome: "asked",
        changedFormulas: [{ name: "ExactContracts_ES", yours: -7 }],
        keptInputs: [{ kept: 0.25 }],
      });
    },
  );
});

describe("two builds at once", () => {
  it.each([0, ...TRIPS])(
    "begun after %d round trips of the other: each sheet is whole, or said not to be",
    async (trips) => {
      const model = await modelOfBook(office);
      let other: Promise<BuildResult | Error> | undefined;
      const first = buildHedgeSheet(model, {
        ...NEW,
        onProgress: ({ done }) => {
          if (done !== trips) return;
          other = buildHedgeSheet(model, NEW).catch((error: unknown) => error as Error);
        },
      }).catch((error: unknown) => error as Error);
      const results = [await first, await other];
      const built = results.filter(
        (each): each is BuildResult => each !== undefined && !(each instanceof Error),
      );
      expect(built.length).toBeGreaterThan(0);
      for (const { id } of built) expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-32);
      const left = await listHedgeSheets();
      expect(left.map(({ id, unfinished }) => [id, unfinished]).sort()).toEqual(
        built.map(({ id }) => [id, false]).sort(),
      );
      for (const error of results.filter((each) => each instanceof Error)) {
        expect(describeProblem(error)).toMatchObject({ code: "ItemAlreadyExists" });
      }
      expect((await office.host.save()).settings).toEqual({});
    },
  );
});

describe("an update to another layout that stops anywhere", () => {
  const NQ = contractChoice("NQ", { price: 18_000 });
  /** Write requests, with the number of actions after which they stop. */
  const PLACES: readonly (readonly [sync: number, after: number])[] = [
    ...[8, 10, 11, 12, 14, 60, 200].map((after) => [1, after] as const),
    [2, 3],
    [3, 3],
  ];

  it.each([
    ["more rows and columns", [ES], [ES_AND_MICRO, NQ]],
    ["fewer", [ES_AND_MICRO, NQ], [ES]],
  ])("loses no input and no note, and is repaired: %s", async (_, contracts, next) => {
    const { id } = await buildHedgeSheet(await modelOfBook(office, { contracts }), NEW);
    await type(office, id, "TargetBeta", 0.25);
    await type(office, id, "CashAvailable", 750_000);
    await type(office, id, "FuturesPrice_ES", "='Book 1'!C3*31.25");
    const notes = [
      { sheet: id, row: 5, column: 7, rows: 1, columns: 1 },
      { sheet: id, row: 54, column: 12, rows: 1, columns: 1 },
    ];
    for (const note of notes) office.engine.write(note, [["agreed on Monday"]]);
    await office.host.idle();
    const before = await office.host.save();
    for (const [sync, after] of PLACES) {
      await openData(office, before);
      const how = { ...NEW, into: id };
      office.host.failSync(sync, "general", after);
      const stopped = await buildHedgeSheet(await modelOfBook(office, { contracts: next }), how).catch(
        () => null,
      );
      // A request of fewer actions than that.
      if (stopped !== null) continue;
      const at = { sync, after };
      const repaired = await buildHedgeSheet(await modelOfBook(office, { contracts: next }), how);
      expect({ ...at, changed: repaired.changedFormulas }).toEqual({ ...at, changed: [] });
      expect({ ...at, beta: await valueOf(office, id, "TargetBeta") }).toEqual({ ...at, beta: 0.25 });
      expect({ ...at, cash: await valueOf(office, id, "CashAvailable") }).toEqual({ ...at, cash: 750_000 });
      const price = office.engine.inputs(areaOf(office, id, "FuturesPrice_ES"));
      expect({ ...at, price }).toEqual({ ...at, price: [["='Book 1'!C3*31.25"]] });
      for (const note of notes) {
        expect({ ...at, note: office.engine.inputs(note) }).toEqual({ ...at, note: [["agreed on Monday"]] });
      }
      expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-42);
      expect(await listHedgeSheets()).toMatchObject([{ id, unfinished: false }]);
    }
  });
});
