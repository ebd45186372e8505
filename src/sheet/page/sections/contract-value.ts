import { FUT_NOTIONAL } from "../../../formulas/position";
import { formula } from "../cells";
import type { Group } from "../../plan/groups";
import type { SheetCell } from "../worksheet";

/** Value of one contract in the book's currency: of the group's large one or, by its suffix, its smaller one. */
export function contractValueCell(
  { choice, suffix: large }: Group,
  suffix: string,
  money: string,
): SheetCell {
  const one = FUT_NOTIONAL.native({
    price: `FuturesPrice_${large}`,
    contract: { multiplier: `ContractMultiplier_${suffix}`, payoff: choice.payoff },
    contracts: `FxRate_${large}`,
  });
  return formula(String(one), money, `ContractValue_${suffix}`);
}
