import { fromCell } from "../../calc/decimal";
import { IN_DECIMALS } from "../../calc/in-decimals";
import { CONTRACTS, findContract } from "../../contracts/catalogue";
import { assetKey, assetsOf } from "../book/assets";
import { hasAssetList } from "../plan/hedged-with";
import type { BookRanges } from "../book/book-ranges";
import { BOOK_CELLS, contractCell, contractCells, type CellName } from "../plan/cell-names";
import { exceeds } from "./noise";
import type { Group } from "../plan/groups";
import type { HedgePlan } from "../plan/plan";

/**
 * What the catalogue calls the coin of a contract: its name, and its tickers, which are the codes of CME's full-size
 * futures and what inverse contracts settle in. SOLUSDT: Solana, SOL. None for a contract on anything else.
 */
export function coinNames(code: string): readonly string[] {
  const underlying = findContract(code)?.underlying;
  const tickers = CONTRACTS.filter((contract) => contract.underlying === underlying).flatMap((contract) => {
    if (contract.payoff === "inverse") return [contract.settlementCurrency];
    return contract.expiryRule === "cme-crypto" && contract.larger === null ? [contract.code] : [];
  });
  return underlying === undefined || tickers.length === 0 ? [] : [...new Set([underlying, ...tickers])];
}

export function isOnCoin({ choice }: Group): boolean {
  return coinNames(choice.code).length > 0;
}

/**
 * How many holdings of a coin that is hedged with its own contract have another beta than the contract, by more than a
 * share of it: then beta ÷ futures beta times as much is hedged as is held. A holding without a beta does not count.
 */
export function foreignBetas({ choice, holdings }: Group, tolerance: number): number {
  const names = coinNames(choice.code).map((name) => name.toUpperCase());
  const own = fromCell(choice.futuresBeta);
  const miss = own.abs().times(fromCell(tolerance));
  return holdings.filter(
    ({ nameText, beta }) =>
      beta !== null &&
      names.includes(nameText.toUpperCase()) &&
      exceeds(IN_DECIMALS, fromCell(beta).minus(own).abs(), miss),
  ).length;
}

/**
 * The same as a native number over the user's columns, which are only compared: a comparison takes text as it is,
 * where arithmetic would fail. In Excel's order numbers come before text, and a blank equals "".
 */
export function foreignBetasNative(group: Group, plan: HedgePlan, ranges: BookRanges): string {
  const { beta = "" } = ranges;
  const { FuturesBeta: own } = contractCells(group.suffix);
  const miss = `ABS(${own})*${BOOK_CELLS.ResidualTolerance}*(1+1E-9)`;
  const coins = coinNames(group.choice.code).flatMap((coin) => rowsOfCoin(coin, group, plan, ranges));
  if (coins.length === 0) return "0";
  return `SUMPRODUCT((${coins.join("+")})*(${beta}<"")*((${beta}>${own}+${miss})+(${beta}<${own}-${miss})))`;
}

/** 1 for each row of that name which the contract hedges, as the book, the list of assets, or nothing says. */
function rowsOfCoin(coin: string, group: Group, plan: HedgePlan, ranges: BookRanges): string[] {
  const named = `(${ranges.name ?? ""}&""="${coin}")`;
  const isFirst = plan.contracts[0] === group.choice;
  if (ranges.hedgeWith !== undefined) return [`${named}*${isHedgedWith(ranges.hedgeWith, group, isFirst)}`];
  const key = assetKey(coin);
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
