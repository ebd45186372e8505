import type { Spelling } from "../../../calc/spelling";
import { cell, IN_EXCEL, type Expression } from "../../../formulas/in-excel";
import { areaAddress, cellAddress } from "../../cell-address";
import {
  balanceAfter,
  initialOf,
  isCalled,
  isCoinMargined,
  levelAfter,
  lowestOf,
  maintenanceOf,
  marginAccounts,
  profitAgainst,
  topUp,
} from "../../hedge/cash-ladder";
import { futuresExposure } from "../../hedge/contract-figures";
import type { ExcelContract, ExcelHedge } from "../../hedge/hedge-in-excel";
import { UNKNOWN } from "../../hedge/dashes";
import { BOOK_CELLS } from "../../plan/cell-names";
import { isIsolated, isMarginedByAmount } from "../../plan/groups";
import { format } from "../../plan/number-formats";
import type { Blueprint } from "../blueprint";
import { formula, moveCell, sentence, text, word } from "../sheet-cells";
import { addHeads, addLine, addRow, columnArea, type Draft } from "../draft";

const s: Spelling<Expression, Expression, Expression> = IN_EXCEL;

/** Rows from the ladder's last day to that of the accounts' heads: lowest cash, the day, the heads. */
const TO_ACCOUNTS = 3;

/**
 * Day by day against the hedge, whichever side it is on: the futures' loss is paid from the margin account; where that
 * falls below maintenance, cash restores the initial margin. Several margin accounts have a table of their own, see
 * {@link addAccounts}. The first day's figures are often round, and a margin call or a shortage must not hang on a
 * computer's noise: hence the billionths. `lowestCash` computes the same of a plan.
 */
export function addLadder(draft: Draft, blueprint: Blueprint): void {
  const { hedge, plan, money, currency } = blueprint;
  const { TotalMargin, CashAvailable } = hedge;
  const accounts = marginAccounts(hedge.contracts);
  const margin = s.orZero(TotalMargin);
  const days = plan.adverseMoves;
  addNotes(draft, blueprint);
  addHeads(
    draft,
    `Cash ladder in ${currency}: day`,
    "Move against hedge",
    "Market level",
    "Futures P&L",
    "Margin top-up",
    "Margin account",
    "Cash left",
  );
  const start = addRow(
    draft,
    text("Start", "label"),
    null,
    formula("1", format.level),
    null,
    null,
    formula(margin.text, money),
    formula(s.either(s.isKnown(CashAvailable), s.minus(CashAvailable, margin), s.unknown).text, money),
  );
  const only = accounts.length === 1 ? accounts[0] : undefined;
  const heads = start + days.length + TO_ACCOUNTS;
  days.forEach((move, index) => {
    const day = index + 1;
    const after =
      only === undefined
        ? accountsAfter(heads, day, accounts.length)
        : onlyAccountAfter(only, start + day, hedge);
    addDay(draft, { day, move, start }, blueprint, after);
  });
  addLowest(draft, start, blueprint);
  if (only === undefined) addAccounts(draft, accounts, start, blueprint);
}

const ALL_KNOWN =
  "Losses are paid from the margin account; a margin call brings it back to the initial margin.";
const SOME_KNOWN = "A margin that is not known counts as 0 on the ladder: it will take more cash than this.";
const NONE_KNOWN = "No margin is known: on the ladder each loss is paid from the cash at once.";

function addNotes(draft: Draft, { groups, hedge }: Blueprint): void {
  const { MaintenanceGap, TotalMargin } = BOOK_CELLS;
  const notAll = `IF(ISNUMBER(${TotalMargin}),"${SOME_KNOWN}","${NONE_KNOWN}")`;
  addRow(draft, sentence(`IF(${MaintenanceGap}="","${ALL_KNOWN}",${notAll})`));
  if (groups.length > 1) {
    const sizes = hedge.contracts.map((of) => futuresExposure(s, of).text).join(",");
    const offset =
      "Long and short futures offset each other on the ladder: markets that part cost more cash.";
    addRow(draft, sentence(`IF(AND(MIN(${sizes})<0,MAX(${sizes})>0),"${offset}","")`));
  }
  if (groups.some(isIsolated)) {
    addRow(
      draft,
      text(
        "Isolated margin is not called: each top-up must be there first, or the position is liquidated.",
        "note",
      ),
    );
  }
  if (groups.some(isCoinMargined)) {
    addRow(
      draft,
      text(
        "Inverse contracts hold their margin in coin: the margin account rises and falls with it.",
        "note",
      ),
    );
  }
}

/** Columns of the ladder after the label: the move typed, and what follows from it. */
const COLUMN = { move: 1, level: 2, profit: 3, topUp: 4, account: 5, cash: 6 } as const;

function at(row: number, column: keyof typeof COLUMN): Expression {
  return cell(cellAddress(row, COLUMN[column]));
}

