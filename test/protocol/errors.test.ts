import { PAYLOAD_LIMIT } from "../../src/workbench/protocol/host";
import type { FaultKind } from "../../src/workbench/protocol/faults";
import { until } from "../until";
import { openOffice, type OpenOffice } from "./office";

let office: OpenOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

type Batch = (context: Excel.RequestContext) => unknown;

/** The error of a batch, as the add-in catches it. */
async function refusal(batch: Batch): Promise<OfficeExtension.Error> {
  const { Excel, OfficeExtension } = office;
  try {
    await Excel.run(async (context) => {
      batch(context);
      await context.sync();
    });
  } catch (error) {
    expect(error).toBeInstanceOf(OfficeExtension.Error);
    return error as OfficeExtension.Error;
  }
  throw new Error("Nothing was refused.");
}

describe("Excel's refusals", () => {
  it("are errors of Office.js, and say where", async () => {
    const error = await refusal(({ workbook }) => {
      workbook.worksheets.getItem("Nope").getRange("A1").values = [[1]];
    });
    expect(error.code).toBe("ItemNotFound");
    expect(error.debugInfo.errorLocation).toBe("WorksheetCollection.getItem");
    expect(error.debugInfo.statement).toContain("worksheets.getItem(");
  });

  it.each<[string, string, Batch]>([
    ["a sheet name that is taken", "ItemAlreadyExists", ({ workbook }) => workbook.worksheets.add("sheet1")],
    ["a sheet name with a slash", "InvalidArgument", ({ workbook }) => workbook.worksheets.add("a/b")],
    ["a sheet name of 32 characters", "InvalidArgument", ({ workbook }) => workbook.worksheets.add("x".repeat(32))],
    ["the deletion of the only sheet", "InvalidOperation", ({ workbook }) => workbook.worksheets.getFirst().delete()],
    ["an address that is none", "InvalidArgument", ({ workbook }) => workbook.worksheets.getFirst().getRange("A0")],
    ["a range beyond the sheet", "InvalidArgument", ({ workbook }) => workbook.worksheets.getFirst().getRange("A1").getOffsetRange(-1, 0)],
    ["a matrix of another size", "InvalidArgument", ({ workbook }) => { workbook.getSelectedRange().values = [[1, 2]]; }],
    ["a name that is a cell's", "InvalidArgument", ({ workbook }) => workbook.names.add("ES1", "=1")],
    ["a name that is missing", "ItemNotFound", ({ workbook }) => workbook.names.getItem("Missing").load("name")],
    ["a colour that is none", "InvalidArgument", ({ workbook }) => { workbook.getSelectedRange().format.fill.color = "#12"; }],
  ])("%s: %s", async (_what, code, batch) => {
    expect((await refusal(batch)).code).toBe(code);
  }); // prettier-ignore

  it("of a selection with several areas: InvalidSelection", async () => {
    const sheet = office.engine.activeSheet();
    office.engine.select([0, 2].map((row) => ({ sheet, row, column: 0, rows: 1, columns: 1 })));
    expect((await refusal(({ workbook }) => workbook.getSelectedRange().load("address"))).code).toBe(
      "InvalidSelection",
    );
    const addresses = await office.Excel.run(async (context) => {
      const ranges = context.workbook.getSelectedRanges().load("address,areaCount");
      await context.sync();
      return [ranges.areaCount, ranges.address];
    });
    expect(addresses).toEqual([2, "Sheet1!A1,Sheet1!A3"]);
  });

  it("leave done what came before", async () => {
    await refusal(({ workbook }) => {
      const sheet = workbook.worksheets.getFirst();
      sheet.getRange("A1").values = [["kept"]];
      sheet.getRange("B1").values = [[1, 2]];
      sheet.getRange("C1").values = [["never"]];
    });
    const sheet = office.engine.activeSheet();
    expect(office.engine.values({ sheet, row: 0, column: 0, rows: 1, columns: 3 })).toEqual([
      ["kept", "", ""],
    ]);
  });

  it("of a protected sheet: AccessDenied, but not for unlocked cells", async () => {
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("B1").format.protection.locked = false;
      sheet.protection.protect();
      await context.sync();
      sheet.getRange("B1").values = [[1]];
      await context.sync();
    });
    const error = await refusal(({ workbook }) => {
      workbook.worksheets.getFirst().getRange("A1:B1").values = [[1, 2]];
    });
    expect([error.code, error.debugInfo.errorLocation]).toEqual(["AccessDenied", "Range.values"]);
  });

  it("of what this host does not have name it", async () => {
    const error = await refusal(({ workbook }) => workbook.getSelectedRange().replaceAll("a", "b", {}));
    expect(error.code).toBe("ApiNotFound");
    expect(error.message).toBe("HOST: Range.replaceAll is not implemented");
  });

  it("turn null objects into isNullObject, through everything that hangs on them", async () => {
    const isNull = await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Nope");
      const range = sheet.getRange("A1");
      range.values = [[1]];
      sheet.load("name");
      range.load("values");
      await context.sync();
      return [sheet.isNullObject, range.isNullObject];
    });
    expect(isNull).toEqual([true, true]);
  });
});

