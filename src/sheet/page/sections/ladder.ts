import type { Blueprint } from "../blueprint";
import { isCoinMargined, LADDER_DAYS, LADDER_MOVE, marginAccounts } from "../../hedge/cash-ladder";
import { areaAddress, cellAddress } from "../../cell-address";
import { formula, input, sentence, text, word } from "../cells";
import { addHeads, addLine, addRow, columnArea, type Draft } from "../draft";
import { isIsolated, isMarginedByAmount, type Group } from "../../plan/groups";
import { UNKNOWN } from "../../hedge/native";
import { format } from "../../plan/number-formats";
import { bounds } from "../../plan/validations";

/** Rows from the ladder's last day to that of the accounts' heads: lowest cash, the day, the heads. */
const TO_ACCOUNTS = 3;

/**
 * Day by day against the hedge, whichever side it is on: the futures' loss is paid from the margin account; where that
 * falls below maintenance, cash restores the initial margin. Several margin accounts have a table of their own, see
 * {@link addAccounts}. The first day's figures are often round, and a margin call or a shortage must not hang on a
 * computer's noise: hence the billionths. `lowestCash` computes the same of a plan.
 */
export function addLadder(draft: Draft, blueprint: Blueprint): void {
  const { groups, money, currency } = blueprint;
  const accounts = marginAccounts(groups);
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
    formula("N(TotalMargin)", money),
    formula(`IF(ISNUMBER(CashAvailable),CashAvailable-N(TotalMargin),${UNKNOWN})`, money),
  );
  const [only] = accounts;
  if (accounts.length === 1 && only !== undefined) {
    for (let day = 1; day <= LADDER_DAYS; day++) {
      const row = start + day;
      const before = cellAddress(row - 1, 5);
      const left = only.some(isCoinMargined) ? leftOf(before, only, row) : `${before}+${cellAddress(row, 3)}`;
      addDay(draft, day, money, {
        topUp: `IF(${left}<N(TotalMaintenance)-1E-9*N(TotalMargin),N(TotalMargin)-(${left}),0)`,
        account: `${left}+${cellAddress(row, 4)}`,
      });
    }
    addLowest(draft, start, blueprint);
    return;
  }
  const heads = start + LADDER_DAYS + TO_ACCOUNTS;
  for (let day = 1; day <= LADDER_DAYS; day++)
    addDay(draft, day, money, accountsAfter(heads, day, accounts.length));
  addLowest(draft, start, blueprint);
  addAccounts(draft, accounts, start, blueprint);
}

