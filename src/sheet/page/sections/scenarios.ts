import { cell, IN_EXCEL } from "../../../formulas/in-excel";
import { profitAt } from "../../hedge/book-figures";
import { aimKind } from "../../plan/aims";
import type { ExcelHedge } from "../../hedge/hedge-in-excel";
import { FUT_PUT } from "../../../formulas/scenario";
import type { Blueprint } from "../blueprint";
import { bookFigure, formula, moveCell, text } from "../sheet-cells";
import { cellAddress } from "../../cell-address";
import { addHeads, addLine, addRow, addSection, columnArea, type Draft } from "../draft";
import { BOOK_CELLS } from "../../plan/cell-names";
import { isIsolated } from "../../plan/groups";
import { isZeroBut } from "../../hedge/dashes";
import { format } from "../../plan/number-formats";

const CHART_ROWS = 18;

/** Columns of the table: the move typed, and what follows from it. */
const COLUMN = { move: 1, unhedged: 2, futures: 3, hedged: 4, beta: 5, put: 6, withPut: 7 } as const;

/** Profit and loss over a ladder of market moves, unhedged, hedged, and with a protective put; as table and chart. */
export function addScenarios(draft: Draft, blueprint: Blueprint): void {
  const { plan, groups } = blueprint;
  addSection(draft, "Scenarios");
  if (plan.put !== null) addPutPrice(draft, blueprint);
  if (aimKind(plan.aim.kind).purchase !== undefined) {
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
function addMoves(draft: Draft, blueprint: Blueprint): number {
  const { plan, currency } = blueprint;
  const heads = [
    `Profit and loss in ${currency}`,
    "Market move",
    "Unhedged",
    "Futures",
    "Hedged",
    "Beta achieved",
  ];
  const first = 1 + addHeads(draft, ...heads, ...(plan.put === null ? [] : ["Put less cost", "With put"]));
  plan.scenarioMoves.forEach((move, index) => addMove(draft, blueprint, move, index + 1));
  return first;
}

/** @param number from 1 */
function addMove(draft: Draft, { plan, hedge, money }: Blueprint, move: number, number: number): void {
  const { PortfolioValue, GrossValue, ExposureAtRisk, FuturesExposure } = BOOK_CELLS;
  const { PutUnits, PutStrike, PutSpot, PutPrice } = BOOK_CELLS;
  const row = draft.rows.length;
  const at = (column: keyof typeof COLUMN): string => cellAddress(row, COLUMN[column]);
  const { unhedged, futures } = profitAt(IN_EXCEL, hedge, cell(at("move")));
  const exposure = `IF(${at("move")}=0,${ExposureAtRisk}+${FuturesExposure},${at("hedged")}/${at("move")})`;
  const beta = `IF(${isZeroBut(PortfolioValue, GrossValue)},0,${exposure}/${PortfolioValue})`;
  const atExpiry = `MAX(${PutStrike}-${PutSpot}*(1+${at("move")}),0)`;
  const withPut = [
    formula(`${PutUnits}*${fxOfIndex(hedge)}*(${atExpiry}-${PutPrice})`, money),
    formula(`${at("unhedged")}+${at("put")}`, money),
  ];
  addRow(
    draft,
    text(`Scenario ${String(number)}`, "label"),
    moveCell("ScenarioMove", number, move),
    formula(unhedged.text, money),
    formula(futures.text, money),
    formula(`${at("unhedged")}+${at("futures")}`, money),
    formula(beta, format.beta),
    ...(plan.put === null ? [] : withPut),
  );
}

/** The put is on the index of the first contract. */
function fxOfIndex({ contracts: [first] }: ExcelHedge): string {
  return first?.FxRate.text ?? "";
}

/** @param first row of the table */
function addChart(draft: Draft, first: number, { plan, currency }: Blueprint): void {
  const cells = (column: keyof typeof COLUMN) => columnArea(first, COLUMN[column], plan.scenarioMoves.length);
  const series = (name: string, column: keyof typeof COLUMN, color: string) => ({
    name,
    values: cells(column),
    color,
  });
  const top = draft.rows.length;
  for (let n = 0; n < CHART_ROWS; n++) addRow(draft);
  draft.charts.push({
    name: "HedgeScenarios",
    title: "Profit and loss if the market moves",
    kind: "line",
    categories: cells("move"),
    series: [
      series("Unhedged", "unhedged", "#A4262C"),
      series("Hedged", "hedged", "#0F6CBD"),
      ...(plan.put === null ? [] : [series("With put", "withPut", "#107C10")]),
    ],
    categoryTitle: "Market move",
    valueTitle: `Profit and loss, ${currency}`,
    categoryFormat: "0.0%",
    valueFormat: "#,##0",
    covers: { row: top, column: 0, rows: CHART_ROWS - 1, columns: 7 },
  });
}

/** The put's price per unit of the index by Black-Scholes-Merton, and how many units the exposure takes. */
function addPutPrice(draft: Draft, { hedge, money, currency }: Blueprint): void {
  const { PutSpot, PutStrike, PutRate, PutYield, PutVolatility, PutDays } = BOOK_CELLS;
  const { ExposureAtRisk, PutUnits, PutPrice } = BOOK_CELLS;
  const fx = fxOfIndex(hedge);
  addLine(
    draft,
    "Index level for the put",
    bookFigure(hedge, "PutSpot", format.price),
    "points",
    "the spot; the futures price where it is blank",
  );
  const price = FUT_PUT.native({
    spot: PutSpot,
    strike: PutStrike,
    rate: PutRate,
    yield: PutYield,
    volatility: PutVolatility,
    days: PutDays,
  });
  addLine(
    draft,
    "Put price",
    formula(`IF(OR(${PutStrike}<=0,${PutSpot}<=0),0,${String(price)})`, format.signed, "PutPrice"),
    "points",
    "European, Black-Scholes-Merton",
  );
  const level = `${PutSpot}*${fx}`;
  addLine(
    draft,
    "Units of the index",
    formula(`IF(${level}=0,0,MAX(0,${ExposureAtRisk})/(${level}))`, format.signed, "PutUnits"),
    "units",
    "beta-adjusted exposure / (index level × FX rate); a put protects longs only",
  );
  addLine(draft, "Cost of the puts", formula(`${PutUnits}*${PutPrice}*${fx}`, money, "PutCost"), currency);
  addRow(draft, text("Values below are at the put's expiry.", "note"));
}
