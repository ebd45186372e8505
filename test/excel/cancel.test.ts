import { buildHedgeSheet } from "../../src/excel/build-hedge-sheet";
import type { BuildResult } from "../../src/excel/how-to-build";
import { describeProblem } from "../../src/excel/problem";
import { listHedgeSheets } from "../../src/excel/read-hedge-sheet";
import { removeHedgeSheet } from "../../src/excel/remove-hedge-sheet";
import type { OpenOffice } from "../protocol/office";
import { until } from "../until";
import { modelOfBook, openBook, type, usersPart, valueOf } from "./book";

const NEW = { into: null, changedFormulas: "ask" } as const;

let office: OpenOffice;
beforeEach(async () => {
  office = await openBook();
});
afterEach(() => office.close());

/** What the pane says about the error that ends the work. */
async function problemOf(work: Promise<unknown>) {
  const error: unknown = await work.then(
    () => {
      throw new Error("It was not cancelled.");
    },
    (reason: unknown) => reason,
  );
  return describeProblem(error);
}

/** Waits until Excel holds a request back; the work that sent it cannot go on. */
const waitsForExcel = (): Promise<void> => until(() => office.host.waiting === 1);

/** Whether the work goes on waiting: Excel still holds its request back, and nothing has ended it otherwise. */
async function stillWaits(work: Promise<unknown>): Promise<boolean> {
  const waiting = () => true;
  const ended = () => false;
  // Whatever an abort sets off is a chain of promises, all of which run before the next timer.
  const later = new Promise<void>((resolve) => setTimeout(resolve, 0)).then(waiting);
  return (await Promise.race([work.then(ended, ended), later])) && office.host.waiting === 1;
}

/** A build that waits, from the step on, for the cell that the user began to edit; the user has then cancelled it. */
async function cancelledAt(
  step: number,
  into: string | null,
): Promise<{ readonly work: Promise<BuildResult> }> {
  const model = await modelOfBook(office);
  const controller = new AbortController();
  const work = buildHedgeSheet(model, {
    changedFormulas: "ask",
    into,
    signal: controller.signal,
    onProgress: ({ done }) => {
      if (done === step) office.host.setEditing(true);
    },
  });
  await waitsForExcel();
  controller.abort();
  return { work };
}

async function endEditing(): Promise<void> {
  office.host.setEditing(false);
  await office.host.idle();
}

// Microsoft's words for delayForCellEdit: "if the user is in cell edit mode then the batch request is delayed until the
// user exits cell edit mode" (Excel.RunOptions). Nothing in Office.js takes a delayed request back.
describe("cancelling while Excel waits for a cell's edit to end", () => {
  it("ends a build at once if it has only read, and nothing is written afterwards", async () => {
    const before = await office.host.save();
    const { work } = await cancelledAt(0, null);
    expect(await problemOf(work)).toEqual({
      title: "Cancelled",
      detail: "Building was cancelled. Nothing in the workbook was changed.",
      nextStep: "Start again whenever you like.",
      code: "Cancelled",
    });
    await endEditing();
    expect(await office.host.save()).toEqual(before);
    const { id } = await buildHedgeSheet(await modelOfBook(office), NEW);
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-32);
  });

  it("ends an update at once if it has only read, and the sheet stays as it was", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), NEW);
    const before = await usersPart(office, []);
    const { work } = await cancelledAt(0, id);
    expect((await problemOf(work)).detail).toBe(
      "Building was cancelled. Nothing in the workbook was changed.",
    );
    await endEditing();
    expect(await usersPart(office, [])).toEqual(before);
    expect(await listHedgeSheets()).toEqual([{ id, name: "Hedge Book 1", unfinished: false }]);
  });

  it("ends a removal at once, and the sheet stays", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), NEW);
    const controller = new AbortController();
    office.host.setEditing(true);
    const work = removeHedgeSheet(id, controller.signal);
    await waitsForExcel();
    controller.abort();
    expect((await problemOf(work)).detail).toBe("Removing was cancelled: the hedge sheet is still there.");
    await endEditing();
    expect(await listHedgeSheets()).toHaveLength(1);
    await removeHedgeSheet(id);
    expect(await listHedgeSheets()).toEqual([]);
  });

  it.each([1, 2])("waits if step %d of a new sheet is with Excel, then takes it away", async (step) => {
    const before = await usersPart(office, []);
    const { work } = await cancelledAt(step, null);
    expect(await stillWaits(work)).toBe(true);
    await endEditing();
    expect((await problemOf(work)).detail).toBe(
      "Building was cancelled. Nothing in the workbook was changed.",
    );
    expect(await usersPart(office, [])).toEqual(before);
    expect((await office.host.save()).settings).toEqual({});
  });

  it("waits if a step of an update is with Excel; the sheet is marked, and the next update repairs it", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), NEW);
    await type(office, id, "TargetBeta", 0.25);
    const { work } = await cancelledAt(1, id);
    expect(await stillWaits(work)).toBe(true);
    await endEditing();
    expect((await problemOf(work)).detail).toContain("is unfinished: do not use its numbers yet");
    expect(await listHedgeSheets()).toMatchObject([{ id, unfinished: true }]);
    await buildHedgeSheet(await modelOfBook(office), { ...NEW, into: id });
    // (0.25 − 1.3) × 10,000,000 ÷ 250,000
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-42);
    expect(await listHedgeSheets()).toMatchObject([{ id, unfinished: false }]);
  });

  it("comes too late once the last step is with Excel: the sheet is built", async () => {
    const { work } = await cancelledAt(3, null);
    await endEditing();
    const { id } = await work;
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-32);
  });
});

it("the list of hedge sheets waits for a cell's edit to end", async () => {
  office.host.setEditing(true);
  const list = listHedgeSheets();
  await waitsForExcel();
  expect(await stillWaits(list)).toBe(true);
  office.host.setEditing(false);
  expect(await list).toEqual([]);
});
