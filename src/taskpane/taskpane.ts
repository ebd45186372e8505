import type { HostPage } from "./services";
import "./taskpane.css";

/**
 * The page starts whenever Excel needs a custom function, mostly with the pane closed: the pane's code is fetched only
 * when there is somebody to see it. Outside Excel the page keeps its static text.
 */
async function start(): Promise<void> {
  const { host } = await Office.onReady();
  const element = document.getElementById("pane");
  if (host !== Office.HostType.Excel || element === null) return;
  const shown = await whenShown();
  const [{ showPane }, { excelServices }] = await Promise.all([import("./ui"), import("./excel-services")]);
  showPane(element, excelServices(hostPage(shown)));
}

type OnShown = HostPage["onShown"];

/** Resolves when the pane is in sight for the first time; then tells of every further time. */
function whenShown(): Promise<OnShown> {
  const listeners = new Set<() => void>();
  const onShown: OnShown = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return new Promise((resolve) => {
    // A page behind a closed pane is not drawn, so nothing of it comes into view.
    const sight = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      sight.disconnect();
      resolve(onShown);
    });
    sight.observe(document.body);
    void Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
      if (visibilityMode !== Office.VisibilityMode.taskpane) return;
      resolve(onShown);
      for (const listener of listeners) listener();
    });
  });
}

function hostPage(onShown: OnShown): HostPage {
  return {
    onShown,
    storageKey: `hedgesheet ${Office.context.partitionKey}`,
    themeHints() {
      // Typed as always there, but Excel on the web has been seen without it.
      const theme = Office.context.officeTheme as Partial<Office.OfficeTheme> | undefined;
      return {
        isDarkTheme: theme?.isDarkTheme,
        bodyBackgroundColor: theme?.bodyBackgroundColor,
        prefersDark: matchMedia("(prefers-color-scheme: dark)").matches,
      };
    },
  };
}

if (typeof Office !== "undefined") void start();
