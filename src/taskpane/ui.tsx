import { FluentProvider } from "@fluentui/react-provider";
import { webDarkTheme, webLightTheme } from "@fluentui/react-theme";
import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { Pane } from "./components/Pane";
import type { PaneServices } from "./services";
import { chooseTheme, type ThemeHints, type ThemeWish } from "./theme";

/** Shows the pane in place of whatever the element holds. */
export function showPane(element: HTMLElement, services: PaneServices): void {
  createRoot(element).render(
    <StrictMode>
      <ThemedPane services={services} />
    </StrictMode>,
  );
}

function ThemedPane({ services }: { services: PaneServices }) {
  const [wish, setWish] = useState(services.settings.theme);
  const theme = chooseTheme(wish, useThemeHints(services));

  function choose(next: ThemeWish) {
    services.settings.save({ theme: next });
    setWish(next);
  }

  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);

  return (
    <FluentProvider theme={theme === "dark" ? webDarkTheme : webLightTheme}>
      <Pane services={services} theme={wish} onTheme={choose} />
    </FluentProvider>
  );
}

/** Office tells nobody when its theme changes: look again when the pane is shown, or the system turns dark. */
function useThemeHints(services: PaneServices): ThemeHints {
  const [hints, setHints] = useState(() => services.themeHints());
  useEffect(() => {
    const look = () => setHints(services.themeHints());
    const system = matchMedia("(prefers-color-scheme: dark)");
    system.addEventListener("change", look);
    const stop = services.onShown(look);
    return () => {
      system.removeEventListener("change", look);
      stop();
    };
  }, [services]);
  return hints;
}
