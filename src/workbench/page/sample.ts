import type { CellData, CellFormat, CellInput, SheetData, WorkbookData } from "../engine/engine";
import { emptySheet, PLAIN_PAGE } from "../engine/sheet-records";

/**
 * The workbook that the workbench opens with. All figures are samples, rounded, and of no use for a decision:
 * they were chosen so that the equity book is worth exactly 10,000,000 and its beta is exactly 1.30.
 */
export function sampleWorkbook(): WorkbookData {
  return {
    sheets: [equityBook(), crypto(), functionExamples()],
    names: [],
    activeSheet: "equity-book",
    settings: {},
    customXml: [],
  };
}

const NOTE = "Sample figures, rounded, set for 31 October 2025. Not market data, not advice.";

const head: Partial<CellFormat> = { bold: true, fill: "#1F3864", fontColor: "#FFFFFF" };
const headRight: Partial<CellFormat> = { ...head, horizontalAlignment: "Right" };
const title: Partial<CellFormat> = { bold: true, fontSize: 16 };
const note: Partial<CellFormat> = { italic: true, fontColor: "#595959" };
const whole: Partial<CellFormat> = { numberFormat: "#,##0" };
const price: Partial<CellFormat> = { numberFormat: "#,##0.00" };
const ratio: Partial<CellFormat> = { numberFormat: "0.00" };
const total: Partial<CellFormat> = { bold: true, borderTop: { style: "Thin", color: "#1F3864" } };
const code: Partial<CellFormat> = { fontName: "Consolas", fontColor: "#1F3864" };

/** Ticker, company, quantity, price, beta. */
const EQUITIES: readonly (readonly [string, string, number, number, number])[] = [
  ["AAPL", "Apple", 3695, 270, 1.25],
  ["NVDA", "Nvidia", 6940, 200, 1.85],
  ["MSFT", "Microsoft", 1850, 515, 1.05],
  ["GOOGL", "Alphabet", 2860, 280, 1.1],
  ["AMZN", "Amazon", 3270, 245, 1.3],
  ["META", "Meta Platforms", 920, 650, 1.25],
  ["AVGO", "Broadcom", 1620, 370, 1.5],
  ["TSLA", "Tesla", 1200, 455, 2.1],
  ["AMD", "Advanced Micro Devices", 2350, 255, 1.9],
  ["CRM", "Salesforce", 1540, 260, 1.3],
  ["JPM", "JPMorgan Chase", 1290, 310, 1.1],
  ["V", "Visa", 880, 340, 0.95],
  ["HD", "Home Depot", 790, 380, 1.05],
  ["LLY", "Eli Lilly", 470, 860, 0.45],
  ["XOM", "Exxon Mobil", 1740, 115, 0.6],
  ["COST", "Costco", 220, 910, 0.95],
  ["WMT", "Walmart", 2115, 100, 0.7],
  ["JNJ", "Johnson & Johnson", 530, 190, 0.4],
  ["PG", "Procter & Gamble", 670, 150, 0.45],
  ["KO", "Coca-Cola", 1430, 70, 0.45],
];

function equityBook(): SheetData {
  const first = 5;
  const last = first + EQUITIES.length - 1;
  return sheet("equity-book", "Equity book", [80, 190, 90, 90, 120, 80], 4, [
    [["Equity book", title]],
    [[NOTE, note]],
    [],
    [
      ["Ticker", head],
      ["Company", head],
      ["Quantity", headRight],
      ["Price", headRight],
      ["Market value", headRight],
      ["Beta", headRight],
    ],
    ...EQUITIES.map(([ticker, company, quantity, unitPrice, beta], i): Row => [
      [ticker, {}],
      [company, {}],
      [quantity, whole],
      [unitPrice, price],
      [`=C${first + i}*D${first + i}`, whole],
      [beta, ratio],
    ]),
    [
      ["Total", total],
      ["", total],
      ["", total],
      ["", total],
      [`=SUM(E${first}:E${last})`, { ...total, ...whole }],
      [`=SUMPRODUCT(E${first}:E${last},F${first}:F${last})/E${last + 1}`, { ...total, ...ratio }],
    ],
  ]);
}

