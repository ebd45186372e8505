import { cell, IN_EXCEL } from "../../../formulas/in-excel";
import { profitAt } from "../../hedge/book-figures";
import { BOOK_CELLS } from "../../plan/cell-names";
import type { Blueprint } from "../blueprint";
import { asTotal, bookFigure, formula, text, total } from "../sheet-cells";
import { aimKind } from "../../plan/aims";
import type { HedgePlan } from "../../plan/plan";
import { addHeads, addRow, addSection, type Draft } from "../draft";
import { isZeroBut } from "../../hedge/dashes";
import { format } from "../../plan/number-formats";

/** The book without and with its hedge, and a check that both tell the same loss. */
export function addBeforeAfter(draft: Draft, blueprint: Blueprint): void {
  addSection(draft, "Before and after");
  addHeads(draft, "", "Without futures", "With futures");
  addExposures(draft, blueprint);
  addRatios(draft, blueprint);
  addAimed(draft, blueprint);
  addVerification(draft, blueprint);
}

/** Exposure at risk is the holdings' own, unless a purchase is to come: see {@link addAimed}. */
function addExposures(draft: Draft, { plan, hedge, money, currency }: Blueprint): void {
  const atRisk = bookFigure(hedge, "ExposureAtRisk", money);
  addRow(
    draft,
    text("Futures exposure", "label"),
    null,
    bookFigure(hedge, "FuturesExposure", money),
    text(currency, "unit"),
    text("notional × futures beta", "note"),
  );
  addRow(
    draft,
    text("Net exposure", "label"),
    hasPurchase(plan) ? formula(BOOK_CELLS.PortfolioExposure, money) : atRisk,
    bookFigure(hedge, "NetExposure", money),
    text(currency, "unit"),
    text("beta-adjusted", "note"),
  );
}

function hasPurchase({ aim }: HedgePlan): boolean {
  return aimKind(aim.kind).purchase !== undefined;
}

function addRatios(draft: Draft, { hedge }: Blueprint): void {
  const { PortfolioBeta, PortfolioValue, GrossValue } = BOOK_CELLS;
  addRow(
    draft,
    text("Beta", "label"),
    formula(PortfolioBeta, format.beta),
    asTotal(bookFigure(hedge, "EffectiveBeta", format.beta)),
    text("ratio", "unit"),
  );
  const isNothing = isZeroBut(PortfolioValue, GrossValue);
  addRow(
    draft,
    text("Gross leverage", "label"),
    formula(`IF(${isNothing},0,${GrossValue}/ABS(${PortfolioValue}))`, format.leverage),
    bookFigure(hedge, "GrossLeverage", format.leverage),
    text("times", "unit"),
    text("(long + short + futures notional) / value", "note"),
  );
}

/** What the aim is about, where that is not the beta. */
function addAimed(draft: Draft, { plan, hedge, money, currency }: Blueprint): void {
  const { WeightNow, WeightOn, ExposureAtRisk, FuturesExposure } = BOOK_CELLS;
  const { shows } = aimKind(plan.aim.kind);
  if (shows === "weights") {
    addRow(
      draft,
      text("Weight of the hedged holdings", "label"),
      formula(WeightNow, format.percent),
      formula(WeightOn, format.percent),
      text("% of portfolio", "unit"),
    );
  }
  if (shows === "volatility") addVolatility(draft);
  if (hasPurchase(plan)) {
    addRow(
      draft,
      text("Net exposure less the purchase to come", "label"),
      bookFigure(hedge, "ExposureAtRisk", money),
      formula(`${ExposureAtRisk}+${FuturesExposure}`, money),
      text(currency, "unit"),
      text("the purchase gets dearer when the market rises", "note"),
    );
  }
}

function addVolatility(draft: Draft): void {
  const { RealisedVolatility, NetExposure, PortfolioExposure, GrossValue } = BOOK_CELLS;
  const isNothing = isZeroBut(PortfolioExposure, GrossValue);
  const after = `${RealisedVolatility}*ABS(${NetExposure}/${PortfolioExposure})`;
  addRow(
    draft,
    text("Volatility", "label"),
    formula(RealisedVolatility, format.percent),
    formula(`IF(${isNothing},0,${after})`, format.percent, "VolatilityAfter"),
    text("% a year", "unit"),
    text("as far as it comes from the market", "note"),
  );
}

/** P&L at the shock and its opposite: portfolio + futures = net, and net is what the betas say. */
function addVerification(draft: Draft, { hedge, money, currency }: Blueprint): void {
  const { MarketShock } = BOOK_CELLS;
  addHeads(draft, `P&L of a move in ${currency}`, "Portfolio", "Futures", "Net", "Move");
  for (const [label, move, suffix] of [
    ["At the shock", MarketShock, "Shock"],
    ["At the opposite move", `-${MarketShock}`, "Opposite"],
  ] as const) {
    const cells = {
      move: `Move_${suffix}`,
      unhedged: `UnhedgedAt_${suffix}`,
      futures: `FuturesAt_${suffix}`,
    } as const;
    const { unhedged, futures } = profitAt(IN_EXCEL, hedge, cell(cells.move));
    addRow(
      draft,
      text(label, "label"),
      formula(unhedged.text, money, cells.unhedged),
      formula(futures.text, money, cells.futures),
      total(`${cells.unhedged}+${cells.futures}`, money, `HedgedAt_${suffix}`),
      formula(move, format.percent, cells.move),
    );
  }
}
