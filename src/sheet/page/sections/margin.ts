import type { Blueprint } from "../blueprint";
import { formula, sentence, total } from "../cells";
import { addContractHeads, addLine, addSection, contractLines, type Draft } from "../draft";
import { isIsolated, type Group } from "../../plan/groups";
import { known, sumOfKnown, UNKNOWN, unknownParts } from "../../hedge/native";
import { addCallPrices, maintenanceOfOne } from "./call-prices";
import { addLadder } from "./ladder";
import { format } from "../../plan/number-formats";

/** What the futures tie up, where the broker calls or the exchange liquidates, and whether the cash lasts. */
export function addMargin(draft: Draft, blueprint: Blueprint): void {
  addSection(draft, "Margin and cash");
  addContractHeads(draft, "Contract", blueprint.groups);
  addMargins(draft, blueprint);
  addCallPrices(draft, blueprint);
  addCash(draft, blueprint);
  addLadder(draft, blueprint);
}

function addMargins(draft: Draft, { groups, money, currency }: Blueprint): void {
  const line = contractLines(draft, groups);
  line(
    "Initial margin in all",
    currency,
    (group) => formula(initialMarginOf(group), money, marginTotal(group)),
    "set the margin or leverage in the inputs to see it",
  );
  line("Maintenance margin in all", currency, (group) =>
    formula(maintenanceMarginOf(group), money, maintenanceTotal(group)),
  );
  line(
    "Leverage",
    "times",
    ({ suffix }) =>
      formula(
        known(`MarginTotal_${suffix}`, `ABS(HedgeNotional_${suffix})/MarginTotal_${suffix}`),
        format.leverage,
        `MarginLeverage_${suffix}`,
      ),
    "notional / margin",
  );
}

/** Contracts as a number of large ones: the small contract's margin is in proportion to its size. */
function largeUnits({ suffix, smallerSuffix }: Group): string {
  const small =
    smallerSuffix === null
      ? ""
      : `+IF(SizeRatio_${suffix}=0,0,ABS(ContractsToHold_${smallerSuffix})/SizeRatio_${suffix})`;
  return `(ABS(ContractsToHold_${suffix})${small})`;
}

function initialMarginOf(group: Group): string {
  const { suffix } = group;
  if (isIsolated(group)) {
    return `IF(N(IsolatedLeverage_${suffix})=0,${UNKNOWN},ABS(HedgeNotional_${suffix})/IsolatedLeverage_${suffix})`;
  }
  return `IF(N(InitialMargin_${suffix})=0,${UNKNOWN},${largeUnits(group)}*InitialMargin_${suffix}*FxRate_${suffix})`;
}

function maintenanceMarginOf(group: Group): string {
  const { suffix } = group;
  if (isIsolated(group)) {
    return `IF(OR(N(IsolatedLeverage_${suffix})=0,NOT(ISNUMBER(MaintenanceRate_${suffix}))),${UNKNOWN},ABS(HedgeNotional_${suffix})*MaintenanceRate_${suffix})`;
  }
  return `IF(N(InitialMargin_${suffix})=0,${UNKNOWN},${largeUnits(group)}*${maintenanceOfOne(suffix)}*FxRate_${suffix})`;
}

function marginTotal({ suffix }: Group): string {
  return `MarginTotal_${suffix}`;
}

function maintenanceTotal({ suffix }: Group): string {
  return `MaintenanceTotal_${suffix}`;
}

function addCash(draft: Draft, { groups, money, currency }: Blueprint): void {
  addLine(
    draft,
    "Initial margin, all contracts",
    total(sumOfKnown(groups.map(marginTotal)), money, "TotalMargin"),
    currency,
    sentence(unknownParts(groups, "margin", marginTotal), "MarginGap"),
  );
  addLine(
    draft,
    "Maintenance margin, all contracts",
    formula(sumOfKnown(groups.map(maintenanceTotal)), money, "TotalMaintenance"),
    currency,
    sentence(unknownParts(groups, "maintenance margin", maintenanceTotal), "MaintenanceGap"),
  );
  const left = `IF(AND(ISNUMBER(CashAvailable),MarginGap=""),CashAvailable-N(TotalMargin),${UNKNOWN})`;
  addLine(
    draft,
    "Cash left after margin",
    formula(left, money, "CashAfterMargin"),
    currency,
    "set the cash and the margins in the inputs to see it",
  );
  const move = `IF(AND(ISNUMBER(CashAfterMargin),FuturesExposure<>0),MAX(0,N(CashAfterMargin))/ABS(FuturesExposure),${UNKNOWN})`;
  addLine(
    draft,
    "Adverse move that the cash pays for",
    formula(move, format.percent, "CashMove"),
    "% of market",
    "variation margin of that move uses up the cash",
  );
}
