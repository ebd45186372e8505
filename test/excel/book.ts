import { readSelection } from "../../src/excel/read-selection";
import { buildWorksheet } from "../../src/sheet/page/build-worksheet";
import { parseAddress } from "../../src/sheet/cell-address";
import { contractChoice, STANDARD_LIMITS } from "../../src/sheet/plan/contract-choice";
import { detectColumns } from "../../src/sheet/book/detect-columns";
import type { Holdings } from "../../src/sheet/book/holdings";
import type { HedgePlan } from "../../src/sheet/plan/plan";
import { readHoldings } from "../../src/sheet/book/read-holdings";
import type { WorksheetModel } from "../../src/sheet/page/worksheet";
import type { Area, CellInput, CellValue } from "../../src/workbench/engine/engine";
import { openOffice, type OpenOffice } from "../protocol/office";

/** Two holdings worth 10,000,000 with a value-weighted beta of 1.3 (6,000,000 × 1.1 + 4,000,000 × 1.6). */
export const EQUITIES: readonly (readonly CellInput[])[] = [
  ["Ticker", "Shares", "Price", "Market value", "Beta"],
  ["AAPL", 30000, 200, 6000000, 1.1],
  ["NVDA", 25000, 160, 4000000, 1.6],
];

/** An office whose first sheet holds the cells from A1, all of them selected; `Excel` is global. */
export async function openBook(
  cells: readonly (readonly CellInput[])[] = EQUITIES,
  sheetName = "Book 1",
): Promise<OpenOffice> {
  const office = await openOffice();
  office.makeGlobal();
  const [sheet] = office.engine.sheets();
  if (sheet === undefined) throw new Error("The workbook has no sheet.");
  office.engine.renameSheet(sheet.id, sheetName);
  const area = { sheet: sheet.id, row: 0, column: 0, rows: cells.length, columns: cells[0]?.length ?? 1 };
  office.engine.write(area, cells);
  office.engine.select([area]);
  await office.engine.settle();
  return office;
}

export const ES = contractChoice("ES", { price: 5000 });

/** Target beta 0.5 with ES at 5,000: the book of {@link EQUITIES} needs −32 contracts. */
export function planFor(holdings: Holdings, change: Partial<HedgePlan> = {}): HedgePlan {
  return {
    holdings,
    aim: { kind: "targetBeta", targetBeta: 0.5 },
    rounding: "nearest",
    contracts: [ES],
    assetContracts: {},
    asOf: 46000,
    put: null,
    ...STANDARD_LIMITS,
    ...change,
  };
}

/** The worksheet for the holdings on the first sheet: all of them, or those in its first rows. */
export async function modelOfBook(
  office: OpenOffice,
  change: Partial<HedgePlan> = {},
  rows?: number,
): Promise<WorksheetModel> {
  const [book] = office.engine.sheets();
  const used = office.engine.usedArea(book?.id ?? "");
  if (book === undefined || used === null) throw new Error("There are no holdings.");
  office.engine.activate(book.id);
  office.engine.select([{ ...used, rows: rows ?? used.rows }]);
  const cells = await readSelection();
  const holdings = readHoldings(cells, detectColumns(cells).choice);
  return buildWorksheet(planFor(holdings, change), { version: "1.0.0", today: 46000 });
}

/** What the cell of a name on a hedge sheet computes. */
export async function valueOf(office: OpenOffice, sheetId: string, name: string): Promise<CellValue> {
  await office.engine.settle();
  const [[value] = []] = office.engine.values(areaOf(office, sheetId, name));
  return value ?? "";
}

/** Types into the cell of a name on a hedge sheet, as a user does. */
export async function type(
  office: OpenOffice,
  sheetId: string,
  name: string,
  input: CellInput,
): Promise<void> {
  office.engine.write(areaOf(office, sheetId, name), [[input]]);
  await office.engine.settle();
}

export function areaOf(office: OpenOffice, sheetId: string, name: string): Area {
  const record = office.engine.names().find((each) => each.scope === sheetId && each.name === name);
  const area = parseAddress(record?.formula ?? "");
  if (area === null) throw new Error(`There is no cell named ${name} on that sheet.`);
  return { ...area, sheet: sheetId };
}

/** Everything in the workbook that is not ours: all sheets but the hedge sheets, names but those on them. */
export async function usersPart(office: OpenOffice, hedgeSheets: readonly string[]): Promise<unknown> {
  const { sheets, names, customXml, settings } = await office.host.save();
  return {
    sheets: sheets.filter(({ id }) => !hedgeSheets.includes(id)),
    names: names.filter(({ scope }) => scope === null || !hedgeSheets.includes(scope)),
    settings: Object.fromEntries(Object.entries(settings).filter(([key]) => !key.startsWith("Hedgesheet."))),
    customXml,
  };
}
