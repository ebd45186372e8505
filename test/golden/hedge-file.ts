import { buildHedgeSheet } from "../../src/excel/build-hedge-sheet";
import { buildWorksheet } from "../../src/sheet/page/build-worksheet";
import { parseAddress } from "../../src/sheet/cell-address";
import type { CellInput, CellValue, SheetData, WorkbookData } from "../../src/workbench/engine/engine";
import { writeXlsx } from "../../src/workbench/engine/xlsx";
import { openOffice, type OpenOffice } from "../protocol/office";
import type { Content } from "../sheet/evaluate";
import type { RandomHedge } from "../sheet/random-plans";

const ABOUT = { version: "1.0.0", today: 46_000 };

/** A workbook with a hedge sheet that was built in it through Microsoft's Office.js. */
export interface HedgeFile {
  readonly data: WorkbookData;
  readonly hedgeSheet: SheetData;
}

/** Builds hedge sheets one after the other, each in a workbook with nothing but its book. */
export async function hedgeFiles(hedges: readonly RandomHedge[]): Promise<HedgeFile[]> {
  const office = await openOffice();
  office.makeGlobal();
  try {
    const blank = await office.host.save();
    const files: HedgeFile[] = [];
    for (const hedge of hedges) files.push(await hedgeFile(office, blank, hedge));
    return files;
  } finally {
    await office.close();
  }
}

async function hedgeFile(
  office: OpenOffice,
  blank: WorkbookData,
  { book, plan }: RandomHedge,
): Promise<HedgeFile> {
  const cells = book.cells.flatMap((line, row) =>
    line.flatMap((content, column) =>
      content === "" ? [] : [{ row, column, input: typeof content === "string" ? `'${content}` : content }],
    ),
  );
  const sheets = blank.sheets.map((sheet) => ({ ...sheet, name: book.name, cells }));
  await office.host.load({ ...blank, sheets });
  const { id } = await buildHedgeSheet(buildWorksheet(plan, ABOUT), { into: null, changedFormulas: "ask" });
  await office.host.idle();
  const data = await office.host.save();
  const hedgeSheet = data.sheets.find((sheet) => sheet.id === id);
  if (hedgeSheet === undefined) throw new Error("the hedge sheet is not in the workbook");
  return { data, hedgeSheet };
}

export function xlsxOf({ data }: HedgeFile): Promise<Uint8Array> {
  return writeXlsx(data);
}

/** Row and column of the cell with a name on the hedge sheet. */
export function placeOf({ data, hedgeSheet }: HedgeFile, name: string): { row: number; column: number } {
  const record = data.names.find((each) => each.scope === hedgeSheet.id && each.name === name);
  const place = parseAddress(record?.formula ?? "");
  if (place === null) throw new Error(`no cell is named ${name}`);
  return { row: place.row, column: place.column };
}

/** What was typed into cells, by sheet; the results stored in the file stay those of before. */
export function typedInto(
  file: HedgeFile,
  typed: readonly { sheet: string; row: number; column: number; input: CellInput }[],
): HedgeFile {
  const sheets = file.data.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const now = typed.find(
        ({ sheet: id, row, column }) => id === sheet.id && row === cell.row && column === cell.column,
      );
      return now === undefined ? cell : { ...cell, input: now.input };
    }),
  }));
  const hedgeSheet = sheets.find(({ id }) => id === file.hedgeSheet.id) ?? file.hedgeSheet;
  return { data: { ...file.data, sheets }, hedgeSheet };
}

/** A value that LibreOffice read, or that IronCalc computed, in plain terms: errors as text. */
export function plain(value: CellValue | null | undefined): Content {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? value.error : value;
}
