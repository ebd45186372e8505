/**
 * What the host needs from a spreadsheet. Two adapters: Univer in the page, IronCalc in Node.
 *
 * Rows and columns count from 0; sheets are named by id (names change). A blank cell's value is "".
 */
export interface Engine {
  // Sheets, in tab order
  sheets(): readonly Sheet[];
  addSheet(name: string): Sheet;
  removeSheet(sheet: string): void;
  renameSheet(sheet: string, name: string): void;
  moveSheet(sheet: string, position: number): void;
  setSheet(sheet: string, change: Partial<Omit<Sheet, "id" | "name">>): void;

  // Cells. `null` in a matrix leaves that cell as it is.
  /** The smallest area that holds every cell with a value or formula; null for an empty sheet. */
  usedArea(sheet: string): Area | null;
  /**
   * What the user typed: a formula starts with "="; an apostrophe in front marks text that would otherwise be
   * something else ("'=1+1"), and is no part of the value. Any other string is text: numbers come as numbers.
   */
  inputs(area: Area): CellInput[][];
  /** What the cell computes; call after `settle`. */
  values(area: Area): CellValue[][];
  /** What the cell shows, formatted; call after `settle`. */
  texts(area: Area): string[][];
  write(area: Area, inputs: readonly (readonly (CellInput | null)[])[]): void;
  /** Removes values and formulas; formats stay unless `formats` is true. */
  clear(area: Area, what: { contents: boolean; formats: boolean }): void;
  /** Resolves when everything written so far is calculated (custom functions may still be `#BUSY!`). */
  settle(): Promise<void>;

  // Formats
  format(area: Area): CellFormat[][];
  setFormat(area: Area, format: Partial<CellFormat>): void;
  columnWidth(sheet: string, column: number): number;
  /** Width in pixels at 100 % zoom. */
  setColumnWidth(sheet: string, column: number, count: number, pixels: number): void;
  rowHeight(sheet: string, row: number): number;
  setRowHeight(sheet: string, row: number, count: number, pixels: number): void;
  rowHidden(sheet: string, row: number): boolean;
  setRowHidden(sheet: string, row: number, count: number, hidden: boolean): void;
  merges(sheet: string): readonly Area[];
  merge(area: Area): void;
  unmerge(area: Area): void;

  // Names, validation, conditional formats, charts, tables: records, kept and shown
  names(): readonly NameRecord[];
  setName(record: NameRecord): void;
  removeName(name: string, scope: string | null): void;
  validations(sheet: string): readonly ValidationRecord[];
  setValidation(area: Area, record: Omit<ValidationRecord, "area"> | null): void;
  conditionalFormats(sheet: string): readonly ConditionalFormatRecord[];
  addConditionalFormat(sheet: string, record: ConditionalFormatRecord): void;
  removeConditionalFormat(sheet: string, id: string): void;
  charts(sheet: string): readonly ChartRecord[];
  /** Adds the chart, or replaces the one with the same id. */
  setChart(sheet: string, record: ChartRecord): void;
  removeChart(sheet: string, id: string): void;
  tables(sheet: string): readonly TableRecord[];
  setTable(sheet: string, record: TableRecord): void;

  // Selection and activation
  activeSheet(): string;
  activate(sheet: string): void;
  /** One or more areas of the active sheet. */
  selection(): readonly Area[];
  select(areas: readonly Area[]): void;

  /**
   * Makes the custom functions known to the calculation: autocomplete and argument help come from the specs,
   * and a cell that calls one shows `#BUSY!` until `call` answers, then its value, spilled if it is a matrix.
   */
  connectFunctions(specs: readonly FunctionSpec[], call: CallFunction): void;

  /** Tells of changes by the user or by a calculation, not of those made through this interface. */
  on(listener: (event: EngineEvent) => void): () => void;

  /** The whole workbook as plain data, for writing a file. */
  save(): Promise<WorkbookData>;
  /** Replaces the whole workbook. */
  load(data: WorkbookData): Promise<void>;
}

/** A cell's value as the spreadsheet computes it. */
export type CellValue = number | string | boolean | CellError;
export interface CellError {
  readonly error: ErrorValue;
  /** Why, in the words of the custom function that answered it. */
  readonly message?: string;
}
export type ErrorValue =
  | "#NULL!"
  | "#DIV/0!"
  | "#VALUE!"
  | "#REF!"
  | "#NAME?"
  | "#NUM!"
  | "#N/A"
  | "#SPILL!"
  | "#CALC!"
  | "#BUSY!"
  | "#CIRC!";
export type CellInput = number | string | boolean;

export interface Area {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: "Visible" | "Hidden" | "VeryHidden";
  readonly showGridlines: boolean;
  readonly tabColor: string;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly protected: boolean;
  readonly pageLayout: PageLayout;
}

export interface PageLayout {
  readonly orientation: "Portrait" | "Landscape";
  /** A1 address without sheet, or "". */
  readonly printArea: string;
  /** 0 = as many pages as it takes. */
  readonly fitToWidth: number;
  readonly fitToHeight: number;
  readonly centerHorizontally: boolean;
  /** In points. */
  readonly topMargin: number;
  readonly bottomMargin: number;
  /** A1 rows such as "$1:$3", or "". */
  readonly titleRows: string;
  /** Rows that start a page, in order. */
  readonly breaksBefore: readonly number[];
  readonly footer: string;
}

