import type { Blueprint } from "../blueprint";
import { format, formula, total } from "../cells";
import { addLine, addSection, type Draft } from "../draft";

/** A target weight held by futures: the weights now, with the hedge on, after the shock, and once it is closed. */
export function addWeights(draft: Draft, { plan, money, currency }: Blueprint): void {
  if (plan.aim.kind !== "targetWeight") return;
  addSection(draft, "Weights of the hedged holdings");
  const weight = (label: string, exposure: string, value: string, name: string, note = ""): void => {
    addLine(draft, {
      label,
      values: [total(`IF(${value}=0,0,(${exposure})/(${value}))`, format.percent, name)],
      unit: "% of portfolio",
      note,
    });
  };
  weight("Now, without futures", "PortfolioExposure", "PortfolioValue", "WeightNow");
  weight("With the hedge on", "NetExposure", "PortfolioValue", "WeightOn");
  addLine(draft, {
    label: "Portfolio after the shock",
    values: [formula("PortfolioValue+HedgedAt_Shock", money, "ValueAfterShock")],
    unit: currency,
    note: "with what the futures gained or lost in cash",
  });
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
  addLine(draft, {
    label: "Still to sell then (buy: negative)",
    values: [formula("PortfolioExposure*(1+MarketShock)-TargetWeight*ValueAfterShock", money, "StillToSell")],
    unit: currency,
    note: "of the holdings themselves, to stay at the target weight",
  });
}
