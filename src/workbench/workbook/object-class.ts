import type { Area } from "../engine/engine";
import type { Session } from "./session";

/**
 * The Excel classes that the host implements, by the name Excel's documentation uses.
 * Whatever is written below for a class is checked against these typings: a misspelt member, a wrong type of
 * a value, an assignment to a read-only property does not compile.
 */
export interface Classes {
  Workbook: Excel.Workbook;
  WorkbookProtection: Excel.WorkbookProtection;
  Application: Excel.Application;
  WorksheetCollection: Excel.WorksheetCollection;
  Worksheet: Excel.Worksheet;
  WorksheetProtection: Excel.WorksheetProtection;
  WorksheetFreezePanes: Excel.WorksheetFreezePanes;
  PageLayout: Excel.PageLayout;
  PageBreakCollection: Excel.PageBreakCollection;
  PageBreak: Excel.PageBreak;
  HeaderFooterGroup: Excel.HeaderFooterGroup;
  HeaderFooter: Excel.HeaderFooter;
  WorksheetCustomPropertyCollection: Excel.WorksheetCustomPropertyCollection;
  WorksheetCustomProperty: Excel.WorksheetCustomProperty;
  Range: Excel.Range;
  RangeView: Excel.RangeView;
  RangeAreas: Excel.RangeAreas;
  RangeCollection: Excel.RangeCollection;
  RangeFormat: Excel.RangeFormat;
  RangeFill: Excel.RangeFill;
  RangeFont: Excel.RangeFont;
  RangeBorderCollection: Excel.RangeBorderCollection;
  RangeBorder: Excel.RangeBorder;
  FormatProtection: Excel.FormatProtection;
  DataValidation: Excel.DataValidation;
  ConditionalFormatCollection: Excel.ConditionalFormatCollection;
  ConditionalFormat: Excel.ConditionalFormat;
  CustomConditionalFormat: Excel.CustomConditionalFormat;
  ConditionalFormatRule: Excel.ConditionalFormatRule;
  ConditionalRangeFormat: Excel.ConditionalRangeFormat;
  ConditionalRangeFill: Excel.ConditionalRangeFill;
  ConditionalRangeFont: Excel.ConditionalRangeFont;
  NamedItemCollection: Excel.NamedItemCollection;
  NamedItem: Excel.NamedItem;
  TableCollection: Excel.TableCollection;
  TableScopedCollection: Excel.TableScopedCollection;
  Table: Excel.Table;
  TableColumnCollection: Excel.TableColumnCollection;
  TableColumn: Excel.TableColumn;
  ChartCollection: Excel.ChartCollection;
  Chart: Excel.Chart;
  ChartTitle: Excel.ChartTitle;
  ChartLegend: Excel.ChartLegend;
  ChartAxes: Excel.ChartAxes;
  ChartAxis: Excel.ChartAxis;
  ChartAxisTitle: Excel.ChartAxisTitle;
  ChartSeriesCollection: Excel.ChartSeriesCollection;
  ChartSeries: Excel.ChartSeries;
  ChartSeriesFormat: Excel.ChartSeriesFormat;
  ChartLineFormat: Excel.ChartLineFormat;
  ChartFill: Excel.ChartFill;
  SettingCollection: Excel.SettingCollection;
  Setting: Excel.Setting;
  CustomXmlPartCollection: Excel.CustomXmlPartCollection;
  CustomXmlPartScopedCollection: Excel.CustomXmlPartScopedCollection;
  CustomXmlPart: Excel.CustomXmlPart;
}
export type ClassName = keyof Classes;

/** A sheet, as the objects that hang on one remember it. */
export interface OnSheet {
  readonly sheet: string;
}
/** A record of a sheet, found again by id. */
export interface SheetItem extends OnSheet {
  readonly id: string;
}
type Nothing = Readonly<Record<string, never>>;

/** What an object of each class remembers between two calls: where it is, never what is there. */
export interface States {
  Workbook: Nothing;
  WorkbookProtection: Nothing;
  Application: Nothing;
  WorksheetCollection: Nothing;
  Worksheet: OnSheet;
  WorksheetProtection: OnSheet;
  WorksheetFreezePanes: OnSheet;
  PageLayout: OnSheet;
  PageBreakCollection: OnSheet;
  PageBreak: OnSheet & { readonly row: number };
  HeaderFooterGroup: OnSheet;
  HeaderFooter: OnSheet;
  WorksheetCustomPropertyCollection: OnSheet;
  WorksheetCustomProperty: OnSheet & { readonly key: string };
  Range: Area;
  RangeView: Area;
  RangeAreas: readonly Area[];
  RangeCollection: readonly Area[];
  RangeFormat: readonly Area[];
  RangeFill: readonly Area[];
  RangeFont: readonly Area[];
  RangeBorderCollection: readonly Area[];
  RangeBorder: { readonly areas: readonly Area[]; readonly index: `${Excel.BorderIndex}` };
  FormatProtection: readonly Area[];
  DataValidation: readonly Area[];
  ConditionalFormatCollection: readonly Area[];
  ConditionalFormat: SheetItem;
  CustomConditionalFormat: SheetItem;
  ConditionalFormatRule: SheetItem;
  ConditionalRangeFormat: SheetItem;
  ConditionalRangeFill: SheetItem;
  ConditionalRangeFont: SheetItem;
  NamedItemCollection: { readonly scope: string | null };
  NamedItem: { readonly name: string; readonly scope: string | null };
  TableCollection: { readonly sheet: string | null };
  TableScopedCollection: readonly Area[];
  Table: SheetItem;
  TableColumnCollection: SheetItem;
  TableColumn: SheetItem & { readonly index: number };
  ChartCollection: OnSheet;
  Chart: SheetItem;
  ChartTitle: SheetItem;
  ChartLegend: SheetItem;
  ChartAxes: SheetItem;
  ChartAxis: SheetItem & { readonly axis: "category" | "value" };
  ChartAxisTitle: SheetItem & { readonly axis: "category" | "value" };
  ChartSeriesCollection: SheetItem;
  ChartSeries: SheetItem & { readonly index: number };
  ChartSeriesFormat: SheetItem & { readonly index: number };
  ChartLineFormat: SheetItem & { readonly index: number };
  ChartFill: SheetItem & { readonly index: number };
  SettingCollection: Nothing;
  Setting: { readonly key: string };
  CustomXmlPartCollection: Nothing;
  CustomXmlPartScopedCollection: { readonly namespace: string };
  CustomXmlPart: { readonly id: string };
}

