import type { BookInputName, ContractInputName } from "./inputs";
import { BOOK_INPUT_NAMES } from "./inputs";
import type { ContractChoice, HedgePlan } from "./plan";

/** What a plan holds for each input of the whole sheet; null where it is blank, or belongs to another aim. */
export function bookInputs(plan: HedgePlan): Record<Exclude<BookInputName, "RoundingMode">, number | null> {
  const { aim, put } = plan;
  const none = Object.fromEntries(BOOK_INPUT_NAMES.map((name) => [name, null])) as Record<
    BookInputName,
    null
  >;
  const ofAim = (): Partial<Record<BookInputName, number>> => {
    switch (aim.kind) {
      case "targetBeta":
        return { TargetBeta: aim.targetBeta };
      case "hedgeShare":
        return { HedgeShare: aim.share };
      case "targetWeight":
        return { TargetWeight: aim.weight };
      case "targetVolatility":
        return { TargetVolatility: aim.target, RealisedVolatility: aim.realised };
      case "cashToCome":
        return { CashToCome: aim.amount, CashBeta: aim.beta };
    }
  };
  return {
    ...none,
    ...ofAim(),
    DefaultBeta: plan.defaultBeta,
    MarketShock: plan.shock,
    AsOfDate: plan.asOf,
    CashAvailable: plan.cash,
    HorizonDays: plan.horizonDays,
    MarginFactor: plan.marginFactor,
    CfdFinancing: plan.cfdFinancing,
    CfdSpread: plan.cfdSpread,
    FuturesFee: plan.futuresFee,
    ResidualTolerance: plan.tolerance,
    StaleDays: plan.staleDays,
    ...(put === null
      ? {}
      : {
          PutStrike: put.strike,
          PutVolatility: put.volatility,
          PutDays: put.days,
          PutRate: put.rate,
          PutYield: put.yield,
        }),
  };
}

export function contractInputs(
  choice: ContractChoice,
  { asOf }: HedgePlan,
): Record<ContractInputName, number | null> {
  return {
    FuturesPrice: choice.price,
    ContractMultiplier: choice.multiplier,
    FxRate: choice.fx,
    FuturesBeta: choice.futuresBeta,
    LotSize: choice.lot,
    HeldContracts: choice.held,
    SpotPrice: choice.spot,
    PriceDate: choice.priceDate ?? asOf,
    InitialMargin: choice.initialMargin,
    MaintenanceMargin: choice.maintenanceMargin,
    MarginDate: choice.marginDate,
    ExpiryDate: choice.expiry,
    RollDate: choice.roll,
    FundingRate: choice.fundingRate,
    FundingHours: choice.fundingIntervalHours,
    IsolatedLeverage: choice.leverage,
    MaintenanceRate: choice.maintenanceRate,
  };
}

export function smallInputs({ smaller, heldSmaller }: ContractChoice) {
  return {
    ContractMultiplier: smaller?.multiplier ?? null,
    LotSize: smaller?.lot ?? null,
    HeldContracts: heldSmaller,
  };
}
