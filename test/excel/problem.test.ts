import { DomainError } from "../../src/calc/errors";
import { BuildFailure, describeProblem, details, Refusal } from "../../src/excel/problem";
import { readRange } from "../../src/excel/read-selection";
import { HoldingsProblem } from "../../src/sheet/book/holdings";
import { openBook } from "./book";

describe("describeProblem", () => {
  it("passes on what the holdings lack, with the cell", () => {
    expect(describeProblem(new HoldingsProblem("Cell D4 shows #N/A.", "Correct it.", "D4"))).toEqual({
      title: "The holdings cannot be read",
      detail: "Cell D4 shows #N/A.",
      nextStep: "Correct it.",
      code: "Holdings",
      cell: { sheet: null, address: "D4" },
    });
  });

  it.each([
    [new DomainError("argument", "price must be greater than 0, but is 0"), "Input"],
    [new DomainError("missing", "no expiry is known"), "Missing"],
    [new DomainError("no-answer", "there is no liquidation price"), "NoAnswer"],
    [new Refusal("TooLarge", "Too many.", "Select fewer."), "TooLarge"],
    [new ReferenceError("Excel is not defined"), "HostMissing"],
    [new TypeError("x is undefined"), "TypeError"],
    ["thrown text", "Unknown"],
    [undefined, "Unknown"],
    [null, "Unknown"],
  ])("describes %p as %s, in sentences", (error, code) => {
    const { title, detail, nextStep, code: found } = describeProblem(error);
    expect(found).toBe(code);
    for (const text of [detail, nextStep]) expect(text).toMatch(/^[A-Z].*\.$/);
    expect(title).not.toBe("");
  });

  // https://learn.microsoft.com/javascript/api/excel/excel.errorcodes
  it.each([
    "AccessDenied",
    "ApiNotFound",
    "Conflict",
    "GeneralException",
    "InactiveWorkbook",
    "InvalidArgument",
    "InvalidObjectPath",
    "InvalidOperationInCellEditMode",
    "InvalidReference",
    "InvalidSelection",
    "ItemAlreadyExists",
    "ItemNotFound",
    "MergedRangeConflict",
    "NotImplemented",
    "RequestAborted",
    "RequestPayloadSizeLimitExceeded",
    "ServerBusy",
    "UnsupportedSheet",
    "SomethingNew",
  ])("describes Excel's error %s in words that a user of Excel knows", (code) => {
    const error = Object.assign(new Error(`${code}: object path`), { name: "RichApi.Error", code });
    const problem = describeProblem(error);
    expect(problem.code).toBe(code);
    const { title, detail, nextStep } = problem;
    for (const text of [detail, nextStep]) expect(text).toMatch(/^[A-Z].*\.$/);
    expect([title, detail, nextStep].join(" ")).not.toMatch(
      /Office\.js|\bAPI\b|ExcelApi|requirement set|payload|\brequest|exception|object path|null|undefined/i,
    );
  });

  it("says what a failed build left behind", () => {
    const cause = new Refusal("Cancelled", "Building was cancelled.", "Build again.");
    expect(describeProblem(new BuildFailure(cause, "nothing", "Hedge")).detail).toBe(
      "Building was cancelled. Nothing in the workbook was changed.",
    );
    expect(describeProblem(new BuildFailure(cause, "unfinished", "Hedge")).detail).toContain(
      "“Hedge” is unfinished",
    );
  });

  it("names no host where Office.js is missing", async () => {
    const error: unknown = await Promise.resolve()
      .then(() => readRange({ sheet: "S", address: "A1" }))
      .catch((e: unknown) => e);
    expect(describeProblem(error).code).toBe("HostMissing");
    expect(details(error)).toContain("Host: none");
  });
});

describe("details", () => {
  it("gives code, place, host and requirement sets, but no names and no values of the user's", async () => {
    const office = await openBook([["Secret name", 123456]], "Secret sheet");
    const gone: unknown = await readRange({ sheet: "Secret gone", address: "A1" }).catch((e: unknown) => e);
    expect(describeProblem(gone).code).toBe("ItemNotFound");
    const text = details(new BuildFailure(gone, "nothing", "Secret hedge"));
    expect(text).toContain("Problem: ItemNotFound");
    expect(text).toContain("ExcelApi 1.15");
    expect(text).toMatch(/Host: Excel/);
    expect(text).not.toContain("Secret");
    const holdings = details(
      new HoldingsProblem("Cell D4 holds the text “Secret”", "Correct “Secret”.", "D4"),
    );
    expect(holdings).not.toContain("Secret");
    await office.close();
  });
});