describe("a cell that is being edited", () => {
  const write: Batch = ({ workbook }) => {
    workbook.getSelectedRange().values = [[1]];
  };

  it("refuses requests", async () => {
    office.host.setEditing(true);
    expect((await refusal(write)).code).toBe("InvalidOperationInCellEditMode");
    office.host.setEditing(false);
  });

  it("lets those wait that offer to", async () => {
    office.host.setEditing(true);
    let done = false;
    const running = office.Excel.run({ delayForCellEdit: true }, async (context) => {
      write(context);
      await context.sync();
      done = true;
    });
    await until(() => office.host.waiting === 1);
    expect(done).toBe(false);
    office.host.setEditing(false);
    await running;
    expect(done).toBe(true);
  });
});

describe("a request that is too large", () => {
  it("is refused, and nothing of it is done", async () => {
    const error = await refusal(({ workbook }) => {
      workbook.getSelectedRange().values = [["x".repeat(PAYLOAD_LIMIT)]];
    });
    expect(error.code).toBe("RequestPayloadSizeLimitExceeded");
    expect(office.engine.usedArea(office.engine.activeSheet())).toBeNull();
  });
});

describe("ordered failures", () => {
  it.each<[FaultKind, string]>([
    ["cellBeingEdited", "InvalidOperationInCellEditMode"],
    ["payloadTooLarge", "RequestPayloadSizeLimitExceeded"],
    ["protected", "AccessDenied"],
    ["accessDenied", "AccessDenied"],
    ["itemGone", "ItemNotFound"],
    ["busy", "Conflict"],
    ["aborted", "RequestAborted"],
    ["general", "GeneralException"],
  ])("%s at the second write: %s", async (kind, code) => {
    office.host.failSync(2, kind);
    const write = (value: string): Promise<void> =>
      office.Excel.run(async (context) => {
        context.workbook.getSelectedRange().values = [[value]];
        await context.sync();
      });
    await write("first");
    await expect(write("second")).rejects.toMatchObject({ code });
    await write("third");
    expect(office.host.syncs.write).toBe(3);
  });

  it("can strike in the middle of a request", async () => {
    // Path and tracking come before the values: 2 instantiations of the way there, 3 actions for each range.
    office.host.failSync(1, "general", 9);
    const error = await refusal(({ workbook }) => {
      const sheet = workbook.worksheets.getFirst();
      sheet.getRange("A1").values = [["done"]];
      sheet.getRange("A2").values = [["not done"]];
    });
    expect(error.code).toBe("GeneralException");
    const sheet = office.engine.activeSheet();
    expect(office.engine.values({ sheet, row: 0, column: 0, rows: 2, columns: 1 })).toEqual([["done"], [""]]);
  });
});
