import {
  onSelectionChanged,
  readRange,
  readSelection,
  SelectionProblem,
  showCell,
} from "../../src/excel/read-selection";
import { describeProblem } from "../../src/excel/problem";
import type { Area, CellInput } from "../../src/workbench/engine/engine";
import type { OpenOffice } from "../protocol/office";
import { until } from "../until";
import { EQUITIES, openBook } from "./book";

let office: OpenOffice;
let sheet: string;
beforeEach(async () => {
  office = await openBook();
  sheet = office.engine.sheets()[0]?.id ?? "";
});
afterEach(() => office.close());

function select(...areas: Omit<Area, "sheet">[]): void {
  office.engine.select(areas.map((area) => ({ ...area, sheet })));
}

async function problem(): Promise<SelectionProblem> {
  const error: unknown = await readSelection().catch((e: unknown) => e);
  if (error instanceof SelectionProblem) return error;
  throw new Error(`Not a selection problem: ${String(error)}`);
}

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
    expect(cells.types[1]).toEqual(["String", "Double", "Double", "Double", "Double"]);
    await office.host.idle();
    // The second request is Excel.run's own: it releases the ranges.
    expect(office.host.syncs).toEqual({ read: 2, write: 0 });
  });

  it("trims whole columns to what is used, and says so", async () => {
    select({ row: 0, column: 0, rows: 1_048_576, columns: 5 });
    const cells = await readSelection();
    expect(cells.values).toEqual(EQUITIES);
    expect(cells.notes).toEqual(["Whole columns are selected; rows 1 to 3 are used."]);
  });

  describe("rows below", () => {
    const NEWCO = ["NEWCO", 500, 1000, 500000, 1];
    const write = (row: number, ...rows: CellInput[][]) =>
      office.engine.write({ sheet, row, column: 0, rows: rows.length, columns: 5 }, rows);

    it("come in the same round trip, down to the first blank one, and no further to the right", async () => {
      write(3, NEWCO, NEWCO, ["", "", "", "", ""], NEWCO);
      office.engine.write({ sheet, row: 3, column: 5, rows: 1, columns: 1 }, [["to the right"]]);
      office.host.resetSyncs();
      const cells = await readSelection();
      expect(cells.values).toEqual(EQUITIES);
      expect(cells.below.values).toEqual([NEWCO, NEWCO]);
      expect(cells.below.types[1]).toEqual(["String", "Double", "Double", "Double", "Double"]);
      expect(cells.below.numberFormats).toHaveLength(2);
      await office.host.idle();
      expect(office.host.syncs).toEqual({ read: 2, write: 0 });
    });

    it("are none where the table ends, or a blank row follows", async () => {
      expect((await readSelection()).below.values).toEqual([]);
      write(4, NEWCO);
      expect((await readSelection()).below.values).toEqual([]);
    });

    it("are those below the rows that are selected, of all that follow at most 50", async () => {
      write(3, ...Array.from({ length: 60 }, () => NEWCO));
      select({ row: 0, column: 0, rows: 2, columns: 5 });
      const { below } = await readSelection();
      expect(below.values).toHaveLength(50);
      expect(below.values.slice(0, 2)).toEqual([EQUITIES[2], NEWCO]);
    });

    it("are in the columns of the selection only", async () => {
      write(3, NEWCO);
      select({ row: 0, column: 3, rows: 3, columns: 2 });
      expect((await readSelection()).below.values).toEqual([[500000, 1]]);
    });

    it("are none below whole columns", async () => {
      select({ row: 0, column: 0, rows: 1_048_576, columns: 5 });
      expect((await readSelection()).below.values).toEqual([]);
    });

    it("are found below whole rows", async () => {
      write(3, NEWCO);
      select({ row: 0, column: 0, rows: 3, columns: 16_384 });
      expect((await readSelection()).below.values).toEqual([NEWCO]);
    });

    it.each([
      { to: 1_048_574, below: [NEWCO, NEWCO] },
      { to: 1_048_575, below: [NEWCO] },
      { to: 1_048_576, below: [] },
    ])("are those that the sheet has below row $to", async ({ to, below }) => {
      write(1_048_571, ...Array.from({ length: 5 }, () => NEWCO));
      const row = 1_048_571;
      select({ row, column: 0, rows: to - row, columns: 5 });
      const cells = await readSelection();
      expect(cells.values).toHaveLength(to - row);
      expect(cells.below.values).toEqual(below);
    });
  });

  it("offers the table around a single cell", async () => {
    select({ row: 1, column: 1, rows: 1, columns: 1 });
    expect(await problem()).toMatchObject({
      message: "Only cell B2 is selected. It belongs to the table A1:E3.",
      offer: { sheet: "Book 1", address: "A1:E3" },
    });
    expect((await readRange({ sheet: "Book 1", address: "A1:E3" })).values).toEqual(EQUITIES);
  });

  it("offers nothing for a lonely cell", async () => {
    select({ row: 50, column: 10, rows: 1, columns: 1 });
    expect((await problem()).offer).toBeNull();
  });

  it("explains several areas, and empty cells", async () => {
    select({ row: 0, column: 0, rows: 3, columns: 1 }, { row: 0, column: 3, rows: 3, columns: 1 });
    expect((await problem()).message).toBe("2 separate areas are selected.");
    select({ row: 20, column: 10, rows: 3, columns: 3 });
    expect(describeProblem(await problem())).toMatchObject({
      detail: "The selected cells are empty.",
      nextStep: "Select the table of holdings, with its header row.",
    });
  });

  it("counts hidden rows by their place on the sheet", async () => {
    office.engine.setRowHidden(sheet, 2, 1, true);
    expect((await readSelection()).hiddenRows).toEqual([2]);
  });

  it("gives errors as errors and formulas by their value", async () => {
    office.engine.write({ sheet, row: 1, column: 3, rows: 2, columns: 1 }, [["=B2*C2"], ["=1/0"]]);
    const cells = await readSelection();
    expect(cells.values[1]?.[3]).toBe(6000000);
    expect([cells.values[2]?.[3], cells.types[2]?.[3]]).toEqual(["#DIV/0!", "Error"]);
  });

  it("reads beyond row 2,000 in further blocks, each cell once", async () => {
    const rows = Array.from({ length: 12_500 }, (_, i) => [`S${i}`, i]);
    office.engine.write({ sheet, row: 1500, column: 0, rows: rows.length, columns: 2 }, rows);
    select({ row: 1500, column: 0, rows: rows.length, columns: 2 });
    const cells = await readSelection();
    expect(cells).toMatchObject({ row: 1500, column: 0 });
    expect(cells.values).toEqual(rows);
    expect([cells.types.length, cells.numberFormats.length]).toEqual([12_500, 12_500]);
  });

  it("refuses more than 100,000 rows with a sentence", async () => {
    office.engine.write({ sheet, row: 150_000, column: 0, rows: 1, columns: 1 }, [["end"]]);
    select({ row: 0, column: 0, rows: 1_048_576, columns: 2 });
    await expect(readSelection()).rejects.toMatchObject({
      code: "TooLarge",
      message: "150,001 rows are selected; at most 100,000 can be read.",
    });
  });
});

