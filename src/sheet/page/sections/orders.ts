import { contractsOf, type Blueprint, type SheetContract } from "../blueprint";
import { formula, word } from "../cells";
import { addLine, type Draft } from "../draft";
import type { Rounding } from "../../plan/plan";
import { contractDecimals } from "../../plan/number-formats";

/** The orders as words, which the headline puts together. */
export function addOrders(draft: Draft, { groups, plan }: Blueprint): void {
  const contracts = contractsOf(groups);
  const order = (contract: SheetContract) =>
    word(orderText(contract, plan.rounding), `OrderText_${contract.suffix}`);
  const large = contracts.filter(({ small }) => !small);
  addLine(draft, "Order", large.map(order));
  if (contracts.length > large.length) {
    const small = groups.map((group) => {
      const contract = contracts.find((each) => each.small && each.group === group);
      return contract === undefined ? null : order(contract);
    });
    addLine(draft, "Order (smaller)", small);
  }
  const all = contracts.map(({ suffix }) => `OrderText_${suffix}`);
  const list = all.map((name) => `IF(${name}="","",", "&${name})`).join("&");
  const orders = `IF(${all.join("&")}="","nothing to trade",MID(${list},3,1000))`;
  addLine(draft, "Orders", formula(orders, "General", "OrderList"));
}

function orderText({ suffix, group: { choice }, small }: SheetContract, rounding: Rounding): string {
  const lot = small && choice.smaller !== null ? choice.smaller.lot : choice.lot;
  const trade = `ContractsToTrade_${suffix}`;
  // A sheet built without rounding can be told to round.
  const decimals = contractDecimals(lot, rounding === "none" ? "nearest" : rounding);
  const places = `IF(RoundingMode="none",4,${String(decimals)})`;
  const shown = `IF(ROUND(${trade},${places})=ROUND(${trade},0),0,${places})`;
  return (
    `IF(ROUND(${trade},${places})=0,"",IF(${trade}<0,"sell ","buy ")` +
    `&FIXED(ROUND(ABS(${trade}),${places}),${shown})&" "&ContractCode_${suffix})`
  );
}
