import { parseAddress, type CellArea } from "../sheet/cell-address";

import { readCells, requestCells, ROWS_BELOW, type RangeReference, type ReadCells } from "./read-selection";

/** A range that is held while the user works on the book. */
export interface FollowedRange {
  /**
   * Its cells as they are now. The range moves, grows and shrinks with rows and columns that are inserted or deleted,
   * as a formula's reference does. While a cell is being edited, they come when that has ended.
   */
  readonly read: () => Promise<ReadCells>;
  readonly stop: () => Promise<void>;
}

/**
 * Calls the listener whenever cells of the range, or right below it, may have changed: typed, pasted, filled, undone or
 * calculated anew, or rows or columns of its sheet were inserted or deleted, or the sheet itself.
 *
 * Office.js holds the range as a tracked object: nothing is written into the workbook.
 *
 * @see https://learn.microsoft.com/javascript/api/office/officeextension.trackedobjects
 */
export async function followRange(
  { sheet: name, address }: RangeReference,
  listener: () => void,
): Promise<FollowedRange> {
  let area = parseAddress(address);
  let sheetId = "";
  let stopped = false;
  const tell = () => {
    if (!stopped) listener();
    return Promise.resolve();
  };
  const { range, handlers } = await Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.getItem(name);
    sheet.load("id");
    const held = sheet.getRange(address);
    held.track();
    const added = [
      sheet.onChanged.add((event) => (mayTouch(event, area) ? tell() : Promise.resolve())),
      sheet.onCalculated.add(tell),
      worksheets.onDeleted.add(({ worksheetId }) => (worksheetId === sheetId ? tell() : Promise.resolve())),
    ];
    await context.sync();
    sheetId = sheet.id;
    return { range: held, handlers: added };
  });
  const again = { delayForCellEdit: true, previousObjects: range };
  return {
    read: () =>
      Excel.run(again, async (context) => {
        const cells = requestCells(range, range.worksheet);
        await context.sync();
        area = parseAddress(range.address);
        return readCells(context, cells);
      }),
    stop: () => {
      stopped = true;
      return Excel.run(again, async (context) => {
        for (const handler of handlers) handler.remove();
        range.untrack();
        await context.sync();
      });
    },
  };
}

/** Whole rows or columns may move the area; so may what is no plain address. The rows below it are read with it. */
function mayTouch(
  { address, changeType }: Pick<Excel.WorksheetChangedEventArgs, "address" | "changeType">,
  area: CellArea | null,
): boolean {
  const changed = changeType === "RangeEdited" ? parseAddress(address) : null;
  if (changed === null || area === null) return true;
  return (
    changed.row < area.row + area.rows + ROWS_BELOW &&
    area.row < changed.row + changed.rows &&
    changed.column < area.column + area.columns &&
    area.column < changed.column + changed.columns
  );
}
