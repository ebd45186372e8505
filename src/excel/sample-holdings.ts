import { areaAddress } from "../sheet/cell-address";
import type { RangeReference } from "./read-selection";
import { freeSheetName } from "./sheet-name";

const HEADERS = ["Ticker", "Quantity", "Price", "Market value", "Beta"];

/** Ticker, quantity, price, beta: round figures to try the add-in with, no market data. */
const SAMPLE: readonly (readonly [string, number, number, number])[] = [
  ["AAPL", 800, 250, 1.2],
  ["MSFT", 400, 500, 1],
  ["NVDA", 1000, 150, 1.8],
  ["AMZN", 500, 200, 1.3],
  ["JPM", 400, 250, 1.1],
  ["XOM", 1000, 100, 0.8],
  ["JNJ", 500, 160, 0.5],
  ["KO", 1000, 70, 0.6],
];

/** Adds a sheet with sample holdings, and shows it; returns where they are, header row included. */
export function insertSampleHoldings(): Promise<RangeReference> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load("items/name");
    await context.sync();
    const name = freeSheetName(
      "Sample holdings",
      sheets.items.map((sheet) => sheet.name),
    );
    const sheet = sheets.add(name);
    const rows = SAMPLE.length + 1;
    const address = areaAddress({ row: 0, column: 0, rows, columns: HEADERS.length });
    sheet.getRange(address).formulas = [
      HEADERS,
      ...SAMPLE.map(([ticker, quantity, price, beta], i) => [
        ticker,
        quantity,
        price,
        `=B${i + 2}*C${i + 2}`,
        beta,
      ]),
    ];
    sheet.getRange(`B2:D${rows}`).numberFormat = SAMPLE.map(() => ["#,##0", "#,##0.00", "#,##0"]);
    sheet.getRange(`E2:E${rows}`).numberFormat = SAMPLE.map(() => ["0.00"]);
    sheet.getRange("A1:E1").format.font.bold = true;
    sheet.getRange("B1:E1").format.horizontalAlignment = "Right";
    sheet.getRange("A:E").format.columnWidth = 90;
    sheet.getRange(`A${rows + 2}`).values = [
      ["Sample holdings with round figures: not market data, not advice. Delete this sheet when done."],
    ];
    await context.sync();
    // In the same request as the sheet's birth Excel on the web leaves the old one in front (office-js issue 930).
    sheet.activate();
    await context.sync();
    return { sheet: name, address };
  });
}
