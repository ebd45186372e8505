import { aimKind } from "../../plan/aims";
import { IN_EXCEL } from "../../../formulas/in-excel";
import { futuresExposure } from "../../hedge/contract-figures";
import type { ExcelContract, ExcelHedge } from "../../hedge/hedge-in-excel";
import { isZeroBut } from "../../hedge/dashes";
import { BOOK_CELLS, contractCell, type CellName } from "../../plan/cell-names";
import { isInverse } from "../../plan/groups";
import { format } from "../../plan/number-formats";
import type { Blueprint } from "../blueprint";
import { asTotal, bookFigure, formula, total } from "../sheet-cells";
import { addLine, addSection, type Draft } from "../draft";

/**
 * A target weight held by futures: the weights now, with the hedge on, after the shock, and once it is closed. Weights
 * are beta-adjusted, as the aim is: the exposure of the hedged holdings / the value of all.
 */
export function addWeights(draft: Draft, blueprint: Blueprint): void {
  if (aimKind(blueprint.plan.aim.kind).shows !== "weights") return;
  addSection(draft, "Weights of the hedged holdings");
  addWeightsToday(draft, blueprint);
  addAfterShock(draft, blueprint);
  addWeightsThen(draft, blueprint);
}

function addWeightsToday(draft: Draft, { hedge, money, currency }: Blueprint): void {
  addLine(
    draft,
    "Exposure of the hedged holdings",
    bookFigure(hedge, "HedgedExposure", money),
    currency,
    "beta-adjusted; without what is left alone",
  );
  const now = asTotal(bookFigure(hedge, "WeightNow", format.percent));
  const on = asTotal(bookFigure(hedge, "WeightOn", format.percent));
  addLine(draft, "Now, without futures", now, "% of portfolio");
  addLine(draft, "With the hedge on", on, "% of portfolio");
}

function addAfterShock(draft: Draft, { groups, hedge, money, currency }: Blueprint): void {
  const amount = (label: string, expression: string, name: CellName, note: string): void => {
    addLine(draft, label, formula(expression, money, name), currency, note);
  };
  const profit: CellName = "HedgedAt_Shock";
  amount(
    "Portfolio after the shock",
    `${BOOK_CELLS.PortfolioValue}+${profit}`,
    "ValueAfterShock",
    "with what the futures gained or lost in cash",
  );
  amount(
    "Exposure of the holdings then",
    groups.map(({ suffix }) => contractCell("GroupShocked", suffix)).join("+"),
    "HedgedAfterShock",
    "each holding moved by its own beta",
  );
  const fixed = groups.some(isInverse) ? "; an inverse position stays the same amount of money" : "";
  amount(
    "Exposure of the futures then",
    hedge.contracts.map((of) => shockedFutures(of, hedge)).join("+"),
    "FuturesAfterShock",
    `the futures moved by theirs${fixed}`,
  );
}

/** Linear futures are worth what their price is; an inverse contract is a fixed amount, and what it gains is cash. */
function shockedFutures(of: ExcelContract, { MarketShock }: ExcelHedge): string {
  const exposure = futuresExposure(IN_EXCEL, of).text;
  return isInverse(of.group) ? exposure : `${exposure}*(1+${of.FuturesBeta.text}*${MarketShock.text})`;
}

function addWeightsThen(draft: Draft, { money, currency }: Blueprint): void {
  const { GrossValue, TargetWeight, ValueAfterShock, HedgedAfterShock, FuturesAfterShock } = BOOK_CELLS;
  const isNothing = isZeroBut(ValueAfterShock, GrossValue);
  const weight = (label: string, exposure: string, name: CellName, note = ""): void => {
    const share = `IF(${isNothing},0,(${exposure})/${ValueAfterShock})`;
    addLine(draft, label, total(share, format.percent, name), "% of portfolio", note);
  };
  weight("After the shock, hedge still on", `${HedgedAfterShock}+${FuturesAfterShock}`, "WeightShockOn");
  weight(
    "After the shock, hedge closed",
    HedgedAfterShock,
    "WeightShockClosed",
    "closing the futures brings the old weight back: it is not rebalanced for good",
  );
  addLine(
    draft,
    "Exposure to sell then (buy: negative)",
    formula(`${HedgedAfterShock}-${TargetWeight}*${ValueAfterShock}`, money, "StillToSell"),
    currency,
    "to stay at the target weight: of holdings with a beta of 2 sell half as much",
  );
}
