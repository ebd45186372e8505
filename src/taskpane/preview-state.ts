import type { HedgePlan } from "../sheet/plan/plan";
import type { Preview } from "../sheet/hedge/preview";
import type { PlanReading } from "./read-form";
import type { PaneServices } from "./services";
import type { Trouble } from "./state";

/** What stands where the hedge will be: the hedge, or what is needed to say it. */
export type Shown =
  | { readonly kind: "preview"; readonly preview: Preview; readonly plan: HedgePlan }
  | { readonly kind: "waiting"; readonly text: string };

/** The hedge for what was typed; for anything that cannot be hedged, the sentence that says why. */
export function previewOf(
  reading: PlanReading,
  services: Pick<PaneServices, "preview">,
  troubleOf: (error: unknown) => Trouble,
): Shown {
  if (!reading.ok) {
    const [first = "Something typed cannot be read."] = reading.problems.values();
    return { kind: "waiting", text: first };
  }
  try {
    return { kind: "preview", preview: services.preview(reading.plan), plan: reading.plan };
  } catch (error) {
    const { detail, nextStep } = troubleOf(error).problem;
    return { kind: "waiting", text: `${detail} ${nextStep}` };
  }
}
