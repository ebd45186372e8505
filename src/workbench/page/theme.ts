import type { OfficeTheme } from "../protocol/host";
import { byId } from "./dom";

export type Theme = "light" | "dark" | "contrast";

const COLORS: Readonly<Record<Theme, OfficeTheme>> = {
  light: {
    bodyBackgroundColor: 0xffffff,
    bodyForegroundColor: 0x242424,
    controlBackgroundColor: 0xf5f5f5,
    controlForegroundColor: 0x242424,
  },
  dark: {
    bodyBackgroundColor: 0x292929,
    bodyForegroundColor: 0xf5f5f5,
    controlBackgroundColor: 0x1f1f1f,
    controlForegroundColor: 0xf5f5f5,
  },
  contrast: {
    bodyBackgroundColor: 0x000000,
    bodyForegroundColor: 0xffffff,
    controlBackgroundColor: 0x000000,
    controlForegroundColor: 0xffffff,
  },
};

/** The colours that Office hands to the add-in. */
export function officeTheme(theme: Theme): OfficeTheme {
  return COLORS[theme];
}

const KEY = "workbench-theme";

/** The theme chosen last time in this browser, else the system's. */
export function startTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  if (kept === "light" || kept === "dark" || kept === "contrast") return kept;
  if (matchMedia("(forced-colors: active)").matches) return "contrast";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Applies the theme to the page, now and whenever another is chosen. */
export function followTheme(theme: Theme, change: (theme: Theme) => void): void {
  const select = byId("theme") as HTMLSelectElement;
  const apply = (chosen: Theme) => {
    document.documentElement.dataset.theme = chosen;
    change(chosen);
  };
  select.value = theme;
  select.addEventListener("change", () => {
    const chosen = select.value as Theme;
    localStorage.setItem(KEY, chosen);
    apply(chosen);
  });
  apply(theme);
}
