import { CellError, cellBlock, plainCell } from "../../src/formulas/cells";

describe("plainCell", () => {
  it.each([
    ["a number", 5000, 5000],
    ["0", 0, 0],
    ["text", " ES ", " ES "],
    ["TRUE", true, true],
    ["FALSE", false, false],
  ])("leaves %s as it is", (_, cell, expected) => {
    expect(plainCell(cell)).toBe(expected);
  });

  it("takes everything that is nothing for a blank", () => {
    for (const blank of [null, undefined, "", "  ", "\t\n"]) expect(plainCell(blank)).toBeNull();
  });

  it("passes an error on, however it comes", () => {
    const own = new CellError("#N/A", "no such contract");
    expect(plainCell(own)).toBe(own);
    expect(plainCell({ type: "Error", basicValue: "#DIV/0!", basicType: "Error" })).toEqual(
      new CellError("#DIV/0!", ""),
    );
    expect(plainCell({ type: "Error", code: "#REF!" })).toEqual(new CellError("#REF!", ""));
    expect(plainCell({ type: "Error", code: "InvalidValue" })).toEqual(new CellError("#VALUE!", ""));
    expect(plainCell({ type: "Error" })).toEqual(new CellError("#VALUE!", ""));
    expect(plainCell({ type: "Error", basicValue: 42 })).toEqual(new CellError("#VALUE!", ""));
  });

  it("takes a data type for its basic value", () => {
    expect(plainCell({ type: "FormattedNumber", basicType: "Double", basicValue: 5000.25 })).toBe(5000.25);
    expect(plainCell({ type: "Entity", basicType: "String", basicValue: "MSFT" })).toBe("MSFT");
    expect(plainCell({ type: "String", basicValue: "" })).toBeNull();
    expect(plainCell({ type: "LinkedEntity", basicType: "Boolean", basicValue: true })).toBe(true);
  });

  it("says what to do with a data type that has none", () => {
    const message = (kind: string) =>
      `the cell holds a data type${kind} without a plain value; point to one of its fields`;
    expect(plainCell({ type: "Entity", text: "MSFT" })).toEqual(
      new CellError("#VALUE!", message(" (Entity)")),
    );
    expect(plainCell({ type: "Entity", basicType: "Error", basicValue: "#VALUE!" })).toEqual(
      new CellError("#VALUE!", message(" (Entity)")),
    );
    expect(plainCell({ type: "Array", basicValue: [[1]] })).toEqual(
      new CellError("#VALUE!", message(" (Array)")),
    );
    expect(plainCell({})).toEqual(new CellError("#VALUE!", message("")));
  });

  it("lets nothing through that is no number", () => {
    for (const cell of [NaN, Infinity, -Infinity]) {
      expect(plainCell(cell)).toEqual(new CellError("#NUM!", "the cell holds no finite number"));
    }
    for (const cell of [() => 1, Symbol("x"), 10n]) {
      expect(plainCell(cell)).toEqual(new CellError("#VALUE!", "the cell holds no value"));
    }
  });
});

describe("cellBlock", () => {
  it.each([
    ["a lone value", 5, [[5]]],
    ["nothing", undefined, [[undefined]]],
    [
      "a block",
      [
        [1, 2],
        [3, 4],
      ],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["a row without its block", [1, 2], [[1, 2]]],
    ["no cells", [], [[null]]],
  ])("makes rows of %s", (_, argument, block) => {
    expect(cellBlock(argument)).toEqual(block);
  });
});
