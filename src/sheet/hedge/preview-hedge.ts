import type { Decimal } from "../../calc/decimal";
import { fromCell } from "../../calc/decimal";
import { hedgeNumbers, ratio, smallestUseful, type GroupNumbers, type HedgeNumbers } from "./hedge-numbers";
import { MOVES } from "../plan/moves";
import { openChecks } from "./open-checks";
import type { HedgePlan } from "../plan/plan";
import type { GroupPreview, Preview } from "./preview";
import { moneyInWords, ordersInWords, percentInWords, ratioInWords } from "./words";

/**
 * What the hedge will be, before anything is written: the numbers that the worksheet's formulas compute.
 *
 * @throws {DomainError} `argument` naming the input that makes a hedge impossible
 */
export function previewHedge(plan: HedgePlan): Preview {
  const numbers = hedgeNumbers(plan);
  return {
    portfolioValue: cell(numbers.book.value),
    groups: numbers.groups.map((group) => groupPreview(group, plan)),
    beta: cell(numbers.book.beta),
    effectiveBeta: cell(numbers.effectiveBeta),
    headline: headline(plan, numbers),
    scenarios: MOVES.map((move) => profitAt(move, numbers)),
    atShock: profitAt(plan.shock, numbers),
    warnings: openChecks(numbers, plan),
  };
}

function groupPreview(numbers: GroupNumbers, plan: HedgePlan): GroupPreview {
  const { group, contracts, contractsSmaller, margin, notional } = numbers;
  const nothing = contracts.isZero() && contractsSmaller.isZero();
  return {
    code: group.choice.code,
    smallerCode: group.choice.smaller?.code ?? null,
    value: cell(numbers.value),
    beta: cell(numbers.beta),
    exposure: cell(numbers.exposure),
    exact: cell(numbers.exact),
    contracts: cell(contracts),
    contractsSmaller: cell(contractsSmaller),
    trade: cell(numbers.trade),
    tradeSmaller: cell(numbers.tradeSmaller),
    orders: ordersInWords(group.choice, plan.rounding, numbers),
    notional: cell(notional),
    contractValue: cell(numbers.contractValue),
    effectiveBeta: cell(numbers.effectiveBeta),
    residualExposure: cell(numbers.residual),
    margin: margin === null ? null : cell(margin),
    leverage: margin === null || margin.isZero() ? null : cell(notional.abs().dividedBy(margin)),
    smallestUseful: nothing && !numbers.exact.isZero() ? cell(smallestUseful(numbers)) : null,
  };
}

function profitAt(move: number, { exposureAtRisk, futuresExposure }: HedgeNumbers): Preview["atShock"] {
  const moved = fromCell(move);
  const unhedged = exposureAtRisk.times(moved);
  const futures = futuresExposure.times(moved);
  return { move, unhedged: cell(unhedged), futures: cell(futures), hedged: cell(unhedged.plus(futures)) };
}

/**
 * "Sell 32 ES: beta 1.30 → 0.50"; the worksheet's headline is the same by formula. Where futures are held already the
 * order alone does not make the difference, so it says "beta 1.30 without futures → 0.50".
 */
function headline(plan: HedgePlan, numbers: HedgeNumbers): string {
  const trades = numbers.groups.flatMap((group) => ordersInWords(group.group.choice, plan.rounding, group));
  const list = trades.length === 0 ? "nothing to trade" : trades.join(", ");
  return `${list.charAt(0).toUpperCase()}${list.slice(1)}: ${outcome(plan, numbers)}`;
}

function outcome({ aim, contracts }: HedgePlan, numbers: HedgeNumbers): string {
  const { book, effectiveBeta, hedgedExposure, futuresExposure } = numbers;
  const isHeld = contracts.some(
    ({ held, smaller, heldSmaller }) => held !== 0 || (smaller !== null && heldSmaller !== 0),
  );
  const without = isHeld ? " without futures" : "";
  switch (aim.kind) {
    case "targetBeta":
    case "hedgeShare":
    case "targetVolatility":
      return `beta ${ratioInWords(book.beta)}${without} → ${ratioInWords(effectiveBeta)}`;
    case "targetWeight": {
      const after = hedgedExposure.plus(futuresExposure);
      return `weight ${percentInWords(ratio(hedgedExposure, book))}${without} → ${percentInWords(ratio(after, book))}`;
    }
    case "cashToCome":
      return `locks in today's price for ${moneyInWords(fromCell(aim.amount))} to come`;
  }
}

/** A cell's number: never −0. */
function cell(x: Decimal): number {
  return x.toNumber() + 0;
}
