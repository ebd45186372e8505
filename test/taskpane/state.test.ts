import { detectColumns } from "../../src/sheet/book/detect-columns";
import type { ReadCells } from "../../src/excel/read-selection";
import {
  formIn,
  nextState,
  START,
  type PaneEvent,
  type PaneState,
  type Trouble,
} from "../../src/taskpane/state";
import { EQUITY, proposedForm, typed } from "./equity-book";

const cells: ReadCells = {
  range: { sheet: "Book", address: "A1:C2" },
  below: { values: [], types: [], numberFormats: [] },
  sheet: "Book",
  row: 0,
  column: 0,
  values: [
    ["Name", "Value", "Beta"],
    ["A", 6_000_000, 1.1],
  ],
  types: [
    ["String", "String", "String"],
    ["String", "Double", "Double"],
  ],
  numberFormats: [
    ["General", "General", "General"],
    ["General", "General", "General"],
  ],
  hiddenRows: [],
  notes: [],
};
const found = detectColumns(cells);
const table = { cells, found, choice: found.choice };
const trouble: Trouble = {
  problem: { title: "No", detail: "", nextStep: "", code: "Holdings" },
  details: "",
};
const form = typed(proposedForm(), { targetBeta: "0.5" }, {});

function after(...events: PaneEvent[]): PaneState {
  return events.reduce(nextState, START);
}
const read = { type: "holdingsRead", table, holdings: EQUITY, form } as const satisfies PaneEvent;

describe("nextState", () => {
  it("keeps what was typed while other cells are read, refused and read again", () => {
    const states = [
      after(read, { type: "readingStarted" }),
      after(read, { type: "readingStarted" }, { type: "readingFailed", trouble, offer: null }),
      after(read, { type: "columnsFailed", table, trouble }),
    ];
    expect(states.map(({ step }) => step.at)).toEqual(["reading", "refused", "columns"]);
    for (const { step } of states) expect(formIn(step)).toBe(form);
  });

  it("keeps what was typed when the followed cells are lost, and takes them back when they are there again", () => {
    const lost = after(read, { type: "bookLost", trouble });
    expect(lost.step).toEqual({ at: "refused", trouble, offer: null, form });
    expect(nextState(lost, read).step).toEqual({ at: "hedge", table, holdings: EQUITY, form });
  });

  it("counts readings, so that one that comes late is known", () => {
    const first = after({ type: "readingStarted" });
    const opened = nextState(first, { ...read, type: "sheetOpened", target: { id: "1", inputsSeen: null } });
    expect([first.reading, opened.reading]).toEqual([1, 2]);
    expect(opened.target?.id).toBe("1");
    expect(opened.step.at).toBe("hedge");
  });

  it("forgets that the selection has moved once it is read, or is where somebody types", () => {
    const moved = after(read, { type: "selectionMoved", toOneCell: false });
    expect(nextState(moved, { type: "selectionMoved", toOneCell: true }).selectionMoved).toBe(false);
    expect([moved.selectionMoved, nextState(moved, { type: "readingStarted" }).selectionMoved]).toEqual([
      true,
      false,
    ]);
  });

  it("ignores a refusal that comes after the reading it belongs to", () => {
    const state = after(read, { type: "readingFailed", trouble, offer: null });
    expect(state.step.at).toBe("hedge");
  });

  it("ignores typing where there is no hedge to type into", () => {
    expect(after({ type: "readingStarted" }, { type: "formChanged", form }).step).toEqual({
      at: "reading",
      form: null,
    });
  });

  it("shows progress only while something is being done", () => {
    const progressed: PaneEvent = { type: "progressed", progress: { done: 1, of: 4, step: "formats" } };
    const busy: PaneEvent = {
      type: "actionChanged",
      action: { kind: "busy", doing: "Building", progress: null },
    };
    expect(after(progressed).action).toEqual({ kind: "none" });
    expect(after(busy, progressed).action).toMatchObject({ kind: "busy", progress: { done: 1 } });
  });

  it("forgets a target sheet that is no longer in the workbook", () => {
    const chosen: PaneEvent = { type: "targetChosen", target: { id: "7", inputsSeen: null } };
    const sheet = { id: "7", name: "Hedge Book", unfinished: false };
    expect(after(chosen, { type: "sheetsListed", sheets: [sheet] }).target?.id).toBe("7");
    expect(after(chosen, { type: "sheetsListed", sheets: [] }).target).toBeNull();
  });

  it("keeps the hedge while the settings are looked at", () => {
    const state = after(read, { type: "tabChosen", tab: "settings" }, { type: "tabChosen", tab: "hedge" });
    expect(state).toEqual(after(read));
  });
});
