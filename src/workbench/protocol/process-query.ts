import { HostError } from "../workbook/host-error";
import { object, type AnyObject } from "../workbook/object-class";
import type { Session } from "../workbook/session";
import { callMethod, classOf, identity, navigate, setProperty } from "./members";
import { query } from "./query";
import type { References } from "./references";
import type { Service } from "./services";
import {
  ACTION,
  PATH,
  publicName,
  type Action,
  type ArgumentInfo,
  type ActionResult,
  type Request,
  type Response,
} from "./wire";

/** What a path can lead to: an object of the workbook, a service of the host, or nothing (a null object). */
type Target = AnyObject | Service | null;

/** What the executor needs from the host around it. */
export interface Surroundings {
  readonly session: Session;
  readonly references: References;
  readonly service: (name: string) => Service;
  /** Switches an event on or off; false if the method is none of an event's. */
  readonly registerEvent: (object: AnyObject, method: string) => boolean;
}

/** Does what a request asks, action by action; the first refusal ends it, what was done before stays done. */
export async function processQuery(request: Request, around: Surroundings): Promise<Response> {
  const run = new Execution(request, around);
  const Results: ActionResult[] = [];
  const TraceIds: number[] = [];
  for (const [index, action] of request.Actions.entries()) {
    try {
      if (action.ActionType === ACTION.trace) TraceIds.push(action.Id);
      Results.push({ ActionId: action.Id, Value: await run.perform(action) });
    } catch (error) {
      const traces = TraceIds.length > 0 ? { TraceIds } : {};
      return { Error: refusal(error, index), ...traces, ProcessedResults: { Results } };
    }
  }
  return { Results, ...(TraceIds.length > 0 ? { TraceIds } : {}) };
}

function refusal(error: unknown, index: number): NonNullable<Response["Error"]> {
  const known = error instanceof HostError ? error : unexpected(error);
  return {
    Code: known.code,
    Message: known.message,
    Location: known.location,
    ActionIndex: index,
    HttpStatusCode: known.httpStatus,
  };
}

