import type { HostErrorCode } from "../../src/workbench/workbook/host-error";
import { object, type ObjectClass } from "../../src/workbench/workbook/object-class";
import { classes } from "../../src/workbench/workbook/classes";

// These lines are checked by the compiler: each @ts-expect-error is itself an error if the line compiles.

export const misspelt: ObjectClass<"Range">["get"] = {
  // @ts-expect-error -- Excel has no such member
  adress: () => "Sheet1!A1",
};
export const wrongType: ObjectClass<"Range">["get"] = {
  // @ts-expect-error -- a count is a number
  rowCount: () => "one",
};
export const readOnly: ObjectClass<"Range">["set"] = {
  // @ts-expect-error -- an address cannot be set
  address: () => undefined,
};
export const wrongObject: ObjectClass<"Range">["call"] = {
  // @ts-expect-error -- a row is a Range
  getRow: () => object("Worksheet", { sheet: "" }),
};
export const wrongEnumeration: ObjectClass<"Worksheet">["get"] = {
  // @ts-expect-error -- sheets are Visible, Hidden or VeryHidden
  visibility: () => "Invisible",
};
// @ts-expect-error -- Excel has no such error
export const wrongCode: HostErrorCode = "ItemNotFoundd";

describe("the object model", () => {
  it("has every class that it lists", () => {
    expect(Object.values(classes).every((one) => typeof one === "object")).toBe(true);
  });
});
