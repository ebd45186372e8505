import { CommandType } from "@univerjs/core";
import { SetSelectionsOperation, SheetsSelectionsService } from "@univerjs/preset-sheets-core";
import type { Area, Engine } from "./engine";
import { toArea, toRange, type UniverBook } from "./univer-book";
import { tellEdits } from "./univer-edits";
import { sizeOf } from "./univer-formats";

/** Mutations that add, remove, rename, move, hide or show a sheet. */
const SHEET_MUTATION = /^sheet\.mutation\.(insert-sheet|remove-sheet|set-worksheet-(name|order|hide|hidden))/;

/** The selection, and what the user and the calculation do. */
export function univerEvents(book: UniverBook): Pick<Engine, "selection" | "select" | "on"> {
  const { api } = book;
  const selections = book.injector.get(SheetsSelectionsService);

  const selection = (): Area[] => {
    const sheet = book.workbook.getActiveSheet().getSheetId();
    const size = sizeOf(book, sheet);
    const areas = selections.getCurrentSelections().map(({ range }) => toArea(sheet, range, size));
    return areas.length > 0 ? areas : [{ sheet, row: 0, column: 0, rows: 1, columns: 1 }];
  };

  // Univer's event misses the first drags with the mouse, the workbook's callback misses Ctrl+A and the headers;
  // this stream has them all, some twice, but for a drag that ends where the selection was before.
  let last = "";
  const tell = () => {
    if (!api.getActiveWorkbook()) return;
    const areas = selection();
    const now = JSON.stringify(areas);
    if (now === last) return;
    last = now;
    if (!book.changing) book.emit({ type: "selection", areas });
  };
  selections.selectionChanged$.subscribe(tell);
  selections.selectionMoveEnd$.subscribe(tell);
  // While the mouse is down, what is selected is another range already, which the add-in may have read.
  selections.selectionMoveStart$.subscribe(() => {
    last = "";
  });
  api.addEvent(api.Event.ActiveSheetChanged, ({ activeSheet }) => {
    if (!book.changing) book.emit({ type: "activated", sheet: activeSheet.getSheetId() });
  });
  api.addEvent(api.Event.SheetEditStarted, () => {
    book.emit({ type: "editing", editing: true });
  });
  api.addEvent(api.Event.SheetEditEnded, () => {
    book.emit({ type: "editing", editing: false });
  });
  api.addEvent(api.Event.BeforeSheetEditStart, (event) => {
    const extras = book.extras(event.worksheet.getSheetId());
    const cell = event.worksheet.getSheet().getCellRaw(event.row, event.column);
    if (extras.protected && cell?.custom?.unlocked !== true) event.cancel = true;
  });
  api.addEvent(api.Event.CommandExecuted, ({ id, type }) => {
    if (type !== CommandType.MUTATION || book.changing) return;
    if (SHEET_MUTATION.test(id)) book.emit({ type: "sheets" });
  });

  tellEdits(book);

  return {
    selection,
    select(areas) {
      const [first] = areas;
      if (!first) return;
      book.change(() => {
        if (book.workbook.getActiveSheet().getSheetId() !== first.sheet)
          book.workbook.setActiveSheet(first.sheet);
        api.syncExecuteCommand(SetSelectionsOperation.id, {
          unitId: book.unit,
          subUnitId: first.sheet,
          reveal: true,
          selections: areas.map((area) => ({
            range: toRange(area),
            primary: {
              startRow: area.row,
              endRow: area.row,
              startColumn: area.column,
              endColumn: area.column,
              actualRow: area.row,
              actualColumn: area.column,
              isMerged: false,
              isMergedMainCell: false,
            },
            style: null,
          })),
        });
      });
    },
    on: (listener) => book.on(listener),
  };
}
