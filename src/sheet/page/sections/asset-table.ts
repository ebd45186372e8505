import { aimKind } from "../../plan/aims";
import { areaAddress, cellAddress } from "../../cell-address";
import { assetsOf, NOT_HEDGED, type Asset } from "../../book/assets";
import { contractOf } from "../../plan/hedged-with";
import type { Blueprint } from "../blueprint";
import { gross, sumProduct } from "../../book/book-ranges";
import { exposure, shockedExposure } from "../../hedge/exposure-in-excel";
import { BOOK_CELLS } from "../../plan/cell-names";
import { formula, text, userText, word } from "../sheet-cells";
import { addHeads, addLine, addRow, columnArea, type Draft } from "../draft";
import type { HedgePlan } from "../../plan/plan";
import type { SheetCell } from "../worksheet";
import { format } from "../../plan/number-formats";
import type { SheetValidation } from "../../plan/validations";

/** Ranges of the list: a row per asset, and one for all that is not listed. */
interface ListedAssets {
  readonly hedgeWith: string;
  readonly value: string;
  readonly gross: string;
  readonly exposure: string;
  /** Filled where the aim is a weight. */
  readonly shocked: string;
}

/** Excel takes no longer list of choices in a cell's validation. */
const LONGEST_CHOICE = 255;

/**
 * What each asset is hedged with, and how much of it the book holds. An asset is found by its name, not by its place,
 * so that a book which is sorted keeps its hedge; that is why the names are texts here, not links to cells.
 */
export function addAssetList(draft: Draft, blueprint: Blueprint): ListedAssets {
  const { plan, money, currency } = blueprint;
  const heads = [`Asset, amounts in ${currency}`, "Hedge with", "Value", "Long + short", "Exposure", "Rows"];
  addHeads(draft, ...heads, ...(hasWeight(plan) ? ["After the shock"] : []));
  const top = draft.rows.length;
  const column = (at: number, rows: number): string => areaAddress(columnArea(top, at, rows));
  const assets = assetsOf(plan.holdings);
  for (const asset of assets) addAsset(draft, blueprint, asset);
  addOthers(draft, blueprint, (at) => column(at, assets.length));
  const withOthers = assets.length + 1;
  const hedgeWith = column(1, withOthers);
  addLine(
    draft,
    "Not hedged, by choice",
    formula(`SUMPRODUCT((${hedgeWith}="${NOT_HEDGED}")*1,${column(3, withOthers)})`, money, "GrossNotHedged"),
    currency,
    "long + short value of the assets with “none”",
  );
  addLine(
    draft,
    "Listed, but not in the book",
    formula(`SUMPRODUCT((${column(5, assets.length)}=0)*1)`, format.count, "AssetsMissing"),
    "assets",
  );
  return {
    hedgeWith,
    value: column(2, withOthers),
    gross: column(3, withOthers),
    exposure: column(4, withOthers),
    shocked: column(6, withOthers),
  };
}

function addAsset(
  draft: Draft,
  { plan, groups, ranges, money }: Blueprint,
  { key, text: name }: Asset,
): void {
  const codes = groups.map(({ choice }) => choice.code);
  const isAsset = `(${ranges.name ?? ""}&""=${cellAddress(draft.rows.length, 0)})*1`;
  addRow(
    draft,
    userText(name),
    hedgeWithCell(`HedgeWith_${key}`, contractOf(plan, key), codes),
    formula(sumProduct(isAsset, ...ranges.value), money),
    formula(gross(ranges, [isAsset]), money),
    formula(exposure(ranges, [isAsset]), money),
    formula(sumProduct(isAsset), format.count),
    ...(hasWeight(plan) ? [formula(shockedExposure(ranges, [isAsset]), money)] : []),
  );
}

/** A weight is looked at after the shock as well: then the list needs its exposures. */
function hasWeight({ aim }: HedgePlan): boolean {
  return aimKind(aim.kind).shows === "weights";
}

/** What the book holds beside the listed assets: it goes with the first contract. */
function addOthers(
  draft: Draft,
  { plan, hedge, money }: Blueprint,
  listed: (column: number) => string,
): void {
  const { PortfolioValue, GrossValue, PortfolioExposure, ShockedExposure, GrossNotListed } = BOOK_CELLS;
  const rest = (all: string, column: number): string => `${all}-SUM(${listed(column)})`;
  const restIfAny = (all: string, column: number): SheetCell =>
    formula(`IF(${GrossNotListed}=0,0,${rest(all, column)})`, money);
  const size = rest(GrossValue, 3);
  addRow(
    draft,
    text("All others", "label"),
    word(hedge.contracts[0]?.ContractCode.text ?? ""),
    restIfAny(PortfolioValue, 2),
    // What is left of a difference that should be nothing is a computer's noise.
    formula(`IF(${size}<=1E-12*${GrossValue},0,${size})`, money, "GrossNotListed"),
    restIfAny(PortfolioExposure, 4),
    null,
    ...(hasWeight(plan) ? [restIfAny(ShockedExposure, 6)] : []),
  );
}

function hedgeWithCell(name: `HedgeWith_${string}`, chosen: string, codes: readonly string[]): SheetCell {
  const list = [...codes, NOT_HEDGED];
  const validation: SheetValidation = {
    kind: "list",
    list,
    message: `Choose one of this sheet's contracts, or ${NOT_HEDGED}.`,
  };
  const content = chosen === "" ? (codes[0] ?? "") : chosen;
  return {
    ...userText(content),
    style: "input",
    numberFormat: "General",
    name,
    input: true,
    ...(list.join(",").length <= LONGEST_CHOICE ? { validation } : {}),
  };
}
