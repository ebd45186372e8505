export type ThemeName = "light" | "dark";
/** The user's wish in Settings; "auto" follows Office. */
export type ThemeWish = "auto" | ThemeName;

/** What Office and the browser say. Every member may be missing: Excel on the web has given no theme at all. */
export interface ThemeHints {
  readonly isDarkTheme?: boolean | undefined;
  readonly bodyBackgroundColor?: string | undefined;
  readonly prefersDark: boolean;
}

/** Office's own word first, then how dark its background is, then the browser, then light. */
export function chooseTheme(wish: ThemeWish, hints: ThemeHints): ThemeName {
  if (wish !== "auto") return wish;
  if (hints.isDarkTheme !== undefined) return hints.isDarkTheme ? "dark" : "light";
  const luminance = relativeLuminance(hints.bodyBackgroundColor ?? "");
  if (luminance !== null) return luminance < MIDDLE_GREY ? "dark" : "light";
  return hints.prefersDark ? "dark" : "light";
}

/** At this luminance black and white text have the same contrast: √(1.05 × 0.05) − 0.05. */
const MIDDLE_GREY = 0.179;

/**
 * How bright a colour "#rrggbb" is, from 0 (black) to 1 (white); null for text that is no such colour.
 *
 * @see WCAG 2.2, definition of relative luminance
 */
export function relativeLuminance(color: string): number | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color.trim());
  if (!match) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((hex) => {
    const share = parseInt(hex, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
