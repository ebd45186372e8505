import { IN_EXCEL } from "../../../formulas/in-excel";
import { maintenanceOfOne } from "../../hedge/contract-figures";
import { FUT_LIQUIDATION, FUT_MARGIN_CALL } from "../../../formulas/margin";
import type { Blueprint } from "../blueprint";
import { formula, text } from "../cells";
import { contractLines, type Draft } from "../draft";
import { isIsolated, isMarginedByAmount, type Group } from "../../plan/groups";
import { UNKNOWN } from "../../hedge/native";
import { format, priceFormat } from "../../plan/number-formats";
import { priceUnit } from "../../plan/units";

/** Where the broker calls, or the exchange liquidates. */
export function addCallPrices(draft: Draft, { groups, hedge }: Blueprint): void {
  const isCalled = (group: Group): boolean => isMarginedByAmount(group) && group.choice.payoff === "linear";
  const maintenance = hedge.contracts.map((of) => maintenanceOfOne(IN_EXCEL, of, hedge).text);
  contractLines(draft, groups, isCalled)(
    "Price of the margin call",
    "points",
    (group, index) =>
      formula(
        marginCall(group, maintenance[index] ?? ""),
        priceFormat(group.choice.price),
        `MarginCallPrice_${group.suffix}`,
      ),
    "the call restores the initial margin",
  );
  contractLines(draft, groups, isIsolated)(
    "Liquidation price",
    priceUnit(groups),
    (group) =>
      formula(liquidation(group), priceFormat(group.choice.price), `LiquidationPrice_${group.suffix}`),
    "isolated margin, maintenance on the mark value, one tier, no fees",
  );
  contractLines(draft, groups)("Distance to it", "% of price", (group) => {
    const price = isCalled(group) ? "MarginCallPrice" : "LiquidationPrice";
    if (!isCalled(group) && !isIsolated(group)) return text("–", "text");
    return formula(
      `IF(ISNUMBER(${price}_${group.suffix}),${price}_${group.suffix}/FuturesPrice_${group.suffix}-1,${UNKNOWN})`,
      format.percent,
      `CallDistance_${group.suffix}`,
    );
  });
}

/** @param maintenance margin of one contract */
function marginCall({ suffix }: Group, maintenance: string): string {
  const price = FUT_MARGIN_CALL.native({
    entryPrice: `FuturesPrice_${suffix}`,
    contract: { multiplier: `ContractMultiplier_${suffix}` },
    initialMargin: `InitialMargin_${suffix}`,
    maintenanceMargin: maintenance,
    // Only the side counts; the smaller contracts, whose margin is in proportion, may be all that is held.
    contracts: `HedgeNotional_${suffix}`,
  });
  const blank = `N(InitialMargin_${suffix})=0,HedgeNotional_${suffix}=0,ContractMultiplier_${suffix}=0`;
  return `IF(OR(${blank}),${UNKNOWN},${String(price)})`;
}

/** "none" where no price liquidates: a short covered by its margin in coin, a long covered in money. */
function liquidation({ choice, suffix }: Group): string {
  const leverage = `IsolatedLeverage_${suffix}`;
  const rate = `MaintenanceRate_${suffix}`;
  const price = String(
    FUT_LIQUIDATION.native({
      entryPrice: `FuturesPrice_${suffix}`,
      contract: { multiplier: `ContractMultiplier_${suffix}`, payoff: choice.payoff },
      leverage,
      maintenanceRate: rate,
      contracts: `HedgeNotional_${suffix}`,
    }),
  );
  return (
    `IF(OR(N(${leverage})=0,NOT(ISNUMBER(${rate})),HedgeNotional_${suffix}=0),${UNKNOWN},` +
    `IF(1/${leverage}<=${rate},"at once",IFERROR(IF(${price}<=0,"none",${price}),"none")))`
  );
}
