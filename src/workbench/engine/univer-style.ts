import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderStyleData,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import { NORMAL } from "./cell-format";
import type { Border, CellFormat } from "./engine";

/** Pixels of padding that stand for one step of indent. */
const INDENT_PIXELS = 9;

const HORIZONTAL = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  // Univer cannot repeat a text over the width of its cell.
  Fill: HorizontalAlign.LEFT,
} as const;
const VERTICAL = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
} as const;
const BORDER = {
  None: BorderStyleTypes.NONE,
  Thin: BorderStyleTypes.THIN,
  Medium: BorderStyleTypes.MEDIUM,
  Double: BorderStyleTypes.DOUBLE,
} as const;

/** Univer's spelling of a format. What the format leaves open stays as it is; `null` removes. */
export function toStyle(format: Partial<CellFormat>): IStyleData {
  const style: IStyleData = {};
  if (format.numberFormat !== undefined) {
    style.n = format.numberFormat === "General" ? null : { pattern: format.numberFormat };
  }
  if (format.fill !== undefined) style.bg = format.fill ? { rgb: format.fill } : null;
  if (format.fontColor !== undefined) style.cl = format.fontColor ? { rgb: format.fontColor } : null;
  if (format.fontName !== undefined) style.ff = format.fontName;
  if (format.fontSize !== undefined) style.fs = format.fontSize;
  if (format.bold !== undefined) style.bl = flag(format.bold);
  if (format.italic !== undefined) style.it = flag(format.italic);
  if (format.horizontalAlignment !== undefined) style.ht = HORIZONTAL[format.horizontalAlignment];
  if (format.verticalAlignment !== undefined) style.vt = VERTICAL[format.verticalAlignment];
  if (format.wrapText !== undefined) style.tb = format.wrapText ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (format.indent !== undefined) style.pd = format.indent ? { l: format.indent * INDENT_PIXELS } : null;
  const borders = toBorders(format);
  if (borders) style.bd = borders;
  return style;
}

/** The whole format of a cell, defaults filled in. */
export function toFormat(style: Nullable<IStyleData>, locked: boolean): CellFormat {
  if (!style) return { ...NORMAL, locked };
  return {
    numberFormat: style.n?.pattern ?? NORMAL.numberFormat,
    fill: hex(style.bg?.rgb),
    fontColor: hex(style.cl?.rgb) || NORMAL.fontColor,
    fontName: style.ff ?? NORMAL.fontName,
    fontSize: style.fs ?? NORMAL.fontSize,
    bold: style.bl === BooleanNumber.TRUE,
    italic: style.it === BooleanNumber.TRUE,
    horizontalAlignment: keyOf(HORIZONTAL, style.ht) ?? "General",
    verticalAlignment: keyOf(VERTICAL, style.vt) ?? "Bottom",
    wrapText: style.tb === WrapStrategy.WRAP,
    indent: Math.round((style.pd?.l ?? 0) / INDENT_PIXELS),
    borderTop: toBorder(style.bd?.t),
    borderBottom: toBorder(style.bd?.b),
    borderLeft: toBorder(style.bd?.l),
    borderRight: toBorder(style.bd?.r),
    locked,
  };
}

function toBorders(format: Partial<CellFormat>): IStyleData["bd"] {
  const sides = { t: format.borderTop, b: format.borderBottom, l: format.borderLeft, r: format.borderRight };
  const given = Object.entries(sides).filter(([, border]) => border !== undefined);
  if (given.length === 0) return undefined;
  return Object.fromEntries(given.map(([side, border]) => [side, border && fromBorder(border)]));
}

function fromBorder(border: Border): IBorderStyleData | null {
  if (border.style === "None") return null;
  return { s: BORDER[border.style], cl: { rgb: border.color || "#000000" } };
}

function toBorder(border: Nullable<IBorderStyleData>): Border {
  if (!border) return NORMAL.borderTop;
  const style = keyOf(BORDER, border.s) ?? "Thin";
  return style === "None" ? NORMAL.borderTop : { style, color: hex(border.cl.rgb) || "#000000" };
}

function flag(value: boolean): BooleanNumber {
  return value ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

/** "#RRGGBB" of whatever Univer keeps: "#abc", "#aabbcc" or "rgb(1,2,3)"; "" for none. */
export function hex(color: Nullable<string>): string {
  if (!color) return "";
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(color);
  if (parts) {
    const channels = parts.slice(1, 4).map((channel) => Number(channel).toString(16).padStart(2, "0"));
    return `#${channels.join("")}`.toUpperCase();
  }
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`.toUpperCase();
  return color.toUpperCase();
}

/** The key under which a map holds a value. */
export function keyOf<K extends string, V>(map: Readonly<Record<K, V>>, value: unknown): K | undefined {
  return (Object.keys(map) as K[]).find((key) => map[key] === value);
}
