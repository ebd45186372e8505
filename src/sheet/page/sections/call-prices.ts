import { IN_EXCEL } from "../../../formulas/in-excel";
import { FUT_LIQUIDATION, FUT_MARGIN_CALL } from "../../../formulas/margin";
import { maintenanceOfOne } from "../../hedge/contract-figures";
import { UNKNOWN } from "../../hedge/dashes";
import { contractCell, contractCells } from "../../plan/cell-names";
import { isInverse, isIsolated, isMarginedByAmount, type Group } from "../../plan/groups";
import { format, priceFormat } from "../../plan/number-formats";
import type { ContractChoice } from "../../plan/plan";
import { priceUnit } from "../../plan/units";
import type { Blueprint } from "../blueprint";
import { formula, text } from "../sheet-cells";
import { contractLines, formulaLines, type ContractCells, type Draft } from "../draft";

/** Where the broker calls, or the exchange liquidates. */
export function addCallPrices(draft: Draft, { groups, hedge }: Blueprint): void {
  const isCalled = (group: Group): boolean => isMarginedByAmount(group) && !isInverse(group);
  const ofPrice = ({ choice }: Group): string => priceFormat(choice.price);
  formulaLines(
    draft,
    hedge,
    isCalled,
  )(
    {
      label: "Price of the margin call",
      unit: "points",
      name: "MarginCallPrice",
      format: ofPrice,
      note: "the call restores the initial margin",
    },
    (cells, of) => marginCall(cells, maintenanceOfOne(IN_EXCEL, of, hedge).text),
  );
  formulaLines(
    draft,
    hedge,
    isIsolated,
  )(
    {
      label: "Liquidation price",
      unit: priceUnit(groups),
      name: "LiquidationPrice",
      format: ofPrice,
      note: "isolated margin, maintenance on the mark value, one tier, no fees",
    },
    (cells, { group }) => liquidation(cells, group.choice.payoff),
  );
  contractLines(draft, groups)("Distance to it", "% of price", (group) => {
    if (!isCalled(group) && !isIsolated(group)) return text("–", "text");
    const { FuturesPrice, MarginCallPrice, LiquidationPrice } = contractCells(group.suffix);
    const price = isCalled(group) ? MarginCallPrice : LiquidationPrice;
    const distance = `IF(ISNUMBER(${price}),${price}/${FuturesPrice}-1,${UNKNOWN})`;
    return formula(distance, format.percent, contractCell("CallDistance", group.suffix));
  });
}

/** @param maintenance margin of one contract */
function marginCall(cells: ContractCells, maintenance: string): string {
  const { FuturesPrice, ContractMultiplier, InitialMargin, HedgeNotional } = cells;
  const price = FUT_MARGIN_CALL.native({
    entryPrice: FuturesPrice,
    contract: { multiplier: ContractMultiplier },
    initialMargin: InitialMargin,
    maintenanceMargin: maintenance,
    // Only the side counts; the smaller contracts, whose margin is in proportion, may be all that is held.
    contracts: HedgeNotional,
  });
  const blank = `N(${InitialMargin})=0,${HedgeNotional}=0,${ContractMultiplier}=0`;
  return `IF(OR(${blank}),${UNKNOWN},${String(price)})`;
}

/** "none" where no price liquidates: a short covered by its margin in coin, a long covered in money. */
function liquidation(cells: ContractCells, payoff: ContractChoice["payoff"]): string {
  const { FuturesPrice, ContractMultiplier, HedgeNotional } = cells;
  const { IsolatedLeverage: leverage, MaintenanceRate: rate } = cells;
  const price = String(
    FUT_LIQUIDATION.native({
      entryPrice: FuturesPrice,
      contract: { multiplier: ContractMultiplier, payoff },
      leverage,
      maintenanceRate: rate,
      contracts: HedgeNotional,
    }),
  );
  return (
    `IF(OR(N(${leverage})=0,NOT(ISNUMBER(${rate})),${HedgeNotional}=0),${UNKNOWN},` +
    `IF(1/${leverage}<=${rate},"at once",IFERROR(IF(${price}<=0,"none",${price}),"none")))`
  );
}
