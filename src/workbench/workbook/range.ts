import { object, type ObjectClass } from "./object-class";
import { rangeCalls } from "./range-calls";
import { rangeValues } from "./range-values";

export const rangeClass: ObjectClass<"Range"> = {
  ...rangeValues,
  ...rangeCalls,
  navigate: {
    worksheet: ({ sheet }) => object("Worksheet", { sheet }),
    format: (area) => object("RangeFormat", [area]),
    dataValidation: (area) => object("DataValidation", [area]),
    conditionalFormats: (area) => object("ConditionalFormatCollection", [area]),
  },
};

export const rangeView: ObjectClass<"RangeView"> = {
  get: {
    values: (area, session) =>
      visible(area, session, session.engine.values(area)).map((line) =>
        line.map((value) => (typeof value === "object" ? value.error : value)),
      ),
    text: (area, session) => visible(area, session, session.engine.texts(area)),
    rowCount: (area, session) => visible(area, session, session.engine.texts(area)).length,
    columnCount: ({ columns }) => columns,
  },
};

/** The rows that a filter or the user has not hidden. */
function visible<T>(
  area: { readonly sheet: string; readonly row: number },
  { engine }: Parameters<NonNullable<NonNullable<ObjectClass<"RangeView">["get"]>["text"]>>[1],
  lines: readonly T[],
): T[] {
  return lines.filter((_, i) => !engine.rowHidden(area.sheet, area.row + i));
}
