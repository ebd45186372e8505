import { cell, IN_EXCEL } from "../../../formulas/in-excel";
import { profitAt } from "../../hedge/book-figures";
import { AIM_SPELLINGS } from "../../hedge/aims";
import { FUT_PUT } from "../../../formulas/scenario";
import type { Blueprint } from "../blueprint";
import { bookFigure, formula, input, text } from "../cells";
import { cellAddress } from "../../cell-address";
import { addHeads, addLine, addRow, addSection, columnArea, type Draft } from "../draft";
import { isIsolated } from "../../plan/groups";
import { isZeroBut } from "../../hedge/native";
import { format } from "../../plan/number-formats";

const CHART_ROWS = 18;

/** Profit and loss over a ladder of market moves, unhedged, hedged, and with a protective put; as table and chart. */
export function addScenarios(draft: Draft, blueprint: Blueprint): void {
  const { plan, groups } = blueprint;
  addSection(draft, "Scenarios");
  if (plan.put !== null) addPutPrice(draft, blueprint);
  if (AIM_SPELLINGS[plan.aim.kind].purchase !== undefined) {
    addRow(
      draft,
      text("The purchase to come counts as if made today: it gets dearer when the market rises.", "note"),
    );
  }
  if (groups.some(isIsolated)) {
    addRow(
      draft,
      text(
        "Isolated positions count as topped up: beyond its liquidation price one without is gone, and no hedge.",
        "note",
      ),
    );
  }
  addChart(draft, addMoves(draft, blueprint), blueprint);
}

/** The table, a row for each move; returns its first row. */
function addMoves(draft: Draft, { plan, groups, hedge, money, currency }: Blueprint): number {
  const heads = [
    `Profit and loss in ${currency}`,
    "Market move",
    "Unhedged",
    "Futures",
    "Hedged",
    "Beta achieved",
  ];
  const first = 1 + addHeads(draft, ...heads, ...(plan.put === null ? [] : ["Put less cost", "With put"]));
  const fx = `FxRate_${groups[0]?.suffix ?? ""}`;
  plan.scenarioMoves.forEach((move, index) => {
    const at = (column: number): string => cellAddress(first + index, column);
    const withPut = [
      formula(`PutUnits*${fx}*(MAX(PutStrike-PutSpot*(1+${at(1)}),0)-PutPrice)`, money),
      formula(`${at(2)}+${at(6)}`, money),
    ];
    addRow(
      draft,
      text(`Scenario ${String(index + 1)}`, "label"),
      input(move, format.percent, `ScenarioMove_${index + 1}`, {
        kind: "decimal",
        min: -1,
        max: 10,
        message: "Enter a percentage, such as -20%.",
      }),
      formula(profitAt(IN_EXCEL, hedge, cell(at(1))).unhedged.text, money),
      formula(profitAt(IN_EXCEL, hedge, cell(at(1))).futures.text, money),
      formula(`${at(2)}+${at(3)}`, money),
      formula(
        `IF(${isZeroBut("PortfolioValue", "GrossValue")},0,IF(${at(1)}=0,ExposureAtRisk+FuturesExposure,${at(4)}/${at(1)})/PortfolioValue)`,
        format.beta,
      ),
      ...(plan.put === null ? [] : withPut),
    );
  });
  return first;
}

/** @param first row of the table */
function addChart(draft: Draft, first: number, { plan, currency }: Blueprint): void {
  const series = (name: string, column: number, color: string) => ({
    name,
    values: columnArea(first, column, plan.scenarioMoves.length),
    color,
  });
  const top = draft.rows.length;
  for (let n = 0; n < CHART_ROWS; n++) addRow(draft);
  draft.charts.push({
    name: "HedgeScenarios",
    title: "Profit and loss if the market moves",
    kind: "line",
    categories: columnArea(first, 1, plan.scenarioMoves.length),
    series: [
      series("Unhedged", 2, "#A4262C"),
      series("Hedged", 4, "#0F6CBD"),
      ...(plan.put === null ? [] : [series("With put", 7, "#107C10")]),
    ],
    categoryTitle: "Market move",
    valueTitle: `Profit and loss, ${currency}`,
    categoryFormat: "0.0%",
    valueFormat: "#,##0",
    covers: { row: top, column: 0, rows: CHART_ROWS - 1, columns: 7 },
  });
}

/** The put's price per unit of the index by Black-Scholes-Merton, and how many units the exposure takes. */
function addPutPrice(draft: Draft, { groups, hedge, money, currency }: Blueprint): void {
  const fx = `FxRate_${groups[0]?.suffix ?? ""}`;
  addLine(
    draft,
    "Index level for the put",
    bookFigure(hedge, "PutSpot", format.price),
    "points",
    "the spot; the futures price where it is blank",
  );
  const price = FUT_PUT.native({
    spot: "PutSpot",
    strike: "PutStrike",
    rate: "PutRate",
    yield: "PutYield",
    volatility: "PutVolatility",
    days: "PutDays",
  });
  addLine(
    draft,
    "Put price",
    formula(`IF(OR(PutStrike<=0,PutSpot<=0),0,${String(price)})`, format.signed, "PutPrice"),
    "points",
    "European, Black-Scholes-Merton",
  );
  addLine(
    draft,
    "Units of the index",
    formula(`IF(PutSpot*${fx}=0,0,MAX(0,ExposureAtRisk)/(PutSpot*${fx}))`, format.signed, "PutUnits"),
    "units",
    "beta-adjusted exposure / (index level × FX rate); a put protects longs only",
  );
  addLine(draft, "Cost of the puts", formula(`PutUnits*PutPrice*${fx}`, money, "PutCost"), currency);
  addRow(draft, text("Values below are at the put's expiry.", "note"));
}
