import { MAX_COLUMNS, MAX_ROWS } from "../engine/address";
import { color } from "./color";
import { found, HostError } from "./host-error";
import { object, type HostObject, type ObjectClass } from "./object-class";
import { range, resolveAddress, whole } from "./range-address";
import { activate, requireVisible, sheetOf, type Session } from "./session";
import { usedRange } from "./used-range";
import { requireSheetName } from "./worksheets";

export const worksheet: ObjectClass<"Worksheet"> = {
  id: ({ sheet }) => sheet,
  get: {
    id: ({ sheet }) => sheet,
    name: ({ sheet }, session) => found(sheetOf(session, sheet)).name,
    position: ({ sheet }, { engine }) => engine.sheets().findIndex(({ id }) => id === sheet),
    visibility: ({ sheet }, session) => found(sheetOf(session, sheet)).visibility,
    tabColor: ({ sheet }, session) => found(sheetOf(session, sheet)).tabColor,
    showGridlines: ({ sheet }, session) => found(sheetOf(session, sheet)).showGridlines,
    showHeadings: () => true,
    standardWidth: () => 8.43,
    standardHeight: () => 15,
  },
  set: {
    name: ({ sheet }, name, session) => {
      requireStructure(session);
      session.engine.renameSheet(sheet, requireSheetName(name, session, sheet));
    },
    position: ({ sheet }, position, session) => {
      requireStructure(session);
      session.engine.moveSheet(sheet, position);
    },
    visibility: ({ sheet }, visibility, session) => {
      requireStructure(session);
      if (visibility !== "Visible") requireAnotherVisible(sheet, session);
      session.engine.setSheet(sheet, { visibility });
    },
    tabColor: ({ sheet }, value, { engine }) =>
      engine.setSheet(sheet, { tabColor: value === "" ? "" : color(value) }),
    showGridlines: ({ sheet }, showGridlines, { engine }) => engine.setSheet(sheet, { showGridlines }),
  },
  navigate: {
    names: ({ sheet }) => object("NamedItemCollection", { scope: sheet }),
    tables: ({ sheet }) => object("TableCollection", { sheet }),
    charts: ({ sheet }) => object("ChartCollection", { sheet }),
    protection: ({ sheet }) => object("WorksheetProtection", { sheet }),
    freezePanes: ({ sheet }) => object("WorksheetFreezePanes", { sheet }),
    pageLayout: ({ sheet }) => object("PageLayout", { sheet }),
    horizontalPageBreaks: ({ sheet }) => object("PageBreakCollection", { sheet }),
    customProperties: ({ sheet }) => object("WorksheetCustomPropertyCollection", { sheet }),
  },
  call: {
    activate: ({ sheet }, _, session) => {
      requireVisible(sheet, session);
      activate(session, sheet);
    },
    // The engine calculates before anything is read.
    calculate: () => undefined,
    delete: ({ sheet }, _, session) => remove(sheet, session),
    getCell: ({ sheet }, [row, column]) =>
      range(sheet, { row: whole(row), column: whole(column), rows: 1, columns: 1 }),
    getRange: ({ sheet }, [address], session) => rangeAt(sheet, address, session),
    getRangeByIndexes: ({ sheet }, [row, column, rows, columns]) =>
      range(sheet, { row: whole(row), column: whole(column), rows: whole(rows), columns: whole(columns) }),
    getRanges: ({ sheet }, [address], session) => object("RangeAreas", areasAt(sheet, address, session)),
    getUsedRange: ({ sheet }, _, session) =>
      usedRange(wholeSheet(sheet), session) ?? range(sheet, { row: 0, column: 0, rows: 1, columns: 1 }),
    getUsedRangeOrNullObject: ({ sheet }, _, session) => usedRange(wholeSheet(sheet), session),
  },
};

function wholeSheet(sheet: string): {
  sheet: string;
  row: number;
  column: number;
  rows: number;
  columns: number;
} {
  return { sheet, row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
}

/** An address or name on this sheet; without one, the whole sheet. */
function rangeAt(sheet: string, address: unknown, session: Session): HostObject<"Range"> {
  if (address === undefined || address === null || address === "") return object("Range", wholeSheet(sheet));
  if (typeof address !== "string") throw new HostError("InvalidArgument");
  const area = resolveAddress(address, sheet, session);
  if (area?.sheet !== sheet) throw new HostError("InvalidArgument");
  return object("Range", area);
}

function areasAt(sheet: string, address: unknown, session: Session): HostObject<"Range">["state"][] {
  if (typeof address !== "string" || address === "") return [wholeSheet(sheet)];
  return address.split(",").map((part) => rangeAt(sheet, part.trim(), session).state);
}

function remove(sheet: string, session: Session): void {
  requireStructure(session);
  const { visibility } = found(sheetOf(session, sheet));
  // Excel wants a very hidden sheet to be shown before it goes.
  if (visibility === "VeryHidden") throw new HostError("GeneralException");
  requireAnotherVisible(sheet, session);
  const active = session.engine.activeSheet();
  session.engine.removeSheet(sheet);
  session.raise({ type: "deleted", sheet });
  if (active === sheet) session.raise({ type: "activated", sheet: session.engine.activeSheet() });
}

/** A workbook shows one sheet at least. */
function requireAnotherVisible(sheet: string, { engine }: Session): void {
  const others = engine.sheets().filter(({ id, visibility }) => id !== sheet && visibility === "Visible");
  if (others.length === 0) throw new HostError("InvalidOperation");
}

function requireStructure({ workbookProtected }: Session): void {
  if (workbookProtected) throw new HostError("AccessDenied");
}
