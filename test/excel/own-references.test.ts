import { replaceOwnReferences } from "../../src/excel/own-references";

// What Excel's own highlighting of a formula shows as cells of the sheet that it stands on.
describe("a formula's references to its own sheet", () => {
  it.each([
    ["=B5*2", "=[B5]*2"],
    ["=SUM($B$5:D9)+E1", "=SUM([$B$5:D9])+[E1]"],
    ["='Book 1'!B5+B6", "='Book 1'!B5+[B6]"],
    ["='Q4 2026'!A:A+B6", "='Q4 2026'!A:A+[B6]"],
    ["='Q4 2026'!1:3+B6", "='Q4 2026'!1:3+[B6]"],
    ["='Q4 2026'!#REF!+B6", "='Q4 2026'!#REF!+[B6]"],
    ["='Q4 2026'!Rates*B6", "='Q4 2026'!Rates*[B6]"],
    ["=Q4!$C$7:$C$9/B6", "=Q4!$C$7:$C$9/[B6]"],
    ["='O''Brien B5'!C7+B6", "='O''Brien B5'!C7+[B6]"],
    ['="B5"&B6', '="B5"&[B6]'],
    ["=LOG10(B6)+TargetBeta", "=LOG10([B6])+TargetBeta"],
  ])("are told from others in %s", (formula, marked) => {
    expect(replaceOwnReferences(formula, (address) => `[${address}]`)).toBe(marked);
  });
});
