import type { Decimal } from "../../calc/decimal";
import { IN_DECIMALS } from "../../calc/in-decimals";
import type { HedgePlan } from "../plan/plan";
import { profitAt } from "./book-figures";
import { smallestUseful } from "./contract-checks";
import { hedgeInDecimals, type DecimalContract, type DecimalHedge } from "./hedge-in-decimals";
import { openChecks } from "./open-checks";
import { ordersOf } from "./orders";
import type { GroupPreview, Preview } from "./preview";

const s = IN_DECIMALS;

/**
 * What the hedge will be, before anything is written: the numbers that the worksheet's formulas compute.
 *
 * @throws {DomainError} `argument` naming the input that makes a hedge impossible
 */
export function previewHedge(plan: HedgePlan): Preview {
  const hedge = hedgeInDecimals(plan);
  return {
    portfolioValue: cell(hedge.PortfolioValue),
    groups: hedge.contracts.map((of) => contractPreview(of, hedge)),
    beta: cell(hedge.PortfolioBeta),
    effectiveBeta: cell(hedge.EffectiveBeta),
    headline: hedge.HedgeHeadline,
    scenarios: plan.scenarioMoves.map((move) => profit(hedge, move)),
    atShock: profit(hedge, plan.shock),
    warnings: openChecks(hedge),
  };
}

function contractPreview(of: DecimalContract, hedge: DecimalHedge): GroupPreview {
  const { small, group } = of;
  const isNothing = of.ContractsToHold.isZero() && (small === null || small.ContractsToHold.isZero());
  const useful = smallestUseful(s, of, hedge);
  return {
    code: group.choice.code,
    smallerCode: group.choice.smaller?.code ?? null,
    value: cell(of.GroupValue),
    beta: cell(of.GroupBeta),
    exposure: cell(of.GroupExposure),
    exact: cell(of.ExactContracts),
    contracts: cell(of.ContractsToHold),
    contractsSmaller: small === null ? 0 : cell(small.ContractsToHold),
    trade: cell(of.ContractsToTrade),
    tradeSmaller: small === null ? 0 : cell(small.ContractsToTrade),
    orders: ordersOf(of).filter((order) => order !== ""),
    notional: cell(of.HedgeNotional),
    contractValue: cell(of.ContractValue),
    effectiveBeta: cell(of.EffectiveBeta),
    residualExposure: cell(of.ResidualExposure),
    margin: known(of.MarginTotal),
    leverage: known(of.MarginLeverage),
    smallestUseful: isNothing && !of.ExactContracts.isZero() ? cell(useful) : null,
  };
}

function profit(hedge: DecimalHedge, move: number): Preview["atShock"] {
  const { unhedged, futures, hedged } = profitAt(s, hedge, s.number(move));
  return { move, unhedged: cell(unhedged), futures: cell(futures), hedged: cell(hedged) };
}

/** A cell's number: never −0. */
function cell(x: Decimal): number {
  return x.toNumber() + 0;
}

function known(x: Decimal): number | null {
  return x.isNaN() ? null : cell(x);
}
