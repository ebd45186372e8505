import type { CellStyle } from "hucre/xlsx";
import { NORMAL } from "./cell-format";
import type { Border, CellFormat } from "./engine";

type Sides = NonNullable<CellStyle["border"]>;

/** The style that the file stores for a format; a cell that says nothing has Excel's Normal style. */
export function styleOf(partial: Partial<CellFormat>): CellStyle {
  const format = { ...NORMAL, ...partial };
  const border: Sides = {};
  for (const [side, key] of SIDES) {
    const line = format[key];
    if (line.style !== "None") border[side] = { style: LINES[line.style], color: rgb(line.color) };
  }
  return {
    font: {
      name: format.fontName,
      size: format.fontSize,
      color: rgb(format.fontColor),
      ...(format.bold ? { bold: true } : {}),
      ...(format.italic ? { italic: true } : {}),
    },
    ...(format.fill ? { fill: { type: "pattern", pattern: "solid", fgColor: rgb(format.fill) } } : {}),
    ...(Object.keys(border).length > 0 ? { border } : {}),
    ...(format.numberFormat === "General" ? {} : { numFmt: format.numberFormat }),
    alignment: {
      horizontal: lower(format.horizontalAlignment),
      vertical: lower(format.verticalAlignment),
      ...(format.wrapText ? { wrapText: true } : {}),
      ...(format.indent ? { indent: format.indent } : {}),
    },
    ...(format.locked ? {} : { protection: { locked: false } }),
  };
}

/** What a stored style says beyond Normal. */
export function formatOf(style: CellStyle): Partial<CellFormat> {
  const { font, fill, border, alignment, numFmt, protection } = style;
  const format: { -readonly [K in keyof CellFormat]?: CellFormat[K] } = {};
  if (numFmt && numFmt !== "General") format.numberFormat = numFmt;
  if (fill?.type === "pattern" && fill.pattern === "solid" && fill.fgColor?.rgb)
    format.fill = hash(fill.fgColor.rgb);
  if (font?.color?.rgb && hash(font.color.rgb) !== NORMAL.fontColor) format.fontColor = hash(font.color.rgb);
  if (font?.name && font.name !== NORMAL.fontName) format.fontName = font.name;
  if (font?.size && font.size !== NORMAL.fontSize) format.fontSize = font.size;
  if (font?.bold) format.bold = true;
  if (font?.italic) format.italic = true;
  const horizontal = capital(alignment?.horizontal ?? "general");
  if (isOneOf(horizontal, ["Left", "Center", "Right", "Fill"])) format.horizontalAlignment = horizontal;
  const vertical = capital(alignment?.vertical ?? "bottom");
  if (isOneOf(vertical, ["Top", "Center"])) format.verticalAlignment = vertical;
  if (alignment?.wrapText) format.wrapText = true;
  if (alignment?.indent) format.indent = alignment.indent;
  for (const [side, key] of SIDES) {
    const line = border?.[side];
    if (line) format[key] = { style: STYLES[line.style] ?? "Thin", color: hash(line.color?.rgb ?? "000000") };
  }
  if (protection?.locked === false) format.locked = false;
  return format;
}

const SIDES = [
  ["top", "borderTop"],
  ["bottom", "borderBottom"],
  ["left", "borderLeft"],
  ["right", "borderRight"],
] as const;
const LINES = { Thin: "thin", Medium: "medium", Double: "double" } as const;
const STYLES: Readonly<Record<string, Border["style"] | undefined>> = {
  thin: "Thin",
  medium: "Medium",
  double: "Double",
  thick: "Medium",
};

export function rgb(color: string): { rgb: string } {
  return { rgb: color.replace("#", "").toUpperCase() };
}

/** "FFCC00" or, with opacity in front, "FFFFCC00" → "#FFCC00". */
export function hash(color: string): string {
  return `#${color.slice(-6).toUpperCase()}`;
}

function lower<T extends string>(text: T): Lowercase<T> {
  return text.toLowerCase() as Lowercase<T>;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isOneOf<T extends string>(text: string, allowed: readonly T[]): text is T {
  return allowed.some((known) => known === text);
}
