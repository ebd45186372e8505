import { isEntireRow } from "../engine/address";
import type { Area, Engine, WorkbookData } from "../engine/engine";
import type { Session, WorkbookEvent } from "../workbook/session";
import { AppRuntime, type RuntimeState } from "./app-runtime";
import { CustomFunctionCalls, functionSpecs, type FunctionsMetadata } from "./custom-functions";
import { Events } from "./events";
import { fault, TRANSPORT_ERROR, type FaultKind } from "./faults";
import { Messages, type Message } from "./messages";
import { processQuery } from "./process-query";
import { References } from "./references";
import { service, type Service } from "./services";
import { HostError } from "../workbook/host-error";
import { FLAG, type Request, type Response } from "./wire";

/** What an installation of Excel is like. */
export interface HostOptions {
  /** Requirement set → highest version. */
  readonly requirementSets?: Readonly<Record<string, string>>;
  readonly theme?: OfficeTheme;
  readonly locale?: string;
  /** The contents of the add-in's functions.json. */
  readonly functions?: FunctionsMetadata;
  /** Hears that the add-in shows or hides its task pane. */
  readonly onRuntimeState?: (state: RuntimeState) => void;
}

/** Colours as Office.js reads them: 0xRRGGBB. */
export interface OfficeTheme {
  readonly bodyBackgroundColor: number;
  readonly bodyForegroundColor: number;
  readonly controlBackgroundColor: number;
  readonly controlForegroundColor: number;
}

/** Bytes: Excel on the web refuses larger requests and responses. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** A request's answer: a body, or the number of a failure of the transport. */
export interface Answer {
  readonly errorCode: number;
  readonly body: string;
}

export interface Host {
  readonly engine: Engine;
  readonly options: HostOptions;
  /** Document settings: key → JSON text. */
  readonly settings: Map<string, string>;
  /** Does what a request body (JSON text) asks. */
  readonly execute: (body: string, flags: number) => Promise<Answer>;
  readonly listen: (listener: (messages: readonly Message[]) => void) => void;
  /** How many requests the add-in has sent to the workbook. */
  readonly syncs: { readonly read: number; readonly write: number };
  readonly resetSyncs: () => void;
  /** Makes the nth write request from now on fail; with `after`, only once that many of its actions are done. */
  readonly failSync: (nth: number, kind: FaultKind, after?: number) => void;
  readonly setEditing: (editing: boolean) => void;
  /** How many requests wait for the end of a cell's editing: of those sent, at most one: the rest queue behind it. */
  readonly waiting: number;
  /** The ribbon's or the keyboard's way to an `Office.actions.associate`d function. */
  readonly invokeAction: (name: string, argument?: unknown) => void;
  readonly runtimeState: () => RuntimeState;
  readonly setRuntimeState: (state: RuntimeState) => void;
  /** Resolves when no request is being worked on and no custom function is. */
  readonly idle: () => Promise<void>;
  readonly save: () => Promise<WorkbookData>;
  readonly load: (data: WorkbookData) => Promise<void>;
}

/** Excel, as far as Office.js can tell, around an engine that calculates. */
export function createHost(engine: Engine, options: HostOptions = {}): Host {
  return new WorkbookHost(engine, options);
}

