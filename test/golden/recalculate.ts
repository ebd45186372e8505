import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readXlsx, type CellValue } from "hucre";

/** LibreOffice keeps the values that a file came with, unless told to calculate always: then none is just repeated. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
  <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
`;

/** Value of a cell on a sheet, rows and columns from 0; a date as its serial number; null where it is empty. */
export type Recalculated = (sheet: string, row: number, column: number) => Exclude<CellValue, Date>;

/** Each file with the values that LibreOffice calculates. */
export function recalculate(files: readonly Uint8Array[]): Promise<Recalculated[]> {
  return Promise.all(recalculated(files).map(readRecalculated));
}

/** Each file as LibreOffice writes it after calculating, all in one start of the program. */
export function recalculated(files: readonly Uint8Array[]): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), "hedgesheet-golden-"));
  try {
    const profile = join(folder, "profile");
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user", "registrymodifications.xcu"), ALWAYS_RECALCULATE);
    const names = files.map((_, index) => `book-${String(index)}.xlsx`);
    files.forEach((file, index) => {
      writeFileSync(join(folder, names[index] ?? ""), file);
    });
    const out = join(folder, "out");
    execFileSync(
      process.env["HEDGESHEET_SOFFICE"] ?? "soffice",
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--norestore",
        "--nologo",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        out,
        ...names.map((name) => join(folder, name)),
      ],
      { stdio: "pipe", timeout: 600_000 },
    );
    return names.map((name) => readFileSync(join(out, name)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readRecalculated(file: Uint8Array): Promise<Recalculated> {
  const { sheets } = await readXlsx(file);
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  return (name, row, column) => {
    const sheet = byName.get(name);
    const cell = sheet?.cells?.get(`${String(row)},${String(column)}`);
    const value = cell?.formulaResult ?? cell?.value ?? sheet?.rows[row]?.[column] ?? null;
    return value instanceof Date ? (value.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000 : value;
  };
}
