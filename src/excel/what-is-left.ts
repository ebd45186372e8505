import { areaAddress, parseAddress } from "../sheet/cell-address";
import { CARRYING } from "../sheet/page/carrying-cells";
import type { ExistingSheet } from "./existing-sheet";
import { Refusal, type BuildFailure } from "./problem";
import { UNFINISHED } from "./read-hedge-sheet";

/** What an update knew when it failed. */
interface Failed {
  readonly id: string;
  readonly name: string;
  /** The sheet as it was read; null: nothing has been written. */
  readonly before: ExistingSheet | null;
  readonly holdingsOn: string | undefined;
}

interface Left {
  readonly left: BuildFailure["left"];
  readonly cause: unknown;
  /** What the sheet is called now; null: it is gone, or not known. */
  readonly nameNow: string | null;
}

/** What a failed update has left, and why it failed: whatever it needed may be gone. */
export async function whatIsLeft(error: unknown, failed: Failed): Promise<Left> {
  if (error instanceof Refusal && failed.before === null)
    return { left: "nothing", cause: error, nameNow: null };
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.getItemOrNullObject(failed.id);
      const holdings = worksheets.getItemOrNullObject(failed.holdingsOn ?? failed.id);
      const mark = sheet.names.getItemOrNullObject(UNFINISHED);
      const record = sheet.names.getItemOrNullObject(CARRYING.record);
      sheet.load("name");
      holdings.load("name");
      mark.load("name");
      record.load("formula");
      await context.sync();
      if (sheet.isNullObject) return { left: "nothing", cause: hedgeSheetGone(failed.name), nameNow: null };
      const nameNow = sheet.name;
      if (!mark.isNullObject && failed.before !== null) return { left: "unfinished", cause: error, nameNow };
      if (holdings.isNullObject)
        return { left: "nothing", cause: holdingsGone(failed.holdingsOn ?? ""), nameNow: null };
      const area = record.isNullObject ? null : parseAddress(String(record.formula));
      const recordAt = area === null ? undefined : areaAddress(area);
      const isElsewhere = failed.before !== null && failed.before.names.get(CARRYING.record) !== recordAt;
      return { left: "nothing", cause: isElsewhere ? changedMeanwhile(failed.name) : error, nameNow };
    });
  } catch {
    return { left: failed.before === null ? "nothing" : "unfinished", cause: error, nameNow: null };
  }
}

/** Why nothing was written: the sheet with the holdings is not in the workbook. */
export function holdingsGone(name: string): Refusal {
  return new Refusal(
    "HoldingsGone",
    `The sheet “${name}” with the holdings is not in the workbook any more: it was renamed or deleted.`,
    "Select the holdings where they are now, choose Use selection, then build again.",
  );
}

export function hedgeSheetGone(name: string): Refusal {
  return new Refusal(
    "HedgeSheetGone",
    `The hedge sheet “${name}” is not in the workbook any more: it was deleted.`,
    "Choose “New sheet” beside the button, and build again.",
  );
}

function changedMeanwhile(name: string): Refusal {
  return new Refusal(
    "ChangedMeanwhile",
    `Rows or columns were put into “${name}”, or taken out, while it was being read.`,
    "Update it again: what you typed there is kept.",
  );
}
