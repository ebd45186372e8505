import { formatA1, isEntireRow, MAX_COLUMNS, MAX_ROWS, parseA1 } from "../engine/address";
import type { PageLayout } from "../engine/engine";
import { found, HostError } from "./host-error";
import { object, type HostObject, type ObjectClass, type OnSheet } from "./object-class";
import { areasOf } from "./range-areas";
import { sheetOf, type Session } from "./session";

export const worksheetProtection: ObjectClass<"WorksheetProtection"> = {
  get: { protected: ({ sheet }, session) => found(sheetOf(session, sheet)).protected },
  call: {
    protect: ({ sheet }, _, session) => {
      if (found(sheetOf(session, sheet)).protected) throw new HostError("InvalidOperation");
      session.engine.setSheet(sheet, { protected: true });
    },
    unprotect: ({ sheet }, _, { engine }) => engine.setSheet(sheet, { protected: false }),
  },
};

export const worksheetFreezePanes: ObjectClass<"WorksheetFreezePanes"> = {
  call: {
    freezeRows: ({ sheet }, [count], { engine }) =>
      engine.setSheet(sheet, { frozenRows: count ?? 1, frozenColumns: 0 }),
    freezeColumns: ({ sheet }, [count], { engine }) =>
      engine.setSheet(sheet, { frozenRows: 0, frozenColumns: count ?? 1 }),
    unfreeze: ({ sheet }, _, { engine }) => engine.setSheet(sheet, { frozenRows: 0, frozenColumns: 0 }),
    getLocationOrNullObject: ({ sheet }, _, session) => frozen(sheet, session),
    getLocation: ({ sheet }, _, session) => found(frozen(sheet, session)),
  },
};

function frozen(sheet: string, session: Session): HostObject<"Range"> | null {
  const { frozenRows, frozenColumns } = found(sheetOf(session, sheet));
  if (frozenRows === 0 && frozenColumns === 0) return null;
  const rows = frozenRows || MAX_ROWS;
  return object("Range", { sheet, row: 0, column: 0, rows, columns: frozenColumns || MAX_COLUMNS });
}

export const pageLayout: ObjectClass<"PageLayout"> = {
  get: {
    orientation: ({ sheet }, session) => layoutOf(sheet, session).orientation,
    centerHorizontally: ({ sheet }, session) => layoutOf(sheet, session).centerHorizontally,
    topMargin: ({ sheet }, session) => layoutOf(sheet, session).topMargin,
    bottomMargin: ({ sheet }, session) => layoutOf(sheet, session).bottomMargin,
    zoom: ({ sheet }, session) => {
      const { fitToWidth, fitToHeight } = layoutOf(sheet, session);
      if (!fitToWidth && !fitToHeight) return { scale: 100 };
      return { horizontalFitToPages: fitToWidth, verticalFitToPages: fitToHeight };
    },
  },
  set: {
    orientation: ({ sheet }, orientation, session) => change(sheet, { orientation }, session),
    centerHorizontally: ({ sheet }, centerHorizontally, session) =>
      change(sheet, { centerHorizontally }, session),
    topMargin: ({ sheet }, topMargin, session) => change(sheet, { topMargin }, session),
    bottomMargin: ({ sheet }, bottomMargin, session) => change(sheet, { bottomMargin }, session),
    zoom: ({ sheet }, { horizontalFitToPages, verticalFitToPages, scale }, session) => {
      if (scale !== undefined && scale !== 100) {
        throw new HostError("ApiNotFound", "HOST: a print scale is not implemented; fit to pages is");
      }
      change(sheet, { fitToWidth: horizontalFitToPages ?? 0, fitToHeight: verticalFitToPages ?? 0 }, session);
    },
  },
  navigate: { headersFooters: ({ sheet }) => object("HeaderFooterGroup", { sheet }) },
  call: {
    setPrintArea: ({ sheet }, [area], session) => {
      const areas = areasOf(area, sheet, session);
      change(sheet, { printArea: areas.map((part) => formatA1(part)).join(",") }, session);
    },
    getPrintAreaOrNullObject: ({ sheet }, _, session) => {
      const { printArea } = layoutOf(sheet, session);
      return printArea === "" ? null : object("RangeAreas", areasOf(printArea, sheet, session));
    },
    setPrintTitleRows: ({ sheet }, [rows], session) => {
      const [area] = areasOf(rows, sheet, session);
      if (!area || !isEntireRow(area)) throw new HostError("InvalidArgument");
      change(sheet, { titleRows: formatA1(area, true) }, session);
    },
    getPrintTitleRowsOrNullObject: ({ sheet }, _, session) => {
      const rows = parseA1(layoutOf(sheet, session).titleRows);
      return rows && object("Range", { sheet, ...rows });
    },
  },
};

export const headerFooterGroup: ObjectClass<"HeaderFooterGroup"> = {
  navigate: { defaultForAllPages: ({ sheet }) => object("HeaderFooter", { sheet }) },
};

/** The engine keeps one text for the foot of the page: the one in the middle. */
export const headerFooter: ObjectClass<"HeaderFooter"> = {
  get: { centerFooter: ({ sheet }, session) => layoutOf(sheet, session).footer },
  set: { centerFooter: ({ sheet }, footer, session) => change(sheet, { footer }, session) },
};

function layoutOf(sheet: string, session: Session): PageLayout {
  return found(sheetOf(session, sheet)).pageLayout;
}

function change(sheet: string, part: Partial<PageLayout>, session: Session): void {
  session.engine.setSheet(sheet, { pageLayout: { ...layoutOf(sheet, session), ...part } });
}

/** Custom properties of a sheet are kept while the workbook is open; they are not written to files. */
export const worksheetCustomPropertyCollection: ObjectClass<"WorksheetCustomPropertyCollection"> = {
  items: ({ sheet }, session) =>
    [...properties(sheet, session).keys()].map((key) => object("WorksheetCustomProperty", { sheet, key })),
  call: {
    add: ({ sheet }, [key, value], session) => {
      if (typeof key !== "string" || typeof value !== "string") throw new HostError("InvalidArgument");
      properties(sheet, session).set(key, value);
      return object("WorksheetCustomProperty", { sheet, key });
    },
    getCount: ({ sheet }, _, session) => properties(sheet, session).size,
    getItem: (item, [key], session) => found(byKey(item, key, session)),
    getItemOrNullObject: (item, [key], session) => byKey(item, key, session),
  },
};

export const worksheetCustomProperty: ObjectClass<"WorksheetCustomProperty"> = {
  id: ({ key }) => key,
  get: {
    key: ({ key }) => key,
    value: ({ sheet, key }, session) => found(properties(sheet, session).get(key)),
  },
  set: {
    value: ({ sheet, key }, value, session) => {
      properties(sheet, session).set(key, value);
    },
  },
  call: {
    delete: ({ sheet, key }, _, session) => {
      properties(sheet, session).delete(key);
    },
  },
};

function byKey(
  { sheet }: OnSheet,
  key: unknown,
  session: Session,
): HostObject<"WorksheetCustomProperty"> | null {
  return typeof key === "string" && properties(sheet, session).has(key)
    ? object("WorksheetCustomProperty", { sheet, key })
    : null;
}

function properties(sheet: string, { worksheetProperties }: Session): Map<string, string> {
  const known = worksheetProperties.get(sheet) ?? new Map<string, string>();
  worksheetProperties.set(sheet, known);
  return known;
}
