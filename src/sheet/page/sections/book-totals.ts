import { hasAssetList } from "../../plan/hedged-with";
import type { Blueprint } from "../blueprint";
import { exposure, gross, shockedExposure, sumProduct, withoutBeta } from "../../book/book-ranges";
import { asTotal, bookFigure, formula, total } from "../cells";
import { addContractHeads, addLine, addSection, contractLines, type Draft, figureLines } from "../draft";
import type { Group } from "../../plan/groups";
import { addAssetList } from "./hedge-with";
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
  const line = contractLines(draft, groups);
  const conditions = groups.map((group, index) => conditionOf(rows.hedgeWith, group, index));
  const sumOf = (sum: (condition: readonly string[]) => string, index: number): string =>
    sum(conditions[index] ?? []);
  line("Value", currency, ({ suffix }, index) =>
    formula(sumOf(rows.value, index), money, `GroupValue_${suffix}`),
  );
  line("Long + short value", currency, ({ suffix }, index) =>
    formula(sumOf(rows.gross, index), money, `GroupGross_${suffix}`),
  );
  line("Beta-adjusted exposure", currency, ({ suffix }, index) =>
    formula(sumOf(rows.exposure, index), money, `GroupExposure_${suffix}`),
  );
  if (plan.aim.kind === "targetWeight") {
    line("Exposure after the shock", currency, ({ suffix }, index) =>
      formula(sumOf(rows.shocked, index), money, `GroupShocked_${suffix}`),
    );
  }
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
    const whole = (name: string) => (condition: readonly string[]) => (condition.length === 0 ? name : "0");
    return {
      hedgeWith,
      value: whole("PortfolioValue"),
      gross: whole("GrossValue"),
      exposure: whole("PortfolioExposure"),
      shocked: whole("ShockedExposure"),
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
  const {
    currency,
    hedge,
    plan: { holdings, aim },
    money,
    ranges,
  } = blueprint;
  const rows = holdings.lastRow - holdings.firstRow + 1;
  addLine(
    draft,
    "Portfolio value",
    total(sumProduct(...ranges.value), money, "PortfolioValue"),
    currency,
    `${String(rows)} ${rows === 1 ? "row" : "rows"} of the book`,
  );
  addLine(draft, "Long + short value", formula(gross(ranges), money, "GrossValue"), currency);
  addLine(
    draft,
    "Value without a beta",
    formula(ranges.beta === undefined ? "PortfolioValue" : withoutBeta(ranges), money, "ValueWithoutBeta"),
    currency,
    "counts with the beta of the inputs",
  );
  addLine(
    draft,
    "Beta-adjusted exposure",
    formula(exposure(ranges), money, "PortfolioExposure"),
    currency,
    "sum of value × beta",
  );
  if (aim.kind === "targetWeight") {
    const note = "each holding moved by its own beta";
    addLine(
      draft,
      "Exposure after the shock",
      formula(shockedExposure(ranges), money, "ShockedExposure"),
      currency,
      note,
    );
  }
  addLine(
    draft,
    "Portfolio beta",
    asTotal(bookFigure(hedge, "PortfolioBeta", format.beta)),
    "ratio",
    "value-weighted; 0 where the values add up to 0",
  );
}

/**
 * Factors that are 1 for the group's rows and 0 for others. Where nothing says which rows those are, the first contract
 * hedges the whole book: it has no factor, and the others a 0.
 */
function conditionOf(hedgeWith: string | undefined, group: Group, index: number): string[] {
  if (hedgeWith === undefined) return index === 0 ? [] : ["0"];
  const codes = [group.suffix, group.smallerSuffix].filter((suffix) => suffix !== null);
  const tests = codes.map((suffix) => `(${hedgeWith}=ContractCode_${suffix})`);
  if (index === 0) tests.push(`(${hedgeWith}="")`);
  return [tests.length === 1 ? `${tests.join("")}*1` : tests.join("+")];
}
