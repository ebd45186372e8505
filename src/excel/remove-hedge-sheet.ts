import { requireNotCancelled, unlessCancelled } from "./cancel";
import { Refusal, requireUnprotected } from "./problem";
import { requestSheet, requireOurs, sheetIds } from "./read-hedge-sheet";
import { deleteSettings } from "./settings-baseline";

const CANCELLED = "Removing was cancelled: the hedge sheet is still there.";

/**
 * Deletes a hedge sheet; refuses any other sheet.
 *
 * The signal cancels it as long as Excel has not been asked to delete the sheet.
 *
 * @throws {Refusal} the sheet is not ours, or the workbook is protected, or it is the only visible sheet, or cancelled
 */
export function removeHedgeSheet(id: string, signal?: AbortSignal): Promise<void> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    requireNotCancelled(signal, CANCELLED);
    const { workbook } = context;
    const requested = requestSheet(context, id);
    requested.sheet.load("visibility");
    workbook.protection.load("protected");
    workbook.worksheets.load("items/id,items/visibility");
    await unlessCancelled(context.sync(), signal, CANCELLED);
    requireOurs(requested);
    requireUnprotected(
      workbook.protection.protected,
      "The workbook's structure is protected, so no sheet can be removed.",
    );
    requireAnotherVisible(workbook.worksheets, id);
    // Excel deletes no sheet that is very hidden.
    if (requested.sheet.visibility === "VeryHidden") requested.sheet.visibility = "Hidden";
    requested.sheet.delete();
    deleteSettings(requested.settings, sheetIds(requested), id);
    await context.sync();
  });
}

/** Excel keeps at least one visible sheet. */
function requireAnotherVisible(worksheets: Excel.WorksheetCollection, id: string): void {
  const others = worksheets.items.filter((sheet) => sheet.id !== id && sheet.visibility === "Visible");
  if (others.length > 0) return;
  throw new Refusal(
    "Protected",
    "The hedge sheet is the only visible sheet.",
    "Add or unhide another sheet first.",
  );
}