/** An object of the workbook, as the host sees it. */
export interface HostObject<N extends ClassName> {
  readonly type: N;
  readonly state: States[N];
}
export type AnyObject = { [N in ClassName]: HostObject<N> }[ClassName];

export function object<N extends ClassName>(type: N, state: States[N]): HostObject<N> {
  return { type, state };
}

/** The name under which a class of the typings is listed above. */
type NameOf<C> = {
  [N in ClassName]: Classes[N] extends C ? (C extends Classes[N] ? N : never) : never;
}[ClassName];

type IsAny<T> = 0 extends 1 & T ? true : false;
type ClientMember = "load" | "set" | "toJSON" | "track" | "untrack" | "context" | "isNullObject" | "items";
type Member<N extends ClassName> = Exclude<keyof Classes[N] & string, ClientMember>;
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- only whether it matches
type IsEvent<T> = T extends OfficeExtension.EventHandlers<infer _A> ? true : false;

/** Properties that lead to another object. */
type Navigation<N extends ClassName> = {
  [K in Member<N>]: IsAny<Classes[N][K]> extends true
    ? never
    : Classes[N][K] extends OfficeExtension.ClientObject
      ? K
      : never;
}[Member<N>];

/** Properties that hold a value. */
type Scalar<N extends ClassName> = {
  [K in Member<N>]: IsAny<Classes[N][K]> extends true
    ? K
    : Classes[N][K] extends OfficeExtension.ClientObject | ((...args: never[]) => unknown)
      ? never
      : IsEvent<Classes[N][K]> extends true
        ? never
        : K;
}[Member<N>];

// Two types are the same if no generic function can tell them apart; the parameter has to be written twice.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Writable<N extends ClassName> = {
  [K in Scalar<N>]: Same<
    Pick<Classes[N], K>,
    { -readonly [P in keyof Pick<Classes[N], K>]: Classes[N][P] }
  > extends true
    ? K
    : never;
}[Scalar<N>];

/** Enumerations travel as their text. */
type Wire<T> =
  IsAny<T> extends true ? unknown : T extends string ? `${T}` : T extends (infer E)[] ? Wire<E>[] : T;
type WireArgument<A> =
  IsAny<A> extends true ? unknown : A extends OfficeExtension.ClientObject ? HostObject<NameOf<A>> : Wire<A>;
// A method without a result is declared void, so that a call for its effect may be its whole body.
type WireResult<R> = R extends OfficeExtension.ClientObject
  ? HostObject<NameOf<R>> | null
  : R extends OfficeExtension.ClientResult<infer V>
    ? V
    : ReturnType<() => void>;

type MethodName<N extends ClassName> = {
  [K in Member<N>]: IsAny<Classes[N][K]> extends true
    ? never
    : Classes[N][K] extends (...args: never[]) => unknown
      ? K
      : never;
}[Member<N>];

/** How the host answers for one Excel class. Member names are those of Excel's documentation. */
export interface ObjectClass<N extends ClassName> {
  /** What the library finds the object by later. */
  readonly id?: (state: States[N], session: Session) => string;
  readonly get?: { readonly [K in Scalar<N>]?: (state: States[N], session: Session) => Wire<Classes[N][K]> };
  readonly set?: {
    readonly [K in Writable<N>]?: (
      state: States[N],
      value: Wire<NonNullable<Classes[N][K]>>,
      session: Session,
    ) => void;
  };
  readonly navigate?: {
    readonly [K in Navigation<N>]?: (
      state: States[N],
      session: Session,
    ) => HostObject<NameOf<Classes[N][K]>> | null;
  };
  readonly call?: {
    readonly [K in MethodName<N>]?: Classes[N][K] extends (...args: infer P) => infer R
      ? (
          state: States[N],
          args: { [I in keyof P]?: WireArgument<NonNullable<P[I]>> },
          session: Session,
        ) => WireResult<R>
      : never;
  };
  /** The members of a collection. */
  readonly items?: (state: States[N], session: Session) => readonly AnyObject[];
  /** Methods that the library calls and the documentation does not know, by their name on the wire. */
  readonly internal?: Readonly<
    Record<string, (state: States[N], args: readonly unknown[], session: Session) => unknown>
  >;
}
