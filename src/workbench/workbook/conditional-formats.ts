import { intersection, subtract } from "../engine/address";
import type { Area, ConditionalFormatRecord } from "../engine/engine";
import { color } from "./color";
import { requireFormula } from "./formula-text";
import { found, HostError } from "./host-error";
import { object, type HostObject, type ObjectClass, type SheetItem } from "./object-class";
import { requireUnprotected } from "./protected-cells";
import { areasOf } from "./range-areas";
import type { Session } from "./session";

export const conditionalFormatCollection: ObjectClass<"ConditionalFormatCollection"> = {
  items: (areas, session) =>
    recordsIn(areas, session).map(({ id }) =>
      object("ConditionalFormat", { sheet: found(areas[0]).sheet, id }),
    ),
  call: {
    add: (areas, [type], session) => {
      requireUnprotected(found(areas[0]).sheet, session);
      if (type !== "Custom")
        throw new HostError(
          "ApiNotFound",
          `HOST: a conditional format of type ${String(type)} is not implemented`,
        );
      const { sheet } = found(areas[0]);
      const id = `{CF-${session.nextId()}}`;
      session.engine.addConditionalFormat(sheet, {
        id,
        areas,
        formula: "=FALSE",
        fill: "",
        fontColor: "",
        bold: false,
      });
      return object("ConditionalFormat", { sheet, id });
    },
    clearAll: (areas, _, session) => {
      requireUnprotected(found(areas[0]).sheet, session);
      for (const record of recordsIn(areas, session)) takeOut(record, areas, session);
    },
    getCount: (areas, _, session) => recordsIn(areas, session).length,
    getItem: (areas, [id], session) => found(byId(areas, id, session)),
    getItemOrNullObject: (areas, [id], session) => byId(areas, id, session),
    getItemAt: (areas, [index], session) => {
      const { id } = found(recordsIn(areas, session)[Number(index)]);
      return object("ConditionalFormat", { sheet: found(areas[0]).sheet, id });
    },
  },
};

function recordsIn(areas: readonly Area[], { engine }: Session): ConditionalFormatRecord[] {
  return engine
    .conditionalFormats(found(areas[0]).sheet)
    .filter((record) => record.areas.some((own) => areas.some((area) => intersection(own, area))));
}

function byId(areas: readonly Area[], id: unknown, session: Session): HostObject<"ConditionalFormat"> | null {
  const record = recordsIn(areas, session).find((known) => known.id === id);
  return record ? object("ConditionalFormat", { sheet: found(areas[0]).sheet, id: record.id }) : null;
}

/** Clearing part of a format's cells leaves it on the others. */
function takeOut(record: ConditionalFormatRecord, areas: readonly Area[], { engine }: Session): void {
  const { sheet } = found(areas[0]);
  let left = record.areas;
  for (const area of areas)
    left = left.flatMap((own) => subtract(own, area).map((rest) => ({ sheet, ...rest })));
  engine.removeConditionalFormat(sheet, record.id);
  if (left.length > 0) engine.addConditionalFormat(sheet, { ...record, areas: left });
}

export const conditionalFormat: ObjectClass<"ConditionalFormat"> = {
  id: ({ id }) => id,
  get: { id: ({ id }) => id, type: () => "Custom" },
  navigate: {
    custom: (item) => object("CustomConditionalFormat", item),
    customOrNullObject: (item) => object("CustomConditionalFormat", item),
  },
  call: {
    delete: ({ sheet, id }, _, session) => {
      requireUnprotected(sheet, session);
      session.engine.removeConditionalFormat(sheet, id);
    },
    getRange: (item, _, session) => object("Range", found(recordOf(item, session).areas[0])),
    getRanges: (item, _, session) => object("RangeAreas", recordOf(item, session).areas),
    setRanges: (item, [ranges], session) =>
      change(item, { areas: areasOf(ranges, item.sheet, session) }, session),
  },
};

export const customConditionalFormat: ObjectClass<"CustomConditionalFormat"> = {
  navigate: {
    rule: (item) => object("ConditionalFormatRule", item),
    format: (item) => object("ConditionalRangeFormat", item),
  },
};

export const conditionalFormatRule: ObjectClass<"ConditionalFormatRule"> = {
  get: { formula: (item, session) => recordOf(item, session).formula },
  set: {
    formula: (item, formula, session) =>
      change(item, { formula: requireFormula(formula.startsWith("=") ? formula : `=${formula}`) }, session),
  },
};

export const conditionalRangeFormat: ObjectClass<"ConditionalRangeFormat"> = {
  navigate: {
    fill: (item) => object("ConditionalRangeFill", item),
    font: (item) => object("ConditionalRangeFont", item),
  },
};

export const conditionalRangeFill: ObjectClass<"ConditionalRangeFill"> = {
  get: { color: (item, session) => recordOf(item, session).fill },
  set: { color: (item, value, session) => change(item, { fill: color(value) }, session) },
  call: { clear: (item, _, session) => change(item, { fill: "" }, session) },
};

export const conditionalRangeFont: ObjectClass<"ConditionalRangeFont"> = {
  get: {
    color: (item, session) => recordOf(item, session).fontColor,
    bold: (item, session) => recordOf(item, session).bold,
  },
  set: {
    color: (item, value, session) => change(item, { fontColor: color(value) }, session),
    bold: (item, bold, session) => change(item, { bold }, session),
  },
};

function recordOf({ sheet, id }: SheetItem, { engine }: Session): ConditionalFormatRecord {
  return found(engine.conditionalFormats(sheet).find((record) => record.id === id));
}

function change(item: SheetItem, part: Partial<ConditionalFormatRecord>, session: Session): void {
  requireUnprotected(item.sheet, session);
  const record = recordOf(item, session);
  session.engine.removeConditionalFormat(item.sheet, item.id);
  session.engine.addConditionalFormat(item.sheet, { ...record, ...part });
}
