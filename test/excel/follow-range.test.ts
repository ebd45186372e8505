import { followRange } from "../../src/excel/follow-range";
import { describeProblem } from "../../src/excel/problem";
import { readSelection } from "../../src/excel/read-selection";
import type { OpenOffice } from "../protocol/office";
import { until } from "../until";
import { EQUITIES, openBook } from "./book";

let office: OpenOffice;
beforeEach(async () => {
  office = await openBook();
});
afterEach(() => office.close());

/** Writes as any add-in does: Excel tells of that like of the user's typing. */
function write(sheet: string, address: string, value: number | string): Promise<void> {
  return Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });
}

async function followBook(): Promise<{
  followed: Awaited<ReturnType<typeof followRange>>;
  heard: () => number;
}> {
  const { range } = await readSelection();
  let heard = 0;
  const followed = await followRange(range, () => heard++);
  return { followed, heard: () => heard };
}

describe("followRange", () => {
  it("tells of changes in the range only, and reads what is there now", async () => {
    const { followed, heard } = await followBook();
    await write("Book 1", "G20", 1);
    await write("Book 1", "D2", 7_000_000);
    // Told in the order in which they happen: the second would come after the first.
    await until(() => heard() > 0);
    expect(heard()).toBe(1);
    const cells = await followed.read();
    expect(cells.values[1]).toEqual(["AAPL", 30000, 200, 7_000_000, 1.1]);
    expect(cells.range).toEqual({ sheet: "Book 1", address: "A1:E3" });
  });

  it("tells of the rows right below the range too, and reads what is there now", async () => {
    const { followed, heard } = await followBook();
    await write("Book 1", "D60", 1);
    await write("Book 1", "A4", "NEWCO");
    await until(() => heard() > 0);
    expect(heard()).toBe(1);
    await write("Book 1", "D4", 500_000);
    await until(() => heard() > 1);
    const cells = await followed.read();
    expect(cells.values).toEqual(EQUITIES);
    expect(cells.below.values).toEqual([["NEWCO", "", "", 500_000, ""]]);
    // Emptied, they are gone.
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Book 1").getRange("A4:E4").clear("Contents");
      await context.sync();
    });
    await until(() => heard() > 2);
    expect((await followed.read()).below.values).toEqual([]);
  });

  it("reads in one round trip", async () => {
    const { followed } = await followBook();
    office.host.resetSyncs();
    await followed.read();
    // The second request is Excel.run's own: it releases the ranges.
    await until(() => office.host.syncs.read > 1);
    await office.host.idle();
    expect(office.host.syncs).toEqual({ read: 2, write: 0 });
  });

  it("does not hear of other sheets, nor of anything after the end", async () => {
    const { followed, heard } = await followBook();
    let all = 0;
    await Excel.run(async (context) => {
      context.workbook.worksheets.add("Other");
      context.workbook.worksheets.onChanged.add(() => Promise.resolve(all++));
      await context.sync();
    });
    await write("Other", "A1", 1);
    await followed.stop();
    await write("Book 1", "D2", 7_000_000);
    await until(() => all === 2);
    expect(heard()).toBe(0);
  });

  it("hears again when the range is followed anew, as soon as the former following has ended", async () => {
    const { followed, heard } = await followBook();
    await followed.stop();
    let again = 0;
    await followRange({ sheet: "Book 1", address: "A1:E4" }, () => again++);
    await write("Book 1", "D4", 500_000);
    await until(() => again > 0);
    expect([again, heard()]).toEqual([1, 0]);
  });

  it("waits while a cell is being edited", async () => {
    const { followed } = await followBook();
    office.host.setEditing(true);
    let ended = false;
    const reading = followed.read().finally(() => {
      ended = true;
    });
    await until(() => office.host.waiting === 1);
    expect(ended).toBe(false);
    office.host.setEditing(false);
    expect((await reading).values).toEqual(EQUITIES);
  });

  it("tells of the sheet's end; reading then says that it is gone", async () => {
    const { followed, heard } = await followBook();
    await Excel.run(async (context) => {
      context.workbook.worksheets.add("Other");
      context.workbook.worksheets.getItem("Book 1").delete();
      await context.sync();
    });
    await until(() => heard() > 0);
    expect(heard()).toBe(1);
    const error: unknown = await followed.read().catch((e: unknown) => e);
    expect(describeProblem(error).title).toBe("Something is no longer there");
  });

  it("keeps to whole columns when they were selected: rows below the last one come in", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Book 1").getRange("A:E").select();
      await context.sync();
    });
    const { followed, heard } = await followBook();
    await write("Book 1", "D4", 5);
    await until(() => heard() > 0);
    expect(heard()).toBe(1);
    expect((await followed.read()).values).toHaveLength(4);
  });
});
