import { IN_EXCEL } from "../../../formulas/in-excel";
import { orderText, TEXTS_OF_BOOK } from "../../hedge/orders";
import { contractCell } from "../../plan/cell-names";
import type { Blueprint } from "../blueprint";
import { formula, word } from "../sheet-cells";
import { addLine, type Draft } from "../draft";

/** The orders as words, which the headline puts together. */
export function addOrders(draft: Draft, { hedge }: Blueprint): void {
  const { contracts } = hedge;
  const large = contracts.map((of) => {
    const { choice, suffix } = of.group;
    return word(orderText(IN_EXCEL, of, hedge, choice.lot).text, contractCell("OrderText", suffix));
  });
  const small = contracts.map(({ small: of, group: { choice, smallerSuffix } }) => {
    if (of === null || smallerSuffix === null) return null;
    const expression = orderText(IN_EXCEL, of, hedge, choice.smaller?.lot ?? 1).text;
    return word(expression, contractCell("OrderText", smallerSuffix));
  });
  addLine(draft, "Order", large);
  if (small.some((cell) => cell !== null)) addLine(draft, "Order (smaller)", small);
  addLine(draft, "Orders", formula(TEXTS_OF_BOOK.OrderList(IN_EXCEL, hedge).text, "General", "OrderList"));
}
