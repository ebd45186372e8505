import type { CellName, ContractCell } from "../../plan/cell-names";
import type { Blueprint } from "../blueprint";
import { asTotal, bookFigure, formula, total } from "../cells";
import { addLine, addSection, type Draft } from "../draft";
import { isInverse, type Group } from "../../plan/groups";
import { isZeroBut } from "../../hedge/native";
import { format } from "../../plan/number-formats";

/**
 * A target weight held by futures: the weights now, with the hedge on, after the shock, and once it is closed. Weights are
 * beta-adjusted, as the aim is: the exposure of the hedged holdings / the value of all.
 */
export function addWeights(draft: Draft, blueprint: Blueprint): void {
  const { plan, groups, hedge, money, currency } = blueprint;
  if (plan.aim.kind !== "targetWeight") return;
  addSection(draft, "Weights of the hedged holdings");
  const weight = (label: string, exposure: string, value: string, name: CellName, note = ""): void => {
    const share = `IF(${isZeroBut(value, "GrossValue")},0,(${exposure})/${value})`;
    addLine(draft, label, total(share, format.percent, name), "% of portfolio", note);
  };
  const amount = (label: string, expression: string, name: CellName, note: string): void => {
    addLine(draft, label, formula(expression, money, name), currency, note);
  };
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
  amount(
    "Portfolio after the shock",
    "PortfolioValue+HedgedAt_Shock",
    "ValueAfterShock",
    "with what the futures gained or lost in cash",
  );
  amount(
    "Exposure of the holdings then",
    sumOver(groups, "GroupShocked"),
    "HedgedAfterShock",
    "each holding moved by its own beta",
  );
  amount(
    "Exposure of the futures then",
    shockedFutures(groups),
    "FuturesAfterShock",
    `the futures moved by theirs${groups.some(isInverse) ? "; an inverse position stays the same amount of money" : ""}`,
  );
  weight(
    "After the shock, hedge still on",
    "HedgedAfterShock+FuturesAfterShock",
    "ValueAfterShock",
    "WeightShockOn",
  );
  weight(
    "After the shock, hedge closed",
    "HedgedAfterShock",
    "ValueAfterShock",
    "WeightShockClosed",
    "closing the futures brings the old weight back: it is not rebalanced for good",
  );
  amount(
    "Exposure to sell then (buy: negative)",
    "HedgedAfterShock-TargetWeight*ValueAfterShock",
    "StillToSell",
    "to stay at the target weight: of holdings with a beta of 2 sell half as much",
  );
}

function sumOver(groups: readonly Group[], name: ContractCell): string {
  return groups.map(({ suffix }) => `${name}_${suffix}`).join("+");
}

/** Linear futures are worth what their price is; an inverse contract is a fixed amount, and what it gains is cash. */
function shockedFutures(groups: readonly Group[]): string {
  return groups
    .map((group) => {
      const { suffix } = group;
      const exposure = `HedgeNotional_${suffix}*FuturesBeta_${suffix}`;
      return isInverse(group) ? exposure : `${exposure}*(1+FuturesBeta_${suffix}*MarketShock)`;
    })
    .join("+");
}
