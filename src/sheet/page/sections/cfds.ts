import type { CellName } from "../../plan/cell-names";
import type { Blueprint } from "../blueprint";
import { formula, sentence } from "../cells";
import { addLine, addSection, type Draft } from "../draft";
import { isPerpetual, type Group } from "../../plan/groups";
import { cell, IN_EXCEL } from "../../../formulas/in-excel";
import { sumOfKnown, unknownParts } from "../../hedge/book-figures";
import { UNKNOWN } from "../../hedge/native";
import type { SheetCell } from "../worksheet";

/** The same exposure by CFDs: financing every night instead of a basis in the price. */
export function addCfds(draft: Draft, { groups, hedge, money, currency }: Blueprint): void {
  addSection(draft, "Futures against CFDs over the horizon");
  const line = (label: string, expression: string, name: CellName, note: string | SheetCell = ""): void => {
    addLine(draft, label, formula(expression, money, name), currency, note);
  };
  const carries = groups.map((group) => cell(carryToHorizon(group)));
  const size = groups.map(({ suffix }) => `ABS(HedgeNotional_${suffix})`).join("+");
  line("Position", size, "HedgeSize", "notional of all futures, as large as the CFDs would be");
  line(
    "CFD financing a day",
    `IF(ISNUMBER(CfdFinancing),-HedgeSize*CfdFinancing/365,${UNKNOWN})`,
    "CfdDay",
    "set the rate in the inputs to see it",
  );
  line("CFD financing to the horizon", `IF(ISNUMBER(CfdDay),CfdDay*HorizonDays,${UNKNOWN})`, "CfdToHorizon");
  line(
    "CFD spread and fees",
    `IF(COUNT(CfdFinancing,CfdSpread)=0,${UNKNOWN},-HedgeSize*N(CfdSpread))`,
    "CfdCost",
  );
  line("CFDs in all", `IF(ISNUMBER(CfdToHorizon),CfdToHorizon+CfdCost,${UNKNOWN})`, "CfdTotal");
  line(
    "Futures carry and funding",
    sumOfKnown(IN_EXCEL, carries).text,
    "FuturesCarry",
    sentence(
      unknownParts(IN_EXCEL, hedge, "carry", ({ group }) => cell(carryToHorizon(group))).text,
      "CarryGap",
    ),
  );
  line("Futures fees", fees(groups), "FuturesCost", "in and out, and again for each roll");
  line("Futures in all", `IF(CarryGap="",N(FuturesCarry)+FuturesCost,${UNKNOWN})`, "FuturesTotal");
  line(
    "Futures better by",
    `IF(COUNT(CfdTotal,FuturesTotal)=2,FuturesTotal-CfdTotal,${UNKNOWN})`,
    "FuturesBetter",
  );
}

/** Name of the cell with what a contract earns or pays to the horizon. */
function carryToHorizon(group: Group): string {
  return `${isPerpetual(group) ? "FundingToHorizon" : "CarryToHorizon"}_${group.suffix}`;
}

function fees(groups: readonly Group[]): string {
  const trades = groups.map((group) => {
    const { suffix, smallerSuffix } = group;
    const small = smallerSuffix === null ? "" : `+ABS(ContractsToHold_${smallerSuffix})`;
    const count = `(ABS(ContractsToHold_${suffix})${small})`;
    return isPerpetual(group) ? count : `${count}*(1+N(HorizonRolls_${suffix}))`;
  });
  return `-N(FuturesFee)*(${trades.join("+")})`;
}
