import { openUniver } from "../engine/univer";
import { readXlsx, writeXlsx } from "../engine/xlsx";
import { createHost } from "../protocol/host";
import type { FunctionsMetadata } from "../protocol/custom-functions";
import { installWin32Seam, type Win32Seam } from "../protocol/win32-seam";
import { cellRectangle } from "./cell-rectangle";
import { byId } from "./dom";
import { showErrorCard } from "./error-card";
import { connectFiles } from "./files";
import { readManifest, type Command } from "./manifest";
import { createPane } from "./pane";
import { showRibbon } from "./ribbon";
import { sampleWorkbook } from "./sample";
import { followTheme, officeTheme, startTheme } from "./theme";
import "./page.css";

const tell = (message: string) => {
  byId("status").textContent = message;
};

start().catch((error: unknown) => {
  tell(`The workbench could not start: ${error instanceof Error ? error.message : String(error)}`);
  throw error;
});

/** Does what Excel does when a workbook opens and an add-in is installed: grid, ribbon, functions, runtime. */
async function start(): Promise<void> {
  const theme = startTheme();
  const manifest = readManifest(await fetchText("/manifest.xml"));
  const functions = manifest.functionsPath
    ? (JSON.parse(await fetchText(manifest.functionsPath)) as FunctionsMetadata)
    : { functions: [] };
  const { engine, api } = openUniver(byId("grid"), sampleWorkbook(), theme !== "light");
  // Functions that are added while Univer calculates stop the calculation: cells would stay empty.
  await engine.settle();

  const pane = createPane(manifest.name, manifest.panePath);
  const host = createHost(engine, {
    functions,
    theme: officeTheme(theme),
    onRuntimeState: (state) => {
      if (state === "Visible") pane.open();
      else pane.close();
    },
  });
  host.setRuntimeState("Background");
  pane.onVisibilityChanged((visible) => {
    host.setRuntimeState(visible ? "Visible" : "Background");
  });

  let seam: Win32Seam | null = null;
  const run = ({ id, action }: Command) => {
    if (action.type === "ShowTaskpane") pane.open();
    else void seam?.invokeCommand(action.functionName, id);
  };
  showRibbon(byId("ribbon"), manifest, run);
  for (const command of manifest.contextMenu) {
    const action = () => {
      run(command);
    };
    api
      .createMenu({ id: command.id, title: command.label, tooltip: command.tip, action })
      .appendTo(["contextMenu.mainArea", "contextMenu.others"]);
  }
  followTheme(theme, (chosen) => {
    api.toggleDarkMode(chosen !== "light");
    // Office.js reads the theme once, when the add-in starts; so does Excel for Windows.
    if (chosen !== theme) tell("The task pane takes on the new theme when this page is loaded again.");
  });
  showErrorCard(engine, (cell) => cellRectangle(api, cell));

  connectFiles({
    open: async (bytes) => host.load(await readXlsx(bytes)),
    save: async () =>
      writeXlsx(
        await host.save(),
        functions.functions.map(({ name }) => name),
      ),
    tell,
  });

  window.workbench = {
    engine,
    host,
    cellRectangle: (cell) => cellRectangle(api, cell),
    isEditing: () => api.getActiveWorkbook()?.isCellEditing() ?? false,
    hostAddIn: (frame) => {
      seam = installWin32Seam(frame, host, { addinId: manifest.id });
    },
  };
  // The add-in starts while the cells that call its functions are calculated, as in Excel.
  await Promise.all([pane.load(), engine.settle()]);
  pane.started();
  tell("Everything stays in this browser: no file and no figure is sent anywhere.");
}

async function fetchText(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} is not there. Has the add-in been built?`);
  return response.text();
}
