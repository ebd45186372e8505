import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { hedgeFiles, xlsxOf, type HedgeFile } from "./hedge-file";
import { AIMS } from "../../src/sheet/plan/aims";
import { KINDS } from "./kinds";
import { recalculated } from "./recalculate";

/** Sheet names that need quotes, doubled ones too. */
const SHEET_NAMES = ["Book 1", "O'Brien's", "=SUM(A1)", "Depot (März)"];

describe("a file of each kind of hedge", () => {
  it("is of each aim", () => {
    const aims = new Set(Object.values(KINDS).map(({ plan }) => plan.aim.kind));
    expect(AIMS.map(({ kind }) => kind).filter((kind) => !aims.has(kind))).toEqual([]);
  });

  let files: { kind: string; file: HedgeFile; bytes: Uint8Array }[] = [];

  beforeAll(async () => {
    const hedges = Object.entries(KINDS).map(([kind, { plan, book }], n) => {
      const name = SHEET_NAMES[n % SHEET_NAMES.length] ?? "";
      return {
        kind,
        book: { ...book, name },
        plan: { ...plan, holdings: { ...plan.holdings, sheet: name } },
      };
    });
    const built = await hedgeFiles(hedges);
    files = await Promise.all(
      built.map(async (file, n) => ({ kind: hedges[n]?.kind ?? "", file, bytes: await xlsxOf(file) })),
    );
  });

  it("is valid Open XML for every Excel since 2010", () => {
    for (const { kind, bytes } of files) {
      expect({ kind, errors: validate(bytes, "Office2010") }).toEqual({ kind, errors: [] });
    }
  });

  it("keeps its names, inputs, print area and chart in LibreOffice", () => {
    const kept = recalculated(files.map(({ bytes }) => bytes));
    files.forEach(({ kind, file }, n) => {
      const parts = unzipSync(kept[n] ?? new Uint8Array());
      const part = (name: RegExp): string =>
        Object.keys(parts)
          .filter((path) => name.test(path))
          .map((path) => strFromU8(parts[path] ?? new Uint8Array()))
          .join("");
      const workbook = part(/^xl\/workbook\.xml$/);
      const sheet = part(/^xl\/worksheets\/sheet2\.xml$/);
      const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;
      const { hedgeSheet, data } = file;
      const rows = 1 + Math.max(...hedgeSheet.cells.map(({ row }) => row));
      expect({
        kind,
        names: count(workbook, /<definedName [^>]*name="(?!_xlnm)/g),
        printArea: count(
          workbook,
          new RegExp(`name="_xlnm.Print_Area"[^>]*>[^<]*\\$A\\$1:\\$[A-Z]+\\$${rows}<`, "g"),
        ),
        titleRows: count(workbook, /name="_xlnm.Print_Titles"[^>]*>[^<]*\$1:\$3</g),
        inputsChecked: count(sheet, /<dataValidation /g) > 5,
        onePageWide: /fitToWidth="1"/.test(sheet),
        charts: count(part(/^xl\/charts\/chart\d+\.xml$/), /<c:ser>/g) > 1,
      }).toEqual({
        kind,
        names: data.names.length,
        printArea: 1,
        titleRows: 1,
        inputsChecked: true,
        onePageWide: true,
        charts: true,
      });
    });
  });
});

/** What Microsoft's Open XML SDK finds wrong with a file. */
function validate(bytes: Uint8Array, officeVersion: string): unknown[] {
  const cli = join(process.cwd(), "node_modules", "@xarsh", "ooxml-validator", "dist", "src", "cli.js");
  const folder = mkdtempSync(join(tmpdir(), "hedgesheet-valid-"));
  const file = join(folder, "book.xlsx");
  try {
    writeFileSync(file, bytes);
    const found = execFileSync(process.execPath, [cli, file, "--officeVersion", officeVersion], {
      encoding: "utf8",
    });
    return (JSON.parse(found) as { errors: unknown[] }).errors;
  } catch (error) {
    // An invalid file ends the validator with an error, and its findings on standard output.
    return (JSON.parse(String((error as { stdout?: string }).stdout)) as { errors: unknown[] }).errors;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
