import type { Host, OfficeTheme } from "./host";
import type { Message } from "./messages";
import { soon } from "./soon";

/** What the page around the add-in is to know and to hear. */
export interface SeamOptions {
  readonly addinId?: string;
  /** Called when an `Office.actions` function says that it is done. */
  readonly onCommandCompleted?: (command: string) => void;
}

/** The ribbon's way into the page. */
export interface Win32Seam {
  /** Runs the function associated with a ribbon button; resolves when it has called `event.completed()`. */
  readonly invokeCommand: (functionName: string, controlId?: string) => Promise<void>;
  /** How many requests of the page have not been answered yet. */
  readonly unanswered: () => number;
}

/** Dispatch numbers of Excel for Windows that the library uses. */
const EXECUTE = { saveSettings: 76, richApi: 93, commandCompleted: 94 } as const;
const EVENT = { selectionChanged: 2, richApiMessage: 33, commandInvoked: 39 } as const;
const UNSUPPORTED = 5001;

/** 2: the page was opened in a task pane. */
const TASK_PANE = 2;
/** Shared runtime (1) with custom functions (2). */
const HOST_FLAGS = 3;

const LIGHT_THEME: OfficeTheme = {
  bodyBackgroundColor: 0xffffff,
  bodyForegroundColor: 0x262626,
  controlBackgroundColor: 0xf3f2f1,
  controlForegroundColor: 0x262626,
};

/** The requirement sets that the library of version 1.1.110 can serve. */
const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  AddinCommands: "1.1",
  BindingEvents: "1.1",
  CustomFunctions: "1.10",
  CustomFunctionsRuntime: "1.4",
  CustomXmlParts: "1.1",
  DialogApi: "1.2",
  DocumentEvents: "1.1",
  ExcelApi: "1.15",
  KeyboardShortcuts: "1.1",
  OfficeSharedApi: "1.1",
  DelayForCellEdit: "1.1",
  RibbonApi: "1.2",
  RichApiRuntime: "1.2",
  RichApiRuntimeFlag: "1.2",
  Settings: "1.1",
  SharedRuntime: "1.2",
  AppRuntimeApi: "1.1",
};

/** How COM hands lists over. */
interface SafeArray {
  readonly toArray: () => readonly unknown[];
  readonly getItem: (...indices: number[]) => unknown;
}
type EventHandler = (event: number, payload: SafeArray) => void;

/**
 * Makes Office.js in `window` believe that it runs in Excel for Windows: the same `window.external` that Excel
 * gives to its web view. Call it before office.js is loaded. All traffic is JSON text, never shared objects.
 */