class WorkbookHost implements Host {
  readonly settings = new Map<string, string>();
  private counts = { read: 0, write: 0 };
  private readonly messages = new Messages();
  private readonly references = new References();
  private readonly events = new Events(this.messages, this.references);
  private readonly runtime: AppRuntime;
  private readonly calls: CustomFunctionCalls;
  private readonly services: ReadonlyMap<string, Service>;
  private readonly session: Session;
  private faults: { nth: number; kind: FaultKind; after: number }[] = [];
  private editing = false;
  /** Ids of the sheets that the add-in knows of. */
  private tabs = new Set<string>();
  private whenEdited: (() => void)[] = [];
  /** Requests are worked on one after the other, as they come. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly engine: Engine,
    readonly options: HostOptions,
  ) {
    this.runtime = new AppRuntime(this.messages, (state) => options.onRuntimeState?.(state));
    this.calls = new CustomFunctionCalls(options.functions ?? { functions: [] }, engine, this.messages);
    this.services = new Map(
      [...this.runtime.services(), this.calls.service(), actionService()].map((known) => [known.name, known]),
    );
    this.session = this.newSession();
    this.tabs = new Set(engine.sheets().map(({ id }) => id));
    if (options.functions) engine.connectFunctions(functionSpecs(options.functions), this.calls.call);
    this.followEngine();
  }

  get syncs(): { readonly read: number; readonly write: number } {
    return this.counts;
  }

  get waiting(): number {
    return this.whenEdited.length;
  }

  readonly resetSyncs = (): void => {
    this.counts = { read: 0, write: 0 };
  };

  readonly listen = (listener: (messages: readonly Message[]) => void): void =>
    this.messages.listen(listener);

  readonly execute = (body: string, flags: number): Promise<Answer> => {
    const answer = this.last.then(() => this.answer(body, flags));
    this.last = answer;
    return answer;
  };

  readonly failSync = (nth: number, kind: FaultKind, after = 0): void => {
    this.faults.push({ nth: this.counts.write + nth, kind, after });
  };

  readonly setEditing = (editing: boolean): void => {
    this.editing = editing;
    if (editing) return;
    for (const go of this.whenEdited.splice(0)) go();
  };

  readonly invokeAction = (name: string, argument?: unknown): void => {
    const text = JSON.stringify([name, argument === undefined ? null : JSON.stringify(argument)]);
    this.messages.send([ACTION_CATEGORY, INVOKE_ACTION, "", text, 0]);
  };

  readonly runtimeState = (): RuntimeState => this.runtime.state;
  readonly setRuntimeState = (state: RuntimeState): void => this.runtime.set(state);

  readonly idle = async (): Promise<void> => {
    do {
      await this.last;
      await new Promise((resolve) => setTimeout(resolve, 1));
      await this.engine.settle();
    } while (this.calls.pending > 0);
  };

  readonly save = async (): Promise<WorkbookData> => ({
    ...(await this.engine.save()),
    settings: Object.fromEntries(this.settings),
    customXml: this.session.customXml.map((part) => ({ ...part })),
  });

  readonly load = async (data: WorkbookData): Promise<void> => {
    await this.engine.load(data);
    this.tabs = new Set(data.sheets.map(({ id }) => id));
    this.settings.clear();
    for (const [key, text] of Object.entries(data.settings)) this.settings.set(key, text);
    this.session.customXml.splice(0, Infinity, ...data.customXml.map((part) => ({ ...part })));
  };

  private async answer(body: string, flags: number): Promise<Answer> {
    if (isTooLarge(body)) return failure(TRANSPORT_ERROR.payloadTooLarge);
    const request = JSON.parse(body) as Request;
    if (isForWorkbook(request)) {
      const refused = await this.admit(flags);
      if (refused !== null) return refused;
    }
    const planned = this.plannedFault(flags);
    if (planned && planned.after === 0) return faultAnswer(planned.kind, []);
    const limited = planned ? { ...request, Actions: request.Actions.slice(0, planned.after) } : request;
    const response = await processQuery(limited, {
      session: this.session,
      references: this.references,
      service: (name) => this.service(name),
      registerEvent: (owner, method) => this.events.register(owner, method),
    });
    if (flags & FLAG.write) void this.engine.settle();
    if (planned && !response.Error) return faultAnswer(planned.kind, response.Results ?? []);
    return success(response);
  }

  /** Counts a request to the workbook; refuses it while a cell is edited, or lets it wait if it says so. */
  private async admit(flags: number): Promise<Answer | null> {
    this.counts[flags & FLAG.write ? "write" : "read"]++;
    if (!this.editing) return null;
    if (!(flags & FLAG.delayForCellEdit)) return failure(TRANSPORT_ERROR.cellBeingEdited);
    await new Promise<void>((resolve) => this.whenEdited.push(resolve));
    return null;
  }

  private plannedFault(flags: number): { kind: FaultKind; after: number } | undefined {
    if (!(flags & FLAG.write)) return undefined;
    const index = this.faults.findIndex(({ nth }) => nth === this.counts.write);
    return index < 0 ? undefined : this.faults.splice(index, 1)[0];
  }

