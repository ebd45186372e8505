import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { WorkbookData } from "../../src/workbench/engine/engine";
import { openIronCalcInNode } from "../../src/workbench/engine/ironcalc-node";
import { emptySheet } from "../../src/workbench/engine/sheet-records";
import { readXlsx, writeXlsx } from "../../src/workbench/engine/xlsx";
import { validationRecords } from "../../src/workbench/engine/xlsx-rules";

const HOLDINGS = "{00000000-0001-0000-0001-000000000000}";
const HEDGE = "{00000000-0001-0000-0002-000000000000}";

/** Something of everything that a workbook can hold here. */
const book: WorkbookData = {
  activeSheet: HEDGE,
  settings: { "Hedgesheet.built": '"{\\"a\\": [1, \\"<&>\\"]}"', other: "true" },
  customXml: [
    { id: "{0A1B2C3D-0000-4000-8000-0000000000FF}", xml: '<state xmlns="urn:test"><a b="1"/></state>' },
  ],
  names: [
    { name: "TargetBeta", formula: "='Hedge 1'!$B$2", scope: HEDGE, comment: "wanted", visible: true },
    { name: "Rate", formula: "=0.05", scope: null, comment: "", visible: false },
  ],
  sheets: [
    {
      ...emptySheet(HOLDINGS, "Book's"),
      tables: [
        {
          id: "{TBL-1-1}",
          name: "Positions",
          area: { sheet: HOLDINGS, row: 0, column: 0, rows: 3, columns: 2 },
          hasHeaders: true,
          showTotals: false,
          style: "TableStyleMedium2",
        },
      ],
      hiddenRows: [4],
      cells: [
        { row: 0, column: 0, input: "Asset" },
        { row: 0, column: 1, input: "Value" },
        { row: 1, column: 0, input: "'=not a formula" },
        { row: 1, column: 1, input: 1234.5 },
        { row: 2, column: 0, input: "Zürich & Söhne <AG>" },
        { row: 2, column: 1, input: -32 },
        { row: 4, column: 0, input: true },
      ],
    },
    {
      ...emptySheet(HEDGE, "Hedge 1"),
      showGridlines: false,
      tabColor: "#1F3864",
      frozenRows: 2,
      protected: true,
      pageLayout: {
        orientation: "Landscape",
        printArea: "A1:D20",
        fitToWidth: 1,
        fitToHeight: 0,
        centerHorizontally: true,
        topMargin: 36,
        bottomMargin: 45,
        titleRows: "$1:$2",
        breaksBefore: [7, 12],
        footer: "&A, page &P of &N",
      },
      columnWidths: [
        { column: 0, pixels: 180 },
        { column: 2, pixels: 96 },
      ],
      rowHeights: [{ row: 0, pixels: 32 }],
      merges: [{ sheet: HEDGE, row: 0, column: 0, rows: 1, columns: 4 }],
      cells: [
        {
          row: 0,
          column: 0,
          input: "Sell 32 ES",
          format: {
            bold: true,
            fontSize: 16,
            fontColor: "#1F3864",
            fill: "#FFFFCC",
            horizontalAlignment: "Center",
          },
        },
        { row: 1, column: 1, input: 0.5, format: { numberFormat: "0.00", locked: false } },
        {
          row: 2,
          column: 1,
          input: "='Book''s'!B2*TargetBeta",
          value: 617.25,
          format: { numberFormat: "#,##0.00;[Red](#,##0.00)" },
        },
        { row: 3, column: 1, input: "=1/0", value: { error: "#DIV/0!" } },
        { row: 4, column: 1, input: '=IF(STDEV.S(B2:B3)>0,"some","none")', value: "some" },
        { row: 5, column: 1, input: "=FUT_NOTIONAL(B2,50)+1", value: 26 },
        {
          row: 6,
          column: 1,
          input: "=FUT_LADDER(B2)",
          value: 1,
          spill: { rows: 2, columns: 2 },
          spilledValues: [
            [1, 2],
            [3, 4],
          ],
        },
        {
          row: 9,
          column: 1,
          input: "",
          format: {
            borderTop: { style: "Thin", color: "#7F7F7F" },
            borderBottom: { style: "Double", color: "#000000" },
            wrapText: true,
            indent: 2,
            italic: true,
            fontName: "Arial",
            verticalAlignment: "Center",
          },
        },
      ],
      validations: [
        {
          area: { sheet: HEDGE, row: 1, column: 1, rows: 1, columns: 1 },
          type: "decimal",
          operator: "Between",
          formula1: "-3",
          formula2: "=Rate*100",
          errorTitle: "Not possible here",
          errorMessage: "A beta between -3 and 5.",
          promptTitle: "",
          promptMessage: "",
          ignoreBlanks: true,
        },
        {
          area: { sheet: HEDGE, row: 9, column: 0, rows: 2, columns: 1 },
          type: "list",
          formula1: "ES,MES",
          errorTitle: "",
          errorMessage: "",
          promptTitle: "Contract",
          promptMessage: "Which one?",
          ignoreBlanks: false,
        },
      ],
      conditionalFormats: [
        {
          id: "{CF-file-1}",
          areas: [{ sheet: HEDGE, row: 2, column: 1, rows: 3, columns: 1 }],
          formula: "=B3<0",
          fill: "#FFC7CE",
          fontColor: "#9C0006",
          bold: false,
        },
      ],
      charts: [
        {
          id: "{CH-file-1}",
          name: "Scenarios",
          type: "Line",
          title: "Profit and loss",
          series: [
            {
              name: "Hedged",
              values: { sheet: HEDGE, row: 1, column: 1, rows: 4, columns: 1 },
              categories: { sheet: HEDGE, row: 1, column: 0, rows: 4, columns: 1 },
              color: "#1F3864",
            },
          ],
          categoryTitle: "Market",
          valueTitle: "USD",
          categoryFormat: "0%",
          valueFormat: "#,##0",
          legend: "Bottom",
          categoryLabels: "Low",
          left: 180,
          top: 232,
          width: 288,
          height: 200,
        },
      ],
    },
  ],
};

