import * as chartParts from "./chart-parts";
import { chart, chartCollection } from "./charts";
import * as conditionalFormats from "./conditional-formats";
import { customXmlPart, customXmlPartCollection, customXmlPartScopedCollection } from "./custom-xml";
import { dataValidation } from "./data-validation";
import { namedItem, namedItemCollection } from "./names";
import type { ClassName, ObjectClass } from "./object-class";
import * as pageBreaks from "./page-breaks";
import { rangeClass, rangeView } from "./range";
import { rangeAreas, rangeCollection } from "./range-areas";
import * as rangeFormats from "./range-format";
import { setting, settingCollection } from "./settings";
import * as sheetParts from "./sheet-parts";
import * as tables from "./tables";
import { application, workbook, workbookProtection } from "./workbook";
import { worksheet } from "./worksheet";
import { worksheetCollection } from "./worksheets";

/** Every Excel class that the host implements, by Excel's name. */
export const classes: { readonly [N in ClassName]: ObjectClass<N> } = {
  Workbook: workbook,
  WorkbookProtection: workbookProtection,
  Application: application,
  WorksheetCollection: worksheetCollection,
  Worksheet: worksheet,
  WorksheetProtection: sheetParts.worksheetProtection,
  WorksheetFreezePanes: sheetParts.worksheetFreezePanes,
  PageLayout: sheetParts.pageLayout,
  PageBreakCollection: pageBreaks.pageBreakCollection,
  PageBreak: pageBreaks.pageBreak,
  HeaderFooterGroup: sheetParts.headerFooterGroup,
  HeaderFooter: sheetParts.headerFooter,
  WorksheetCustomPropertyCollection: sheetParts.worksheetCustomPropertyCollection,
  WorksheetCustomProperty: sheetParts.worksheetCustomProperty,
  Range: rangeClass,
  RangeView: rangeView,
  RangeAreas: rangeAreas,
  RangeCollection: rangeCollection,
  RangeFormat: rangeFormats.rangeFormat,
  RangeFill: rangeFormats.rangeFill,
  RangeFont: rangeFormats.rangeFont,
  RangeBorderCollection: rangeFormats.rangeBorderCollection,
  RangeBorder: rangeFormats.rangeBorder,
  FormatProtection: rangeFormats.formatProtection,
  DataValidation: dataValidation,
  ConditionalFormatCollection: conditionalFormats.conditionalFormatCollection,
  ConditionalFormat: conditionalFormats.conditionalFormat,
  CustomConditionalFormat: conditionalFormats.customConditionalFormat,
  ConditionalFormatRule: conditionalFormats.conditionalFormatRule,
  ConditionalRangeFormat: conditionalFormats.conditionalRangeFormat,
  ConditionalRangeFill: conditionalFormats.conditionalRangeFill,
  ConditionalRangeFont: conditionalFormats.conditionalRangeFont,
  NamedItemCollection: namedItemCollection,
  NamedItem: namedItem,
  TableCollection: tables.tableCollection,
  TableScopedCollection: tables.tableScopedCollection,
  Table: tables.table,
  TableColumnCollection: tables.tableColumnCollection,
  TableColumn: tables.tableColumn,
  ChartCollection: chartCollection,
  Chart: chart,
  ChartTitle: chartParts.chartTitle,
  ChartLegend: chartParts.chartLegend,
  ChartAxes: chartParts.chartAxes,
  ChartAxis: chartParts.chartAxis,
  ChartAxisTitle: chartParts.chartAxisTitle,
  ChartSeriesCollection: chartParts.chartSeriesCollection,
  ChartSeries: chartParts.chartSeries,
  ChartSeriesFormat: chartParts.chartSeriesFormat,
  ChartLineFormat: chartParts.chartLineFormat,
  ChartFill: chartParts.chartFill,
  SettingCollection: settingCollection,
  Setting: setting,
  CustomXmlPartCollection: customXmlPartCollection,
  CustomXmlPartScopedCollection: customXmlPartScopedCollection,
  CustomXmlPart: customXmlPart,
};
