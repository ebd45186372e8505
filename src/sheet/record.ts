import { DomainError } from "../calc/errors";
import { assetsOf, hasAssetList, NOT_HEDGED } from "./asset-list";
import { groupsOf, isContractCode } from "./groups";
import { COLUMN_ROLES, type ColumnMap, type ColumnRole, type Holdings } from "./holdings";
import type { Aim, ContractChoice, HedgePlan, Rounding } from "./plan";

/** Raised when an older program could not read the record any more. */
const VERSION = 1;

/** Where the holdings stood when the sheet was built: rows and columns of that sheet, from 0. */
export type RecordedBook = Pick<Holdings, "sheet" | "firstRow" | "lastRow" | "columns">;

/** Excel's limit to the text of a cell. */
const LONGEST = 32_767;

/**
 * The plan as text, kept in the sheet's cell HedgeRecord, so that the workbook alone is enough to build again.
 *
 * @throws {DomainError} `argument` if it is too long for a cell
 */
export function recordOf(plan: HedgePlan): string {
  const { holdings, ...choices } = plan;
  const { sheet, firstRow, lastRow, columns } = holdings;
  const book = { sheet, firstRow, lastRow, columns };
  const record = JSON.stringify({ hedgesheet: VERSION, book, plan: choices });
  if (record.length <= LONGEST) return record;
  throw new DomainError(
    "argument",
    "the contracts chosen asset by asset are too many to be kept: give the table a “Hedge with” column instead",
  );
}

/** Where to read the holdings again; null if the text is no record of ours. */
export function bookFromRecord(record: string): RecordedBook | null {
  return attempt(() => readBook(readRecord(record)["book"]));
}

/**
 * The plan of a sheet: what was recorded, with what its input cells hold now, for the holdings as they are now.
 *
 * Anybody who has the file can write into the record: every member is checked, whatever is unknown is dropped.
 *
 * @param inputs what the input cells hold, by name; an input that is blank or of the wrong kind is as recorded
 * @returns null if the text is no record of ours, or of a later version
 */
export function planFromRecord(
  record: string,
  inputs: Readonly<Record<string, number | string | boolean>>,
  holdings: Holdings,
): HedgePlan | null {
  return attempt(() => {
    const plan = { ...readPlan(readRecord(record)["plan"]), holdings };
    return withInputs(plan, inputs);
  });
}

function withInputs(plan: HedgePlan, inputs: Readonly<Record<string, number | string | boolean>>): HedgePlan {
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
function assetContractsWithInputs(
  plan: HedgePlan,
  inputs: Readonly<Record<string, number | string | boolean>>,
): HedgePlan["assetContracts"] {
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

type Members = Readonly<Record<string, unknown>>;

class Malformed extends Error {}

/** The answer, or null where the record turns out not to be ours. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function readRecord(record: string): Members {
  const members = object(JSON.parse(record));
  if (members["hedgesheet"] !== VERSION) throw new Malformed("another version");
  return members;
}

function readBook(value: unknown): RecordedBook {
  const book = object(value);
  const recorded = object(book["columns"]);
  const columns: Partial<Record<ColumnRole, number>> = {};
  for (const role of COLUMN_ROLES) {
    if (recorded[role] !== undefined) columns[role] = index(recorded[role], 16_384);
  }
  const found: ColumnMap = columns;
  const firstRow = index(book["firstRow"], 1_048_576);
  const lastRow = index(book["lastRow"], 1_048_576);
  if (lastRow < firstRow) throw new Malformed("rows");
  return { sheet: words(book["sheet"], 31), firstRow, lastRow, columns: found };
}

function readPlan(value: unknown): Omit<HedgePlan, "holdings"> {
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
    currency: words(contract["currency"], 12),
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

function isRounding(value: unknown): value is Rounding {
  return value === "nearest" || value === "down" || value === "up" || value === "none";
}

function object(value: unknown): Members {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Malformed("object");
  return value as Members;
}

function numeric(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new Malformed("number");
  return value;
}

function orNull(value: unknown): number | null {
  return value === null ? null : numeric(value);
}

function index(value: unknown, below: number): number {
  const found = numeric(value);
  if (!Number.isInteger(found) || found < 0 || found >= below) throw new Malformed("index");
  return found;
}

function words(value: unknown, longest: number): string {
  if (typeof value !== "string" || value === "" || value.length > longest) throw new Malformed("text");
  return value;
}
