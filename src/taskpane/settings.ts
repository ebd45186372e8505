import type { Settings, SettingsChange } from "./services";

type Kept = Pick<Settings, "theme" | "welcomed" | "lastContract">;

/**
 * The settings kept in the browser's storage under a key of Office's own for this user.
 *
 * Whatever is stored there is checked: other pages of the origin can write it. Where storage is closed, settings last
 * as long as the pane.
 */
export function storedSettings(key: string): Settings {
  let kept = readKept(load(key));
  return {
    get theme() {
      return kept.theme;
    },
    get welcomed() {
      return kept.welcomed;
    },
    get lastContract() {
      return kept.lastContract;
    },
    save(change: SettingsChange) {
      kept = { ...kept, ...change };
      try {
        localStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // Full or forbidden: the pane works without.
      }
    },
  };
}

function load(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** The settings in stored JSON, with the default for whatever is not as it should be. */
export function readKept(stored: unknown): Kept {
  const { theme, welcomed, lastContract } = (
    typeof stored === "object" && stored !== null ? stored : {}
  ) as Readonly<Record<keyof Kept, unknown>>;
  return {
    theme: theme === "light" || theme === "dark" ? theme : "auto",
    welcomed: welcomed === true,
    lastContract: typeof lastContract === "string" && lastContract.length <= 30 ? lastContract : null,
  };
}
