import type { Spelling } from "../../calc/spelling";
import type { BookText } from "../plan/figure-names";
import { sizesOf, type ContractOf, type HedgeOf, type SmallOf } from "../plan/figures";
import { contractDecimals } from "../plan/number-formats";
import { aimKind } from "../plan/aims";
import { unknownParts } from "./book-figures";

/**
 * What to tell the broker: "sell 32 ES", "sell 0.163 BTCUSDT"; "" for nothing. "3,000.000" would be three million to
 * many a reader, so that whole contracts have no decimals.
 *
 * @param lot as the plan has it: it says how many decimals an order needs, and on the sheet it may change
 */
export function orderText<N, B, T>(
  s: Spelling<N, B, T>,
  { ContractsToTrade: trade, ContractCode }: Pick<SmallOf<N, T>, "ContractsToTrade" | "ContractCode">,
  { RoundingMode }: HedgeOf<N, T>,
  lot: number,
): T {
  const [nothing, exact] = [s.number(0), s.number(contractDecimals(lot, "none"))];
  const places = s.either(s.isText(RoundingMode, "none"), exact, s.number(contractDecimals(lot, "nearest")));
  const isWhole = s.isEqual(s.round(trade, places), s.round(trade, nothing));
  const order = s.join([
    s.eitherText(s.isBelow(trade, nothing), s.text("sell "), s.text("buy ")),
    s.fixed(s.round(s.abs(trade), places), s.either(isWhole, nothing, places)),
    s.text(" "),
    ContractCode,
  ]);
  return s.eitherText(s.isEqual(s.round(trade, places), nothing), s.text(""), order);
}

type TextSpelling = <N, B, T>(s: Spelling<N, B, T>, hedge: HedgeOf<N, T>) => T;

/** Sentences of the whole hedge, once. */
export const TEXTS_OF_BOOK: Readonly<Record<BookText, TextSpelling>> = {
  OrderList: (s, { contracts }) => {
    const orders = contracts.flatMap((of) => ordersOf(of));
    const list = orders.map((order) =>
      s.eitherText(s.isText(order, ""), s.text(""), s.join([s.text(", "), order])),
    );
    return s.eitherText(
      s.isText(s.join(orders), ""),
      s.text("nothing to trade"),
      s.withoutFirst(s.join(list), 2),
    );
  },
  /** "Sell 32 ES: beta 1.30 → 0.50". */
  HedgeHeadline: (s, hedge) =>
    s.join([
      s.capitalised(hedge.OrderList),
      s.text(": "),
      aimKind(hedge.plan.aim.kind).outcome(s, hedge, withoutFutures(s, hedge), hedge),
    ]),
  MarginGap: (s, hedge) => unknownParts(s, hedge, "margin", ({ MarginTotal }) => MarginTotal),
  MaintenanceGap: (s, hedge) =>
    unknownParts(s, hedge, "maintenance margin", ({ MaintenanceTotal }) => MaintenanceTotal),
};

/** The orders of a contract and its smaller one. */
export function ordersOf<N, T>(of: ContractOf<N, T>): readonly T[] {
  return sizesOf(of).map(({ OrderText }) => OrderText);
}

/** Where futures are held already, the order alone does not make the difference from the book's beta. */
function withoutFutures<N, B, T>(s: Spelling<N, B, T>, { contracts }: HedgeOf<N, T>): T {
  const held = contracts.flatMap((of) => sizesOf(of));
  const isHeld = held.map(({ HeldContracts }) => s.isOther(s.orZero(HeldContracts), s.number(0)));
  return s.eitherText(s.any(isHeld), s.text(" without futures"), s.text(""));
}
