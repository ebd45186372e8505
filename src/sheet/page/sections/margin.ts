import { IN_EXCEL } from "../../../formulas/in-excel";
import { UNKNOWN } from "../../hedge/dashes";
import { TEXTS_OF_BOOK } from "../../hedge/orders";
import { BOOK_CELLS } from "../../plan/cell-names";
import { format } from "../../plan/number-formats";
import type { Blueprint } from "../blueprint";
import { asTotal, bookFigure, formula, sentence } from "../sheet-cells";
import { addContractHeads, addLine, addSection, figureLines, type Draft } from "../draft";
import { addCallPrices } from "./call-prices";
import { addLadder } from "./ladder";

/** What the futures tie up, where the broker calls or the exchange liquidates, and whether the cash lasts. */
export function addMargin(draft: Draft, blueprint: Blueprint): void {
  addSection(draft, "Margin and cash");
  addContractHeads(draft, "Contract", blueprint.groups);
  addMargins(draft, blueprint);
  addCallPrices(draft, blueprint);
  addCash(draft, blueprint);
  addCashLeft(draft, blueprint);
  addLadder(draft, blueprint);
}

function addMargins(draft: Draft, { hedge, money, currency }: Blueprint): void {
  const line = figureLines(draft, hedge);
  line({
    label: "Initial margin in all",
    unit: currency,
    name: "MarginTotal",
    format: money,
    note: "set the margin or leverage in the inputs to see it",
  });
  line({ label: "Maintenance margin in all", unit: currency, name: "MaintenanceTotal", format: money });
  line({
    label: "Leverage",
    unit: "times",
    name: "MarginLeverage",
    format: format.leverage,
    note: "notional / margin",
  });
}

function addCash(draft: Draft, { hedge, money, currency }: Blueprint): void {
  addLine(
    draft,
    "Initial margin, all contracts",
    asTotal(bookFigure(hedge, "TotalMargin", money)),
    currency,
    sentence(TEXTS_OF_BOOK.MarginGap(IN_EXCEL, hedge).text, "MarginGap"),
  );
  addLine(
    draft,
    "Maintenance margin, all contracts",
    bookFigure(hedge, "TotalMaintenance", money),
    currency,
    sentence(TEXTS_OF_BOOK.MaintenanceGap(IN_EXCEL, hedge).text, "MaintenanceGap"),
  );
}

function addCashLeft(draft: Draft, { money, currency }: Blueprint): void {
  const { CashAvailable, TotalMargin, MarginGap, CashAfterMargin, FuturesExposure } = BOOK_CELLS;
  const isKnown = `AND(ISNUMBER(${CashAvailable}),${MarginGap}="")`;
  addLine(
    draft,
    "Cash left after margin",
    formula(`IF(${isKnown},${CashAvailable}-N(${TotalMargin}),${UNKNOWN})`, money, "CashAfterMargin"),
    currency,
    "set the cash and the margins in the inputs to see it",
  );
  const canLose = `AND(ISNUMBER(${CashAfterMargin}),${FuturesExposure}<>0)`;
  const move = `MAX(0,N(${CashAfterMargin}))/ABS(${FuturesExposure})`;
  addLine(
    draft,
    "Adverse move that the cash pays for",
    formula(`IF(${canLose},${move},${UNKNOWN})`, format.percent, "CashMove"),
    "% of market",
    "variation margin of that move uses up the cash",
  );
}