/** A fault of the host itself: said aloud, so that nobody takes it for Excel's answer. */
function unexpected(error: unknown): HostError {
  return new HostError(
    "GeneralException",
    `HOST: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
}

/** Methods whose outcome depends on what cells compute; all others need not wait for a calculation. */
const LOOKS_AT_VALUES = /^(?:Autofit|GetUsedRange|GetSpecialCells|GetSurroundingRegion|Calculate|Add$)/;

class Execution {
  private readonly targets = new Map<number, Target>();
  /** Reference ids given out in this request, by path. */
  private readonly kept = new Map<number, string>();
  private written = true;

  constructor(
    private readonly request: Request,
    private readonly around: Surroundings,
  ) {}

  async perform(action: Action): Promise<unknown> {
    switch (action.ActionType) {
      case ACTION.trace:
      case ACTION.ensureUnchanged:
        return null;
      case ACTION.instantiate:
        return this.instantiate(action.ObjectPathId);
      case ACTION.method:
        return this.method(action);
      case ACTION.setProperty:
        return this.assign(action.ObjectPathId, { [action.Name]: this.args(action.ArgumentInfo)[0] });
      case ACTION.update:
        return this.assign(action.ObjectPathId, action.ObjectState ?? {});
      case ACTION.query:
        return this.query(action);
      case ACTION.queryAsJson:
        return asJson(await this.query(action));
      default:
        throw new HostError("ApiNotFound", `HOST: action type ${action.ActionType} is not implemented`);
    }
  }

  private async instantiate(path: number): Promise<unknown> {
    if (LOOKS_AT_VALUES.test(this.request.ObjectPaths?.[String(path)]?.Name ?? "")) await this.calculated();
    const target = this.target(path);
    if (target === null) return null;
    return this.withReference(path, isService(target) ? {} : identity(target, this.around.session));
  }

  private async method(action: Action): Promise<unknown> {
    const target = this.target(action.ObjectPathId);
    if (action.Name === "_KeepReference") {
      if (target && !isService(target))
        this.kept.set(action.ObjectPathId, this.around.references.keep(target));
      return null;
    }
    if (target === null) return { _IsNull: true };
    if (LOOKS_AT_VALUES.test(action.Name)) await this.calculated();
    const result = this.call(target, action.Name, this.args(action.ArgumentInfo));
    this.written = true;
    return isObject(result) ? identity(result, this.around.session) : result;
  }

  private assign(path: number, values: Readonly<Record<string, unknown>>): unknown {
    const target = this.target(path);
    if (target === null) return { _IsNull: true };
    if (isService(target)) throw new HostError("InvalidOperation");
    for (const [name, value] of Object.entries(values)) {
      setProperty(target, publicName(name), value, this.around.session);
    }
    this.written = true;
    return null;
  }

  private async query(action: Action): Promise<Record<string, unknown> | null> {
    await this.calculated();
    const target = this.target(action.ObjectPathId);
    if (target === null) return null;
    if (isService(target)) return {};
    return this.withReference(
      action.ObjectPathId,
      query(target, action.QueryInfo ?? {}, this.around.session),
    );
  }

  private withReference(path: number, answer: Record<string, unknown>): Record<string, unknown> {
    const reference = this.kept.get(path);
    return reference === undefined ? answer : { ...answer, _ReferenceId: reference };
  }

  /** Waits for the calculation of what this request wrote, before something is read. */
  private async calculated(): Promise<void> {
    if (!this.written) return;
    this.written = false;
    await this.around.session.engine.settle();
  }

  private target(path: number): Target {
    const known = this.targets.get(path);
    if (known !== undefined) return known;
    const target = this.resolve(path);
    this.targets.set(path, target);
    return target;
  }

  private resolve(id: number): Target {
    const path = this.request.ObjectPaths?.[String(id)];
    if (!path) throw new HostError("InvalidObjectPath");
    const parent = path.ParentObjectPathId === undefined ? undefined : this.target(path.ParentObjectPathId);
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case PATH.globalObject:
        return object("Workbook", {});
      case PATH.newObject:
        return this.around.service(path.Name);
      case PATH.referenceId:
        return this.around.references.find(path.Name);
      case PATH.nullObject:
        return null;
      case PATH.property:
        return navigate(owner(parent), publicName(path.Name), this.around.session);
      case PATH.method:
        return this.memberOf(parent, path.Name, path.ArgumentInfo);
      case PATH.indexer:
        return this.memberOf(parent, "GetItem", path.ArgumentInfo);
      default:
        throw new HostError("InvalidObjectPath", `HOST: path type ${path.ObjectPathType} is not implemented`);
    }
  }

  private memberOf(parent: Target | undefined, name: string, info: ArgumentInfo | undefined): Target {
    const result = this.callObject(owner(parent), name, this.args(info));
    if (result !== null && !isObject(result)) throw new HostError("InvalidObjectPath");
    return result;
  }

  private call(target: AnyObject | Service, name: string, args: readonly unknown[]): unknown {
    return isService(target) ? target.call(name, args) : this.callObject(target, name, args);
  }

  private callObject(target: AnyObject, name: string, args: readonly unknown[]): unknown {
    const { session, references, registerEvent } = this.around;
    if (target.type === "Workbook" && name === "_RemoveReference") {
      references.drop(args);
      return null;
    }
    if (target.type === "Workbook" && name.endsWith("ByReferenceId")) return references.find(String(args[0]));
    if (registerEvent(target, name)) return null;
    return callMethod(target, name, publicName(name), args, session);
  }

  private args(info: ArgumentInfo | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((value, i) => this.argument(value, references?.[i]));
  }

  private argument(value: unknown, reference: unknown): unknown {
    if (Array.isArray(reference)) {
      return (value as unknown[]).map((item, i) => this.argument(item, (reference as unknown[])[i]));
    }
    if (typeof reference === "number" && reference > 0) return this.target(reference);
    return this.plainArgument(value);
  }

  /** Objects inside plain objects are marked {_ObjectPathId: n}. */
  private plainArgument(value: unknown): unknown {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    if ("_ObjectPathId" in value) return this.target(Number(value._ObjectPathId));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.plainArgument(item)]));
  }
}

function owner(parent: Target | undefined): AnyObject {
  if (!parent || isService(parent)) throw new HostError("InvalidObjectPath");
  classOf(parent);
  return parent;
}

function isService(target: AnyObject | Service): target is Service {
  return "call" in target;
}

function isObject(value: unknown): value is AnyObject {
  return typeof value === "object" && value !== null && "type" in value && "state" in value;
}

/** Query answers in the names of toJSON: "_Items" → "items", "Name" → "name". */
function asJson(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) =>
      key === "_Items" ? ["items", (item as unknown[]).map(asJson)] : [publicName(key), asJson(item)],
    ),
  );
}
