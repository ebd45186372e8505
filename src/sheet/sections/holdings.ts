import type { Blueprint } from "../blueprint";
import { isNoNumber, sumProduct } from "../book-ranges";
import { format, formula, text, total } from "../cells";
import { addLine, addRow, addSection, type Draft } from "../draft";
import type { Group } from "../groups";
import { isZeroBut } from "../native";
import type { SheetCell } from "../worksheet";

/**
 * What the user's book adds up to, in all and per contract, computed over the user's own columns:
 * the same few cells for ten holdings and for ten thousand.
 */
export function addHoldings(draft: Draft, blueprint: Blueprint): void {
  const { currency, groups, money, ranges } = blueprint;
  addSection(draft, "Holdings");
  const perContract = ranges.hedgeWith !== undefined;
  addBook(draft, blueprint);
  addRow(
    draft,
    text("Hedged with", "columnHead"),
    ...groups.map(({ choice }) => text(choice.code, "columnHead")),
  );
  const lines = (
    label: string,
    unit: string,
    cell: (group: Group, condition: string[]) => SheetCell,
    note = "",
  ) => {
    addLine(draft, {
      label,
      values: groups.map((group, index) => cell(group, conditionOf(blueprint, group, index))),
      unit,
      note,
    });
  };
  lines("Value", currency, ({ suffix }, condition) =>
    formula(
      perContract ? sumProduct(...condition, ...ranges.value) : "PortfolioValue",
      money,
      `GroupValue_${suffix}`,
    ),
  );
  lines("Long + short value", currency, ({ suffix }, condition) =>
    formula(perContract ? gross(ranges.value, condition) : "GrossValue", money, `GroupGross_${suffix}`),
  );
  lines("Beta-adjusted exposure", currency, ({ suffix }, condition) =>
    formula(
      perContract ? exposure(blueprint, condition) : "PortfolioExposure",
      money,
      `GroupExposure_${suffix}`,
    ),
  );
  lines(
    "Beta",
    "ratio",
    ({ suffix }) =>
    formula(betaOf(`GroupExposure_${suffix}`, `GroupValue_${suffix}`, `GroupGross_${suffix}`), format.beta, `GroupBeta_${suffix}`), // prettier-ignore
  );
}

function addBook(draft: Draft, blueprint: Blueprint): void {
  const { currency, plan: { holdings }, money, ranges } = blueprint; // prettier-ignore
  const rows = holdings.lastRow - holdings.firstRow + 1;
  addLine(draft, {
    label: "Portfolio value",
    values: [total(sumProduct(...ranges.value), money, "PortfolioValue")],
    unit: currency,
    note: `${String(rows)} ${rows === 1 ? "row" : "rows"} of the book`,
  });
  addLine(draft, {
    label: "Long + short value",
    values: [formula(gross(ranges.value, []), money, "GrossValue")],
    unit: currency,
  });
  addLine(draft, {
    label: "Value without a beta",
    values: [
      formula(
        ranges.beta === undefined ? "PortfolioValue" : withoutBeta(ranges.value, ranges.beta, []),
        money,
        "ValueWithoutBeta",
      ),
    ],
    unit: currency,
    note: "counts with the beta of the inputs",
  });
  addLine(draft, {
    label: "Beta-adjusted exposure",
    values: [formula(exposure(blueprint, []), money, "PortfolioExposure")],
    unit: currency,
    note: "sum of value × beta",
  });
  addLine(draft, {
    label: "Portfolio beta",
    values: [
      total(betaOf("PortfolioExposure", "PortfolioValue", "GrossValue"), format.beta, "PortfolioBeta"),
    ],
    unit: "ratio",
    note: "value-weighted; 0 where the values add up to 0",
  });
}

/** Factors that are 1 for the group's rows and 0 for others; none where one contract hedges the whole book. */
function conditionOf({ ranges }: Blueprint, group: Group, index: number): string[] {
  const { hedgeWith } = ranges;
  if (hedgeWith === undefined) return [];
  const codes = [group.suffix, group.smallerSuffix].filter((suffix) => suffix !== null);
  const tests = codes.map((suffix) => `(${hedgeWith}=ContractCode_${suffix})`);
  if (index === 0) tests.push(`(${hedgeWith}="")`);
  return [tests.length === 1 ? `${tests.join("")}*1` : tests.join("+")];
}

function exposure({ ranges }: Blueprint, condition: readonly string[]): string {
  const { value, beta } = ranges;
  if (beta === undefined) return `DefaultBeta*${sumProduct(...condition, ...value)}`;
  const missing = withoutBeta(value, beta, condition);
  return `${sumProduct(...condition, ...value, beta)}+DefaultBeta*${condition.length === 0 ? "ValueWithoutBeta" : missing}`;
}

function withoutBeta(value: readonly string[], beta: string, condition: readonly string[]): string {
  return sumProduct(...condition, ...value, isNoNumber(beta));
}

/** Σ |value|: longs less shorts. Prices are positive, so the first factor carries the sign. */
function gross(value: readonly string[], condition: readonly string[]): string {
  const [signed = "0"] = value;
  const long = sumProduct(...condition, `(${signed}>0)*1`, ...value);
  return `${long}-${sumProduct(...condition, `(${signed}<0)*1`, ...value)}`;
}

function betaOf(exposureName: string, valueName: string, grossName: string): string {
  return `IF(${isZeroBut(valueName, grossName)},0,${exposureName}/${valueName})`;
}
