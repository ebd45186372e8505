import { buildWorksheet } from "../../../src/sheet/page/build-worksheet";
import type { HedgePlan } from "../../../src/sheet/plan/plan";
import type { Inputs } from "../../../src/sheet/plan/read-plan";

/** What the input cells of a sheet built from the plan hold, by name. */
export function cellsOf(plan: HedgePlan): Inputs {
  const cells = buildWorksheet(plan, { version: "1.0.0", today: 46_000 }).rows.flat();
  const inputs = cells.flatMap((cell) =>
    cell?.input === true && cell.name !== undefined ? [[cell.name, cell.content] as const] : [],
  );
  return Object.fromEntries(inputs);
}
