import { cell, IN_EXCEL } from "../../../formulas/in-excel";
import { sumOfKnown, unknownParts } from "../../hedge/book-figures";
import type { ExcelContract } from "../../hedge/hedge-in-excel";
import { UNKNOWN } from "../../hedge/dashes";
import { BOOK_CELLS, contractCells, type CellName } from "../../plan/cell-names";
import { sizesOf } from "../../plan/figures";
import { isPerpetual } from "../../plan/groups";
import type { Blueprint } from "../blueprint";
import { formula, sentence } from "../sheet-cells";
import { addLine, addSection, type Draft } from "../draft";
import type { SheetCell } from "../worksheet";

type AmountLine = (label: string, expression: string, name: CellName, note?: string | SheetCell) => void;

/** The same exposure by CFDs: financing every night instead of a basis in the price. */
export function addCfds(draft: Draft, blueprint: Blueprint): void {
  const { hedge, money, currency } = blueprint;
  addSection(draft, "Futures against CFDs over the horizon");
  const line: AmountLine = (label, expression, name, note = "") => {
    addLine(draft, label, formula(expression, money, name), currency, note);
  };
  const sizes = hedge.contracts.map(({ HedgeNotional }) => IN_EXCEL.abs(HedgeNotional));
  line(
    "Position",
    IN_EXCEL.sum(sizes).text,
    "HedgeSize",
    "notional of all futures, as large as the CFDs would be",
  );
  addCfdCosts(line);
  addFuturesCosts(line, blueprint);
  const { CfdTotal, FuturesTotal } = BOOK_CELLS;
  const difference = `IF(COUNT(${CfdTotal},${FuturesTotal})=2,${FuturesTotal}-${CfdTotal},${UNKNOWN})`;
  line("Futures better by", difference, "FuturesBetter");
}

function addCfdCosts(line: AmountLine): void {
  const { CfdFinancing, CfdSpread, HedgeSize, HorizonDays, CfdDay, CfdToHorizon, CfdCost } = BOOK_CELLS;
  line(
    "CFD financing a day",
    `IF(ISNUMBER(${CfdFinancing}),-${HedgeSize}*${CfdFinancing}/365,${UNKNOWN})`,
    "CfdDay",
    "set the rate in the inputs to see it",
  );
  line(
    "CFD financing to the horizon",
    `IF(ISNUMBER(${CfdDay}),${CfdDay}*${HorizonDays},${UNKNOWN})`,
    "CfdToHorizon",
  );
  line(
    "CFD spread and fees",
    `IF(COUNT(${CfdFinancing},${CfdSpread})=0,${UNKNOWN},-${HedgeSize}*N(${CfdSpread}))`,
    "CfdCost",
  );
  line("CFDs in all", `IF(ISNUMBER(${CfdToHorizon}),${CfdToHorizon}+${CfdCost},${UNKNOWN})`, "CfdTotal");
}

function addFuturesCosts(line: AmountLine, { hedge }: Blueprint): void {
  const { CarryGap, FuturesCarry, FuturesCost } = BOOK_CELLS;
  line(
    "Futures carry and funding",
    sumOfKnown(IN_EXCEL, hedge.contracts.map(carryToHorizon)).text,
    "FuturesCarry",
    sentence(unknownParts(IN_EXCEL, hedge, "carry", carryToHorizon).text, "CarryGap"),
  );
  line("Futures fees", fees(hedge.contracts), "FuturesCost", "in and out, and again for each roll");
  line("Futures in all", `IF(${CarryGap}="",N(${FuturesCarry})+${FuturesCost},${UNKNOWN})`, "FuturesTotal");
}

/** What a contract earns or pays to the horizon. */
function carryToHorizon({ group }: ExcelContract) {
  const { FundingToHorizon, CarryToHorizon } = contractCells(group.suffix);
  return cell(isPerpetual(group) ? FundingToHorizon : CarryToHorizon);
}

function fees(contracts: readonly ExcelContract[]): string {
  const trades = contracts.map((of) => {
    const { HorizonRolls } = contractCells(of.group.suffix);
    const held = sizesOf(of).map(({ ContractsToHold }) => IN_EXCEL.abs(ContractsToHold));
    const count = `(${IN_EXCEL.sum(held).text})`;
    return isPerpetual(of.group) ? count : `${count}*(1+N(${HorizonRolls}))`;
  });
  return `-N(${BOOK_CELLS.FuturesFee})*(${trades.join("+")})`;
}
