import { namedItem, namedItemCollection } from "./names";
import type { ClassName, ObjectClass } from "./object-class";
import { rangeClass, rangeView } from "./range";
import {
  formatProtection,
  rangeBorder,
  rangeBorderCollection,
  rangeFill,
  rangeFont,
  rangeFormat,
} from "./range-format";
import { application, workbook, workbookProtection } from "./workbook";
import { worksheet } from "./worksheet";
import { worksheetCollection } from "./worksheets";

/** Every Excel class that the host implements, by Excel's name. */
export const classes: { readonly [N in ClassName]?: ObjectClass<N> } = {
  Workbook: workbook,
  WorkbookProtection: workbookProtection,
  Application: application,
  WorksheetCollection: worksheetCollection,
  Worksheet: worksheet,
  Range: rangeClass,
  RangeView: rangeView,
  RangeFormat: rangeFormat,
  RangeFill: rangeFill,
  RangeFont: rangeFont,
  RangeBorderCollection: rangeBorderCollection,
  RangeBorder: rangeBorder,
  FormatProtection: formatProtection,
  NamedItemCollection: namedItemCollection,
  NamedItem: namedItem,
};
