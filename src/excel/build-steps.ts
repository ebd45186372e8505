import { cellAddress } from "../sheet/cell-address";
import type { WorksheetModel } from "../sheet/page/worksheet";
import { baselineKey, baselineOf } from "./baseline";
import { writable } from "./cell-text";
import { STEPS, type BuildResult, type Step } from "./how-to-build";
import { applyFont, applyLook } from "./look";
import {
  block,
  placedCells,
  writeCells,
  writeChart,
  writeNames,
  writeValidation,
  type CellMatrix,
} from "./write-worksheet";

const NOT_FINISHED = "Not finished: build again from the Hedgesheet pane";

/** Nothing calculates or flickers before the next round trip. */
export function suspendUntilNextSync({ application }: Excel.RequestContext): void {
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
}

/** Queues contents, names and what may be typed; the first cell says that the sheet is not finished. */
export async function writeContents(
  context: Excel.RequestContext,
  target: { readonly sheet: Excel.Worksheet; readonly name: string; readonly names: ReadonlySet<string> },
  model: WorksheetModel,
  contents: CellMatrix,
): Promise<void> {
  const { sheet, name, names } = target;
  const marked = contents.map((row, index) => (index === 0 ? [NOT_FINISHED, ...row.slice(1)] : row));
  // The record first: a sheet that has it is ours, however far the rest came.
  writeNames(sheet, name, model, names);
  await writeCells(context, sheet, model, marked);
  writeValidation(sheet, model);
}

/** Looks and charts; returns the formulas as Excel spells them. */
export async function finishLooks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  model: WorksheetModel,
  step: Step,
): Promise<unknown[][]> {
  step(2, "Formatting");
  context.application.suspendScreenUpdatingUntilNextSync();
  const { rows, columns } = block(model);
  const cells = sheet.getRangeByIndexes(0, 0, rows, columns);
  applyFont(cells);
  applyLook(sheet, model);
  for (const chart of model.charts) writeChart(sheet, chart);
  cells.load("formulas");
  sheet.load("visibility");
  await context.sync();
  return cells.formulas as unknown[][];
}

/**
 * The last step: the first cell gets its own content, what was built is remembered, the sheet is calculated whatever
 * Excel is set to, and comes to the front if it is not hidden.
 */
export async function finish(
  context: Excel.RequestContext,
  target: { readonly sheet: Excel.Worksheet; readonly id: string },
  model: WorksheetModel,
  written: { readonly contents: CellMatrix; readonly asSpelled: readonly (readonly unknown[])[] },
  step: Step,
): Promise<Pick<BuildResult, "calculatesByHand">> {
  const { sheet, id } = target;
  const { contents, asSpelled } = written;
  step(3, "Finishing");
  requireTextStayed(model, asSpelled);
  const first = contents[0]?.[0] ?? "";
  sheet.getRange("A1").formulas = [[first]];
  context.workbook.settings.add(baselineKey(id), JSON.stringify(baselineOf(model, asSpelled, contents)));
  sheet.calculate(true);
  context.application.load("calculationMode");
  // Excel refuses to bring a hidden sheet to the front, and the user hid it: it stays where it is.
  if (sheet.visibility === "Visible") {
    sheet.activate();
    sheet.getRange("A1").select();
  }
  await context.sync();
  step(STEPS, "Done");
  return { calculatesByHand: context.application.calculationMode === "Manual" };
}

/** No text may have become a formula. */
function requireTextStayed(model: WorksheetModel, asSpelled: readonly (readonly unknown[])[]): void {
  for (const { row, column, cell } of placedCells(model)) {
    if (typeof cell.content !== "string" || cell.content.startsWith("=") || cell.input) continue;
    const written = asSpelled[row]?.[column];
    if (typeof written === "string" && written.startsWith("=") && writable(cell.content) !== cell.content) {
      throw new Error(`The text in ${cellAddress(row, column)} became a formula.`);
    }
  }
}
