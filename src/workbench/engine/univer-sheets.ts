import type { FWorksheet } from "@univerjs/preset-sheets-core";
import type { Engine, Sheet } from "./engine";
import type { UniverBook } from "./univer-book";
import { COLUMNS, ROWS, STANDARD_SIZES } from "./univer-snapshot";
import { hex } from "./univer-style";

type Sheets = Pick<
  Engine,
  | "sheets"
  | "addSheet"
  | "removeSheet"
  | "renameSheet"
  | "moveSheet"
  | "setSheet"
  | "activeSheet"
  | "activate"
>;

/** The tabs, in order. */
export function univerSheets(book: UniverBook): Sheets {
  const describe = (worksheet: FWorksheet): Sheet => {
    const id = worksheet.getSheetId();
    const extras = book.extras(id);
    const hiddenAs = extras.visibility === "VeryHidden" ? "VeryHidden" : "Hidden";
    return {
      id,
      name: worksheet.getSheetName(),
      visibility: worksheet.isSheetHidden() ? hiddenAs : "Visible",
      showGridlines: !worksheet.hasHiddenGridLines(),
      tabColor: hex(worksheet.getTabColor()),
      frozenRows: worksheet.getFreeze().ySplit,
      frozenColumns: worksheet.getFreeze().xSplit,
      protected: extras.protected,
      pageLayout: extras.pageLayout,
    };
  };

  return {
    sheets: () => book.workbook.getSheets().map(describe),
    addSheet(name) {
      // Univer shows a sheet that it adds; Excel stays where it is.
      const shown = book.workbook.getActiveSheet();
      return book.change(() => {
        const added = book.workbook.create(name, ROWS, COLUMNS, { sheet: STANDARD_SIZES });
        book.workbook.setActiveSheet(shown);
        return describe(added);
      });
    },
    removeSheet(sheet) {
      book.change(() => book.workbook.deleteSheet(sheet));
    },
    renameSheet(sheet, name) {
      book.change(() => book.sheet(sheet).setName(name));
    },
    moveSheet(sheet, position) {
      const shown = book.workbook.getActiveSheet();
      book.change(() => {
        book.workbook.moveSheet(book.sheet(sheet), position);
        book.workbook.setActiveSheet(shown);
      });
    },
    setSheet(sheet, change) {
      const worksheet = book.sheet(sheet);
      const extras = book.extras(sheet);
      book.change(() => {
        if (change.visibility !== undefined) {
          extras.visibility = change.visibility;
          if (change.visibility === "Visible") worksheet.showSheet();
          else worksheet.hideSheet();
        }
        if (change.showGridlines !== undefined) worksheet.setHiddenGridlines(!change.showGridlines);
        if (change.tabColor !== undefined) worksheet.setTabColor(change.tabColor);
        if (change.frozenRows !== undefined || change.frozenColumns !== undefined) {
          const now = worksheet.getFreeze();
          freeze(worksheet, change.frozenRows ?? now.ySplit, change.frozenColumns ?? now.xSplit);
        }
        if (change.protected !== undefined) extras.protected = change.protected;
        if (change.pageLayout !== undefined) extras.pageLayout = change.pageLayout;
      });
    },
    activeSheet: () => book.workbook.getActiveSheet().getSheetId(),
    activate(sheet) {
      book.change(() => book.workbook.setActiveSheet(sheet));
    },
  };
}

function freeze(worksheet: FWorksheet, rows: number, columns: number): void {
  worksheet.setFreeze({
    ySplit: rows,
    xSplit: columns,
    startRow: rows || -1,
    startColumn: columns || -1,
  });
}
