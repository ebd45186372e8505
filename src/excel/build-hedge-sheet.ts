import type { WorksheetModel } from "../sheet/page/worksheet";
import {
  finish,
  finishLooks,
  requestOtherIds,
  requireHoldings,
  suspendUntilNextSync,
  writeContents,
} from "./build-steps";
import { unlessCancelled } from "./cancel";
import { withRoom } from "./carried-texts";
import { BUILD_CANCELLED, stepOf, type BuildResult, type HowToBuild, type Step } from "./how-to-build";
import { removeLeftBehind, takeAway, type Begun } from "./new-sheet";
import { BuildFailure, requireUnprotected } from "./problem";
import { UNFINISHED } from "./read-hedge-sheet";
import { requestSettings } from "./settings-baseline";
import { freeSheetName } from "./sheet-name";
import { updateHedgeSheet } from "./update-hedge-sheet";
import { holdingsGone } from "./what-is-left";
import { contentMatrix } from "./write-worksheet";

/** A new sheet holds nothing of the user's. */
const NOTHING_TYPED = {
  keptInputs: [],
  lostInputs: [],
  lostChoices: [],
  newAssets: [],
  changedFormulas: [],
  unknown: false,
};

/**
 * Writes the hedge worksheet, as a new sheet or over an existing one of ours, in four round trips.
 *
 * A new sheet that fails is taken away again; an update that fails leaves the sheet marked as not finished, with the
 * inputs remembered, and the next build repairs it. No other sheet is written to.
 *
 * @throws {BuildFailure} with what is left on the workbook and why
 */
export async function buildHedgeSheet(model: WorksheetModel, how: HowToBuild): Promise<BuildResult> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const step = onlyWithHoldings(context, how);
    return how.into === null
      ? buildNew(context, model, how, step)
      : updateHedgeSheet(context, how.into, model, how, step);
  });
}

/** The steps of the build; refuses to begin writing formulas over a sheet that is not in the workbook any more. */
function onlyWithHoldings({ workbook }: Excel.RequestContext, how: HowToBuild): Step {
  const step = stepOf(how);
  const name = how.holdingsOn;
  if (name === undefined) return step;
  const sheet = workbook.worksheets.getItemOrNullObject(name);
  sheet.load("name");
  return (done, what) => {
    // The first round trip has looked for the sheet; the second one writes.
    if (done === 1) requireThere(sheet, name);
    step(done, what);
  };
}

function requireThere(sheet: Excel.Worksheet, name: string): void {
  if (sheet.isNullObject) throw holdingsGone(name);
}

async function buildNew(
  context: Excel.RequestContext,
  plainModel: WorksheetModel,
  how: HowToBuild,
  step: Step,
): Promise<BuildResult> {
  const model = withRoom(plainModel, "");
  let begun: Begun = { name: model.name, id: null, before: null, mark: crypto.randomUUID() };
  try {
    step(0, "Reading the workbook");
    const { workbook } = context;
    const sheets = workbook.worksheets;
    sheets.load("items/id,items/name");
    workbook.protection.load("protected");
    const settings = requestSettings(context);
    await unlessCancelled(context.sync(), how.signal, BUILD_CANCELLED);
    requireUnprotected(
      workbook.protection.protected,
      "The workbook's structure is protected, so no sheet can be added.",
    );
    await removeLeftBehind(context, sheets.items);
    const name = freeSheetName(
      model.name,
      sheets.items.map((sheet) => sheet.name),
    );
    const sheetIds = sheets.items.map((sheet) => sheet.id);
    begun = { ...begun, name };

    step(1, "Writing cells");
    begun = { ...begun, before: new Set(sheetIds) };
    suspendUntilNextSync(context);
    requireHoldings(context, how);
    const otherIds = requestOtherIds(context, sheetIds, null);
    const sheet = sheets.add(name);
    sheet.names.add(UNFINISHED, sheet.getRange("A1"), begun.mark);
    sheet.load("id,name");
    const contents = contentMatrix(model);
    const written = await writeContents(context, { sheet, name }, new Map(), model, contents);
    await context.sync();
    begun = { ...begun, id: sheet.id };

    await finishLooks(context, sheet, model, step);
    const known = {
      contents,
      asSpelled: written.formulas as unknown[][],
      carriedId: "",
      otherIds: otherIds(),
      settings,
      sheetIds: [...sheetIds, sheet.id],
    };
    const finished = await finish(context, { sheet, id: sheet.id }, model, known, how, step);
    return { outcome: "built", id: sheet.id, name: sheet.name, ...NOTHING_TYPED, ...finished };
  } catch (error) {
    const { left, cause } = await takeAway(begun, error, how.holdingsOn);
    throw new BuildFailure(cause, left, begun.name);
  }
}
