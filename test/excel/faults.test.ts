import { buildHedgeSheet } from "../../src/excel/build-hedge-sheet";
import { BuildFailure, describeProblem } from "../../src/excel/problem";
import { listHedgeSheets, readHedgeSheet } from "../../src/excel/read-hedge-sheet";
import { removeHedgeSheet } from "../../src/excel/remove-hedge-sheet";
import type { FaultKind } from "../../src/workbench/protocol/faults";
import type { OpenOffice } from "../protocol/office";
import { modelOfBook, openBook, type, usersPart, valueOf } from "./book";

const KINDS: readonly FaultKind[] = [
  "cellBeingEdited",
  "payloadTooLarge",
  "protected",
  "accessDenied",
  "itemGone",
  "busy",
  "aborted",
  "general",
];
/** A build writes in three requests; a request may be refused as a whole, or stop in the middle. */
const PLACES = [1, 2, 3].flatMap((sync) => [0, sync === 3 ? 4 : 40].map((after) => ({ sync, after })));
const ASK = { into: null, changedFormulas: "ask" } as const;

let office: OpenOffice;
beforeAll(async () => {
  office = await openBook();
});
afterAll(() => office.close());

/** The error that a promise is rejected with. */
async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error("Nothing failed.");
    },
    (error: unknown) => error,
  );
}

function expectSentences(error: unknown): void {
  const { title, detail, nextStep, code } = describeProblem(error);
  for (const text of [title, detail, nextStep]) expect(text).toMatch(/^[A-Z].{8,}/s);
  expect(nextStep).toMatch(/\.$/);
  expect(code).toMatch(/^[A-Z][A-Za-z]+$/);
  expect(code).not.toBe("Unknown");
}

describe.each(KINDS)("when Excel answers %s", (kind) => {
  it("a build leaves the workbook as it was, says why, and works the next time", async () => {
    for (const { sync, after } of PLACES) {
      const model = await modelOfBook(office);
      const before = await usersPart(office, []);
      office.host.failSync(sync, kind, after);
      const error = await failureOf(buildHedgeSheet(model, ASK));
      expect(error).toMatchObject({ left: "nothing" });
      expectSentences(error);
      expect(await usersPart(office, [])).toEqual(before);
      expect(Object.keys((await office.host.save()).settings)).toEqual([]);

      const { id } = await buildHedgeSheet(model, ASK);
      expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-32);
      await removeHedgeSheet(id);
      expect(await usersPart(office, [])).toEqual(before);
    }
  });

  it("an update keeps the user's cells and inputs, says what is unfinished, and is repaired by the next", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    await type(office, id, "TargetBeta", 0.25);
    const before = await usersPart(office, [id]);
    for (const { sync, after } of PLACES) {
      const model = await modelOfBook(office);
      office.host.failSync(sync, kind, after);
      const error = await failureOf(buildHedgeSheet(model, { ...ASK, into: id }));
      expect(error).toBeInstanceOf(BuildFailure);
      expectSentences(error);
      const { left } = error as BuildFailure;
      if (sync === 1 && after === 0) expect(left).toBe("nothing");
      expect((await readHedgeSheet(id)).unfinished).toBe(left === "unfinished");
      expect((await readHedgeSheet(id)).inputs).toMatchObject({ TargetBeta: 0.25 });
      expect(await usersPart(office, [id])).toEqual(before);

      const repaired = await buildHedgeSheet(model, { ...ASK, into: id });
      expect(repaired).toMatchObject({ outcome: "updated", changedFormulas: [] });
      expect(await valueOf(office, id, "TargetBeta")).toBe(0.25);
      // (0.25 − 1.3) × 10,000,000 ÷ 250,000
      expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-42);
      expect((await readHedgeSheet(id)).unfinished).toBe(false);
      expect(await usersPart(office, [id])).toEqual(before);
    }
    await removeHedgeSheet(id);
  });

  it("a removal leaves the user's cells, says why, and works the next time", async () => {
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    const before = await usersPart(office, [id]);
    office.host.failSync(1, kind);
    expectSentences(await failureOf(removeHedgeSheet(id)));
    expect(await usersPart(office, [id])).toEqual(before);
    expect(await listHedgeSheets()).toHaveLength(1);
    await removeHedgeSheet(id);
    expect(await listHedgeSheets()).toEqual([]);
  });
});

it("a build whose sheet cannot be taken away either is marked, and repaired by the next", async () => {
  const model = await modelOfBook(office);
  const before = await usersPart(office, []);
  office.host.failSync(2, "busy", 40);
  office.host.failSync(3, "busy");
  const error = await failureOf(buildHedgeSheet(model, ASK));
  expect(error).toMatchObject({ left: "unfinished", sheet: "Hedge Book 1" });
  expect(describeProblem(error).detail).toContain("is unfinished: do not use its numbers yet");
  const [unfinished] = await listHedgeSheets();
  expect(unfinished).toMatchObject({ name: "Hedge Book 1", unfinished: true });
  expect(await usersPart(office, [unfinished?.id ?? ""])).toEqual(before);

  const { id } = await buildHedgeSheet(model, ASK);
  expect(await listHedgeSheets()).toEqual([{ id, name: expect.any(String) as string, unfinished: false }]);
  expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-32);
  await removeHedgeSheet(id);
});

it("waits while a cell is being edited, and builds when it is done", async () => {
  const model = await modelOfBook(office);
  office.host.setEditing(true);
  const build = buildHedgeSheet(model, ASK);
  office.host.setEditing(false);
  const { id } = await build;
  expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-32);
  await removeHedgeSheet(id);
});
