import type { Blueprint } from "../blueprint";
import { LADDER_DAYS, LADDER_MOVE, marginAccounts } from "../cash-ladder";
import { areaAddress, cellAddress } from "../cell-address";
import { format, formula, input, sentence, text, word } from "../cells";
import { addHeads, addLine, addRow, columnArea, type Draft } from "../draft";
import { isIsolated, isMarginedByAmount, type Group } from "../groups";
import { UNKNOWN } from "../native";
import { bounds } from "../validations";

/** Rows from the ladder's last day to the start of the margin accounts: lowest cash, the day, heads, start. */
const LINES_BETWEEN = 4;

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
  addHeads(draft, `Cash ladder in ${currency}: day`, "Move against hedge", "Market level", "Futures P&L", "Margin top-up", "Margin account", "Cash left"); // prettier-ignore
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
  const accountsStart = accounts.length === 1 ? null : start + LADDER_DAYS + LINES_BETWEEN;
  for (let day = 1; day <= LADDER_DAYS; day++) {
    const balances = accountsStart === null ? null : { row: accountsStart + day, columns: accounts.length };
    addDay(draft, day, money, balances);
  }
  addLowest(draft, start, blueprint);
  if (accountsStart !== null) addAccounts(draft, accounts, start, blueprint);
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
  if (groups.some(isIsolated)) {
    addRow(
      draft,
      text("Isolated margin is not called: each top-up must be there first, or the position is liquidated.", "note"), // prettier-ignore
    );
  }
  if (groups.some(({ choice }) => choice.payoff === "inverse")) {
    addRow(
      draft,
      text("Inverse contracts hold their margin in coin: here it counts at today's price, and falls with the coin.", "note"), // prettier-ignore
    );
  }
}

/** @param balances where the margin accounts stand at the end of the day, if there are several */
function addDay(
  draft: Draft,
  day: number,
  money: string,
  balances: { row: number; columns: number } | null,
): void {
  const row = draft.rows.length;
  const at = (column: number, back = 0): string => cellAddress(row - back, column);
  const account = `${at(5, 1)}+${at(3)}`;
  const topUp =
    balances === null
      ? `IF(${account}<N(TotalMaintenance)-1E-9*N(TotalMargin),N(TotalMargin)-(${account}),0)`
      : topUpOfAll(areaAddress({ ...balances, column: 1, rows: 1 }), account);
  addRow(
    draft,
    text(`Day ${String(day)}`, "label"),
    input(LADDER_MOVE, format.percent, `AdverseMove_${String(day)}`, bounds(-1, 10, "Enter a percentage, such as 2%.")), // prettier-ignore
    formula(`${at(2, 1)}*(1-SIGN(FuturesExposure)*${at(1)})`, format.level),
    formula(`-ABS(FuturesExposure)*${at(2, 1)}*${at(1)}`, money),
    formula(topUp, money),
    formula(`${account}+${at(4)}`, money),
    formula(`IF(ISNUMBER(${at(6, 1)}),${at(6, 1)}-${at(4)},${UNKNOWN})`, money),
  );
}

/** What the margin accounts have at the end of the day, beyond what the day's loss has left of them. */
function topUpOfAll(balances: string, left: string): string {
  return `IF(SUM(${balances})-(${left})>1E-9*N(TotalMargin),SUM(${balances})-(${left}),0)`;
}

/**
 * Each margin account at the end of each day: the broker's, and that of each isolated position, whose margin bears its
 * own losses only. The market level of the day is that of the ladder above.
 *
 * @param start row of the ladder's start
 */
function addAccounts(
  draft: Draft,
  accounts: readonly (readonly Group[])[],
  start: number,
  { money, currency }: Blueprint,
): void {
  // prettier-ignore
  const heads = accounts.map(([first]) =>
    first === undefined || isMarginedByAmount(first) ? "Broker" : first.choice.code,
  );
  addHeads(draft, `Margin accounts in ${currency}: day`, ...heads);
  const sum = (account: readonly Group[], part: (suffix: string) => string): string =>
    account.map(({ suffix }) => part(suffix)).join("+");
  const initials = accounts.map((account) => sum(account, (suffix) => `N(MarginTotal_${suffix})`));
  const first = addRow(draft, text("Start", "label"), ...initials.map((initial) => formula(initial, money)));
  for (let day = 1; day <= LADDER_DAYS; day++) {
    const level = (row: number): string => cellAddress(row, 2);
    const change = `(${level(start + day)}-${level(start + day - 1)})`;
    const balances = accounts.map((account, index) => {
      const initial = initials[index] ?? "0";
      const exposure = sum(account, (suffix) => `HedgeNotional_${suffix}*FuturesBeta_${suffix}`);
      const maintenance = sum(account, (suffix) => `N(MaintenanceTotal_${suffix})`);
      const left = `${cellAddress(first + day - 1, index + 1)}+(${exposure})*${change}`;
      return formula(`IF(${left}<${maintenance}-1E-9*(${initial}),${initial},${left})`, money);
    });
    addRow(draft, text(`Day ${String(day)}, after top-up`, "label"), ...balances);
  }
}

/** The least cash of all days, and the day on which there is too little. */
function addLowest(draft: Draft, start: number, { money, currency }: Blueprint): void {
  const cash = areaAddress(columnArea(start, 6, LADDER_DAYS + 1));
  const none = "1E-9*CashAvailable";
  const lowest = `IF(ABS(MIN(${cash}))<=${none},0,MIN(${cash}))`;
  addLine(draft, "Lowest cash", formula(`IF(COUNT(${cash})=0,${UNKNOWN},${lowest})`, money, "LowestCash"), currency); // prettier-ignore
  const day = `IF(${cellAddress(start, 6)}<-${none},"at the start","on day "&SUMPRODUCT((${cash}>=-${none})*1))`;
  addLine(
    draft,
    "Cash runs out",
    word(`IF(COUNT(${cash})=0,${UNKNOWN},IF(LowestCash>=0,"not in these days",${day}))`, "CashRunsOut"),
    "",
    sentence('IF(CashRunsOut="at the start","the cash does not cover the initial margin","")'),
  );
}
