import { aimKind } from "../../plan/aims";
import { hasAssetList } from "../../plan/hedged-with";
import type { Blueprint } from "../blueprint";
import { gross, sumProduct, withoutBeta } from "../../book/book-ranges";
import { exposure, shockedExposure } from "../../hedge/exposure-in-excel";
import type { ExcelContract } from "../../hedge/hedge-in-excel";
import { BOOK_CELLS } from "../../plan/cell-names";
import type { ContractSum } from "../../plan/figure-names";
import { sizesOf } from "../../plan/figures";
import { asTotal, bookFigure, formula, total } from "../sheet-cells";
import { addContractHeads, addLine, addSection, figureLines, formulaLines, type Draft } from "../draft";
import { addAssetList } from "./asset-table";
import { format } from "../../plan/number-formats";

/**
 * What the user's book adds up to, in all and per contract, computed over the user's own columns:
 * the same few cells for ten holdings and for ten thousand.
 */
export function addHoldings(draft: Draft, blueprint: Blueprint): void {
  const { currency, groups, hedge, money, plan } = blueprint;
  addSection(draft, "Holdings");
  addBook(draft, blueprint);
  const rows = rowsToGroup(draft, blueprint);
  addContractHeads(draft, "Hedged with", groups);
  const addSums = formulaLines(draft, hedge);
  const line = (
    label: string,
    name: ContractSum | "GroupShocked",
    sum: (condition: readonly string[]) => string,
  ): void => {
    addSums({ label, unit: currency, name, format: money }, (_, of) => sum(conditionOf(rows.hedgeWith, of)));
  };
  line("Value", "GroupValue", rows.value);
  line("Long + short value", "GroupGross", rows.gross);
  line("Beta-adjusted exposure", "GroupExposure", rows.exposure);
  if (aimKind(plan.aim.kind).shows === "weights")
    line("Exposure after the shock", "GroupShocked", rows.shocked);
  figureLines(draft, hedge)({ label: "Beta", unit: "ratio", name: "GroupBeta", format: format.beta });
}

/** What the contracts share out among themselves: the rows of the book, of the list of assets, or the book as one. */
interface RowsToGroup {
  /** Range that says what each row is hedged with. */
  readonly hedgeWith: string | undefined;
  /** Sums over the rows that meet the condition. */
  readonly value: (condition: readonly string[]) => string;
  readonly gross: (condition: readonly string[]) => string;
  readonly exposure: (condition: readonly string[]) => string;
  /** Known where the aim is a weight. */
  readonly shocked: (condition: readonly string[]) => string;
}

function rowsToGroup(draft: Draft, blueprint: Blueprint): RowsToGroup {
  const { plan, ranges } = blueprint;
  if (hasAssetList(plan)) {
    const list = addAssetList(draft, blueprint);
    const sum = (amounts: string) => (condition: readonly string[]) => sumProduct(...condition, amounts);
    const { hedgeWith, value, gross: size, exposure: adjusted, shocked } = list;
    return { hedgeWith, value: sum(value), gross: sum(size), exposure: sum(adjusted), shocked: sum(shocked) };
  }
  const { hedgeWith, value } = ranges;
  if (hedgeWith === undefined) {
    const { PortfolioValue, GrossValue, PortfolioExposure, ShockedExposure } = BOOK_CELLS;
    const whole = (name: string) => (condition: readonly string[]) => (condition.length === 0 ? name : "0");
    return {
      hedgeWith,
      value: whole(PortfolioValue),
      gross: whole(GrossValue),
      exposure: whole(PortfolioExposure),
      shocked: whole(ShockedExposure),
    };
  }
  return {
    hedgeWith,
    value: (condition) => sumProduct(...condition, ...value),
    gross: (condition) => gross(ranges, condition),
    exposure: (condition) => exposure(ranges, condition),
    shocked: (condition) => shockedExposure(ranges, condition),
  };
}

function addBook(draft: Draft, blueprint: Blueprint): void {
  const { currency, hedge, plan, money, ranges } = blueprint;
  addValues(draft, blueprint);
  addLine(
    draft,
    "Beta-adjusted exposure",
    formula(exposure(ranges), money, "PortfolioExposure"),
    currency,
    "sum of value × beta",
  );
  if (aimKind(plan.aim.kind).shows === "weights") {
    const shocked = formula(shockedExposure(ranges), money, "ShockedExposure");
    addLine(draft, "Exposure after the shock", shocked, currency, "each holding moved by its own beta");
  }
  addLine(
    draft,
    "Portfolio beta",
    asTotal(bookFigure(hedge, "PortfolioBeta", format.beta)),
    "ratio",
    "value-weighted; 0 where the values add up to 0",
  );
}

function addValues(draft: Draft, { currency, plan: { holdings }, money, ranges }: Blueprint): void {
  const rows = holdings.lastRow - holdings.firstRow + 1;
  addLine(
    draft,
    "Portfolio value",
    total(sumProduct(...ranges.value), money, "PortfolioValue"),
    currency,
    `${String(rows)} ${rows === 1 ? "row" : "rows"} of the book`,
  );
  addLine(draft, "Long + short value", formula(gross(ranges), money, "GrossValue"), currency);
  const without = ranges.beta === undefined ? BOOK_CELLS.PortfolioValue : withoutBeta(ranges);
  addLine(
    draft,
    "Value without a beta",
    formula(without, money, "ValueWithoutBeta"),
    currency,
    "counts with the beta of the inputs",
  );
}

/**
 * Factors that are 1 for the group's rows and 0 for others. Where nothing says which rows those are, the first contract
 * hedges the whole book: it has no factor, and the others a 0.
 */
function conditionOf(hedgeWith: string | undefined, of: ExcelContract): string[] {
  if (hedgeWith === undefined) return of.isFirst ? [] : ["0"];
  const tests = sizesOf(of).map(({ ContractCode }) => `(${hedgeWith}=${ContractCode.text})`);
  if (of.isFirst) tests.push(`(${hedgeWith}="")`);
  return [tests.length === 1 ? `${tests.join("")}*1` : tests.join("+")];
}
