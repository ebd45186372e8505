import { points } from "../sheet/page/build-worksheet";
import { areaAddress, type CellArea } from "../sheet/cell-address";
import { MARGINS } from "../sheet/page/page-breaks";
import type { CellStyle, SheetCell, SheetConditionalFormat, WorksheetModel } from "../sheet/page/worksheet";

/** How a cell looks. What is left out stays Excel's default. */
interface Look {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly size?: number;
  readonly align?: "Left" | "Right" | "Center" | "Fill";
  readonly top?: true;
  readonly bottom?: true;
}

/** Of the trade: inputs blue on pale yellow, formulas black, links to other sheets green. */
const LOOKS: Readonly<Record<CellStyle, Look>> = {
  title: { bold: true, size: 16, color: "#1F3864" },
  headline: { bold: true, size: 13 },
  sectionHead: { bold: true, color: "#FFFFFF", fill: "#1F3864" },
  columnHead: { bold: true, bottom: true },
  label: {},
  unit: { color: "#595959" },
  note: { italic: true, color: "#595959" },
  input: { color: "#0000FF", fill: "#FFFFCC", align: "Right" },
  formula: {},
  link: { color: "#006100" },
  total: { bold: true, top: true },
  word: { align: "Right" },
  check: { bold: true },
  text: {},
  // Fill keeps the long text of the record inside its own cell.
  record: { color: "#7F7F7F", size: 8, align: "Fill" },
};

const CONDITIONAL: Readonly<Record<SheetConditionalFormat["look"], { fill: string; color: string }>> = {
  bad: { fill: "#FFC7CE", color: "#9C0006" },
  warn: { fill: "#FFEB9C", color: "#7F4F00" },
  good: { fill: "#C6EFCE", color: "#006100" },
};

const FONT = "Calibri";
const FONT_SIZE = 11;
/** `getRanges` takes more, but 255 characters is the limit of an address elsewhere in Excel. */
const ADDRESS_LENGTH = 255;

/** Gives the sheet its looks: fonts and colours by style, widths, conditional formats, frozen rows, print set-up. */
export function applyLook(sheet: Excel.Worksheet, model: WorksheetModel): void {
  for (const [style, addresses] of Object.entries(addressesByStyle(model))) {
    const look = LOOKS[style as CellStyle];
    for (const address of addresses) applyTo(sheet.getRanges(address).format, look);
  }
  for (const address of joined(stacked(cellsWhere(model, isNumeric)))) {
    sheet.getRanges(address).format.horizontalAlignment = "Right";
  }
  for (const address of joined(stacked(cellsWhere(model, isWords)))) {
    const { format } = sheet.getRanges(address);
    format.horizontalAlignment = "Left";
    format.indentLevel = 1;
  }
  model.columnWidths.forEach((characters, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = points(characters);
  });
  for (const { area, formula, look } of model.conditionalFormats) {
    const added = sheet.getRange(areaAddress(area)).conditionalFormats.add("Custom");
    added.custom.rule.formula = `=${formula}`;
    added.custom.format.fill.color = CONDITIONAL[look].fill;
    added.custom.format.font.color = CONDITIONAL[look].color;
  }
  if (model.frozenRows > 0) sheet.freezePanes.freezeRows(model.frozenRows);
  sheet.showGridlines = false;
  applyPageLayout(sheet.pageLayout, model);
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of model.pageBreaks) {
    sheet.horizontalPageBreaks.add(areaAddress({ row, column: 0, rows: 1, columns: 1 }));
  }
}

/** Fonts, fills and borders back to the default, so that cells which moved leave nothing behind. */
export function clearLook(range: Excel.Range): void {
  range.clear("Formats");
  range.conditionalFormats.clearAll();
  range.dataValidation.clear();
}

/** The default font for a whole block. */
export function applyFont(block: Excel.Range): void {
  block.format.font.name = FONT;
  block.format.font.size = FONT_SIZE;
  block.format.verticalAlignment = "Center";
}

