import { cell, IN_EXCEL, type Expression } from "../../formulas/in-excel";
import { NOT_HEDGED } from "../book/assets";
import { gross, isNoNumber, type BookRanges } from "../book/book-ranges";
import { BOOK_INPUT_NAMES, CONTRACT_INPUT_NAMES, contractCell, type ContractCell } from "../plan/cell-names";
import {
  BOOK_FIGURES,
  BOOK_SUMS,
  BOOK_TEXTS,
  CONTRACT_FIGURES,
  CONTRACT_SUMS,
  CONTRACT_TEXTS,
  SMALL_FIGURES,
} from "../plan/figure-names";
import type { ContractOf, HedgeOf } from "../plan/figures";
import type { Group } from "../plan/groups";
import { hasAssetList } from "../plan/hedged-with";
import type { HedgePlan } from "../plan/plan";
import { foreignBetasNative } from "./coin-betas";

/** Figures as the names of the cells that compute them. */
export type ExcelHedge = HedgeOf<Expression, Expression>;
export type ExcelContract = ContractOf<Expression, Expression>;

/** The hedge as a sheet has it: figures are spelt from the names of other cells. */
export function hedgeInExcel(plan: HedgePlan, groups: readonly Group[], ranges: BookRanges): ExcelHedge {
  const named = <K extends string>(names: readonly K[]) =>
    Object.fromEntries(names.map((name) => [name, cell(name)])) as Record<K, Expression>;
  return {
    plan,
    contracts: groups.map((group, index) => ({
      ...excelContract(group, index === 0),
      ForeignBetas: cell(foreignBetasNative(group, plan, ranges)),
    })),
    ...named(BOOK_SUMS),
    ...named(BOOK_FIGURES),
    ...named(BOOK_TEXTS),
    ...named(BOOK_INPUT_NAMES),
    ...named(["GrossNotListed", "AssetsMissing"]),
    ...factsOf(plan, ranges),
  };
}

function excelContract(group: Group, isFirst: boolean): Omit<ExcelContract, "ForeignBetas"> {
  const { suffix, smallerSuffix } = group;
  const named = <K extends ContractCell>(names: readonly K[], code: string) =>
    Object.fromEntries(names.map((name) => [name, cell(contractCell(name, code))])) as Record<K, Expression>;
  const SMALL_INPUTS = ["ContractMultiplier", "LotSize", "HeldContracts"] as const;
  return {
    group,
    isFirst,
    ...named(CONTRACT_SUMS, suffix),
    ...named(CONTRACT_FIGURES, suffix),
    ...named(CONTRACT_INPUT_NAMES, suffix),
    ...named(CONTRACT_TEXTS, suffix),
    small:
      smallerSuffix === null
        ? null
        : named([...SMALL_FIGURES, ...SMALL_INPUTS, ...CONTRACT_TEXTS], smallerSuffix),
  };
}

/** What checks ask of the book's columns: see plan/figures.ts. */
function factsOf(plan: HedgePlan, ranges: BookRanges) {
  const { beta = "", hedgeWith } = ranges;
  const leftAlone = () =>
    hedgeWith === undefined
      ? IN_EXCEL.number(0)
      : { ...cell(gross(ranges, [`(${hedgeWith}="${NOT_HEDGED}")*1`])), binds: 3 as const };
  return {
    HighestBeta: cell(`MAX(${beta})`),
    LowestBeta: cell(`MIN(${beta})`),
    KnownBetas: cell(`COUNT(${beta})`),
    GrossWithoutBeta: { ...cell(gross(ranges, [isNoNumber(beta)])), binds: 3 as const },
    GrossNotHedged: hasAssetList(plan) ? cell("GrossNotHedged") : leftAlone(),
  };
}
