import type { SheetData, WorkbookData } from "../../src/workbench/engine/engine";
import { readXlsx, writeXlsx } from "../../src/workbench/engine/xlsx";
import type { OpenOffice } from "../protocol/office";

/** The workbook as the bytes of an .xlsx file. */
export async function fileOf(office: OpenOffice): Promise<Uint8Array> {
  await office.host.idle();
  return writeXlsx(await office.host.save());
}

/** Opens the file in the place of the workbook; returns the id that the sheet of a name has there. */
export async function openFile(office: OpenOffice, file: Uint8Array, sheet: string): Promise<string> {
  await openData(office, await readXlsx(file));
  return idOf(office, sheet);
}

export async function openData(office: OpenOffice, data: WorkbookData): Promise<void> {
  await office.host.load(data);
  await office.host.idle();
}

export function idOf({ engine }: OpenOffice, sheet: string): string {
  const found = engine.sheets().find(({ name }) => name === sheet);
  if (found === undefined) throw new Error(`There is no sheet ${sheet}.`);
  return found.id;
}

/** The workbook with a copy of a sheet, as Excel copies one: cells and the sheet's own names, under a new id. */
export function withCopy(data: WorkbookData, sheet: string, copy: string): WorkbookData {
  const original = data.sheets.find(({ name }) => name === sheet);
  if (original === undefined) throw new Error(`There is no sheet ${sheet}.`);
  const id = "{00000000-0001-0000-0099-000000000000}";
  const copied = JSON.parse(JSON.stringify(original).replaceAll(original.id, id)) as SheetData;
  const quoted = (name: string) => `'${name.replaceAll("'", "''")}'!`;
  const names = data.names
    .filter(({ scope }) => scope === original.id)
    .map((record) => ({
      ...record,
      scope: id,
      formula: record.formula.replace(/^=(?:'(?:[^']|'')+'|[^'!]+)!/, `=${quoted(copy)}`),
    }));
  return {
    ...data,
    sheets: [...data.sheets, { ...copied, cells: original.cells, name: copy }],
    names: [...data.names, ...names],
  };
}