export interface CellFormat {
  readonly numberFormat: string;
  /** "#RRGGBB", or "" for none. */
  readonly fill: string;
  readonly fontColor: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Fill repeats the text, and keeps text that is too long inside its own cell. */
  readonly horizontalAlignment: "General" | "Left" | "Center" | "Right" | "Fill";
  readonly verticalAlignment: "Top" | "Center" | "Bottom";
  readonly wrapText: boolean;
  readonly indent: number;
  readonly borderTop: Border;
  readonly borderBottom: Border;
  readonly borderLeft: Border;
  readonly borderRight: Border;
  readonly locked: boolean;
}
export interface Border {
  readonly style: "None" | "Thin" | "Medium" | "Double";
  readonly color: string;
}

export interface NameRecord {
  readonly name: string;
  /** "='Book 1'!$B$4", "=0.5", … */
  readonly formula: string;
  /** Sheet id for a sheet-local name, null for a workbook name. */
  readonly scope: string | null;
  readonly comment: string;
  readonly visible: boolean;
}

export interface ValidationRecord {
  readonly area: Area;
  readonly type: "list" | "decimal" | "wholeNumber" | "date" | "custom";
  readonly operator?:
    | "Between"
    | "NotBetween"
    | "EqualTo"
    | "NotEqualTo"
    | "GreaterThan"
    | "LessThan"
    | "GreaterThanOrEqualTo"
    | "LessThanOrEqualTo";
  /** A list's comma-separated source or "=range"; a bound; a custom formula. */
  readonly formula1: string;
  readonly formula2?: string;
  readonly errorTitle: string;
  readonly errorMessage: string;
  readonly promptTitle: string;
  readonly promptMessage: string;
  readonly ignoreBlanks: boolean;
}

export interface ConditionalFormatRecord {
  readonly id: string;
  readonly areas: readonly Area[];
  /** A formula that is TRUE where the format applies, relative to the first cell. */
  readonly formula: string;
  readonly fill: string;
  readonly fontColor: string;
  readonly bold: boolean;
}

export interface ChartRecord {
  readonly id: string;
  readonly name: string;
  readonly type:
    | "Line"
    | "LineMarkers"
    | "ColumnClustered"
    | "XYScatterLines"
    | "XYScatterLinesNoMarkers"
    | "XYScatterSmoothNoMarkers"
    | "BarClustered";
  readonly title: string;
  readonly series: readonly ChartSeries[];
  readonly categoryTitle: string;
  readonly valueTitle: string;
  readonly categoryFormat: string;
  readonly valueFormat: string;
  readonly legend: "Bottom" | "Top" | "Left" | "Right" | "None";
  /** Where the categories stand; beside the axis, if left out. */
  readonly categoryLabels?: "NextToAxis" | "High" | "Low" | "None";
  /** Pixels from the sheet's top left corner. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
export interface ChartSeries {
  readonly name: string;
  readonly values: Area;
  readonly categories: Area | null;
  /** "#RRGGBB", or "" for the theme's. */
  readonly color: string;
}

export interface TableRecord {
  readonly id: string;
  readonly name: string;
  readonly area: Area;
  readonly hasHeaders: boolean;
  readonly showTotals: boolean;
  readonly style: string;
}

/** A function of functions.json. */
export interface FunctionSpec {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly type: string;
    readonly dimensionality: "scalar" | "matrix";
    readonly optional?: boolean;
    readonly repeating?: boolean;
  }[];
  readonly result: { readonly type?: string; readonly dimensionality: "scalar" | "matrix" };
}

/** An argument as Excel hands it over: null where it was left out; errors are passed on. */
export type CallArgument = CellValue | null | readonly (readonly (CellValue | null)[])[];
export type CallFunction = (call: {
  readonly id: string;
  readonly args: readonly CallArgument[];
  readonly caller: { readonly sheet: string; readonly row: number; readonly column: number };
}) => Promise<CellValue | readonly (readonly CellValue[])[]>;

export type EngineEvent =
  | { readonly type: "changed"; readonly area: Area; readonly by: "user" | "calculation" }
  /** Whole rows or columns: `area` is as long or as wide as an Excel sheet. */
  | { readonly type: "inserted" | "deleted"; readonly area: Area }
  | { readonly type: "selection"; readonly areas: readonly Area[] }
  | { readonly type: "activated"; readonly sheet: string }
  | { readonly type: "sheets" }
  | { readonly type: "editing"; readonly editing: boolean };

/** A workbook as plain data: what a file holds, whoever wrote it. */
export interface WorkbookData {
  readonly sheets: readonly SheetData[];
  readonly names: readonly NameRecord[];
  readonly activeSheet: string;
  /** Office document settings: key → JSON text. */
  readonly settings: Readonly<Record<string, string>>;
  readonly customXml: readonly { readonly id: string; readonly xml: string }[];
}
export interface SheetData extends Sheet {
  readonly cells: readonly CellData[];
  readonly columnWidths: readonly { readonly column: number; readonly pixels: number }[];
  readonly rowHeights: readonly { readonly row: number; readonly pixels: number }[];
  readonly hiddenRows: readonly number[];
  readonly merges: readonly Area[];
  readonly validations: readonly ValidationRecord[];
  readonly conditionalFormats: readonly ConditionalFormatRecord[];
  readonly charts: readonly ChartRecord[];
  readonly tables: readonly TableRecord[];
}
export interface CellData {
  readonly row: number;
  readonly column: number;
  readonly input: CellInput;
  /** The cached value of a formula. */
  readonly value?: CellValue;
  /** Rows and columns that a spilled formula fills. */
  readonly spill?: { readonly rows: number; readonly columns: number };
  /** The cached values of those cells, for programs that do not calculate. */
  readonly spilledValues?: readonly (readonly CellValue[])[];
  readonly format?: Partial<CellFormat>;
}
