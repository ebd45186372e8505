import { fromCell } from "../calc/decimal";
import { assetKey, assetsOf, NOT_HEDGED, type Asset } from "../sheet/book/assets";
import type { Holdings } from "../sheet/book/holdings";
import { assetNames, codesOf, smallerOf, type ContractForm, type HedgeForm } from "./hedge-form";
import { coinBeta, coinContracts } from "./proposed-contracts";
import { numberText } from "./typed-number";

/** An asset with what the book holds of it. */
export interface WeighedAsset extends Asset {
  /** Net, in the book's currency. */
  readonly value: number;
  /** Long + short. */
  readonly gross: number;
}

/** The book's assets, the largest first. */
export function weighedAssets(holdings: Holdings): readonly WeighedAsset[] {
  const values = new Map<string, { value: number; gross: number }>();
  for (const { nameText, value } of holdings.rows) {
    const key = assetKey(nameText);
    const sum = values.get(key) ?? { value: 0, gross: 0 };
    values.set(key, {
      value: fromCell(sum.value).plus(fromCell(value)).toNumber(),
      gross: sum.gross + Math.abs(value),
    });
  }
  return assetsOf(holdings)
    .map((asset) => ({ ...asset, ...(values.get(asset.key) ?? { value: 0, gross: 0 }) }))
    .sort((a, b) => b.gross - a.gross);
}

/** Code of the contract that an asset is hedged with, or {@link NOT_HEDGED}. */
export function chosenFor({ assetContracts, contracts }: HedgeForm, key: string): string {
  const chosen = assetContracts[key];
  const known = chosen === NOT_HEDGED || contracts.some(({ facts }) => facts.code === chosen);
  return chosen !== undefined && known ? chosen : (contracts[0]?.facts.code ?? "");
}

/** The form with another contract, or {@link NOT_HEDGED}, for an asset. */
export function hedgeAsset(form: HedgeForm, key: string, code: string): HedgeForm {
  return { ...form, assetContracts: { ...form.assetContracts, [key]: code } };
}

export function addContract(form: HedgeForm, contract: ContractForm): HedgeForm {
  return { ...form, contracts: [...form.contracts, contract] };
}

/** Another contract in the place of one; the assets hedged with that one go along. */
export function replaceContract(form: HedgeForm, index: number, contract: ContractForm): HedgeForm {
  const before = form.contracts[index]?.facts.code;
  const moved = Object.entries(form.assetContracts).map(
    ([key, code]) => [key, code === before ? contract.facts.code : code] as const,
  );
  return {
    ...form,
    contracts: form.contracts.with(index, contract),
    assetContracts: Object.fromEntries(moved),
  };
}

/** The form without one contract; the assets hedged with it go with the first again. */
export function removeContract(form: HedgeForm, index: number): HedgeForm {
  const removed = form.contracts[index]?.facts.code;
  const others = Object.entries(form.assetContracts).filter(([, code]) => code !== removed);
  return {
    ...form,
    contracts: form.contracts.toSpliced(index, 1),
    assetContracts: Object.fromEntries(others),
  };
}

/** Codes that cannot be chosen for the contract at this place, each with the reason: a contract is listed once. */
export function takenCodes({ contracts }: HedgeForm, index: number): ReadonlyMap<string, string> {
  const codes = codesOf(contracts);
  const taken = contracts.flatMap((contract, at) => {
    if (at === index) return [];
    const { code } = contract.facts;
    const smaller = contract.useSmaller ? smallerOf(contract, codes) : null;
    const listed = [code, "already in this hedge"] as const;
    return smaller ? [listed, [smaller.code, `already for the remainder of ${code}`] as const] : [listed];
  });
  return new Map(taken);
}

/**
 * The form with each coin of the book hedged with a contract on it: those that are missing are added, where the
 * catalogue has a perpetual on the coin. Other coins, and those that are not to be hedged, stay as they are.
 *
 * @returns null if nothing would change
 */
export function withEachCoin(
  form: HedgeForm,
  holdings: Holdings,
  newContract: (code: string) => ContractForm,
): HedgeForm | null {
  const each = coinContracts(holdings, codesOf(form.contracts), (key) => chosenFor(form, key));
  const changed = each.filter(({ key, code }) => ![code, NOT_HEDGED].includes(chosenFor(form, key)));
  if (changed.length === 0) return null;
  return changed.reduce((sum, { key, code }) => {
    const isNew = !codesOf(sum.contracts).includes(code);
    return hedgeAsset(isNew ? addContract(sum, newContract(code)) : sum, key, code);
  }, form);
}

/** A contract whose futures beta is the one that the book gives its coin. */
export function withBookBeta(contract: ContractForm, holdings: Holdings): ContractForm {
  const bookBeta = coinBeta(contract.facts.code, holdings);
  return { ...contract, bookBeta, boxes: { ...contract.boxes, futuresBeta: numberText(bookBeta) } };
}

/** The form for newly read holdings: futures betas that came from the book's betas follow them, names are added. */
export function followBook(form: HedgeForm, holdings: Holdings): HedgeForm {
  const contracts = form.contracts.map((contract) => {
    const { bookBeta, boxes } = contract;
    const untouched = bookBeta !== null && boxes.futuresBeta === numberText(bookBeta);
    return untouched ? withBookBeta(contract, holdings) : contract;
  });
  return { ...form, contracts, assetNames: { ...form.assetNames, ...assetNames(holdings) } };
}