function applyTo(format: Excel.RangeFormat, look: Look): void {
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.color !== undefined) format.font.color = look.color;
  if (look.bold) format.font.bold = true;
  if (look.italic) format.font.italic = true;
  if (look.size !== undefined) format.font.size = look.size;
  if (look.align !== undefined) format.horizontalAlignment = look.align;
  for (const [edge, wanted] of [
    ["EdgeTop", look.top],
    ["EdgeBottom", look.bottom],
  ] as const) {
    if (!wanted) continue;
    const border = format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = "#7F7F7F";
  }
}

function applyPageLayout(layout: Excel.PageLayout, model: WorksheetModel): void {
  layout.orientation = "Landscape";
  layout.setPrintArea(model.printArea);
  layout.zoom = { horizontalFitToPages: 1 };
  layout.centerHorizontally = true;
  layout.topMargin = MARGINS.top;
  layout.bottomMargin = MARGINS.bottom;
  if (model.frozenRows > 0) layout.setPrintTitleRows(`$1:$${model.frozenRows}`);
  layout.headersFooters.defaultForAllPages.centerFooter = "&A, page &P of &N";
}

/** For each style the cells that have it, as addresses of several areas each. Borders need areas one row high. */
function addressesByStyle(model: WorksheetModel): Partial<Record<CellStyle, string[]>> {
  const runs = new Map<CellStyle, CellArea[]>();
  model.rows.forEach((cells, row) => {
    let column = 0;
    while (column < cells.length) {
      const style = cells[column]?.style;
      let end = column + 1;
      while (end < cells.length && cells[end]?.style === style) end++;
      if (style !== undefined) {
        runs.set(style, [...(runs.get(style) ?? []), { row, column, rows: 1, columns: end - column }]);
      }
      column = end;
    }
  });
  return Object.fromEntries(
    [...runs].map(([style, areas]) => {
      const look = LOOKS[style];
      return [style, joined(look.top || look.bottom ? areas : stacked(areas))];
    }),
  );
}

/** Areas one above the other and equally wide become one. */
function stacked(areas: readonly CellArea[]): CellArea[] {
  const open = new Map<string, CellArea>();
  const done: CellArea[] = [];
  for (const area of areas) {
    const key = `${area.column}:${area.columns}`;
    const above = open.get(key);
    if (above !== undefined && above.row + above.rows === area.row) {
      open.set(key, { ...above, rows: above.rows + area.rows });
    } else {
      if (above !== undefined) done.push(above);
      open.set(key, area);
    }
  }
  return [...done, ...open.values()];
}

/** Numbers, and heads above them: a dash or a word in one of them stands where the number would. */
function isNumeric({ style, numberFormat = "General" }: SheetCell): boolean {
  return style !== "input" && numberFormat !== "General";
}

/** Short words stand off the numbers before them; notes have an empty column to do so. */
const STAND_OFF: ReadonlySet<CellStyle> = new Set(["unit", "link", "columnHead", "check"]);

function isWords(cell: SheetCell, _row: number, column: number): boolean {
  return column > 0 && STAND_OFF.has(cell.style) && !isNumeric(cell);
}

function cellsWhere(
  model: WorksheetModel,
  test: (cell: SheetCell, row: number, column: number) => boolean,
): CellArea[] {
  return model.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell !== null && test(cell, row, column) ? [{ row, column, rows: 1, columns: 1 }] : [],
    ),
  );
}

/** The areas as few addresses, "A1,B2:C3", each short enough for Excel. */
function joined(areas: readonly CellArea[]): string[] {
  const addresses: string[] = [];
  for (const area of areas.map(areaAddress)) {
    const last = addresses.at(-1);
    if (last !== undefined && last.length + area.length < ADDRESS_LENGTH) {
      addresses[addresses.length - 1] = `${last},${area}`;
    } else addresses.push(area);
  }
  return addresses;
}
