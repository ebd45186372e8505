import { assetsOf, NOT_HEDGED } from "../book/assets";
import { hasAssetList } from "./hedged-with";
import { groupsOf } from "./groups";
import type { Aim, HedgePlan } from "./plan";
import { isRounding } from "./record-plan";

/** What the input cells of a sheet hold, by name. */
export type Inputs = Readonly<Record<string, number | string | boolean>>;

/** The plan with what the input cells hold; one that is missing, or of the wrong kind, is as the plan says. */
export function withInputs(plan: HedgePlan, inputs: Inputs): HedgePlan {
  const now = <T extends number | null>(name: string, recorded: T): number | T => {
    const value = inputs[name];
    return typeof value === "number" && Number.isFinite(value) ? value : recorded;
  };
  const blankable = (name: string, recorded: number | null): number | null =>
    inputs[name] === "" ? null : now(name, recorded);
  const rounding = inputs["RoundingMode"];
  const groups = groupsOf(plan);
  return {
    ...plan,
    aim: aimWithInputs(plan.aim, now),
    rounding: isRounding(rounding) ? rounding : plan.rounding,
    defaultBeta: now("DefaultBeta", plan.defaultBeta),
    assetContracts: assetContractsWithInputs(plan, inputs),
    shock: now("MarketShock", plan.shock),
    asOf: now("AsOfDate", plan.asOf),
    cash: blankable("CashAvailable", plan.cash),
    horizonDays: now("HorizonDays", plan.horizonDays),
    put:
      plan.put === null
        ? null
        : {
            strike: now("PutStrike", plan.put.strike),
            volatility: now("PutVolatility", plan.put.volatility),
            days: now("PutDays", plan.put.days),
            rate: now("PutRate", plan.put.rate),
            yield: now("PutYield", plan.put.yield),
          },
    contracts: groups.map(({ choice, suffix, smallerSuffix }) => ({
      ...choice,
      multiplier: now(`ContractMultiplier_${suffix}`, choice.multiplier),
      lot: now(`LotSize_${suffix}`, choice.lot),
      smaller:
        choice.smaller === null || smallerSuffix === null
          ? null
          : {
              ...choice.smaller,
              multiplier: now(`ContractMultiplier_${smallerSuffix}`, choice.smaller.multiplier),
              lot: now(`LotSize_${smallerSuffix}`, choice.smaller.lot),
            },
      price: now(`FuturesPrice_${suffix}`, choice.price),
      fx: now(`FxRate_${suffix}`, choice.fx),
      futuresBeta: now(`FuturesBeta_${suffix}`, choice.futuresBeta),
      held: now(`HeldContracts_${suffix}`, choice.held),
      heldSmaller: smallerSuffix === null ? 0 : now(`HeldContracts_${smallerSuffix}`, choice.heldSmaller),
      initialMargin: blankable(`InitialMargin_${suffix}`, choice.initialMargin),
      maintenanceMargin: blankable(`MaintenanceMargin_${suffix}`, choice.maintenanceMargin),
      marginDate: blankable(`MarginDate_${suffix}`, choice.marginDate),
      spot: blankable(`SpotPrice_${suffix}`, choice.spot),
      expiry: blankable(`ExpiryDate_${suffix}`, choice.expiry),
      roll: blankable(`RollDate_${suffix}`, choice.roll),
      fundingRate: blankable(`FundingRate_${suffix}`, choice.fundingRate),
      fundingIntervalHours: now(`FundingHours_${suffix}`, choice.fundingIntervalHours),
      leverage: blankable(`IsolatedLeverage_${suffix}`, choice.leverage),
      maintenanceRate: blankable(`MaintenanceRate_${suffix}`, choice.maintenanceRate),
    })),
  };
}

/**
 * As the sheet reads the cells: a blank one goes with the first contract, a smaller contract's code with the larger.
 * An asset whose cell names no contract of the sheet keeps its recorded one.
 */
function assetContractsWithInputs(plan: HedgePlan, inputs: Inputs): HedgePlan["assetContracts"] {
  if (!hasAssetList(plan)) return plan.assetContracts;
  const codes = new Map([[NOT_HEDGED.toUpperCase(), NOT_HEDGED]]);
  for (const { code, smaller } of plan.contracts) {
    codes.set(code.toUpperCase(), code);
    if (smaller !== null) codes.set(smaller.code.toUpperCase(), code);
  }
  const [first] = plan.contracts;
  if (first !== undefined) codes.set("", first.code);
  const onSheet = assetsOf(plan.holdings).flatMap(({ key }) => {
    const input = inputs[`HedgeWith_${key}`];
    const code = input === undefined ? undefined : codes.get(String(input).toUpperCase());
    return code === undefined ? [] : [[key, code] as const];
  });
  return { ...plan.assetContracts, ...Object.fromEntries(onSheet) };
}

function aimWithInputs(aim: Aim, now: (name: string, recorded: number) => number): Aim {
  switch (aim.kind) {
    case "targetBeta":
      return { ...aim, targetBeta: now("TargetBeta", aim.targetBeta) };
    case "hedgeShare":
      return { ...aim, share: now("HedgeShare", aim.share) };
    case "targetWeight":
      return { ...aim, weight: now("TargetWeight", aim.weight) };
    case "targetVolatility":
      return {
        ...aim,
        target: now("TargetVolatility", aim.target),
        realised: now("RealisedVolatility", aim.realised),
      };
    case "cashToCome":
      return { ...aim, amount: now("CashToCome", aim.amount), beta: now("CashBeta", aim.beta) };
  }
}
