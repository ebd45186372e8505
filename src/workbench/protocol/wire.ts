/**
 * The language that Office.js speaks with its host, "ProcessQuery": a request is a list of actions on objects,
 * and an object is described by the path that leads to it. Names on the wire begin with a capital.
 */
export const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

export const PATH = {
  globalObject: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  referenceId: 6,
  nullObject: 7,
} as const;

/** Bits of the number that comes beside a request. */
export const FLAG = { write: 1, delayForCellEdit: 64 } as const;

export interface Request {
  readonly Actions: readonly Action[];
  readonly ObjectPaths?: Readonly<Record<string, ObjectPath>>;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** An object as argument is its path's id; the same place here says so. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

export interface Response {
  readonly Results?: readonly ActionResult[];
  readonly TraceIds?: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
  /** What the actions before the failed one answered: they stay done. */
  readonly ProcessedResults?: { readonly Results: readonly ActionResult[] };
}

/** The few members whose name on the wire is not their public name. */
const PUBLIC_NAMES: Readonly<Record<string, string>> = {
  Gridlines: "showGridlines",
  Headings: "showHeadings",
};

/** "NumberFormat" → "numberFormat". */
export function publicName(wireName: string): string {
  return PUBLIC_NAMES[wireName] ?? wireName.charAt(0).toLowerCase() + wireName.slice(1);
}

/** "numberFormat" → "NumberFormat". */
export function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
