import type { Blueprint } from "../blueprint";
import { formula, text, total } from "../cells";
import { addHeads, addRow, addSection, type Draft } from "../draft";
import { isZeroBut } from "../../hedge/native";
import { format } from "../../plan/number-formats";

/** The book without and with its hedge, and a check that both tell the same loss. */
export function addBeforeAfter(draft: Draft, blueprint: Blueprint): void {
  addSection(draft, "Before and after");
  addHeads(draft, "", "Without futures", "With futures");
  addExposures(draft, blueprint);
  addRatios(draft, blueprint);
  addAimed(draft, blueprint);
  addVerification(draft, blueprint.money, blueprint.currency);
}

/** Exposure at risk is the holdings' own, unless a purchase is to come: see {@link addAimed}. */
function addExposures(draft: Draft, { plan, groups, money, currency }: Blueprint): void {
  const futures = groups.map(({ suffix }) => `HedgeNotional_${suffix}*FuturesBeta_${suffix}`).join("+");
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
    formula("PortfolioExposure", money, plan.aim.kind === "cashToCome" ? undefined : "ExposureAtRisk"),
    formula("PortfolioExposure+FuturesExposure", money, "NetExposure"),
    text(currency, "unit"),
    text("beta-adjusted", "note"),
  );
}

function addRatios(draft: Draft, { groups }: Blueprint): void {
  const notional = groups.map(({ suffix }) => `ABS(HedgeNotional_${suffix})`).join("+");
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
}

/** What the aim is about, where that is not the beta. */
function addAimed(draft: Draft, { plan, money, currency }: Blueprint): void {
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
  if (plan.aim.kind === "cashToCome") {
    addRow(
      draft,
      text("Net exposure less the purchase to come", "label"),
      formula("PortfolioExposure-CashToCome*CashBeta", money, "ExposureAtRisk"),
      formula("ExposureAtRisk+FuturesExposure", money),
      text(currency, "unit"),
      text("the purchase gets dearer when the market rises", "note"),
    );
  }
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