/** @param margin what is put up on the day, and what the margin accounts then have in all */
function addDay(
  draft: Draft,
  { day, move, start }: { readonly day: number; readonly move: number; readonly start: number },
  { hedge, money }: Blueprint,
  margin: { readonly topUp: Expression; readonly account: Expression },
): void {
  const row = start + day;
  const moved = { level: at(row - 1, "level"), move: at(row, "move") };
  const cash = at(row - 1, "cash");
  const cashNow = s.either(s.isKnown(cash), s.minus(cash, at(row, "topUp")), s.unknown);
  addRow(
    draft,
    text(`Day ${String(day)}`, "label"),
    moveCell("AdverseMove", day, move),
    formula(levelAfter(s, hedge, moved).text, format.level),
    formula(profitAgainst(s, hedge, moved).text, money),
    formula(margin.topUp.text, money),
    formula(margin.account.text, money),
    formula(cashNow.text, money),
  );
}

/** Top-up and account of a day where all contracts share one: what the futures lose is in the row already. */
function onlyAccountAfter(account: readonly ExcelContract[], row: number, hedge: ExcelHedge) {
  const balance = at(row - 1, "account");
  const left = account.some(({ group }) => isCoinMargined(group))
    ? balanceAfter(s, account, { balance, before: at(row - 1, "level"), now: at(row, "level") })
    : s.plus(balance, at(row, "profit"));
  const initial = s.orZero(hedge.TotalMargin);
  const maintenance = s.orZero(hedge.TotalMaintenance);
  return { topUp: topUp(s, { left, initial, maintenance }), account: s.plus(left, at(row, "topUp")) };
}

/**
 * The sums over the margin accounts of a day, see {@link addAccounts}.
 *
 * @param heads row of the accounts' heads; initial margin and maintenance margin follow, then the days
 */
function accountsAfter(heads: number, day: number, columns: number) {
  const across = (row: number) => cell(areaAddress({ row, column: 1, rows: 1, columns }));
  const [initial, maintenance, left] = [across(heads + 1), across(heads + 2), across(heads + 2 + day)];
  const called = isCalled(s, { left, initial, maintenance });
  // Over whole rows at once: IF would want an array formula.
  const put = cell(`SUMPRODUCT((${called.text})*(${s.minus(initial, left).text}))`);
  return { topUp: put, account: s.plus(cell(`SUM(${left.text})`), put) };
}

/**
 * Each margin account at the end of each day, before it is topped up: the broker's, and that of each isolated position,
 * whose margin bears its own losses only. The market's level on the day is that of the ladder above.
 *
 * @param start row of the ladder's start
 */
function addAccounts(
  draft: Draft,
  accounts: readonly (readonly ExcelContract[])[],
  start: number,
  { plan, money, currency }: Blueprint,
): void {
  const cells = (
    label: string,
    spelling: (account: readonly ExcelContract[], column: number) => Expression,
  ) =>
    addRow(
      draft,
      text(label, "label"),
      ...accounts.map((account, index) => formula(spelling(account, index + 1).text, money)),
    );
  const heads = accounts.map(([first]) =>
    first === undefined || isMarginedByAmount(first.group) ? "Broker" : first.group.choice.code,
  );
  addHeads(draft, `Margin accounts in ${currency}`, ...heads);
  const initialRow = cells("Initial margin", (account) => initialOf(s, account));
  const maintenanceRow = cells("Maintenance margin", (account) => maintenanceOf(s, account));
  plan.adverseMoves.forEach((_, index) => {
    const row = start + index + 1;
    cells(`Day ${String(index + 1)}, before top-up`, (account, column) => {
      const initial = cell(cellAddress(initialRow, column));
      const maintenance = cell(cellAddress(maintenanceRow, column));
      const left = cell(cellAddress(maintenanceRow + index, column));
      const balance =
        index === 0 ? initial : s.either(isCalled(s, { left, initial, maintenance }), initial, left);
      return balanceAfter(s, account, { balance, before: at(row - 1, "level"), now: at(row, "level") });
    });
  });
}

/** The least cash of all days, and the day on which there is too little. */
function addLowest(draft: Draft, start: number, { hedge, plan, money, currency }: Blueprint): void {
  const { CashAvailable, LowestCash, CashRunsOut } = BOOK_CELLS;
  const cash = areaAddress(columnArea(start, COLUMN.cash, plan.adverseMoves.length + 1));
  const lowest = lowestOf(s, cell(`MIN(${cash})`), hedge.CashAvailable).text;
  addLine(
    draft,
    "Lowest cash",
    formula(`IF(COUNT(${cash})=0,${UNKNOWN},${lowest})`, money, "LowestCash"),
    currency,
  );
  const none = `1E-9*${CashAvailable}`;
  const first = at(start, "cash").text;
  const day = `IF(${first}<-${none},"at the start","on day "&SUMPRODUCT((${cash}>=-${none})*1))`;
  addLine(
    draft,
    "Cash runs out",
    word(`IF(COUNT(${cash})=0,${UNKNOWN},IF(${LowestCash}>=0,"not in these days",${day}))`, "CashRunsOut"),
    "",
    sentence(`IF(${CashRunsOut}="at the start","the cash does not cover the initial margin","")`),
  );
}
