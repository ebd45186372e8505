import type { CellInput, CellValue } from "../../src/workbench/engine/engine";

/** The block that the formulas read, at A1 of their sheet. */
export const ENGINE_DATA: readonly (readonly CellInput[])[] = [
  ["Asset", "Value", "Beta", "Date"],
  ["AAA", 1000, 1.2, 46000],
  ["BBB", 2500, 0.8, 46031],
  ["CCC", -400, "n/a", 46060],
  ["AAA", 900, 1.1, 46091],
];

/** A formula and what Excel's documentation says that it gives. */
export interface EngineCase {
  readonly formula: string;
  readonly value: CellValue;
  /** The page of support.microsoft.com that has the rule or the example. */
  readonly source: string;
}

/** Both engines must give these: the hedge worksheet is made of such formulas. */
export const ENGINE_CASES: readonly EngineCase[] = [
  { formula: "=SUM(B2:B5)", value: 4000, source: "SUM" },
  { formula: "=SUMPRODUCT(B2:B3,C2:C3)", value: 3200, source: "SUMPRODUCT" },
  {
    formula: '=SUMPRODUCT((A2:A5="AAA")*B2:B5)',
    value: 1900,
    source: "SUMPRODUCT: a condition is 1 or 0 in a product",
  },
  {
    formula: "=SUMPRODUCT(B2:B5,C2:C5)",
    value: 4190,
    source: "SUMPRODUCT: non-numeric entries count as zero",
  },
  { formula: '=SUMPRODUCT(--(A2:A5="AAA"),B2:B5)', value: 1900, source: "SUMPRODUCT" },
  {
    formula: '=SUMPRODUCT((C1:C7>="")*1)',
    value: 4,
    source: "Sort order: numbers come before text; a blank equals an empty text",
  },
  {
    formula: '=SUMPRODUCT(B2:B6,(C2:C6>="")*1)',
    value: -400,
    source: "Sort order: numbers come before text",
  },
  {
    formula: "=SUMPRODUCT((B2:B5<0)*1,B2:B5,C2:C5)",
    value: 0,
    source: "SUMPRODUCT: non-numeric entries count as zero",
  },
  {
    formula: '=SUMPRODUCT((A2:A6="aaa")+(A2:A6=""),B2:B6)',
    value: 1900,
    source: "Comparison operators do not see case",
  },
  { formula: '=SUMIFS(B2:B5,A2:A5,"AAA")', value: 1900, source: "SUMIFS" },
  { formula: '=SUMIF(B2:B5,">0")', value: 4400, source: "SUMIF" },
  { formula: '=COUNTIFS(A2:A5,"AAA",B2:B5,">950")', value: 1, source: "COUNTIFS" },
  { formula: "=COUNT(C2:C5)", value: 3, source: "COUNT: text is not counted" },
  { formula: "=COUNTA(C2:C6)", value: 4, source: "COUNTA" },
  { formula: '=INDEX(B2:B5,MATCH("CCC",A2:A5,0))', value: -400, source: "INDEX and MATCH" },
  { formula: '=MATCH("DDD",A2:A5,0)', value: { error: "#N/A" }, source: "MATCH: no match is #N/A" },
  { formula: '=VLOOKUP("BBB",A2:C5,3,FALSE)', value: 0.8, source: "VLOOKUP" },
  { formula: '=IFERROR(1/0,"none")', value: "none", source: "IFERROR" },
  { formula: "=1/0", value: { error: "#DIV/0!" }, source: "How to correct a #DIV/0! error" },
  { formula: '="a"+1', value: { error: "#VALUE!" }, source: "How to correct a #VALUE! error" },
  { formula: "=SQRT(-1)", value: { error: "#NUM!" }, source: "SQRT: a negative number is #NUM!" },
  { formula: "=NOSUCHNAME", value: { error: "#NAME?" }, source: "How to correct a #NAME? error" },
  { formula: "=ROUND(2.15,1)", value: 2.2, source: "ROUND: 2.15 to one place is 2.2" },
  { formula: "=ROUND(-1.475,2)", value: -1.48, source: "ROUND: −1.475 to two places is −1.48" },
  { formula: "=ROUND(-2.5,0)", value: -3, source: "ROUND: halves go away from zero" },
  { formula: "=ROUND(21.5,-1)", value: 20, source: "ROUND: 21.5 to −1 places is 20" },
  { formula: "=ROUNDDOWN(-3.14159,1)", value: -3.1, source: "ROUNDDOWN" },
  { formula: "=ROUNDUP(-3.14159,1)", value: -3.2, source: "ROUNDUP" },
  { formula: "=TRUNC(-8.9)", value: -8, source: "TRUNC" },
  { formula: "=TRUNC(-56)", value: -56, source: "TRUNC: removes the fractional part, and there is none" },
  { formula: "=TRUNC(-0.5,1)", value: -0.5, source: "TRUNC: to one place" },
  { formula: "=INT(-8.9)", value: -9, source: "INT" },
  { formula: "=MOD(-3,2)", value: 1, source: "MOD: the sign of the divisor" },
  {
    formula: "=-2^2",
    value: 4,
    source: "Calculation operators and precedence: negation before exponentiation",
  },
  { formula: "=10%*200", value: 20, source: "Calculation operators and precedence" },
  { formula: '="x"&1+1', value: "x2", source: "Calculation operators and precedence: & after +" },
  { formula: '="a"="A"', value: true, source: "Comparison operators do not see case; EXACT does" },
  { formula: '=EXACT("a","A")', value: false, source: "EXACT" },
  { formula: "=MAX(B2:B5)-MIN(B2:B5)", value: 2900, source: "MAX and MIN" },
  { formula: "=ABS(-32)*SIGN(-32)", value: -32, source: "ABS and SIGN" },
  { formula: '=IF(B4<0,"short","long")', value: "short", source: "IF" },
  { formula: "=AND(TRUE,B2>0)", value: true, source: "AND" },
  { formula: "=OR(FALSE,B4>0)", value: false, source: "OR" },
  { formula: "=DATE(2026,2,30)", value: 46083, source: "DATE: days beyond the month run into the next" },
  { formula: "=EDATE(DATE(2026,1,31),1)", value: 46081, source: "EDATE: the end of a shorter month" },
  { formula: "=EOMONTH(DATE(2026,1,15),1)", value: 46081, source: "EOMONTH" },
  { formula: "=YEAR(D2)*100+MONTH(D2)", value: 202512, source: "YEAR and MONTH" },
  {
    formula: "=NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1))",
    value: 110,
    source: "NETWORKDAYS: its own example",
  },
  { formula: '=TEXT(1234.567,"#,##0.00")', value: "1,234.57", source: "TEXT" },
  { formula: '=TEXT(-0.125,"0.0%")', value: "-12.5%", source: "TEXT" },
  { formula: '=TEXT(46000,"yyyy-mm-dd")', value: "2025-12-09", source: "TEXT" },
  { formula: "=AVERAGE(C2:C5)", value: 31 / 30, source: "AVERAGE: text is ignored" },
  { formula: "=STDEV.S(B2:B3)", value: 1500 / Math.SQRT2, source: "STDEV.S: √(Σ(x−x̄)²/(n−1))" },
  { formula: "=CORREL(B2:B3,C2:C3)", value: -1, source: "CORREL: two points lie on a line" },
  {
    formula: "=SLOPE({2,3,9,1,8,7,5},{6,5,11,7,5,4,4})",
    value: 11 / 36,
    source: "SLOPE: its own example, 0.305556",
  },
  { formula: "=LN(EXP(1))", value: 1, source: "LN" },
  { formula: '=CHOOSE(2,"a","b")', value: "b", source: "CHOOSE" },
  {
    formula: '=LEFT("Hedge",2)&MID("Hedge",3,1)&RIGHT("Hedge",2)&LEN("Hedge")',
    value: "Hedge5",
    source: "LEFT, MID, RIGHT, LEN",
  },
  { formula: "=Sheet1!B2*2", value: 2000, source: "Create or change a cell reference" },
];