  private service(name: string): Service {
    const known = this.services.get(name);
    if (!known) throw new HostError("ApiNotFound", `HOST: the service ${name} is not implemented`, name);
    return known;
  }

  private newSession(): Session {
    let last = 0;
    return {
      engine: this.engine,
      settings: this.settings,
      customXml: [],
      calculationMode: "Automatic",
      workbookProtected: false,
      worksheetProperties: new Map(),
      nextId: () => ++last,
      raise: (event) => this.raise(event),
    };
  }

  private raise(event: WorkbookEvent): void {
    if (event.type === "added") this.tabs.add(event.sheet);
    if (event.type === "deleted") {
      this.tabs.delete(event.sheet);
      this.references.dropSheet(event.sheet);
    }
    this.events.raise(event);
  }

  /** The user added, deleted, moved, renamed, hid or showed a sheet: the first two are to be told. */
  private compareTabs(): void {
    const now = this.engine.sheets().map(({ id }) => id);
    for (const sheet of [...this.tabs]) if (!now.includes(sheet)) this.raise({ type: "deleted", sheet });
    for (const sheet of now) if (!this.tabs.has(sheet)) this.raise({ type: "added", sheet });
  }

  /** What the user does and what calculates by itself reaches the add-in's event handlers. */
  private followEngine(): void {
    let active = this.engine.activeSheet();
    this.engine.on((event) => {
      switch (event.type) {
        case "changed":
          if (event.by === "calculation") this.raise({ type: "calculated", sheet: event.area.sheet });
          else this.raise({ type: "changed", area: event.area, changeType: "RangeEdited", by: "user" });
          break;
        case "inserted":
        case "deleted":
          this.references.follow(event.type, event.area);
          this.raise({ type: "changed", area: event.area, changeType: linesChange(event), by: "user" });
          break;
        case "selection":
          this.raise({ type: "selectionChanged", areas: event.areas });
          break;
        case "activated":
          this.raise({ type: "deactivated", sheet: active });
          this.raise({ type: "activated", sheet: event.sheet });
          active = event.sheet;
          break;
        case "editing":
          this.setEditing(event.editing);
          break;
        case "sheets":
          this.compareTabs();
          break;
      }
    });
  }
}

/** What Excel calls the coming and going of whole rows or columns. */
function linesChange(event: {
  readonly type: "inserted" | "deleted";
  readonly area: Area;
}): `${Excel.DataChangeType}` {
  const change = event.type === "inserted" ? "Inserted" : "Deleted";
  return isEntireRow(event.area) ? `Row${change}` : `Column${change}`;
}

/** Category and type of the message that runs an associated action. */
const ACTION_CATEGORY = 2;
const INVOKE_ACTION = 1000;

function actionService(): Service {
  return service("Microsoft.InternalService.AddinInternalService", { NotifyActionHandlerReady: () => null });
}

/** Custom-function results and pane commands come on the same way, but are no `context.sync` of the add-in. */
function isForWorkbook(request: Request): boolean {
  return !Object.values(request.ObjectPaths ?? {}).some(({ Name }) => Name.startsWith("Microsoft."));
}

function success(response: Response): Answer {
  const body = JSON.stringify(response);
  return isTooLarge(body) ? failure(TRANSPORT_ERROR.payloadTooLarge) : { errorCode: 0, body };
}

/** In bytes, of which a character takes one to three. */
function isTooLarge(body: string): boolean {
  if (body.length > PAYLOAD_LIMIT) return true;
  return body.length * 3 > PAYLOAD_LIMIT && new Blob([body]).size > PAYLOAD_LIMIT;
}

function failure(errorCode: number): Answer {
  return { errorCode, body: "" };
}

function faultAnswer(kind: FaultKind, results: NonNullable<Response["Results"]>): Answer {
  const ordered = fault(kind);
  if ("transport" in ordered) return failure(ordered.transport);
  const { code, message, location, httpStatus } = ordered.refusal;
  const error = {
    Code: code,
    Message: message,
    Location: location,
    ActionIndex: results.length,
    HttpStatusCode: httpStatus,
  };
  return success({ Error: error, ProcessedResults: { Results: results } });
}
