import { MAX_COLUMNS } from "../../src/workbench/engine/address";
import type { EngineEvent } from "../../src/workbench/engine/engine";
import { openIronCalcInNode } from "../../src/workbench/engine/ironcalc-node";
import { until } from "../until";
import { openOffice, type OpenOffice } from "./office";

let office: OpenOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe("events", () => {
  it("tell of the add-in's own changes, selections and sheets", async () => {
    const heard: unknown[] = [];
    await office.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add((event) => Promise.resolve(void heard.push(["changed", event.address])));
      worksheets.onSelectionChanged.add((event) =>
        Promise.resolve(void heard.push(["selected", event.address])),
      );
      worksheets.onAdded.add(() => Promise.resolve(void heard.push(["added"])));
      worksheets.onActivated.add(() => Promise.resolve(void heard.push(["activated"])));
      worksheets.onDeleted.add(() => Promise.resolve(void heard.push(["deleted"])));
      await context.sync();
      const sheet = worksheets.add("Hedge");
      sheet.getRange("A1:B2").values = [
        [1, 2],
        [3, 4],
      ];
      sheet.activate();
      sheet.getRange("B2").select();
      await context.sync();
      sheet.delete();
      await context.sync();
    });
    await until(() => heard.length >= 6);
    expect(heard).toEqual([
      ["added"],
      ["changed", "A1:B2"],
      ["activated"],
      ["selected", "B2"],
      ["deleted"],
      ["activated"],
    ]);
  });

  it("stop when the handler is removed", async () => {
    let heard = 0;
    let all = 0;
    await office.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.getFirst();
      worksheets.onChanged.add(() => Promise.resolve(all++));
      const handler = sheet.onChanged.add(() => Promise.resolve(heard++));
      await context.sync();
      sheet.getRange("A1").values = [[1]];
      await context.sync();
      handler.remove();
      await context.sync();
      sheet.getRange("A1").values = [[2]];
      await context.sync();
    });
    await until(() => all === 2);
    expect(heard).toBe(1);
  });
});

describe("worksheet.onChanged", () => {
  /** Listens to the first sheet's changes and hears them as the add-in does. */
  async function listen({ Excel }: OpenOffice): Promise<Excel.WorksheetChangedEventArgs[]> {
    const heard: Excel.WorksheetChangedEventArgs[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets
        .getFirst()
        .onChanged.add((event) => Promise.resolve(void heard.push(event)));
      await context.sync();
    });
    return heard;
  }

  it("comes once for each range that the add-in writes or clears, and not for other sheets", async () => {
    const heard = await listen(office);
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("B2:C3").values = [
        [1, 2],
        [3, 4],
      ];
      sheet.getRange("B2").format.fill.color = "#FFFF00";
      sheet.getRange("C3").clear("Contents");
      context.workbook.worksheets.add("Other").getRange("A1").values = [[1]];
      await context.sync();
    });
    await until(() => heard.length >= 2);
    const told = heard.map(({ address, changeType, source, triggerSource }) => [
      address,
      changeType,
      source,
      triggerSource,
    ]);
    expect(told).toEqual([
      ["B2:C3", "RangeEdited", "Local", "ThisLocalAddin"],
      ["C3", "RangeEdited", "Local", "ThisLocalAddin"],
    ]);
  });

  it("hands over the range that was changed", async () => {
    const heard = await listen(office);
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("D5").values = [[42]];
      await context.sync();
    });
    await until(() => heard.length > 0);
    await office.Excel.run(async (context) => {
      const changed = heard[0]?.getRange(context);
      changed?.load("values");
      await context.sync();
      expect(changed?.values).toEqual([[42]]);
    });
  });
});

