import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { JSDOM, VirtualConsole } from "jsdom";
import type { Engine } from "../../src/workbench/engine/engine";
import { openIronCalcInNode } from "../../src/workbench/engine/ironcalc-node";
import { createHost, type Host, type HostOptions } from "../../src/workbench/protocol/host";
import { installWin32Seam, type Win32Seam } from "../../src/workbench/protocol/win32-seam";

/** Microsoft's library, loaded unmodified, and the workbook that it talks to. */
export interface OpenOffice {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
  readonly window: Window;
  readonly host: Host;
  readonly engine: Engine;
  readonly ribbon: Win32Seam;
  /** Makes `Excel`, `Office`, … global, as they are for the add-in's code; `close` takes them away again. */
  readonly makeGlobal: () => void;
  readonly close: () => Promise<void>;
}

const GLOBALS = ["Excel", "Office", "OfficeExtension", "CustomFunctions", "OfficeRuntime"] as const;

/** The real Office.js in a page of jsdom, before our host with an IronCalc workbook. */
export async function openOffice(
  options: HostOptions & { readonly engine?: Engine } = {},
): Promise<OpenOffice> {
  const engine = options.engine ?? (await openIronCalcInNode());
  const host = createHost(engine, options);
  const { dom, ribbon } = await openPage(host);
  const window = dom.window as unknown as Window & Record<(typeof GLOBALS)[number], never>;
  const { Office } = window as unknown as { Office: OpenOffice["Office"] };
  await Office.onReady();
  const globals = globalThis as unknown as Record<string, unknown>;
  return {
    Excel: window.Excel,
    Office,
    OfficeExtension: window.OfficeExtension,
    CustomFunctions: window.CustomFunctions,
    window,
    host,
    engine,
    ribbon,
    makeGlobal: () => {
      for (const name of GLOBALS) globals[name] = window[name];
    },
    close: async () => {
      await quiet(host, ribbon);
      for (const name of GLOBALS) if (globals[name] === window[name]) Reflect.deleteProperty(globals, name);
      dom.window.close();
    },
  };
}

/** Excel.run cleans up in a request of its own after the add-in's promise is resolved: it sends it in the same turn. */
async function quiet(host: Host, ribbon: Win32Seam): Promise<void> {
  for (let turns = 0; turns < 3; turns++) {
    await host.idle();
    if (ribbon.unanswered() > 0) turns = 0;
  }
}

async function openPage(host: Host): Promise<{ dom: JSDOM; ribbon: Win32Seam }> {
  const resolve = createRequire(join(process.cwd(), "package.json")).resolve;
  const officeJs = join(dirname(resolve("@microsoft/office-js/package.json")), "dist", "office.js");
  let ribbon: Win32Seam | undefined;
  const dom = new JSDOM(
    `<!doctype html><html><head><script src="${pathToFileURL(officeJs).href}"></script></head><body></body></html>`,
    {
      url: pathToFileURL(join(dirname(officeJs), "page.html")).href,
      runScripts: "dangerously",
      resources: "usable",
      pretendToBeVisual: true,
      virtualConsole: new VirtualConsole(),
      beforeParse: (window) => {
        ribbon = installWin32Seam(window as unknown as Window, host);
      },
    },
  );
  await new Promise<void>((loaded) => {
    dom.window.document.querySelector("script")?.addEventListener("load", () => loaded());
  });
  if (!ribbon) throw new Error("The page was not parsed.");
  return { dom, ribbon };
}
