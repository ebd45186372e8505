import type { Blueprint } from "../blueprint";
import { input, text } from "../cells";
import { addLine, addRow, addSection, type Draft } from "../draft";
import { isMarginedByAmount } from "../../plan/groups";
import type { Aim } from "../../plan/plan";
import { addContracts, addSmaller } from "./contract-inputs";
import { addMarket } from "./market-inputs";
import { format } from "../../plan/number-formats";
import { ANY_NUMBER, DATE, POSITIVE, bounds } from "../../plan/validations";

/** Everything that the user may change on the sheet: yellow cells, each with what it accepts. */
export function addInputs(draft: Draft, blueprint: Blueprint): void {
  addSection(draft, "Inputs (yellow cells are yours to change)");
  addAim(draft, blueprint.plan.aim, blueprint.currency);
  addChoices(draft, blueprint);
  addContracts(draft, blueprint);
  addMarket(draft, blueprint);
  addSmaller(draft, blueprint);
  addMoney(draft, blueprint);
  addPut(draft, blueprint);
}

function addAim(draft: Draft, aim: Aim, currency: string): void {
  switch (aim.kind) {
    case "targetBeta":
      addLine(
        draft,
        "Target beta",
        input(aim.targetBeta, format.beta, "TargetBeta", ANY_NUMBER),
        "ratio",
        "0 removes all market exposure",
      );
      return;
    case "hedgeShare":
      addLine(
        draft,
        "Hedge share",
        input(
          aim.share,
          format.percent,
          "HedgeShare",
          bounds(-10, 10, "Enter a percentage; 100% hedges all."),
        ),
        "% of exposure",
        "share of the exposure that is hedged away",
      );
      return;
    case "targetWeight":
      addLine(
        draft,
        "Target weight",
        input(
          aim.weight,
          format.percent,
          "TargetWeight",
          bounds(-10, 10, "Enter a percentage of the portfolio."),
        ),
        "% of portfolio",
        "weight of the hedged holdings in the whole portfolio while the hedge is on",
      );
      return;
    case "targetVolatility":
      addLine(
        draft,
        "Target volatility",
        input(aim.target, format.percent, "TargetVolatility", bounds(0, 10, "Enter a yearly percentage.")),
        "% a year",
      );
      addLine(
        draft,
        "Realised volatility",
        input(
          aim.realised,
          format.percent,
          "RealisedVolatility",
          bounds(1e-6, 10, "Enter a yearly percentage above 0."),
        ),
        "% a year",
        "exposure is scaled by target / realised, between 0 and 1",
      );
      return;
    case "cashToCome":
      addLine(
        draft,
        "Cash to come",
        input(aim.amount, format.money, "CashToCome", ANY_NUMBER),
        currency,
        "to be invested later; futures are bought now",
      );
      addLine(
        draft,
        "Beta of what it will buy",
        input(aim.beta, format.beta, "CashBeta", ANY_NUMBER),
        "ratio",
      );
  }
}

function addChoices(draft: Draft, { plan }: Blueprint): void {
  addLine(
    draft,
    "Rounding",
    input(plan.rounding, "General", "RoundingMode", {
      kind: "list",
      list: ["nearest", "down", "up", "none"],
      message: "Choose nearest, down, up or none.",
    }),
    "",
    "nearest; down: never over-hedge; up: always cover; none: exact",
  );
  addLine(
    draft,
    "Beta where the book has none",
    input(plan.defaultBeta, format.beta, "DefaultBeta", ANY_NUMBER),
    "ratio",
    "counts for holdings whose beta is blank or text",
  );
  addLine(
    draft,
    "Market shock",
    input(plan.shock, format.percent, "MarketShock", bounds(-1, 10, "Enter a percentage, such as -5%.")),
    "% of market",
  );
  addLine(
    draft,
    "As-of date",
    input(plan.asOf, format.date, "AsOfDate", DATE),
    "",
    "the day for which the sheet counts; =TODAY() lets it move",
  );
}

function addMoney(draft: Draft, { plan, groups, currency }: Blueprint): void {
  addRow(draft, text("Cash, horizon and limits", "columnHead"));
  addLine(
    draft,
    "Cash available for margin",
    input(plan.cash, format.money, "CashAvailable", bounds(0, 1e15, "Enter an amount, or leave it blank.")),
    currency,
    "blank: not known",
  );
  addLine(
    draft,
    "Horizon",
    input(plan.horizonDays, format.days, "HorizonDays", bounds(1, 3650, "Enter days, 1 or more.")),
    "days",
    "for carry, funding and CFD financing",
  );
  if (groups.some(isMarginedByAmount)) {
    addLine(
      draft,
      "Initial / maintenance margin",
      input(plan.marginFactor, format.beta, "MarginFactor", bounds(1, 10, "Enter a factor, such as 1.1.")),
      "factor",
      "CME: 1.1; for hedgers and members 1; check your broker's",
    );
  }
  addLine(
    draft,
    "CFD financing",
    input(plan.cfdFinancing, format.percent, "CfdFinancing", bounds(-1, 5, "Enter a yearly percentage.")),
    "% a year",
    "what your CFD provider charges on the position; blank: not compared",
  );
  addLine(
    draft,
    "CFD spread and fees",
    input(plan.cfdSpread, format.percent, "CfdSpread", bounds(0, 1, "Enter a percentage of the position.")),
    "% of position",
    "in and out together; blank: none",
  );
  addLine(
    draft,
    "Futures fees",
    input(plan.futuresFee, format.price, "FuturesFee", bounds(0, 1e9, "Enter an amount per contract.")),
    "per contract",
    "in the book's currency; in and out together; the same for each contract; blank: none",
  );
  addLine(
    draft,
    "Tolerance",
    input(
      plan.tolerance,
      format.percent,
      "ResidualTolerance",
      bounds(0, 1, "Enter a percentage, such as 5%."),
    ),
    "% of exposure",
    "rounding residual and over-hedge above it are checked",
  );
  addLine(
    draft,
    "Inputs are stale after",
    input(plan.staleDays, format.days, "StaleDays", bounds(0, 3650, "Enter days.")),
    "days",
    "prices and margins further from the as-of date are checked",
  );
}

function addPut(draft: Draft, { plan, groups }: Blueprint): void {
  const { put } = plan;
  if (put === null) return;
  addRow(draft, text("Protective put to compare with", "columnHead"));
  addLine(
    draft,
    "Strike",
    input(put.strike, format.price, "PutStrike", POSITIVE),
    "points",
    `on the index of ${groups[0]?.choice.code ?? ""}`,
  );
  addLine(
    draft,
    "Volatility",
    input(put.volatility, format.percent, "PutVolatility", bounds(0, 10, "Enter a yearly percentage.")),
    "% a year",
  );
  addLine(
    draft,
    "Days to its expiry",
    input(put.days, format.days, "PutDays", bounds(0, 3650, "Enter days.")),
    "days",
  );
  addLine(
    draft,
    "Interest rate",
    input(put.rate, format.percent, "PutRate", bounds(-1, 1, "Enter a yearly percentage.")),
    "% a year",
  );
  addLine(
    draft,
    "Dividend yield",
    input(put.yield, format.percent, "PutYield", bounds(-1, 1, "Enter a yearly percentage.")),
    "% a year",
  );
}
