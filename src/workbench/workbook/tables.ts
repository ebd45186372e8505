import { intersection } from "../engine/address";
import type { Area, TableRecord } from "../engine/engine";
import { sameName } from "../engine/records";
import { found, HostError } from "./host-error";
import { object, type HostObject, type ObjectClass, type SheetItem } from "./object-class";
import { requireUnprotected } from "./protected-cells";
import { resolveAddress } from "./range-address";
import { sheetOf, type Session } from "./session";

export const tableCollection: ObjectClass<"TableCollection"> = {
  get: { count: ({ sheet }, session) => tablesOf(sheet, session).length },
  items: ({ sheet }, session) => tablesOf(sheet, session).map(tableObject),
  call: {
    add: ({ sheet }, [address, hasHeaders], session) => add(sheet, address, hasHeaders === true, session),
    getCount: ({ sheet }, _, session) => tablesOf(sheet, session).length,
    getItem: ({ sheet }, [key], session) => found(byKey(tablesOf(sheet, session), key)),
    getItemOrNullObject: ({ sheet }, [key], session) => byKey(tablesOf(sheet, session), key),
    getItemAt: ({ sheet }, [index], session) => tableObject(found(tablesOf(sheet, session)[Number(index)])),
  },
};

/** The tables that touch a range. */
export const tableScopedCollection: ObjectClass<"TableScopedCollection"> = {
  items: (areas, session) => touching(areas, session).map(tableObject),
  call: {
    getCount: (areas, _, session) => touching(areas, session).length,
    getFirst: (areas, _, session) => tableObject(found(touching(areas, session)[0])),
    getItem: (areas, [key], session) => found(byKey(touching(areas, session), key)),
    getItemOrNullObject: (areas, [key], session) => byKey(touching(areas, session), key),
  },
};

function tablesOf(sheet: string | null, { engine }: Session): TableRecord[] {
  return engine.sheets().flatMap(({ id }) => (sheet === null || sheet === id ? [...engine.tables(id)] : []));
}

function touching(areas: readonly Area[], session: Session): TableRecord[] {
  const { sheet } = found(areas[0]);
  return tablesOf(sheet, session).filter(({ area }) => areas.some((wanted) => intersection(area, wanted)));
}

function tableObject({ id, area }: TableRecord): HostObject<"Table"> {
  return object("Table", { sheet: area.sheet, id });
}

function byKey(tables: readonly TableRecord[], key: unknown): HostObject<"Table"> | null {
  const table = tables.find(({ id, name }) => id === key || sameName(name, String(key)));
  return table ? tableObject(table) : null;
}

function add(
  sheet: string | null,
  address: unknown,
  hasHeaders: boolean,
  session: Session,
): HostObject<"Table"> {
  const home = sheet ?? session.engine.activeSheet();
  const area =
    typeof address === "string"
      ? resolveAddress(address, home, session)
      : (address as HostObject<"Range"> | undefined)?.state;
  if (!area) throw new HostError("InvalidArgument");
  requireUnprotected(area.sheet, session);
  if (touching([area], session).length > 0) throw new HostError("InvalidOperation");
  if (!hasHeaders) throw new HostError("ApiNotFound", "HOST: a table without headers is not implemented");
  const taken = (n: number): boolean =>
    tablesOf(null, session).some(({ name }) => sameName(name, `Table${n}`));
  let n = 1;
  while (taken(n)) n++;
  const id = `{${String(session.nextId()).padStart(8, "0")}-0000-0000-0000-00000000000A}`;
  const record = { id, name: `Table${n}`, area, hasHeaders, showTotals: false, style: "TableStyleMedium2" };
  session.engine.setTable(area.sheet, record);
  return tableObject(record);
}

export const table: ObjectClass<"Table"> = {
  id: ({ id }) => id,
  get: {
    id: ({ id }) => id,
    name: (item, session) => recordOf(item, session).name,
    style: (item, session) => recordOf(item, session).style,
    showHeaders: (item, session) => recordOf(item, session).hasHeaders,
    showTotals: (item, session) => recordOf(item, session).showTotals,
  },
  set: {
    name: (item, name, session) => {
      const others = tablesOf(null, session).filter(({ id }) => id !== item.id);
      if (others.some((other) => sameName(other.name, name))) throw new HostError("ItemAlreadyExists");
      change(item, { name }, session);
    },
    style: (item, style, session) => change(item, { style }, session),
  },
  navigate: {
    worksheet: ({ sheet }) => object("Worksheet", { sheet }),
    columns: (item) => object("TableColumnCollection", item),
  },
  call: {
    getRange: (item, _, session) => object("Range", recordOf(item, session).area),
    getHeaderRowRange: (item, _, session) => object("Range", header(recordOf(item, session))),
    getDataBodyRange: (item, _, session) => object("Range", body(recordOf(item, session))),
  },
};

export const tableColumnCollection: ObjectClass<"TableColumnCollection"> = {
  get: { count: (item, session) => recordOf(item, session).area.columns },
  items: (item, session) =>
    Array.from({ length: recordOf(item, session).area.columns }, (_, index) =>
      object("TableColumn", { ...item, index }),
    ),
  call: {
    getCount: (item, _, session) => recordOf(item, session).area.columns,
    getItem: (item, [key], session) => found(columnByKey(item, key, session)),
    getItemOrNullObject: (item, [key], session) => columnByKey(item, key, session),
    getItemAt: (item, [index], session) => found(columnByKey(item, Number(index) + 1, session)),
  },
};

/** By header text, or by Excel's column id, which counts from 1. */
function columnByKey(item: SheetItem, key: unknown, session: Session): HostObject<"TableColumn"> | null {
  const names = session.engine.texts(header(recordOf(item, session)))[0] ?? [];
  const index = typeof key === "number" ? key - 1 : names.findIndex((name) => sameName(name, String(key)));
  return index >= 0 && index < names.length ? object("TableColumn", { ...item, index }) : null;
}

export const tableColumn: ObjectClass<"TableColumn"> = {
  get: {
    id: ({ index }) => index + 1,
    index: ({ index }) => index,
    name: (item, session) => {
      const { area } = recordOf(item, session);
      const cell = { ...area, column: area.column + item.index, rows: 1, columns: 1 };
      return session.engine.texts(cell)[0]?.[0] ?? "";
    },
  },
  call: {
    getRange: (item, _, session) => object("Range", columnOf(recordOf(item, session).area, item.index)),
    getHeaderRowRange: (item, _, session) =>
      object("Range", columnOf(header(recordOf(item, session)), item.index)),
    getDataBodyRange: (item, _, session) =>
      object("Range", columnOf(body(recordOf(item, session)), item.index)),
  },
};

function columnOf(area: Area, index: number): Area {
  return { ...area, column: area.column + index, columns: 1 };
}

function header({ area, hasHeaders }: TableRecord): Area {
  if (!hasHeaders) throw new HostError("ItemNotFound");
  return { ...area, rows: 1 };
}

function body({ area, hasHeaders, showTotals }: TableRecord): Area {
  const top = hasHeaders ? 1 : 0;
  return { ...area, row: area.row + top, rows: area.rows - top - (showTotals ? 1 : 0) };
}

function recordOf({ sheet, id }: SheetItem, session: Session): TableRecord {
  found(sheetOf(session, sheet));
  return found(session.engine.tables(sheet).find((record) => record.id === id));
}

function change(item: SheetItem, part: Partial<TableRecord>, session: Session): void {
  session.engine.setTable(item.sheet, { ...recordOf(item, session), ...part });
}
