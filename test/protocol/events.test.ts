import { openOffice, type OpenOffice } from "./office";

let office: OpenOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

/** Lets messages reach the page and its handlers run. */
const delivered = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

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
      sheet.getRange("A1:B2").values = [[1, 2], [3, 4]]; // prettier-ignore
      sheet.activate();
      sheet.getRange("B2").select();
      await context.sync();
      sheet.delete();
      await context.sync();
    });
    await delivered();
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
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const handler = sheet.onChanged.add(() => Promise.resolve(heard++));
      await context.sync();
      sheet.getRange("A1").values = [[1]];
      await context.sync();
      handler.remove();
      await context.sync();
      sheet.getRange("A1").values = [[2]];
      await context.sync();
    });
    await delivered();
    expect(heard).toBe(1);
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
    await delivered();
    expect(ran).toBe(1);
  });

  it("show and hide the pane", async () => {
    const modes: string[] = [];
    await office.Office.addin.onVisibilityModeChanged((message) => void modes.push(message.visibilityMode));
    await office.Office.addin.hide();
    expect(office.host.runtimeState()).toBe("Background");
    await office.Office.addin.showAsTaskpane();
    expect(office.host.runtimeState()).toBe("Visible");
    await delivered();
    expect(modes).toEqual(["Hidden", "Taskpane"]);
  });

  it("know the colours of the theme", () => {
    expect(office.Office.context.officeTheme.bodyBackgroundColor.toLowerCase()).toBe("#ffffff");
  });
});
