import fc from "fast-check";
import { contentHash, parseBaseline } from "../../src/excel/baseline";
import { asText, staysInside, writable } from "../../src/excel/cell-text";
import { freeSheetName } from "../../src/excel/sheet-name";
import { contentMatrix } from "../../src/excel/write-worksheet";
import { userText } from "../../src/sheet/page/sheet-cells";

describe("text for cells", () => {
  it.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "'x",
    "1,234",
    "12%",
    "TRUE",
    "false",
    "Mar-26",
    "1/2",
    "\t=1",
    " =1",
    "(5)",
    "$5",
  ])("keeps %p from becoming something else", (text) => {
    expect(asText(text)).toBe(`'${text}`);
  });

  it.each(["Target beta", "ES", "Hedge worksheet", "", "May we", "Truely"])("leaves %p as it is", (text) => {
    expect(asText(text)).toBe(text);
  });

  it.each(["=1", "ES", "１２", "Mai 5"])(
    "writes the user's %p as text, whatever the language of Excel",
    (text) => {
      const look = { columnWidths: [], frozenRows: 0, printArea: "A1", pageBreaks: [] };
      const model = { name: "Hedge", rows: [[userText(text)]], charts: [], conditionalFormats: [], ...look };
      expect(contentMatrix(model)).toEqual([[`'${text}`]]);
    },
  );

  it("writes formulas of ours as formulas", () => {
    expect(writable("=A1")).toBe("=A1");
    expect(writable(5)).toBe(5);
  });
});

describe("staysInside", () => {
  it.each([
    '=HYPERLINK("http://x","y")',
    "=1+WEBSERVICE(A1)",
    "=INDIRECT(A1)",
    "=IMAGE (A1)",
    "=RTD(1)",
    "=CALL(1)",
    "='[Other.xlsx]S'!A1",
    "=[Other.xlsx]S!A1",
    "=cmd|'/c calc'!A1",
  ])("refuses %s", (formula) => {
    expect(staysInside(formula)).toBe(false);
  });

  it.each(['="HYPERLINK("&A1', "='INDIRECT(x)'!A1", "=MarginCall*2", "=SUM('a|b'!A1:A2)"])(
    "allows %s",
    (formula) => {
      expect(staysInside(formula)).toBe(true);
    },
  );
});

describe("freeSheetName", () => {
  it("is a name that Excel accepts and nobody has, whatever is wanted", () => {
    const anyName = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom("History", "'", "a'b'", "[x]:*?/\\", "😀".repeat(20)),
    );
    fc.assert(
      fc.property(anyName, fc.array(anyName), (wanted, others) => {
        const taken = [...others, freeSheetName(wanted, [])];
        const name = freeSheetName(wanted, taken);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[\\/?*[\]:]|^'|'$|^history$/i);
        expect(taken.map((each) => each.toLowerCase())).not.toContain(name.toLowerCase());
      }),
    );
  });
});

describe("the memory of a build", () => {
  it("is none where anybody wrote something else", () => {
    for (const text of ["", "{", "null", "[]", '{"version":2}', '{"version":1}', 5, undefined]) {
      expect(parseBaseline(text)).toBeNull();
    }
    fc.assert(fc.property(fc.json(), (text) => expect(parseBaseline(text)).toBeNull()));
  });

  it("does not take rows inserted in another sheet for a change, but any other edit", () => {
    expect(contentHash("='It''s'!A5*2")).toBe(contentHash("='It''s'!A6*2"));
    expect(contentHash("=SUM(Book!A1:A5)")).toBe(contentHash("=SUM(Book!A1:A6)"));
    expect(contentHash("='It''s'!A5*2")).not.toBe(contentHash("='It''s'!A5*3"));
    expect(contentHash("=A5*2")).not.toBe(contentHash("=A6*2"));
    expect(contentHash("")).toBe("");
  });

  // As LibreOffice 7.4 was seen to write them into a file that it had opened.
  it.each([
    ["=IF(A1<=1E-12*B1,0,B1)", "=IF(A1<=0.000000000001*B1,0,B1)"],
    ["=IFERROR(IF(OR(A1<0,FALSE),1,2),3)", "=IFERROR(IF(OR(A1<0,FALSE()),1,2),3)"],
    ["='Book'!A5*2", "=Book!A5*2"],
    ["=SUM(A1, B1)", "=SUM(A1,B1)"],
    // What Excel makes of it where the sheet alone is copied into another workbook.
    ["='Book 1'!A5*2", "='[Old.xlsx]Book 1'!A5*2"],
  ])("takes %s and %s for the same", (ours, theirs) => {
    expect(contentHash(theirs)).toBe(contentHash(ours));
  });

  it.each([
    ['=A1&"1E-9"', '=A1&"0.000000001"'],
    ['=A1&" , "', '=A1&","'],
    ['="FALSE()"', '="FALSE"'],
    ["=A1*1E-9", "=A1*1E-8"],
    ["=B5", "=B6"],
    ["TRUE", true],
    ["5", 5],
    [0.1 + 0.2, 0.31],
  ])("does not take %p for %p", (one, other) => {
    expect(contentHash(one)).not.toBe(contentHash(other));
  });

  it("takes numbers for the same that Excel shows as the same", () => {
    expect(contentHash(0.1 + 0.2)).toBe(contentHash(0.3));
  });
});
