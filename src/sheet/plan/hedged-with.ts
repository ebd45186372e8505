import { assetKey, assetsOf, canChooseByAsset } from "../book/assets";
import type { Holding } from "../book/holdings";
import type { HedgePlan } from "./plan";

/** Whether the hedge sheet lists the assets: where there is something to choose, or was chosen. */
export function hasAssetList(plan: HedgePlan): boolean {
  if (!canChooseByAsset(plan.holdings)) return false;
  const assets = assetsOf(plan.holdings);
  if (plan.contracts.length > 1) return assets.length > 0;
  return assets.some(({ key }) => contractOf(plan, key) !== "");
}

/** Code of the contract chosen for an asset, {@link NOT_HEDGED}, or "" for the first contract. */
export function contractOf({ assetContracts, contracts }: HedgePlan, key: string): string {
  const chosen = assetContracts[key] ?? "";
  return chosen === contracts[0]?.code ? "" : chosen;
}

/** What the row is hedged with, as the sheet sees it: a code, or "" for the first contract. */
export function hedgeWithOf(plan: HedgePlan, { hedgeWith, nameText }: Holding): string {
  if (plan.holdings.columns.hedgeWith !== undefined) return hedgeWith;
  return canChooseByAsset(plan.holdings) && nameText !== "" ? contractOf(plan, assetKey(nameText)) : "";
}
