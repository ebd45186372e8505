import fc from "fast-check";
import type { Cell, SelectedCells } from "../../../src/sheet/book/holdings";
import { selected } from "./selected-cells";

const HOSTILE_TEXTS = [
  "=1+1",
  '=HYPERLINK("http://x","y")',
  "+1",
  "-1",
  "@SUM(A1)",
  "'quoted",
  "1,234",
  "(500)",
  "12%",
  "n/a",
  "-",
  " ",
  "Total",
  "Subtotal",
  "Grand total",
  "TotalEnergies",
  "Δ",
  "\u0000",
  "\t=1",
  "😀",
  "__proto__",
  "constructor",
  "$5,000",
];
const HEADERS = [
  "Ticker",
  "Name",
  "Qty",
  "Shares",
  "Price",
  "Last",
  "Market value",
  "Value",
  "Value (EUR)",
  "Beta",
  "β",
  "Weight %",
  "Cost basis",
  "Avg price",
  "Currency",
  "Sector",
  "Hedge with",
  "Notes",
  "",
  "Position",
  "Amount",
  "%",
  "P&L",
];
const ERRORS = ["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?"];
const FORMATS = [
  "General",
  "0.00%",
  "dd/mm/yyyy",
  "#,##0.00;[Red](#,##0.00)",
  '"day" 0',
  "@",
  ";;;",
  "[h]:mm",
  "\\",
  '"',
];

const anyNumber = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 1e15, 1e-15, -1e15, 1e308, -1e308, 5e-324, 46000),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
);
const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: anyNumber },
  { weight: 2, arbitrary: fc.constant("") },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE_TEXTS, ...ERRORS) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 50 }) },
  { weight: 1, arbitrary: fc.boolean() },
);

/**
 * Anything that a user might select: tables with headers, hostile texts, errors, odd formats, ragged rows, hidden rows.
 * Of merged cells Excel gives the first its content, and the others as blank.
 */
export function anySelection(): fc.Arbitrary<SelectedCells> {
  return fc
    .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 0, max: 12 }) })
    .chain(({ width, height }) =>
      fc.record({
        headers: fc.option(fc.array(fc.constantFrom(...HEADERS), { minLength: width, maxLength: width }), {
          nil: null,
        }),
        rows: fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
        /** Columns whose header is merged with the one to its left. */
        merged: fc.option(fc.array(fc.boolean(), { minLength: width, maxLength: width }), { nil: null }),
        formats: fc.array(fc.constantFrom(...FORMATS), { minLength: width, maxLength: width }),
        hiddenRows: fc.uniqueArray(fc.integer({ min: 0, max: 15 })),
      }),
    )
    .map(({ headers, merged, rows, formats, hiddenRows }) => {
      const header = headers?.map((text, column) => (column > 0 && merged?.[column] === true ? "" : text));
      const values = header === undefined ? rows : [header, ...rows];
      return selected(values, { numberFormats: values.map(() => formats), hiddenRows });
    });
}
