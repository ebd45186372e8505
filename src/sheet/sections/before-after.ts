import type { Blueprint } from "../blueprint";
import { format, formula, text, total } from "../cells";
import { addHeads, addRow, addSection, type Draft } from "../draft";
import { isZeroBut } from "../native";

/** The book without and with its hedge, and a check that both tell the same loss. */
export function addBeforeAfter(draft: Draft, { plan, groups, money, currency }: Blueprint): void {
  addSection(draft, "Before and after");
  addHeads(draft, "", "Before", "After");
  const futures = groups.map(({ suffix }) => `HedgeNotional_${suffix}*FuturesBeta_${suffix}`).join("+");
  const notional = groups.map(({ suffix }) => `ABS(HedgeNotional_${suffix})`).join("+");
  const purchase = plan.aim.kind === "cashToCome" ? "-CashToCome*CashBeta" : "";
  addRow(
    draft,
    text("Futures exposure", "label"),
    null,
    formula(futures, money, "FuturesExposure"),
    text(currency, "unit"),
    text("notional × futures beta", "note"),
  );
  addRow(
    draft,
    text("Net exposure", "label"),
    formula("PortfolioExposure", money, purchase === "" ? "ExposureAtRisk" : undefined),
    formula("PortfolioExposure+FuturesExposure", money, "NetExposure"),
    text(currency, "unit"),
    text("beta-adjusted", "note"),
  );
  const isZero = isZeroBut("PortfolioValue", "GrossValue");
  addRow(
    draft,
    text("Beta", "label"),
    formula("PortfolioBeta", format.beta),
    total(`IF(${isZero},0,NetExposure/PortfolioValue)`, format.beta, "EffectiveBeta"),
    text("ratio", "unit"),
  );
  addRow(
    draft,
    text("Gross leverage", "label"),
    formula(`IF(${isZero},0,GrossValue/ABS(PortfolioValue))`, format.leverage),
    formula(`IF(${isZero},0,(GrossValue+${notional})/ABS(PortfolioValue))`, format.leverage, "GrossLeverage"),
    text("times", "unit"),
    text("(long + short + futures notional) / value", "note"),
  );
  if (plan.aim.kind === "targetWeight") {
    addRow(
      draft,
      text("Weight of the hedged holdings", "label"),
      formula("WeightNow", format.percent),
      formula("WeightOn", format.percent),
      text("% of portfolio", "unit"),
    );
  }
  if (plan.aim.kind === "targetVolatility") {
    addRow(
      draft,
      text("Volatility", "label"),
      formula("RealisedVolatility", format.percent),
      formula(
        `IF(${isZeroBut("PortfolioExposure", "GrossValue")},0,RealisedVolatility*ABS(NetExposure/PortfolioExposure))`,
        format.percent,
        "VolatilityAfter",
      ),
      text("% a year", "unit"),
      text("as far as it comes from the market", "note"),
    );
  }
  if (purchase !== "") {
    addRow(
      draft,
      text("Net exposure less the purchase to come", "label"),
      formula(`PortfolioExposure${purchase}`, money, "ExposureAtRisk"),
      formula("ExposureAtRisk+FuturesExposure", money),
      text(currency, "unit"),
      text("the purchase gets dearer when the market rises", "note"),
    );
  }
  addVerification(draft, money, currency);
}

/** P&L at the shock and its opposite: portfolio + futures = net, and net is what the betas say. */
function addVerification(draft: Draft, money: string, currency: string): void {
  addHeads(draft, `P&L of a move in ${currency}`, "Portfolio", "Futures", "Net", "Move");
  for (const [label, move, suffix] of [
    ["At the shock", "MarketShock", "Shock"],
    ["At the opposite move", "-MarketShock", "Opposite"],
  ] as const) {
    addRow(
      draft,
      text(label, "label"),
      formula(`ExposureAtRisk*Move_${suffix}`, money, `UnhedgedAt_${suffix}`),
      formula(`FuturesExposure*Move_${suffix}`, money, `FuturesAt_${suffix}`),
      total(`UnhedgedAt_${suffix}+FuturesAt_${suffix}`, money, `HedgedAt_${suffix}`),
      formula(move, format.percent, `Move_${suffix}`),
    );
  }
}
