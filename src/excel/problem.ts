/** What went wrong, for the user: what happened, why, and what to do next. */
export interface Problem {
  readonly title: string;
  readonly detail: string;
  readonly nextStep: string;
  /** Office.js error code, or ours. */
  readonly code: string;
  /** A1 address to look at, on `sheet` (null: the selection's sheet). */
  readonly cell?: { readonly sheet: string | null; readonly address: string };
}

/** Any error, as something that the user can act on. */
export function describeProblem(error: unknown): Problem {
  return { title: "not yet", detail: String(error), nextStep: "", code: "" };
}

/** Text for [Copy details]: versions, requirement sets, error code; no cell values. */
export function details(error: unknown): string {
  return describeProblem(error).code;
}
