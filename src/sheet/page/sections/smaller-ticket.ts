import { IN_EXCEL } from "../../../formulas/in-excel";
import { FIGURES_OF_SMALL } from "../../hedge/contract-figures";
import { contractCell } from "../../plan/cell-names";
import type { SmallFigure } from "../../plan/figure-names";
import type { Group } from "../../plan/groups";
import { contractFormat, format } from "../../plan/number-formats";
import type { ContractChoice } from "../../plan/plan";
import type { Blueprint } from "../blueprint";
import { asTotal, contractFigure, formula, text } from "../sheet-cells";
import { addLine, addRow, type Draft } from "../draft";
import type { SheetCell } from "../worksheet";

/** @param suffix the smaller contract's own */
export type SmallerCell = (
  group: Group,
  suffix: string,
  smaller: NonNullable<ContractChoice["smaller"]>,
) => SheetCell;

/** A cell for each contract that has a smaller one; the others' columns stay empty. */
export function smallerCells(groups: readonly Group[], cell: SmallerCell): (SheetCell | null)[] {
  return groups.map((group) => {
    const { choice, smallerSuffix } = group;
    return choice.smaller === null || smallerSuffix === null
      ? null
      : cell(group, smallerSuffix, choice.smaller);
  });
}

export function hasSmaller(groups: readonly Group[]): boolean {
  return groups.some(({ choice }) => choice.smaller !== null);
}

/** The hedge counted in the smaller contract, before it is split into large and small. */
export function addSmallUnits(draft: Draft, { hedge }: Blueprint): void {
  const line = (label: string, name: "SizeRatio" | "ExactSmall" | "SmallUnits", note = ""): void => {
    const cells = hedge.contracts.map((of) =>
      of.small === null ? null : contractFigure(hedge, of, name, FORMATS[name]),
    );
    addLine(
      draft,
      label,
      name === "SizeRatio" ? cells.map((cell) => cell && { ...cell, style: "word" as const }) : cells,
      "contracts",
      note,
    );
  };
  line("Small contracts in a large one", "SizeRatio");
  line("Exact, in small contracts", "ExactSmall");
  line("Rounded, in small contracts", "SmallUnits", "split below: as many large ones as fit, the rest small");
}

const FORMATS = { SizeRatio: "General", ExactSmall: format.exact, SmallUnits: format.fraction } as const;

/** What to hold and to trade of the smaller contract. */
export function addSmallerTicket(draft: Draft, { groups, hedge, plan, money, currency }: Blueprint): void {
  const heads = smallerCells(groups, (_, __, { code }) => text(code, "columnHead"));
  addRow(draft, text("Smaller contract", "columnHead"), ...heads);
  const figures = (name: SmallFigure, formatOf: (lot: number) => string) =>
    hedge.contracts.map((of) => {
      const { smallerSuffix, choice } = of.group;
      if (of.small === null || smallerSuffix === null) return null;
      const expression = FIGURES_OF_SMALL[name](IN_EXCEL, of.small, of, hedge).text;
      return formula(expression, formatOf(choice.smaller?.lot ?? 1), contractCell(name, smallerSuffix));
    });
  const totals = (name: SmallFigure) =>
    figures(name, (lot) => contractFormat(lot, plan.rounding)).map((cell) => cell && asTotal(cell));
  addLine(
    draft,
    "Value of one (smaller)",
    figures("ContractValue", () => money),
    currency,
  );
  addLine(draft, "Contracts to hold (smaller)", totals("ContractsToHold"), "contracts");
  addLine(draft, "Contracts to trade (smaller)", totals("ContractsToTrade"), "contracts");
}