export function installWin32Seam(window: Window, host: Host, options: SeamOptions = {}): Win32Seam {
  const handlers = new Map<number, EventHandler[]>();
  const completions = new Map<string, () => void>();
  let commands = 0;
  let unanswered = 0;
  /** Commands that came before the library listened for them. */
  const early: SafeArray[] = [];
  const tellCommand = (command: SafeArray): void => {
    const listening = handlers.get(EVENT.commandInvoked) ?? [];
    if (listening.length === 0) early.push(command);
    for (const handle of listening) handle(EVENT.commandInvoked, command);
  };

  const external = {
    GetContext: () => documentContext(host, options),
    GetLoggingAllowed: () => false,
    GetHostInfo: () => `Excel$Win32$16.01$${host.options.locale ?? "en-US"}$$$disableLogging$${HOST_FLAGS}`,
    Execute: (id: number, args: readonly unknown[], callback: (result: SafeArray, code: number) => void) => {
      switch (id) {
        case EXECUTE.richApi:
          unanswered++;
          void execute(host, args[0] as readonly unknown[]).then((result) =>
            soon(() => {
              unanswered--;
              callback(result, 0);
            }),
          );
          return;
        case EXECUTE.commandCompleted: {
          const command = String(args[0]);
          completions.get(command)?.();
          completions.delete(command);
          options.onCommandCompleted?.(command);
          soon(() => callback(safeArray([0, null]), 0));
          return;
        }
        default:
          soon(() => callback(safeArray([id === EXECUTE.saveSettings ? 0 : UNSUPPORTED, null]), 0));
      }
    },
    RegisterEvent: (id: number, _target: string, handler: EventHandler, callback: (code: number) => void) => {
      soon(() => {
        callback(0);
        // The library takes a handler for registered once it is told so: what came earlier would be lost.
        handlers.set(id, [...(handlers.get(id) ?? []), handler]);
        if (id === EVENT.richApiMessage) host.listen((messages) => tell(handlers, messages));
        if (id !== EVENT.commandInvoked) return;
        soon(() => {
          for (const command of early.splice(0)) tellCommand(command);
        });
      });
    },
    UnregisterEvent: (id: number, _target: string, callback: (code: number) => void) => {
      handlers.delete(id);
      soon(() => callback(0));
    },
  };
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is what Excel uses
  Object.assign(window.external, external);
  host.engine.on((event) => {
    if (event.type === "selection")
      for (const handle of handlers.get(EVENT.selectionChanged) ?? [])
        handle(EVENT.selectionChanged, safeArray([]));
  });

  return {
    invokeCommand: (functionName, controlId = functionName) =>
      new Promise((resolve) => {
        const command = `command-${++commands}`;
        completions.set(command, resolve);
        tellCommand(safeArray([command, functionName, JSON.stringify({ source: { id: controlId } })]));
      }),
    unanswered: () => unanswered,
  };
}

async function execute(host: Host, message: readonly unknown[]): Promise<SafeArray> {
  const [, , , , body, , flags] = message;
  const answer = await host.execute(String(body), Number(flags));
  return answer.errorCode === 0
    ? safeArray([0, [200, [], answer.body]])
    : safeArray([answer.errorCode, [200, [], ""]]);
}

function tell(handlers: ReadonlyMap<number, EventHandler[]>, messages: readonly Message[]): void {
  const payload = safeArray(messages.map((message) => safeArray(message)));
  for (const handle of handlers.get(EVENT.richApiMessage) ?? []) handle(EVENT.richApiMessage, payload);
}

function safeArray(items: readonly unknown[]): SafeArray {
  return {
    toArray: () => items,
    getItem: (...indices) =>
      indices.reduce<unknown>((list, index) => (list as readonly unknown[])[index], items),
  };
}

/** What the library reads once, at start. */
function documentContext(host: Host, { addinId }: SeamOptions): Record<string, () => unknown> {
  const { locale = "en-US", requirementSets = REQUIREMENT_SETS, theme = LIGHT_THEME } = host.options;
  return {
    GetAppType: () => 1,
    GetSolutionRef: () => addinId ?? "00000000-0000-4000-8000-000000000001",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => locale,
    GetDocUrl: () => "C:\\Book1.xlsx",
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "",
    GetInstanceId: () => "instance-1",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => true,
    GetSupportedMatrix: () => JSON.stringify(requirementSets),
    GetHostCustomMessage: () => "",
    GetHostFullVersion: () => "16.0.15407.10000",
    GetInitialDisplayMode: () => TASK_PANE,
    GetOfficeThemeInfo: () => JSON.stringify(theme),
    GetSettings: () => settingsStore(host),
  };
}

/** Document settings: the library reads them all at start and writes them all on `saveAsync`. */
function settingsStore({ settings }: Host): Record<string, (...args: never[]) => void> {
  return {
    Read: (keys: string[], values: string[]) => {
      for (const [key, text] of settings) {
        keys.push(key);
        values.push(text);
      }
    },
    Write: (keys: readonly string[], values: readonly string[]) => {
      settings.clear();
      keys.forEach((key, i) => settings.set(key, values[i] ?? ""));
    },
    RefreshAsync: (callback: () => void) => soon(callback),
  };
}
