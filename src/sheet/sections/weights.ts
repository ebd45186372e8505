import type { Blueprint } from "../blueprint";
import { format, formula, total } from "../cells";
import { addLine, addSection, type Draft } from "../draft";
import { isZeroBut } from "../native";

/** A target weight held by futures: the weights now, with the hedge on, after the shock, and once it is closed. */
export function addWeights(draft: Draft, { plan, money, currency }: Blueprint): void {
  if (plan.aim.kind !== "targetWeight") return;
  addSection(draft, "Weights of the hedged holdings");
  const weight = (label: string, exposure: string, value: string, name: string, note = ""): void => {
    const share = `IF(${isZeroBut(value, "GrossValue")},0,(${exposure})/${value})`;
    addLine(draft, label, total(share, format.percent, name), "% of portfolio", note);
  };
  weight("Now, without futures", "PortfolioExposure", "PortfolioValue", "WeightNow");
  weight("With the hedge on", "NetExposure", "PortfolioValue", "WeightOn");
  addLine(
    draft,
    "Portfolio after the shock",
    formula("PortfolioValue+HedgedAt_Shock", money, "ValueAfterShock"),
    currency,
    "with what the futures gained or lost in cash",
  );
  weight(
    "After the shock, hedge still on",
    "NetExposure*(1+MarketShock)",
    "ValueAfterShock",
    "WeightShockOn",
  );
  weight(
    "After the shock, hedge closed",
    "PortfolioExposure*(1+MarketShock)",
    "ValueAfterShock",
    "WeightShockClosed",
    "closing the futures brings the old weight back: it is not rebalanced for good",
  );
  addLine(
    draft,
    "Still to sell then (buy: negative)",
    formula("PortfolioExposure*(1+MarketShock)-TargetWeight*ValueAfterShock", money, "StillToSell"),
    currency,
    "of the holdings themselves, to stay at the target weight",
  );
}
