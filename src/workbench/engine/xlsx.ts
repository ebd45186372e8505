import { readXlsx as readWorkbook, writeXlsx as writeWorkbook } from "hucre/xlsx";
import type { WorkbookData } from "./engine";
import { finishParts, readParts } from "./xlsx-parts";
import { sheetDataOf, namesOf } from "./xlsx-read";
import { nameDefinitions, writableSheet } from "./xlsx-write";

/** A workbook out of the bytes of an .xlsx file. Works in a browser and in Node. */
export async function readXlsx(bytes: Uint8Array): Promise<WorkbookData> {
  const book = await readWorkbook(bytes, { readStyles: true });
  const parts = readParts(bytes);
  const sheets = book.sheets.map((sheet, index) => sheetDataOf(sheet, index, book.sheets));
  return {
    sheets,
    names: namesOf(book.namedRanges ?? [], parts.hiddenNames, sheets),
    activeSheet: (sheets[book.activeSheet ?? 0] ?? sheets[0])?.id ?? "",
    settings: parts.settings,
    customXml: parts.customXml,
  };
}

/**
 * The bytes of an .xlsx file. @param customFunctions names of functions that are an add-in's: Excel stores their
 * calls as `_xldudf_NAME(`, and a bare name would open as #NAME?
 */
export async function writeXlsx(
  data: WorkbookData,
  customFunctions: readonly string[] = [],
): Promise<Uint8Array> {
  const bytes = await writeWorkbook({
    sheets: data.sheets.map((sheet) => writableSheet(sheet, data.sheets, customFunctions)),
    namedRanges: nameDefinitions(data, customFunctions),
    activeSheet: Math.max(
      0,
      data.sheets.findIndex(({ id }) => id === data.activeSheet),
    ),
  });
  return finishParts(bytes, data);
}
