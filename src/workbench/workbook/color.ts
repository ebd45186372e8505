import { HostError } from "./host-error";

/** The HTML colour names that Excel's own samples use. */
const NAMED: Record<string, string | undefined> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  purple: "#800080",
  gray: "#808080",
  grey: "#808080",
  silver: "#C0C0C0",
  navy: "#000080",
  teal: "#008080",
  maroon: "#800000",
  olive: "#808000",
  lime: "#00FF00",
  aqua: "#00FFFF",
  fuchsia: "#FF00FF",
};

/** "#ffcc00", "FFCC00" or a colour's name as Excel answers it: "#FFCC00". */
export function color(value: unknown): string {
  const text = String(value);
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1];
  const known = hex === undefined ? NAMED[text.toLowerCase()] : `#${hex.toUpperCase()}`;
  if (known === undefined) throw new HostError("InvalidArgument");
  return known;
}
