import type { Blueprint } from "../blueprint";
import { LADDER_DAYS, LADDER_MOVE } from "../cash-ladder";
import { areaAddress, cellAddress } from "../cell-address";
import { format, formula, input, sentence, text, word } from "../cells";
import { addHeads, addLine, addRow, columnArea, type Draft } from "../draft";
import { isIsolated } from "../groups";
import { UNKNOWN } from "../native";
import { bounds } from "../validations";

/**
 * Day by day against the hedge, whichever side it is on: the futures' loss is paid from the margin account; where that
 * falls below maintenance, cash restores the initial margin. The first day's figures are often round, and a margin call
 * or a shortage must not hang on a computer's noise: hence the billionths. `lowestCash` computes the same of a plan.
 */
export function addLadder(draft: Draft, blueprint: Blueprint): void {
  const { money, currency } = blueprint;
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
  for (let day = 1; day <= LADDER_DAYS; day++) addDay(draft, day, money);
  addLowest(draft, start, blueprint);
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

function addDay(draft: Draft, day: number, money: string): void {
  const row = draft.rows.length;
  const at = (column: number, back = 0): string => cellAddress(row - back, column);
  const account = `${at(5, 1)}+${at(3)}`;
  addRow(
    draft,
    text(`Day ${String(day)}`, "label"),
    input(LADDER_MOVE, format.percent, `AdverseMove_${String(day)}`, bounds(-1, 10, "Enter a percentage, such as 2%.")), // prettier-ignore
    formula(`${at(2, 1)}*(1-SIGN(FuturesExposure)*${at(1)})`, format.level),
    formula(`-ABS(FuturesExposure)*${at(2, 1)}*${at(1)}`, money),
    formula(`IF(${account}<N(TotalMaintenance)-1E-9*N(TotalMargin),N(TotalMargin)-(${account}),0)`, money),
    formula(`${account}+${at(4)}`, money),
    formula(`IF(ISNUMBER(${at(6, 1)}),${at(6, 1)}-${at(4)},${UNKNOWN})`, money),
  );
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