const ADD_IN = ["FUT_NOTIONAL", "FUT_LADDER"];

describe("an .xlsx file", () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await writeXlsx(book, ADD_IN);
  });

  it("gives back what was written", async () => {
    const read = await readXlsx(bytes);
    const { sheets, ...rest } = read;
    const { sheets: written, ...others } = book;
    expect(rest).toEqual(others);
    sheets.forEach((sheet, i) => {
      const { cells, ...around } = sheet;
      const { cells: writtenCells = [], ...writtenAround } = written[i] ?? {};
      expect(around).toEqual(writtenAround);
      const inOrder = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
      // Cached values of spilled cells are for programs that do not calculate; the engine computes its own.
      expect(inOrder.map((cell) => ({ ...cell, spilledValues: undefined }))).toEqual(
        writtenCells.map((cell) => ({ ...cell, spilledValues: undefined })),
      );
    });
  });

  it("stores an add-in's functions and new functions under the names that Excel uses", () => {
    const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet2.xml"] ?? new Uint8Array());
    expect(sheet).toContain("<f>_xldudf_FUT_NOTIONAL(B2,50)+1</f>");
    expect(sheet).toContain("_xldudf_FUT_LADDER(B2)");
    expect(sheet).toContain("_xlfn.STDEV.S(B2:B3)");
    expect(sheet).toMatch(/<c [^>]*t="e"[^>]*><f>1\/0<\/f><v>#DIV\/0!<\/v>/);
  });

  it("keeps text that is spelled like an error", async () => {
    const [sheet] = book.sheets;
    if (sheet === undefined) throw new Error("There is no sheet.");
    const cells = [
      { row: 0, column: 0, input: "#REF!" },
      { row: 1, column: 0, input: "#N/A" },
    ];
    const file = await writeXlsx({ ...book, sheets: [{ ...sheet, cells }] }, ADD_IN);
    expect(strFromU8(unzipSync(file)["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).not.toContain('t="e"');
    expect((await readXlsx(file)).sheets[0]?.cells).toEqual(cells);
  });

  // The Open XML SDK's validator, as Microsoft publishes it.
  it.each(["Office2019", "Microsoft365"])("is valid for %s", (version) => {
    const folder = mkdtempSync(join(tmpdir(), "xlsx-"));
    const file = join(folder, "book.xlsx");
    try {
      writeFileSync(file, bytes);
      const output = validate(file, version);
      expect(output.errors).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("carries a workbook from one engine to the next", async () => {
    const first = await openIronCalcInNode();
    await first.load(book);
    const second = await openIronCalcInNode();
    await second.load(await readXlsx(await writeXlsx(await first.save(), ADD_IN)));
    const cells = { sheet: HEDGE, row: 2, column: 1, rows: 3, columns: 1 };
    expect(second.values(cells)).toEqual([[617.25], [{ error: "#DIV/0!" }], ["some"]]);
    expect(second.texts(cells)).toEqual([["617.25"], ["#DIV/0!"], ["some"]]);
  });
});

function validate(file: string, officeVersion: string): { errors: unknown[] } {
  const cli = join(process.cwd(), "node_modules", "@xarsh", "ooxml-validator", "dist", "src", "cli.js");
  try {
    return JSON.parse(
      execFileSync(process.execPath, [cli, file, "--officeVersion", officeVersion], { encoding: "utf8" }),
    ) as { errors: unknown[] };
  } catch (error) {
    // An invalid file ends the validator with an error, and its findings on standard output.
    return JSON.parse(String((error as { stdout?: string }).stdout)) as { errors: unknown[] };
  }
}

// LibreOffice 7.4 writes <formula2>0</formula2> with each rule that it saves.
it.each([
  { type: "list", operator: "between", formula1: '"down,up"' },
  { type: "custom", operator: "between", formula1: "LEN(B7)<9" },
  { type: "decimal", operator: "greaterThan", formula1: "0" },
] as const)("a second bound counts only where a rule has two: $type $operator", (rule) => {
  const [record] = validationRecords({ ...rule, formula2: "0", range: "B7" }, HEDGE);
  expect(record).toMatchObject({ type: rule.type });
  expect(record).not.toHaveProperty("formula2");
});