// IronCalc has no user; what one does to rows and columns comes from the engine of the page: see test/browser.
describe("rows and columns that the user inserts or deletes", () => {
  /** An office whose user is this test. */
  async function withUser(): Promise<{ office: OpenOffice; does: (event: EngineEvent) => void }> {
    const engine = await openIronCalcInNode();
    const listeners: ((event: EngineEvent) => void)[] = [];
    const on = (listener: (event: EngineEvent) => void) => {
      listeners.push(listener);
      return () => undefined;
    };
    const opened = await openOffice({ engine: Object.assign(engine, { on }) });
    return { office: opened, does: (event) => listeners.forEach((listener) => listener(event)) };
  }

  const rows = (row: number, count: number) => ({ row, rows: count, column: 0, columns: MAX_COLUMNS });

  it.each([
    { what: "2 rows above it", type: "inserted", row: 1, count: 2, address: "A6:B9" },
    { what: "2 rows at its first row", type: "inserted", row: 3, count: 2, address: "A6:B9" },
    { what: "2 rows in its middle", type: "inserted", row: 5, count: 2, address: "A4:B9" },
    { what: "2 rows below it", type: "inserted", row: 7, count: 2, address: "A4:B7" },
    { what: "the row above it", type: "deleted", row: 2, count: 1, address: "A3:B6" },
    { what: "2 of its rows", type: "deleted", row: 4, count: 2, address: "A4:B5" },
    { what: "its first row and the one above", type: "deleted", row: 2, count: 2, address: "A3:B5" },
    { what: "the row below it", type: "deleted", row: 7, count: 1, address: "A4:B7" },
  ] as const)(
    "move a range that the add-in holds: $what $type → $address",
    async ({ type, row, count, address }) => {
      const { office: opened, does } = await withUser();
      const range = await opened.Excel.run(async (context) => {
        const held = context.workbook.worksheets.getFirst().getRange("A4:B7");
        held.track();
        await context.sync();
        return held;
      });
      const sheet = opened.engine.activeSheet();
      does({ type, area: { sheet, ...rows(row, count) } });
      await opened.Excel.run(range, async (context) => {
        range.load("address");
        await context.sync();
        expect(range.address).toBe(`Sheet1!${address}`);
      });
      await opened.close();
    },
  );

  it("take a range away with all of its rows", async () => {
    const { office: opened, does } = await withUser();
    const range = await opened.Excel.run(async (context) => {
      const held = context.workbook.worksheets.getFirst().getRange("A4:B7");
      held.track();
      await context.sync();
      return held;
    });
    does({ type: "deleted", area: { sheet: opened.engine.activeSheet(), ...rows(2, 9) } });
    const reading = opened.Excel.run(range, async (context) => {
      range.load("address");
      await context.sync();
    });
    await expect(reading).rejects.toMatchObject({ code: "InvalidReference" });
    await opened.close();
  });

  it("are told as such", async () => {
    const { office: opened, does } = await withUser();
    const heard: unknown[] = [];
    await opened.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.onChanged.add(({ address, changeType, triggerSource }) =>
        Promise.resolve(void heard.push([address, changeType, triggerSource])),
      );
      await context.sync();
    });
    const sheet = opened.engine.activeSheet();
    does({ type: "inserted", area: { sheet, ...rows(4, 2) } });
    does({ type: "deleted", area: { sheet, row: 0, rows: 1_048_576, column: 2, columns: 1 } });
    await until(() => heard.length >= 2);
    expect(heard).toEqual([
      ["5:6", "RowInserted", "Unknown"],
      ["C:C", "ColumnDeleted", "Unknown"],
    ]);
    await opened.close();
  });
});

describe("the ribbon and the pane", () => {
  it("run an associated function until it says that it is done", async () => {
    const ran: string[] = [];
    office.Office.actions.associate("refresh", (event: Office.AddinCommands.Event) => {
      ran.push(event.source.id);
      event.completed();
    });
    await office.ribbon.invokeCommand("refresh", "RefreshButton");
    expect(ran).toEqual(["RefreshButton"]);
  });

  it("run an action of the keyboard", async () => {
    let ran = 0;
    office.Office.actions.associate("jump", () => {
      ran++;
    });
    office.host.invokeAction("jump");
    await until(() => ran > 0);
    expect(ran).toBe(1);
  });

  it("show and hide the pane", async () => {
    const modes: string[] = [];
    await office.Office.addin.onVisibilityModeChanged((message) => void modes.push(message.visibilityMode));
    await office.Office.addin.hide();
    expect(office.host.runtimeState()).toBe("Background");
    await office.Office.addin.showAsTaskpane();
    expect(office.host.runtimeState()).toBe("Visible");
    await until(() => modes.length >= 2);
    expect(modes).toEqual(["Hidden", "Taskpane"]);
  });

  it("know the colours of the theme", () => {
    expect(office.Office.context.officeTheme.bodyBackgroundColor.toLowerCase()).toBe("#ffffff");
  });
});
