import type { WorksheetModel } from "../sheet/page/worksheet";
import { baselineKey } from "./baseline";
import { finish, finishLooks, suspendUntilNextSync, writeContents } from "./build-steps";
import { unlessCancelled } from "./cancel";
import { BUILD_CANCELLED, stepOf, type BuildResult, type HowToBuild, type Step } from "./how-to-build";
import { BuildFailure, Refusal, requireUnprotected } from "./problem";
import { UNFINISHED } from "./read-hedge-sheet";
import { freeSheetName } from "./sheet-name";
import { updateHedgeSheet } from "./update-hedge-sheet";
import { contentMatrix } from "./write-worksheet";

/** Setting that holds the name of a new sheet until it is finished. */
const UNFINISHED_KEY = "Hedgesheet.unfinished";
/** A new sheet holds nothing of the user's. */
const NOTHING_TYPED = { keptInputs: [], lostInputs: [], lostChoices: [], newAssets: [] };

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
  if (!sheet.isNullObject) return;
  throw new Refusal(
    "HoldingsGone",
    `The sheet “${name}” with the holdings is not in the workbook any more: it was renamed or deleted.`,
    "Select the holdings where they are now, choose Use selection, then build again.",
  );
}

async function buildNew(
  context: Excel.RequestContext,
  model: WorksheetModel,
  how: HowToBuild,
  step: Step,
): Promise<BuildResult> {
  let name = model.name;
  let id: string | null = null;
  let before: ReadonlySet<string> | null = null;
  try {
    step(0, "Reading the workbook");
    const { workbook } = context;
    const sheets = workbook.worksheets;
    sheets.load("items/id,items/name");
    workbook.protection.load("protected");
    const setting = workbook.settings.getItemOrNullObject(UNFINISHED_KEY);
    setting.load("value");
    await unlessCancelled(context.sync(), how.signal, BUILD_CANCELLED);
    requireUnprotected(
      workbook.protection.protected,
      "The workbook's structure is protected, so no sheet can be added.",
    );
    const unfinished = setting.isNullObject ? null : String(setting.value);
    if (unfinished !== null) await removeUnfinished(context, unfinished);
    const names = sheets.items.map((sheet) => sheet.name);
    name = freeSheetName(model.name, names);
    before = new Set(sheets.items.filter((sheet) => sheet.name !== unfinished).map((sheet) => sheet.id));

    step(1, "Writing cells");
    suspendUntilNextSync(context);
    workbook.settings.add(UNFINISHED_KEY, name);
    const sheet = sheets.add(name);
    sheet.names.add(UNFINISHED, sheet.getRange("A1"));
    sheet.load("id,name");
    const contents = contentMatrix(model);
    await writeContents(context, { sheet, name, names: new Set() }, model, contents);
    await context.sync();
    id = sheet.id;

    const asSpelled = await finishLooks(context, sheet, model, step);
    workbook.settings.getItemOrNullObject(UNFINISHED_KEY).delete();
    sheet.names.getItem(UNFINISHED).delete();
    const calculation = await finish(context, { sheet, id }, model, { contents, asSpelled }, step);
    return { outcome: "built", id, name: sheet.name, changedFormulas: [], ...NOTHING_TYPED, ...calculation };
  } catch (error) {
    const left = before === null ? "nothing" : await takeAway({ name, id, before });
    throw new BuildFailure(error, left, name);
  }
}

interface Begun {
  readonly name: string;
  /** null: it is not known whether the sheet was added. */
  readonly id: string | null;
  /** Ids of the sheets that were there before. */
  readonly before: ReadonlySet<string>;
}

/** Takes the sheet of a failed build away again. */
async function takeAway(begun: Begun): Promise<"nothing" | "unfinished"> {
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { worksheets, settings } = context.workbook;
      worksheets.load("items/id,items/name");
      settings.load("items/key");
      await context.sync();
      const ours = await addedBy(context, begun, worksheets.items);
      const keys = new Set([UNFINISHED_KEY, ...ours.map((sheet) => baselineKey(sheet.id))]);
      for (const sheet of ours) sheet.delete();
      for (const setting of settings.items) if (keys.has(setting.key)) setting.delete();
      await context.sync();
    });
    return "nothing";
  } catch {
    // Excel is still refusing: the mark on the sheet and in the settings lets the next build repair it.
    return "unfinished";
  }
}

/**
 * The sheet that a failed build has added: known by its id, or a new one of its name that has our mark or nothing on
 * it. Another of that name is somebody else's: it may be why the build failed.
 */
async function addedBy(
  context: Excel.RequestContext,
  { name, id, before }: Begun,
  sheets: readonly Excel.Worksheet[],
): Promise<Excel.Worksheet[]> {
  if (id !== null) return sheets.filter((sheet) => sheet.id === id);
  const requested = sheets
    .filter((sheet) => sheet.name === name && !before.has(sheet.id))
    .map((sheet) => {
      const mark = sheet.names.getItemOrNullObject(UNFINISHED);
      const used = sheet.getUsedRangeOrNullObject();
      mark.load("name");
      used.load("address");
      return { sheet, mark, used };
    });
  await context.sync();
  return requested
    .filter(({ mark, used }) => !mark.isNullObject || used.isNullObject)
    .map(({ sheet }) => sheet);
}

/** Deletes what an earlier build could not take away, if it still bears our mark. */
async function removeUnfinished(context: Excel.RequestContext, name: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  const mark = sheet.names.getItemOrNullObject(UNFINISHED);
  sheet.load("id");
  mark.load("name");
  await context.sync();
  if (!sheet.isNullObject && !mark.isNullObject) sheet.delete();
}
