import { fromCell } from "../../calc/decimal";
import { IN_DECIMALS } from "../../calc/in-decimals";
import { coinOf, findCoin, isContractOn } from "../../contracts/coins";
import { assetKey, assetsOf } from "../book/assets";
import { hasAssetList } from "../plan/hedged-with";
import type { BookRanges } from "../book/book-ranges";
import { BOOK_CELLS, contractCell, contractCells, type CellName } from "../plan/cell-names";
import { exceeds } from "../noise";
import type { Group } from "../plan/groups";
import type { HedgePlan } from "../plan/plan";

/** Whether a group's contract is on a coin. */
export function isOnCoin({ choice }: Group): boolean {
  return coinOf(choice.code) !== undefined;
}

/**
 * How many holdings of a coin that is hedged with a contract on it have another beta than the contract, by more than a
 * share of it: then beta ÷ futures beta times as much is hedged as is held. A holding without a beta does not count.
 */
export function foreignBetas({ choice, holdings }: Group, tolerance: number): number {
  const futuresBeta = fromCell(choice.futuresBeta);
  const miss = futuresBeta.abs().times(fromCell(tolerance));
  return holdings.filter(
    ({ nameText, beta }) =>
      beta !== null &&
      isContractOn(choice.code, nameText) &&
      exceeds(IN_DECIMALS, fromCell(beta).minus(futuresBeta).abs(), miss),
  ).length;
}

/**
 * The same as a native number over the user's columns, which are only compared: a comparison takes text as it is,
 * where arithmetic would fail. In Excel's order numbers come before text, and a blank equals "".
 */
export function foreignBetasNative(group: Group, plan: HedgePlan, ranges: BookRanges): string {
  const { beta = "" } = ranges;
  const { FuturesBeta: futuresBeta } = contractCells(group.suffix);
  const miss = `ABS(${futuresBeta})*${BOOK_CELLS.ResidualTolerance}*(1+1E-9)`;
  const rows = spellings(group.choice.code, plan).flatMap((text) => rowsNamed(text, group, plan, ranges));
  if (rows.length === 0) return "0";
  const isOff = `(${beta}>${futuresBeta}+${miss})+(${beta}<${futuresBeta}-${miss})`;
  return `SUMPRODUCT((${rows.join("+")})*(${beta}<"")*(${isOff}))`;
}

/**
 * What the coin of a contract is called: its names, and how else the book writes them, which is with blanks around
 * them. Each differs from the others as Excel compares, which is in any case.
 */
function spellings(code: string, { holdings }: HedgePlan): readonly string[] {
  const coin = coinOf(code);
  if (coin === undefined) return [];
  const known = new Set(coin.names.map((name) => name.toUpperCase()));
  const others = assetsOf(holdings).filter(
    ({ text }) => findCoin(text) === coin && !known.has(text.toUpperCase()),
  );
  return [...coin.names, ...others.map(({ text }) => text)];
}

/** 1 for each row of that name which the contract hedges, as the book, the list of assets, or nothing says. */
function rowsNamed(text: string, group: Group, plan: HedgePlan, ranges: BookRanges): readonly string[] {
  const named = `(${ranges.name ?? ""}&""="${text}")`;
  const isFirst = plan.contracts[0] === group.choice;
  if (ranges.hedgeWith !== undefined) return [`${named}*${isHedgedWith(ranges.hedgeWith, group, isFirst)}`];
  const key = assetKey(text);
  const isListed = hasAssetList(plan) && assetsOf(plan.holdings).some((asset) => asset.key === key);
  const says: CellName = `HedgeWith_${key}`;
  if (isListed) return [`${named}*${isHedgedWith(says, group, isFirst)}`];
  return isFirst ? [named] : [];
}

function isHedgedWith(says: string, { suffix, smallerSuffix }: Group, isFirst: boolean): string {
  const codes = [suffix, smallerSuffix].filter((each) => each !== null);
  const tests = codes.map((each) => `(${says}=${contractCell("ContractCode", each)})`);
  return `(${[...tests, ...(isFirst ? [`(${says}="")`] : [])].join("+")})`;
}
