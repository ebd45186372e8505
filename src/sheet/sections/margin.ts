import type { Blueprint } from "../blueprint";
import { LADDER_DAYS, LADDER_MOVE } from "../cash-ladder";
import { areaAddress, cellAddress } from "../cell-address";
import { format, formula, input, priceFormat, sentence, text, total, word } from "../cells";
import { addHeads, addLine, addRow, addSection, columnArea, contractLines, type Draft } from "../draft";
import { FUT_LIQUIDATION, FUT_MARGIN_CALL } from "../../formulas/margin";
import { isIsolated, type Group } from "../groups";
import { sumOfKnown, UNKNOWN, unknownParts } from "../native";
import { priceUnit } from "../words";

/** What the futures tie up, where the broker calls or the exchange liquidates, and whether the cash lasts. */
export function addMargin(draft: Draft, blueprint: Blueprint): void {
  addSection(draft, "Margin and cash");
  addMargins(draft, blueprint);
  addCash(draft, blueprint);
  addLadder(draft, blueprint);
}

/** Names of the cells with a contract's margins, in the book's currency. */
const marginTotal = ({ suffix }: Group): string => `MarginTotal_${suffix}`;
const maintenanceTotal = ({ suffix }: Group): string => `MaintenanceTotal_${suffix}`;

function addMargins(draft: Draft, { groups, money, currency }: Blueprint): void {
  const byAmount = (group: Group): boolean => !isIsolated(group);
  addRow(
    draft,
    text("Contract", "columnHead"),
    ...groups.map(({ choice }) => text(choice.code, "columnHead")),
  );
  const line = contractLines(draft, groups);
  const always = (): boolean => true;
  line(
    "Initial margin in all",
    currency,
    always,
    (group) => formula(initialMarginOf(group), money, marginTotal(group)),
    "set the margin or leverage in the inputs to see it",
  );
  line("Maintenance margin in all", currency, always, (group) =>
    formula(maintenanceMarginOf(group), money, maintenanceTotal(group)),
  );
  line(
    "Leverage",
    "times",
    always,
    ({ suffix }) =>
      formula(
        `IF(N(MarginTotal_${suffix})=0,${UNKNOWN},ABS(HedgeNotional_${suffix})/MarginTotal_${suffix})`,
        format.leverage,
        `MarginLeverage_${suffix}`,
      ),
    "notional / margin",
  );
  line(
    "Price of the margin call",
    "points",
    (group) => byAmount(group) && group.choice.payoff === "linear",
    (group) => formula(marginCall(group), priceFormat(group.choice.price), `MarginCallPrice_${group.suffix}`),
    "the call restores the initial margin",
  );
  line(
    "Liquidation price",
    priceUnit(groups),
    isIsolated,
    (group) =>
      formula(liquidation(group), priceFormat(group.choice.price), `LiquidationPrice_${group.suffix}`),
    "isolated margin, maintenance on the mark value, one tier, no fees",
  );
  line("Distance to it", "% of price", always, (group) => {
    const price = byAmount(group) ? `MarginCallPrice_${group.suffix}` : `LiquidationPrice_${group.suffix}`;
    if (byAmount(group) && group.choice.payoff === "inverse") return text("–", "text");
    return formula(
      `IF(ISNUMBER(${price}),${price}/FuturesPrice_${group.suffix}-1,${UNKNOWN})`,
      format.percent,
      `CallDistance_${group.suffix}`,
    );
  });
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
  return `IF(N(InitialMargin_${suffix})=0,${UNKNOWN},${largeUnits(group)}*${maintenance(suffix)}*FxRate_${suffix})`;
}

/** Per contract: as typed, else the initial margin over the usual factor. */
function maintenance(suffix: string): string {
  return `IF(N(MaintenanceMargin_${suffix})=0,InitialMargin_${suffix}/MarginFactor,MaintenanceMargin_${suffix})`;
}

