import { isContractCode } from "./groups";
import type { Aim, ContractChoice, HedgePlan, Rounding } from "./plan";
import { STANDARD_LIMITS } from "./contract-choice";
import { Malformed, numeric, object, orNull, type Members } from "./record-members";

/** @throws {Malformed} what is not as {@link HedgePlan} says */
export function readPlan(value: unknown): Omit<HedgePlan, "holdings"> {
  const plan = object(value);
  const { rounding, put, contracts } = plan;
  if (!isRounding(rounding) || !Array.isArray(contracts) || contracts.length > 50)
    throw new Malformed("plan");
  return {
    aim: readAim(object(plan["aim"])),
    rounding,
    defaultBeta: numeric(plan["defaultBeta"]),
    contracts: contracts.map((contract) => readContract(object(contract))),
    assetContracts: readAssetContracts(object(plan["assetContracts"] ?? {})),
    shock: numeric(plan["shock"]),
    asOf: numeric(plan["asOf"]),
    cash: orNull(plan["cash"]),
    put: put === null ? null : readPut(object(put)),
    horizonDays: numeric(plan["horizonDays"]),
    ...STANDARD_LIMITS,
  };
}

function readAssetContracts(value: Members): HedgePlan["assetContracts"] {
  const entries = Object.entries(value);
  if (entries.some(([key]) => !/^[A-Z0-9_]{1,30}$/.test(key))) throw new Malformed("asset");
  return Object.fromEntries(entries.map(([key, code]) => [key, contractCode(code)]));
}

function contractCode(value: unknown): string {
  if (typeof value !== "string" || !isContractCode(value)) throw new Malformed("code");
  return value;
}

/** "": a contract of the user's own whose currency is not known. */
function currencyCode(value: unknown): string {
  if (typeof value !== "string" || !/^[A-Z]{0,12}$/.test(value)) throw new Malformed("currency");
  return value;
}

function readAim(aim: Members): Aim {
  switch (aim["kind"]) {
    case "targetBeta":
      return { kind: "targetBeta", targetBeta: numeric(aim["targetBeta"]) };
    case "hedgeShare":
      return { kind: "hedgeShare", share: numeric(aim["share"]) };
    case "targetWeight":
      return { kind: "targetWeight", weight: numeric(aim["weight"]) };
    case "targetVolatility":
      return { kind: "targetVolatility", target: numeric(aim["target"]), realised: numeric(aim["realised"]) };
    case "cashToCome":
      return { kind: "cashToCome", amount: numeric(aim["amount"]), beta: numeric(aim["beta"]) };
    default:
      throw new Malformed("aim");
  }
}

function readPut(put: Members): NonNullable<HedgePlan["put"]> {
  return {
    strike: numeric(put["strike"]),
    volatility: numeric(put["volatility"]),
    days: numeric(put["days"]),
    rate: numeric(put["rate"]),
    yield: numeric(put["yield"]),
  };
}

function readContract(contract: Members): ContractChoice {
  const { smaller, payoff } = contract;
  if (payoff !== "linear" && payoff !== "inverse") throw new Malformed("payoff");
  return {
    code: contractCode(contract["code"]),
    payoff,
    currency: currencyCode(contract["currency"]),
    smaller: smaller === null ? null : readSmaller(object(smaller)),
    multiplier: numeric(contract["multiplier"]),
    lot: numeric(contract["lot"]),
    price: numeric(contract["price"]),
    fx: numeric(contract["fx"]),
    futuresBeta: numeric(contract["futuresBeta"]),
    held: numeric(contract["held"]),
    heldSmaller: numeric(contract["heldSmaller"]),
    initialMargin: orNull(contract["initialMargin"]),
    maintenanceMargin: orNull(contract["maintenanceMargin"]),
    marginDate: orNull(contract["marginDate"]),
    priceDate: orNull(contract["priceDate"] ?? null),
    spot: orNull(contract["spot"]),
    expiry: orNull(contract["expiry"]),
    roll: orNull(contract["roll"]),
    fundingRate: orNull(contract["fundingRate"]),
    fundingIntervalHours: numeric(contract["fundingIntervalHours"]),
    leverage: orNull(contract["leverage"]),
    maintenanceRate: orNull(contract["maintenanceRate"]),
  };
}

function readSmaller(smaller: Members): NonNullable<ContractChoice["smaller"]> {
  return {
    code: contractCode(smaller["code"]),
    multiplier: numeric(smaller["multiplier"]),
    lot: numeric(smaller["lot"]),
  };
}

export function isRounding(value: unknown): value is Rounding {
  return value === "nearest" || value === "down" || value === "up" || value === "none";
}