function addNotes(draft: Draft, { groups }: Blueprint): void {
  addRow(
    draft,
    sentence(
      'IF(MaintenanceGap="","Losses are paid from the margin account; a margin call brings it back to the initial margin.",' +
        'IF(ISNUMBER(TotalMargin),"A margin that is not known counts as 0 on the ladder: it will take more cash than this.",' +
        '"No margin is known: on the ladder each loss is paid from the cash at once."))',
    ),
  );
  if (groups.length > 1) {
    const sizes = groups.map(({ suffix }) => `HedgeNotional_${suffix}*FuturesBeta_${suffix}`).join(",");
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

/** @param margin what is put up on the day, and what the margin accounts then have in all */
function addDay(draft: Draft, day: number, money: string, margin: { topUp: string; account: string }): void {
  const row = draft.rows.length;
  const at = (column: number, back = 0): string => cellAddress(row - back, column);
  addRow(
    draft,
    text(`Day ${String(day)}`, "label"),
    input(
      LADDER_MOVE,
      format.percent,
      `AdverseMove_${String(day)}`,
      bounds(-1, 10, "Enter a percentage, such as 2%."),
    ),
    formula(`${at(2, 1)}*(1-SIGN(FuturesExposure)*${at(1)})`, format.level),
    formula(`-ABS(FuturesExposure)*${at(2, 1)}*${at(1)}`, money),
    formula(margin.topUp, money),
    formula(margin.account, money),
    formula(`IF(ISNUMBER(${at(6, 1)}),${at(6, 1)}-${at(4)},${UNKNOWN})`, money),
  );
}

/**
 * What is left of an account's balance when the market comes to its level on the row. In coin, margin and position are
 * worth (balance + notional) × price now / price before − notional: an inverse position is a fixed amount of money.
 */
function leftOf(balance: string, account: readonly Group[], row: number): string {
  const [now, before] = [cellAddress(row, 2), cellAddress(row - 1, 2)];
  const coin = account.find(isCoinMargined);
  if (coin !== undefined) {
    const notional = `HedgeNotional_${coin.suffix}`;
    const price = (level: string): string => `(1+FuturesBeta_${coin.suffix}*(${level}-1))`;
    return `IF(${price(before)}=0,0,(${balance}+${notional})*${price(now)}/${price(before)})-${notional}`;
  }
  const exposure = account.map(({ suffix }) => `HedgeNotional_${suffix}*FuturesBeta_${suffix}`).join("+");
  return `${balance}+(${exposure})*(${now}-${before})`;
}

/**
 * The sums over the margin accounts of a day, see {@link addAccounts}.
 *
 * @param heads row of the accounts' heads; initial margin and maintenance margin follow, then the days
 */
function accountsAfter(heads: number, day: number, columns: number): { topUp: string; account: string } {
  const across = (row: number): string => areaAddress({ row, column: 1, rows: 1, columns });
  const [initial, maintenance, left] = [across(heads + 1), across(heads + 2), across(heads + 2 + day)];
  const isCalled = `(${left}<${maintenance}-1E-9*${initial})`;
  const topUp = `SUMPRODUCT(${isCalled}*(${initial}-${left}))`;
  return { topUp, account: `SUM(${left})+${topUp}` };
}

/**
 * Each margin account at the end of each day, before it is topped up: the broker's, and that of each isolated position,
 * whose margin bears its own losses only. The market's level on the day is that of the ladder above.
 *
 * @param start row of the ladder's start
 */
function addAccounts(
  draft: Draft,
  accounts: readonly (readonly Group[])[],
  start: number,
  { money, currency }: Blueprint,
): void {
  const sum = (part: (suffix: string) => string) => (account: readonly Group[]) =>
    account.map(({ suffix }) => part(suffix)).join("+");
  const cells = (label: string, expression: (account: readonly Group[], column: number) => string): number =>
    addRow(
      draft,
      text(label, "label"),
      ...accounts.map((account, index) => formula(expression(account, index + 1), money)),
    );
  const codes = accounts.map(([first]) =>
    first === undefined || isMarginedByAmount(first) ? "Broker" : first.choice.code,
  );
  addHeads(draft, `Margin accounts in ${currency}`, ...codes);
  const initialRow = cells(
    "Initial margin",
    sum((suffix) => `N(MarginTotal_${suffix})`),
  );
  const maintenanceRow = cells(
    "Maintenance margin",
    sum((suffix) => `N(MaintenanceTotal_${suffix})`),
  );
  for (let day = 1; day <= LADDER_DAYS; day++) {
    cells(`Day ${String(day)}, before top-up`, (account, column) => {
      const [initial, maintenance] = [cellAddress(initialRow, column), cellAddress(maintenanceRow, column)];
      const before = cellAddress(maintenanceRow + day - 1, column);
      const balance =
        day === 1 ? initial : `IF(${before}<${maintenance}-1E-9*${initial},${initial},${before})`;
      return leftOf(balance, account, start + day);
    });
  }
}

/** The least cash of all days, and the day on which there is too little. */
function addLowest(draft: Draft, start: number, { money, currency }: Blueprint): void {
  const cash = areaAddress(columnArea(start, 6, LADDER_DAYS + 1));
  const none = "1E-9*CashAvailable";
  const lowest = `IF(ABS(MIN(${cash}))<=${none},0,MIN(${cash}))`;
  addLine(
    draft,
    "Lowest cash",
    formula(`IF(COUNT(${cash})=0,${UNKNOWN},${lowest})`, money, "LowestCash"),
    currency,
  );
  const day = `IF(${cellAddress(start, 6)}<-${none},"at the start","on day "&SUMPRODUCT((${cash}>=-${none})*1))`;
  addLine(
    draft,
    "Cash runs out",
    word(`IF(COUNT(${cash})=0,${UNKNOWN},IF(LowestCash>=0,"not in these days",${day}))`, "CashRunsOut"),
    "",
    sentence('IF(CashRunsOut="at the start","the cash does not cover the initial margin","")'),
  );
}
