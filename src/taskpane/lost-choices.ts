import { assetsOf, NOT_HEDGED } from "../sheet/book/assets";
import type { Holdings } from "../sheet/book/holdings";
import { codesOf, type HedgeForm } from "./hedge-form";

/** A contract chosen for an asset that the book does not have, or not under that name. */
export interface LostChoice {
  readonly key: string;
  /** As the book had it. */
  readonly name: string;
  /** Code of a contract of the hedge, or {@link NOT_HEDGED}. */
  readonly code: string;
}

/**
 * The choices that find no holding: it was renamed, or sold. They wait for it to come back. The first contract is no
 * choice: holdings go with it anyway.
 */
export function lostChoices(
  { assetContracts, assetNames, contracts }: HedgeForm,
  holdings: Holdings,
): readonly LostChoice[] {
  const [first, ...others] = codesOf(contracts);
  if (first === undefined) return [];
  const [keys, codes] = [new Set(assetsOf(holdings).map(({ key }) => key)), [...others, NOT_HEDGED]];
  return Object.entries(assetContracts).flatMap(([key, code]) =>
    keys.has(key) || !codes.includes(code) ? [] : [{ key, code, name: assetNames[key] ?? nameIn(key) }],
  );
}

/** The form without the choices that find no holding. */
export function forgetLostChoices(form: HedgeForm, holdings: Holdings): HedgeForm {
  const lost = new Set(lostChoices(form, holdings).map(({ key }) => key));
  const others = Object.entries(form.assetContracts).filter(([key]) => !lost.has(key));
  return { ...form, assetContracts: Object.fromEntries(others) };
}

/** What a key still says of the name that it was made of, where only a sheet built earlier knew it. */
function nameIn(key: string): string {
  const [start = "", hash] = key.split("_");
  return hash === undefined ? start : `${start}…`;
}
