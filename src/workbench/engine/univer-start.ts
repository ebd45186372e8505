import { LocaleType, LogLevel, merge, Univer, type Injector, type PluginCtor } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalFormattingWords from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import { CalculationMode, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreWords from "@univerjs/preset-sheets-core/locales/en-US";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import dataValidationWords from "@univerjs/preset-sheets-data-validation/locales/en-US";
import { UniverSheetsDrawingPreset } from "@univerjs/preset-sheets-drawing";
import drawingWords from "@univerjs/preset-sheets-drawing/locales/en-US";
import { UniverSheetsTablePreset } from "@univerjs/preset-sheets-table";
import tableWords from "@univerjs/preset-sheets-table/locales/en-US";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-drawing/lib/index.css";
import "@univerjs/preset-sheets-table/lib/index.css";

/** A running Univer, without a workbook yet. */
export interface RunningUniver {
  readonly api: FUniver;
  readonly injector: Injector;
}

/** Starts Univer in an element of the page. */
export function startUniver(container: HTMLElement, darkMode: boolean): RunningUniver {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeWords(
        {},
        coreWords,
        conditionalFormattingWords,
        dataValidationWords,
        drawingWords,
        tableWords,
      ),
    },
    logLevel: LogLevel.WARN,
    darkMode,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      ribbonType: "simple",
      // Beside an open task pane the sums of the selection would leave no room for the tabs.
      footer: { statisticBar: false },
      formula: { initialFormulaComputing: CalculationMode.FORCED },
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
    UniverSheetsDrawingPreset(),
    UniverSheetsTablePreset(),
  ];
  for (const { plugin, options } of eachPluginOnce(presets)) univer.registerPlugin(plugin, options);
  return { api: FUniver.newAPI(univer), injector: univer.__getInjector() };
}

/** Univer hands on lodash's function without its types. */
const mergeWords = merge as unknown as (...packs: object[]) => typeof coreWords;

type Preset = ReturnType<typeof UniverSheetsCorePreset>;
interface PluginEntry {
  readonly plugin: PluginCtor;
  readonly options: unknown;
}

/** The presets overlap; a plugin registered twice would start twice. The last one's options count. */
function eachPluginOnce(presets: readonly Preset[]): Iterable<PluginEntry> {
  const byName = new Map<string, PluginEntry>();
  for (const entry of presets.flatMap((preset) => preset.plugins)) {
    const plugin = Array.isArray(entry) ? entry[0] : entry;
    const options: unknown = Array.isArray(entry) ? entry[1] : undefined;
    byName.delete(plugin.pluginName);
    byName.set(plugin.pluginName, { plugin, options });
  }
  return byName.values();
}