/** Asset, quantity, cost price, price, beta to Bitcoin. */
const COINS: readonly (readonly [string, number, number, number, number])[] = [
  ["BTC", 5, 48_000, 60_000, 1],
  ["ETH", 50, 2_000, 4_000, 1.2],
  ["SOL", 400, 120, 150, 1.6],
];

function crypto(): SheetData {
  const first = 5;
  const last = first + COINS.length - 1;
  return sheet("crypto", "Crypto", [80, 90, 100, 100, 110, 120, 110, 110], 4, [
    [["Crypto treasury", title]],
    [[NOTE, note]],
    [],
    [
      ["Asset", head],
      ["Quantity", headRight],
      ["Cost price", headRight],
      ["Price", headRight],
      ["Cost", headRight],
      ["Market value", headRight],
      ["Gain", headRight],
      ["Beta to BTC", headRight],
    ],
    ...COINS.map(([asset, quantity, cost, unitPrice, beta], i): Row => {
      const row = first + i;
      return [
        [asset, {}],
        [quantity, price],
        [cost, price],
        [unitPrice, price],
        [`=B${row}*C${row}`, whole],
        [`=B${row}*D${row}`, whole],
        [`=F${row}-E${row}`, whole],
        [beta, ratio],
      ];
    }),
    [
      ["Total", total],
      ["", total],
      ["", total],
      ["", total],
      ...["E", "F", "G"].map((letter): Cell => [
        `=SUM(${letter}${first}:${letter}${last})`,
        { ...total, ...whole },
      ]),
      [`=SUMPRODUCT(F${first}:F${last},H${first}:H${last})/F${last + 1}`, { ...total, ...ratio }],
    ],
  ]);
}

/** What the formula answers, the formula, its number format. */
const EXAMPLES: readonly (readonly [string, string, Partial<CellFormat>])[] = [
  [
    "Contracts to bring a 10,000,000 book from beta 1.30 to 0.50, ES at 5,000",
    '=FUT_CONTRACTS(10000000,5000,"ES",1.3,0.5)',
    whole,
  ],
  ["Notional of one MNQ at 12,800", '=FUT_NOTIONAL(12800,"MNQ")', whole],
  ["Leverage of one ES at 4,000 on a margin of 12,320", '=FUT_LEVERAGE(4000,"ES",12320)', ratio],
  ["Profit of one long ES from 4,000 to 4,050", '=FUT_PNL(4000,4050,"ES")', whole],
];

function functionExamples(): SheetData {
  return sheet("functions", "Functions", [470, 110, 330], 4, [
    [["Functions of the add-in", title]],
    [["Each result is a live formula: change it, or type one of your own below.", note]],
    [],
    [
      ["Question", head],
      ["Answer", headRight],
      ["Formula", head],
    ],
    ...EXAMPLES.map(([question, formula, format]): Row => [
      [question, {}],
      [formula, format],
      [`'${formula}`, code],
    ]),
  ]);
}

type Cell = readonly [CellInput, Partial<CellFormat>];
type Row = readonly Cell[];

function sheet(
  id: string,
  name: string,
  widths: readonly number[],
  frozenRows: number,
  rows: readonly Row[],
): SheetData {
  return {
    ...emptySheet(id, name),
    frozenRows,
    pageLayout: { ...PLAIN_PAGE, fitToWidth: 1 },
    cells: rows.flatMap((cells, row) =>
      cells.map(([input, format], column): CellData => ({ row, column, input, format })),
    ),
    columnWidths: widths.map((pixels, column) => ({ column, pixels })),
    rowHeights: [{ row: 0, pixels: 28 }],
  };
}
