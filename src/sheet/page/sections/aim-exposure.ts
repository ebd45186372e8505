import { isZeroBut } from "../../hedge/native";
import type { Group } from "../../plan/groups";
import type { Aim } from "../../plan/plan";

/** The formula of each aim, in words. */
export const AIM_NOTE: Record<Aim["kind"], string> = {
  targetBeta: "target beta × value",
  hedgeShare: "(1 − hedge share) × exposure",
  targetWeight: "target weight × portfolio value × its share of the exposure",
  targetVolatility: "exposure kept × exposure",
  cashToCome: "exposure + cash to come × its beta",
};

/** The exposure that a contract's holdings shall have with the hedge on. */
export function aimExposure(aim: Aim, groups: readonly Group[], index: number): string {
  const suffix = groups[index]?.suffix ?? "";
  switch (aim.kind) {
    case "targetBeta":
      return `TargetBeta*GroupValue_${suffix}`;
    case "hedgeShare":
      return `(1-HedgeShare)*GroupExposure_${suffix}`;
    case "targetWeight":
      return `TargetWeight*PortfolioValue${shareOfExposure(groups, suffix)}`;
    case "targetVolatility":
      return `ExposureScale*GroupExposure_${suffix}`;
    case "cashToCome":
      return index === 0 ? `GroupExposure_${suffix}+CashToCome*CashBeta` : `GroupExposure_${suffix}`;
  }
}

/** Several contracts share a target weight in proportion to their exposures. */
function shareOfExposure(groups: readonly Group[], suffix: string): string {
  if (groups.length === 1) return "";
  const sum = groups.map((group) => `GroupExposure_${group.suffix}`).join("+");
  const size = groups.map((group) => `ABS(GroupExposure_${group.suffix})`).join("+");
  return `*IF(${isZeroBut(`(${sum})`, `(${size})`)},1/${String(groups.length)},GroupExposure_${suffix}/(${sum}))`;
}
