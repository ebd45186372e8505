import type { CarryingName } from "../plan/cell-names";

/**
 * Names of the cells in which a hedge sheet carries what the add-in has to know of it, wherever the sheet goes: see
 * docs/decisions/0007-what-a-sheet-carries.md.
 */
export const CARRYING = {
  /** The plan. */
  record: "HedgeRecord",
  /** What was built, by a short hash a cell. Goes on in the cells to its right. */
  baseline: "HedgeBaseline",
  /** What the inputs held before an update, while it runs. Goes on in the cells to its right. */
  pending: "HedgePending",
  /** Which hedge sheet it is: a copy is another one. */
  id: "HedgeId",
} as const satisfies Readonly<Record<string, CarryingName>>;

/** Whether the name is that of a cell which only the add-in reads and writes: HedgeBaseline, HedgeBaseline_2. */
export function isCarrying(name: string): boolean {
  const first = name.replace(/_\d+$/, "");
  return Object.values(CARRYING).some((each) => each === first);
}