function marginCall({ suffix }: Group): string {
  const price = FUT_MARGIN_CALL.native({
    entryPrice: `FuturesPrice_${suffix}`,
    contract: { multiplier: `ContractMultiplier_${suffix}` },
    initialMargin: `InitialMargin_${suffix}`,
    maintenanceMargin: maintenance(suffix),
    contracts: `ContractsToHold_${suffix}`,
  });
  const blank = `N(InitialMargin_${suffix})=0,ContractsToHold_${suffix}=0,ContractMultiplier_${suffix}=0`;
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

function addCash(draft: Draft, { groups, money, currency }: Blueprint): void {
  addLine(draft, {
    label: "Initial margin, all contracts",
    values: [total(sumOfKnown(groups.map(marginTotal)), money, "TotalMargin")],
    unit: currency,
    note: sentence(unknownParts(groups, "margin", marginTotal), "MarginGap"),
  });
  addLine(draft, {
    label: "Maintenance margin, all contracts",
    values: [formula(sumOfKnown(groups.map(maintenanceTotal)), money, "TotalMaintenance")],
    unit: currency,
    note: sentence(unknownParts(groups, "maintenance margin", maintenanceTotal), "MaintenanceGap"),
  });
  addLine(draft, {
    label: "Cash left after margin",
    values: [
      formula(
        `IF(AND(ISNUMBER(CashAvailable),MarginGap=""),CashAvailable-N(TotalMargin),${UNKNOWN})`,
        money,
        "CashAfterMargin",
      ),
    ],
    unit: currency,
    note: "set the cash and the margins in the inputs to see it",
  });
  addLine(draft, {
    label: "Adverse move that the cash pays for",
    values: [
      formula(`IF(AND(ISNUMBER(CashAfterMargin),FuturesExposure<>0),MAX(0,N(CashAfterMargin))/ABS(FuturesExposure),${UNKNOWN})`, format.percent, "CashMove"), // prettier-ignore
    ],
    unit: "% of price",
    note: "variation margin of that move uses up the cash",
  });
}

function addLadderNotes(draft: Draft, groups: readonly Group[]): void {
  addRow(
    draft,
    sentence(
      'IF(MaintenanceGap="","Losses are paid from the margin account; a margin call brings it back to the initial margin.",' +
        'IF(ISNUMBER(TotalMargin),"A margin that is not known counts as 0 on the ladder: it will take more cash than this.",' +
        '"No margin is known: on the ladder each loss is paid from the cash at once."))',
    ),
  );
  if (!groups.some(({ choice }) => choice.payoff === "inverse")) return;
  addRow(
    draft,
    text("Inverse contracts hold their margin in coin: here it counts at today's price, and falls with the coin.", "note"), // prettier-ignore
  );
}

/**
 * Day by day against the hedge, whichever side it is on: the futures' loss is paid from the margin account; where that
 * falls below maintenance, cash restores the initial margin. The first day's figures are often round, and a margin call
 * or a shortage must not hang on a computer's noise: hence the billionths. `lowestCash` computes the same of a plan.
 */
function addLadder(draft: Draft, blueprint: Blueprint): void {
  const { groups, money } = blueprint;
  addLadderNotes(draft, groups);
  addHeads(draft, "Cash ladder: day", "Move against hedge", "Market level", "Futures P&L", "Margin top-up", "Margin account", "Cash left"); // prettier-ignore
  const start = addRow(
    draft,
    text("Start", "label"),
    null,
    formula("1", format.level),
    null,
    null,
    formula("N(TotalMargin)", money),
    formula(`IF(ISNUMBER(CashAvailable),CashAvailable-N(TotalMargin),${UNKNOWN})`, money),
  );
  for (let day = 1; day <= LADDER_DAYS; day++) {
    const row = start + day;
    const at = (column: number, back = 0): string => cellAddress(row - back, column);
    const account = `${at(5, 1)}+${at(3)}`;
    addRow(
      draft,
      text(`Day ${String(day)}`, "label"),
      input(LADDER_MOVE, format.percent, `AdverseMove_${String(day)}`, { kind: "decimal", min: -1, max: 10, message: "Enter a percentage, such as 2%." }), // prettier-ignore
      formula(`${at(2, 1)}*(1-SIGN(FuturesExposure)*${at(1)})`, format.level),
      formula(`-ABS(FuturesExposure)*${at(2, 1)}*${at(1)}`, money),
      formula(`IF(${account}<N(TotalMaintenance)-1E-9*N(TotalMargin),N(TotalMargin)-(${account}),0)`, money),
      formula(`${account}+${at(4)}`, money),
      formula(`IF(ISNUMBER(${at(6, 1)}),${at(6, 1)}-${at(4)},${UNKNOWN})`, money),
    );
  }
  const cash = areaAddress(columnArea(start, 6, LADDER_DAYS + 1));
  const none = "1E-9*CashAvailable";
  addLine(draft, {
    label: "Lowest cash",
    values: [
      formula(
        `IF(COUNT(${cash})=0,${UNKNOWN},IF(ABS(MIN(${cash}))<=${none},0,MIN(${cash})))`,
        money,
        "LowestCash",
      ),
    ],
    unit: blueprint.currency,
  });
  addLine(draft, {
    label: "Cash runs out",
    values: [
      word(
        `IF(COUNT(${cash})=0,${UNKNOWN},IF(LowestCash>=0,"not in these days",IF(${cellAddress(start, 6)}<-${none},"at the start","on day "&SUMPRODUCT((${cash}>=-${none})*1))))`,
        "CashRunsOut",
      ),
    ],
    note: sentence('IF(CashRunsOut="at the start","the cash does not cover the initial margin","")'),
  });
}
