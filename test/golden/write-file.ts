import { writeXlsx, type Cell, type CellStyle as FileStyle, type NamedRange } from "hucre";
import { absoluteAddress, areaAddress, quotedSheetName } from "../../src/sheet/cell-address";
import type { CellStyle, SheetCell, WorksheetModel } from "../../src/sheet/worksheet";
import type { Content, UserSheet } from "../sheet/evaluate";

const LOOKS: Partial<Record<CellStyle, FileStyle>> = {
  title: { font: { bold: true, size: 16, color: { rgb: "1F3864" } } },
  headline: { font: { bold: true, size: 13 } },
  sectionHead: { font: { bold: true, color: { rgb: "FFFFFF" } }, fill: solid("1F3864") },
  columnHead: { font: { bold: true }, border: { bottom: { style: "thin" } } },
  unit: { font: { color: { rgb: "595959" } } },
  note: { font: { italic: true, color: { rgb: "595959" } } },
  input: { font: { color: { rgb: "0000FF" } }, fill: solid("FFFFCC") },
  link: { font: { color: { rgb: "006100" } } },
  total: { font: { bold: true }, border: { top: { style: "thin" } } },
  check: { font: { bold: true } },
  record: { font: { size: 8, color: { rgb: "7F7F7F" } }, alignment: { horizontal: "fill" } },
};

/** A workbook file with the user's sheet and the hedge sheet, without any calculated value in it. */
export async function writeFile(book: UserSheet, model: WorksheetModel): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>();
  const namedRanges: NamedRange[] = [];
  model.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell === null) return;
      cells.set(`${String(r)},${String(c)}`, fileCell(cell));
      if (cell.name === undefined) return;
      const place = absoluteAddress({ row: r, column: c, rows: 1, columns: 1 });
      namedRanges.push({
        name: cell.name,
        range: `${quotedSheetName(model.name)}!${place}`,
        scope: model.name,
      });
    });
  });
  return writeXlsx({
    sheets: [
      { name: book.name, rows: [], cells: userCells(book.cells) },
      {
        name: model.name,
        rows: [],
        cells,
        columns: model.columnWidths.map((width) => ({ width })),
        freezePane: { rows: model.frozenRows },
        conditionalRules: model.conditionalFormats.map(({ area, formula, look }, index) => ({
          type: "expression",
          priority: index + 1,
          formula,
          range: areaAddress(area),
          style: { fill: solid(look === "bad" ? "FFC7CE" : look === "good" ? "C6EFCE" : "FFEB9C") },
        })),
        pageSetup: {
          orientation: "landscape",
          paperSize: "a4",
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printArea: model.printArea.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2"),
        },
        view: { showGridLines: false },
      },
    ],
    namedRanges,
    activeSheet: 1,
  });
}

function userCells(rows: readonly (readonly Content[])[]): Map<string, Partial<Cell>> {
  return new Map(
    rows.flatMap((row, r) =>
      row.flatMap((value, c): [string, Partial<Cell>][] =>
        value === "" ? [] : [[`${String(r)},${String(c)}`, { value, type: typeof value as "number" }]],
      ),
    ),
  );
}

function fileCell({ content, style, numberFormat }: SheetCell): Partial<Cell> {
  const look: FileStyle = {
    ...LOOKS[style],
    ...(numberFormat === undefined ? {} : { numFmt: numberFormat }),
  };
  if (typeof content === "string" && content.startsWith("=")) {
    return { formula: content.slice(1), type: "formula", value: null, style: look };
  }
  if (content === "") return { value: null, type: "empty", style: look };
  return { value: content, type: typeof content as "number", style: look };
}

function solid(rgb: string): NonNullable<FileStyle["fill"]> {
  return { type: "pattern", pattern: "solid", fgColor: { rgb }, bgColor: { rgb } };
}
