import { nativeToLot } from "../../../formulas/native";
import type { Blueprint } from "../blueprint";
import { formula, text, total, word } from "../cells";
import { addLine, addRow, type Draft } from "../draft";
import type { Group } from "../../plan/groups";
import type { ContractChoice } from "../../plan/plan";
import type { SheetCell } from "../worksheet";
import { contractValueCell } from "./contract-value";
import { contractFormat, format } from "../../plan/number-formats";

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
export function addSmallUnits(draft: Draft, { groups }: Blueprint): void {
  const line = (label: string, cell: (suffix: string, smaller: string) => SheetCell, note = ""): void => {
    addLine(
      draft,
      label,
      smallerCells(groups, ({ suffix }, smaller) => cell(suffix, smaller)),
      "contracts",
      note,
    );
  };
  line("Small contracts in a large one", (suffix, smaller) =>
    word(
      `IF(ContractMultiplier_${smaller}=0,0,ContractMultiplier_${suffix}/ContractMultiplier_${smaller})`,
      `SizeRatio_${suffix}`,
    ),
  );
  line("Exact, in small contracts", (suffix) =>
    formula(`ExactContracts_${suffix}*SizeRatio_${suffix}`, format.exact, `ExactSmall_${suffix}`),
  );
  line(
    "Rounded, in small contracts",
    (suffix, smaller) =>
      formula(
        nativeToLot({
          contracts: `ExactSmall_${suffix}`,
          lot: `LotSize_${smaller}`,
          rounding: "RoundingMode",
        }),
        format.fraction,
        `SmallUnits_${suffix}`,
      ),
    "split below: as many large ones as fit, the rest small",
  );
}

/** What to hold and to trade of the smaller contract. */
export function addSmallerTicket(draft: Draft, { groups, plan, money, currency }: Blueprint): void {
  const heads = smallerCells(groups, (_, __, { code }) => text(code, "columnHead"));
  addRow(draft, text("Smaller contract", "columnHead"), ...heads);
  const values = smallerCells(groups, (group, smaller) => contractValueCell(group, smaller, money));
  addLine(draft, "Value of one (smaller)", values, currency);
  const toHold = smallerCells(groups, ({ suffix }, smaller, { lot }) =>
    total(
      `IF(RoundingMode="none",0,SmallUnits_${suffix}-ContractsToHold_${suffix}*SizeRatio_${suffix})`,
      contractFormat(lot, plan.rounding),
      `ContractsToHold_${smaller}`,
    ),
  );
  addLine(draft, "Contracts to hold (smaller)", toHold, "contracts");
  const toTrade = smallerCells(groups, (_, smaller, { lot }) =>
    total(
      `ContractsToHold_${smaller}-HeldContracts_${smaller}`,
      contractFormat(lot, plan.rounding),
      `ContractsToTrade_${smaller}`,
    ),
  );
  addLine(draft, "Contracts to trade (smaller)", toTrade, "contracts");
}