describe("readRange", () => {
  it("waits while a cell is being edited", async () => {
    office.host.setEditing(true);
    const reading = readRange({ sheet: "Book 1", address: "A1:E3" });
    await until(() => office.host.waiting === 1);
    office.host.setEditing(false);
    expect((await reading).values).toEqual(EQUITIES);
  });
});

describe("showCell", () => {
  it("selects the cell on its sheet", async () => {
    await showCell({ sheet: "Book 1", address: "D3" });
    expect(office.engine.selection()).toEqual([{ sheet, row: 2, column: 3, rows: 1, columns: 1 }]);
  });
});

describe("onSelectionChanged", () => {
  it("hears of each selection until it is told to stop", async () => {
    const heard: boolean[] = [];
    const stop = await onSelectionChanged(({ oneCell }) => heard.push(oneCell));
    await showCell({ sheet: "Book 1", address: "D3" });
    await showCell({ sheet: "Book 1", address: "A1:B3" });
    await until(() => heard.length >= 2);
    expect(heard).toEqual([true, false]);
    await stop();
    await showCell({ sheet: "Book 1", address: "A1" });
    await office.host.idle();
    expect(heard).toHaveLength(2);
  });

  it("begins when the editing of a cell has ended, and hears from then on", async () => {
    office.host.setEditing(true);
    const heard: boolean[] = [];
    const starting = onSelectionChanged(({ oneCell }) => heard.push(oneCell));
    await until(() => office.host.waiting === 1);
    office.host.setEditing(false);
    const stop = await starting;
    await showCell({ sheet: "Book 1", address: "D3" });
    await until(() => heard.length >= 1);
    await stop();
  });
});
