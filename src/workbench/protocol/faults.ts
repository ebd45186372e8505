import { HostError, type HostErrorCode } from "../workbook/host-error";

/** The ways in which Excel is known to refuse a request, to be had on order in a test. */
export type FaultKind =
  | "cellBeingEdited"
  | "payloadTooLarge"
  | "protected"
  | "accessDenied"
  | "itemGone"
  | "busy"
  | "aborted"
  | "general";

/** Office.js's numbers for a request that its transport refuses. */
export const TRANSPORT_ERROR = { cellBeingEdited: 5004, payloadTooLarge: 5103 } as const;

const CODES: Readonly<Record<Exclude<FaultKind, keyof typeof TRANSPORT_ERROR>, HostErrorCode>> = {
  protected: "AccessDenied",
  accessDenied: "AccessDenied",
  itemGone: "ItemNotFound",
  busy: "Conflict",
  aborted: "RequestAborted",
  general: "GeneralException",
};

/** A failure of the transport, or Excel's refusal. */
export type Fault = { readonly transport: number } | { readonly refusal: HostError };

export function fault(kind: FaultKind): Fault {
  if (kind === "cellBeingEdited" || kind === "payloadTooLarge") return { transport: TRANSPORT_ERROR[kind] };
  return { refusal: new HostError(CODES[kind], undefined, "injected by the test") };
}
