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

/** Writes a content into the selected cell. */
function write(content: unknown): Batch {
  return ({ workbook }) => {
    workbook.getSelectedRange().formulas = [[content]];
  };
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
    [
      "a sheet name of 32 characters",
      "InvalidArgument",
      ({ workbook }) => workbook.worksheets.add("x".repeat(32)),
    ],
    [
      "the deletion of the only sheet",
      "InvalidOperation",
      ({ workbook }) => workbook.worksheets.getFirst().delete(),
    ],
    [
      "an address that is none",
      "InvalidArgument",
      ({ workbook }) => workbook.worksheets.getFirst().getRange("A0"),
    ],
    [
      "a range beyond the sheet",
      "InvalidArgument",
      ({ workbook }) => workbook.worksheets.getFirst().getRange("A1").getOffsetRange(-1, 0),
    ],
    [
      "a matrix of another size",
      "InvalidArgument",
      ({ workbook }) => {
        workbook.getSelectedRange().values = [[1, 2]];
      },
    ],
    ["a name that is a cell's", "InvalidArgument", ({ workbook }) => workbook.names.add("ES1", "=1")],
    [
      "a name that is missing",
      "ItemNotFound",
      ({ workbook }) => workbook.names.getItem("Missing").load("name"),
    ],
    ["a formula that does not end", "InvalidArgument", write("=SUM(A2")],
    ["a bracket too many", "InvalidArgument", write("=SUM(A2))")],
    ["an operator with nothing behind it", "InvalidArgument", write("=IF(A2>,1,2)")],
    ["a formula of 8,193 characters", "InvalidArgument", write(`=1${"+1".repeat(4096)}`)],
    ["65 functions in one another", "InvalidArgument", write(`=${"ABS(".repeat(65)}1${")".repeat(65)}`)],
    ["256 arguments", "InvalidArgument", write(`=SUM(${Array(256).fill(1).join(",")})`)],
    ["a text of 256 characters in a formula", "InvalidArgument", write(`="${"x".repeat(256)}"`)],
    ["a text of 32,768 characters", "InvalidArgument", write("x".repeat(32_768))],
    ["a value that is an object", "InvalidArgument", write({ price: 1 })],
    [
      "a name without a formula that Excel reads",
      "InvalidArgument",
      ({ workbook }) => workbook.names.add("Price", "=1+"),
    ],
    [
      "a row 410 points high",
      "InvalidArgument",
      ({ workbook }) => {
        workbook.getSelectedRange().format.rowHeight = 410;
      },
    ],
    [
      "a colour that is none",
      "InvalidArgument",
      ({ workbook }) => {
        workbook.getSelectedRange().format.fill.color = "#12";
      },
    ],
  ])("%s: %s", async (_what, code, batch) => {
    expect((await refusal(batch)).code).toBe(code);
  });

  // Excel specifications and limits: 8,192 characters, 64 levels, 255 arguments, 32,767 characters in a cell.
  it.each([
    ["8,192 characters", `=${" ".repeat(8190)}1`, 1],
    ["64 functions in one another", `=${"ABS(".repeat(64)}-1${")".repeat(64)}`, 1],
    ["255 arguments", `=SUM(${Array(255).fill(1).join(",")})`, 255],
    ["a text of 255 characters", `=LEN("${"x".repeat(255)}")`, 255],
    ["quotes and brackets in text", '=LEN("a ""(")', 4],
    ["an array", "=SUM({-1,2;3,4})", 8],
    ["a left-out argument", "=IF(FALSE,,2)", 2],
  ])("spare a formula of %s", async (_what, formula, result) => {
    const values = await office.Excel.run(async (context) => {
      const cell = context.workbook.getSelectedRange();
      cell.formulas = [[formula]];
      cell.load("values");
      await context.sync();
      return cell.values as unknown;
    });
    expect(values).toEqual([[result]]);
  });

  it("spare a formula of a cell that was deleted, on a sheet with a bracket", async () => {
    const formula = "='a (b'!#REF!+1";
    const formulas = await office.Excel.run(async (context) => {
      const cell = context.workbook.getSelectedRange();
      cell.formulas = [[formula]];
      cell.load("formulas");
      await context.sync();
      return cell.formulas as unknown;
    });
    expect(formulas).toEqual([[formula]]);
  });

  // [MS-XLS] 2.5.37 DValStrings: 32, 225 and 255 characters.
  it.each([
    ["title", { title: "x".repeat(33), message: "" }],
    ["message", { title: "", message: "x".repeat(226) }],
  ])("of a validation's %s that is too long: InvalidArgument", async (_what, alert) => {
    const error = await refusal(({ workbook }) => {
      const { dataValidation } = workbook.getSelectedRange();
      dataValidation.rule = { list: { inCellDropDown: true, source: "ES,MES" } };
      dataValidation.errorAlert = { ...alert, showAlert: true, style: "Stop" };
    });
    expect(error.code).toBe("InvalidArgument");
  });

  it("of a list of choices longer than 255 characters: InvalidArgument", async () => {
    const error = await refusal(({ workbook }) => {
      workbook.getSelectedRange().dataValidation.rule = {
        list: { inCellDropDown: true, source: "x".repeat(256) },
      };
    });
    expect(error.code).toBe("InvalidArgument");
  });

  it("of a selection on a hidden sheet: InvalidOperation", async () => {
    const error = await refusal(({ workbook }) => {
      const sheet = workbook.worksheets.add("Hidden");
      sheet.visibility = "Hidden";
      sheet.getRange("A1").select();
    });
    expect([error.code, error.debugInfo.errorLocation]).toEqual(["InvalidOperation", "Range.select"]);
  });

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

  // WorksheetProtectionOptions: without them a protected sheet allows no formatting, of unlocked cells neither.
  it.each<[string, (range: Excel.Range) => unknown]>([
    [
      "a colour",
      (range) => {
        range.format.fill.color = "#FFFFCC";
      },
    ],
    [
      "a number format",
      (range) => {
        range.numberFormat = [["0.00"]];
      },
    ],
    [
      "a width",
      (range) => {
        range.format.columnWidth = 50;
      },
    ],
    [
      "a height",
      (range) => {
        range.format.rowHeight = 30;
      },
    ],
    [
      "a hidden row",
      (range) => {
        range.rowHidden = true;
      },
    ],
    ["a fit to the content", (range) => range.format.autofitColumns()],
    ["a conditional format", (range) => range.conditionalFormats.add("Custom")],
    ["a validation", (range) => range.dataValidation.clear()],
    ["a merge", (range) => range.merge()],
    ["a clearing of formats", (range) => range.clear("Formats")],
  ])("of %s on a protected sheet: AccessDenied, for unlocked cells too", async (_what, change) => {
    const error = await refusal(({ workbook }) => {
      const sheet = workbook.worksheets.getFirst();
      const range = sheet.getRange("B1");
      range.format.protection.locked = false;
      sheet.protection.protect();
      range.clear("Contents");
      change(range);
    });
    expect(error.code).toBe("AccessDenied");
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

  it("is measured in bytes, of which a euro sign has three", async () => {
    const error = await refusal(({ workbook }) => {
      workbook.getSelectedRange().values = [["€".repeat(PAYLOAD_LIMIT / 3)]];
    });
    expect(error.code).toBe("RequestPayloadSizeLimitExceeded");
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
