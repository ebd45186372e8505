import { assetsOf, NOT_HEDGED } from "../sheet/asset-list";
import type { Holdings } from "../sheet/holdings";
import type { Aim, ContractChoice, HedgePlan, Rounding } from "../sheet/plan";
import type { ContractTraits } from "./contract-options";
import { isoDate, readDate, readNumber, type NumberBox, type Typed } from "./typed-number";

type Texts<K extends string> = Readonly<Record<K, string>>;

/** What the boxes of the pane hold, as typed. Nothing is read before it must be: a half-typed number is no number. */
export interface HedgeForm {
  readonly aim: Aim["kind"];
  readonly aims: Texts<AimBox>;
  readonly rounding: Rounding;
  readonly book: Texts<BookBox>;
  /** Compare with a protective put. */
  readonly withPut: boolean;
  readonly contracts: readonly ContractForm[];
  /** See `HedgePlan.assetContracts`. */
  readonly assetContracts: HedgePlan["assetContracts"];
}

export interface ContractForm {
  /** What the catalogue, or the user's own table, says about the contract: not typed in the pane. */
  readonly facts: ContractChoice;
  readonly traits: ContractTraits;
  /** Sell or buy the remainder in the smaller contract; of no effect where there is none. */
  readonly useSmaller: boolean;
  readonly boxes: Texts<ContractBox>;
  /** The futures beta that follows from the book's betas, while nobody types another; null: it does not. */
  readonly bookBeta: number | null;
}

export const AIM_BOXES = {
  targetBeta: { label: "target beta" },
  share: { label: "share to hedge", unit: "percent" },
  weight: { label: "target weight", unit: "percent" },
  targetVolatility: { label: "target volatility", unit: "percent", range: "positive" },
  realisedVolatility: { label: "realised volatility", unit: "percent", range: "positive" },
  amount: { label: "cash to come", range: "positive" },
  cashBeta: { label: "beta wanted for it" },
} as const satisfies Record<string, NumberBox>;
export type AimBox = keyof typeof AIM_BOXES;

/** Each aim: its name in the list, what it means in a sentence, and the boxes that it asks for. */
export const AIMS: Readonly<
  Record<Aim["kind"], { readonly label: string; readonly meaning: string; readonly boxes: readonly AimBox[] }>
> = {
  targetBeta: {
    label: "Target beta",
    meaning: "Beta of the portfolio after the hedge; 0 removes all market exposure.",
    boxes: ["targetBeta"],
  },
  hedgeShare: {
    label: "Hedge share",
    meaning: "Part of the beta-adjusted exposure to hedge away; 100 removes all.",
    boxes: ["share"],
  },
  targetWeight: {
    label: "Target weight",
    meaning:
      "Exposure as a part of the whole portfolio while the futures are on: rebalancing without selling.",
    boxes: ["weight"],
  },
  targetVolatility: {
    label: "Target volatility",
    meaning: "Exposure is scaled by target ÷ realised volatility, never above what you hold.",
    boxes: ["targetVolatility", "realisedVolatility"],
  },
  cashToCome: {
    label: "Cash to come",
    meaning: "Buys futures now for money that comes later: locks in today's price.",
    boxes: ["amount", "cashBeta"],
  },
};

export const BOOK_BOXES = {
  defaultBeta: { label: "beta for rows without one" },
  shock: { label: "market move", unit: "percent" },
  asOf: { label: "as-of date", date: true },
  cash: { label: "cash available", range: "notNegative", optional: true },
  horizonDays: { label: "horizon", range: "positive", whole: true },
  putStrike: { label: "strike of the put", range: "positive" },
  putVolatility: { label: "volatility", unit: "percent", range: "positive" },
  putDays: { label: "days to expiry", range: "positive", whole: true },
  putRate: { label: "interest rate", unit: "percent" },
  putYield: { label: "dividend yield", unit: "percent" },
} as const satisfies Record<string, Box>;
export type BookBox = keyof typeof BOOK_BOXES;

const PUT_BOXES: readonly BookBox[] = ["putStrike", "putVolatility", "putDays", "putRate", "putYield"];

export const CONTRACT_BOXES = {
  price: { label: "price", range: "positive" },
  held: { label: "contracts held now" },
  heldSmaller: { label: "smaller contracts held now" },
  initialMargin: { label: "initial margin", range: "positive", optional: true },
  maintenanceMargin: { label: "maintenance margin", range: "positive", optional: true },
  marginDate: { label: "margin date", date: true },
  fx: { label: "exchange rate", range: "positive" },
  futuresBeta: { label: "futures beta", range: "positive" },
  spot: { label: "spot or index level", range: "positive", optional: true },
  expiry: { label: "last trading day", date: true },
  roll: { label: "roll date", date: true },
  fundingRate: { label: "funding rate", unit: "percent", optional: true },
  fundingIntervalHours: { label: "funding interval", range: "positive" },
  leverage: { label: "isolated leverage", range: "positive", optional: true },
  maintenanceRate: { label: "maintenance rate", unit: "percent", range: "notNegative", optional: true },
} as const satisfies Record<string, Box>;
export type ContractBox = keyof typeof CONTRACT_BOXES;

type Box = NumberBox & { readonly date?: true };

/** A box of the form by name, so that a problem can be shown at the box: "targetBeta", "contract 0 price". */
export type BoxName = AimBox | BookBox | `contract ${number} ${ContractBox}`;

export type PlanReading =
  | { readonly ok: true; readonly plan: HedgePlan }
  | { readonly ok: false; readonly problems: ReadonlyMap<BoxName, string> };

/** The form for a plan: every number as a box shows it. */
export function formOf(plan: HedgePlan, traitsOf: (code: string) => ContractTraits): HedgeForm {
  const { aim, put } = plan;
  return {
    aim: aim.kind,
    aims: {
      targetBeta: aim.kind === "targetBeta" ? text(aim.targetBeta) : "",
      share: aim.kind === "hedgeShare" ? percent(aim.share) : "",
      weight: aim.kind === "targetWeight" ? percent(aim.weight) : "",
      targetVolatility: aim.kind === "targetVolatility" ? percent(aim.target) : "",
      realisedVolatility: aim.kind === "targetVolatility" ? percent(aim.realised) : "",
      amount: aim.kind === "cashToCome" ? text(aim.amount) : "",
      cashBeta: aim.kind === "cashToCome" ? text(aim.beta) : "1",
    },
    rounding: plan.rounding,
    book: {
      defaultBeta: text(plan.defaultBeta),
      shock: percent(plan.shock),
      asOf: isoDate(plan.asOf),
      cash: text(plan.cash),
      horizonDays: text(plan.horizonDays),
      putStrike: text(put?.strike ?? null),
      putVolatility: percent(put?.volatility ?? null),
      putDays: text(put?.days ?? null),
      putRate: percent(put?.rate ?? 0),
      putYield: percent(put?.yield ?? 0),
    },
    withPut: put !== null,
    contracts: plan.contracts.map((contract) => contractForm(contract, traitsOf(contract.code))),
    assetContracts: plan.assetContracts,
  };
}

/** The boxes for a contract; a price that nobody has given yet is a blank box, not 0. */
export function contractForm(facts: ContractChoice, traits: ContractTraits): ContractForm {
  return {
    facts,
    traits,
    useSmaller: facts.smaller !== null,
    boxes: {
      price: facts.price > 0 ? text(facts.price) : "",
      held: text(facts.held),
      heldSmaller: text(facts.heldSmaller),
      initialMargin: text(facts.initialMargin),
      maintenanceMargin: text(facts.maintenanceMargin),
      marginDate: isoDate(facts.marginDate),
      fx: text(facts.fx),
      futuresBeta: text(facts.futuresBeta),
      spot: text(facts.spot),
      expiry: isoDate(facts.expiry),
      roll: isoDate(facts.roll),
      fundingRate: percent(facts.fundingRate),
      fundingIntervalHours: text(facts.fundingIntervalHours),
      leverage: text(facts.leverage),
      maintenanceRate: percent(facts.maintenanceRate),
    },
    bookBeta: null,
  };
}

/**
 * The proposal for newly read holdings, with everything that the user had typed before: choosing other cells must not
 * cost a price, a target or a contract. Only where the book names its contracts itself, or the first one is not for
 * such a book (an index future for coins), the proposed ones come, with what was typed for the same code.
 */
export function keepTyped(typed: HedgeForm, proposed: HedgeForm, { columns }: Holdings): HedgeForm {
  const fits = typed.contracts[0]?.facts.code === proposed.contracts[0]?.facts.code;
  if (fits && columns.hedgeWith === undefined) return typed;
  const contracts = proposed.contracts.map(
    (contract) => typed.contracts.find(({ facts }) => facts.code === contract.facts.code) ?? contract,
  );
  return { ...typed, contracts };
}

export function codesOf(contracts: readonly ContractForm[]): readonly string[] {
  return contracts.map(({ facts }) => facts.code);
}

/**
 * The contract that the remainder can be hedged with; null where there is none, or where it is a contract of the
 * hedge in its own right.
 *
 * @param codes of all contracts in the hedge
 */
export function smallerOf(
  { facts, traits }: ContractForm,
  codes: readonly string[],
): ContractChoice["smaller"] {
  const known = facts.smaller ?? traits.smaller;
  return known !== null && codes.includes(known.code) ? null : known;
}

/** The form with another price in the box of one contract. */
export function withPrice(form: HedgeForm, index: number, price: number): HedgeForm {
  const contracts = form.contracts.map((contract, at) =>
    at === index ? { ...contract, boxes: { ...contract.boxes, price: text(price) } } : contract,
  );
  return { ...form, contracts };
}

/** A number as a box shows it; blank for none. */
export function text(value: number | null): string {
  return value === null || !Number.isFinite(value) ? "" : plainDigits(value);
}

function percent(share: number | null): string {
  // 15 digits: what a cell shows; 0.07 × 100 is 7.000000000000001 in doubles.
  return share === null || !Number.isFinite(share) ? "" : plainDigits(Number((share * 100).toPrecision(15)));
}

/** Never 1e-7, which the boxes would not read back. */
function plainDigits(value: number): string {
  const short = String(value);
  return short.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : short;
}

/** The plan in the boxes, or every sentence about boxes that cannot be read. */
export function readForm(form: HedgeForm, holdings: Holdings): PlanReading {
  const problems = new Map<BoxName, string>();
  const take = <T>(name: BoxName, typed: Typed<T>): T | undefined => {
    if (typed.ok) return typed.value;
    problems.set(name, typed.problem);
    return undefined;
  };
  const number = (name: BoxName, typed: string, box: NumberBox): number =>
    take(name, readNumber(typed, { ...box, optional: false })) ?? 0;
  const optional = (name: BoxName, typed: string, box: NumberBox): number | null =>
    take(name, readNumber(typed, { ...box, optional: true })) ?? null;
  const date = (name: BoxName, typed: string, box: Box): number | null =>
    take(name, readDate(typed, box.label)) ?? null;

  const aimNumber = (box: AimBox) => number(box, form.aims[box], AIM_BOXES[box]);
  const bookNumber = (box: BookBox) => number(box, form.book[box], BOOK_BOXES[box]);

  const aim = readAim(form.aim, aimNumber);
  const asOf = date("asOf", form.book.asOf, BOOK_BOXES.asOf);
  if (asOf === null && !problems.has("asOf")) {
    problems.set("asOf", "Give the date of the prices: the box is empty.");
  }
  const codes = codesOf(form.contracts);
  const contracts = form.contracts.map((contract, i): ContractChoice => {
    const { facts, traits, useSmaller, boxes } = contract;
    const name = (box: ContractBox): BoxName => `contract ${i} ${box}`;
    const needed = (box: ContractBox) => number(name(box), boxes[box], named(box, facts));
    const known = (box: ContractBox) => optional(name(box), boxes[box], named(box, facts));
    const day = (box: ContractBox) => date(name(box), boxes[box], named(box, facts));
    const smaller = useSmaller ? smallerOf(contract, codes) : null;
    const { perpetual } = traits;
    return {
      ...facts,
      smaller,
      price: needed("price"),
      fx: needed("fx"),
      futuresBeta: needed("futuresBeta"),
      held: needed("held"),
      heldSmaller: smaller ? needed("heldSmaller") : 0,
      initialMargin: known("initialMargin"),
      maintenanceMargin: known("maintenanceMargin"),
      marginDate: day("marginDate"),
      spot: known("spot"),
      expiry: perpetual ? null : day("expiry"),
      roll: perpetual ? null : day("roll"),
      fundingRate: perpetual ? known("fundingRate") : null,
      fundingIntervalHours: perpetual ? needed("fundingIntervalHours") : facts.fundingIntervalHours,
      leverage: perpetual ? known("leverage") : null,
      maintenanceRate: perpetual ? known("maintenanceRate") : null,
    };
  });
  const plan: HedgePlan = {
    holdings,
    aim,
    rounding: form.rounding,
    defaultBeta: bookNumber("defaultBeta"),
    contracts,
    assetContracts: readAssetContracts(form, holdings),
    shock: bookNumber("shock"),
    asOf: asOf ?? 0,
    cash: optional("cash", form.book.cash, BOOK_BOXES.cash),
    put: form.withPut ? readPut(bookNumber) : null,
    horizonDays: bookNumber("horizonDays"),
  };
  return problems.size === 0 ? { ok: true, plan } : { ok: false, problems };
}

/** The choices for assets of this book and contracts of this hedge; the others wait for theirs to come back. */
function readAssetContracts(
  { assetContracts, contracts }: HedgeForm,
  holdings: Holdings,
): HedgePlan["assetContracts"] {
  const [keys, codes] = [assetsOf(holdings).map(({ key }) => key), [...codesOf(contracts), NOT_HEDGED]];
  const valid = Object.entries(assetContracts).filter(
    ([key, code]) => keys.includes(key) && codes.includes(code),
  );
  return Object.fromEntries(valid);
}

function readAim(kind: Aim["kind"], number: (box: AimBox) => number): Aim {
  switch (kind) {
    case "targetBeta":
      return { kind, targetBeta: number("targetBeta") };
    case "hedgeShare":
      return { kind, share: number("share") };
    case "targetWeight":
      return { kind, weight: number("weight") };
    case "targetVolatility":
      return { kind, target: number("targetVolatility"), realised: number("realisedVolatility") };
    case "cashToCome":
      return { kind, amount: number("amount"), beta: number("cashBeta") };
  }
}

function readPut(number: (box: BookBox) => number): NonNullable<HedgePlan["put"]> {
  const [strike = 0, volatility = 0, days = 0, rate = 0, dividendYield = 0] = PUT_BOXES.map(number);
  return { strike, volatility, days, rate, yield: dividendYield };
}

/** The box with its contract in the label, so that a sentence out of its place still says which price is meant. */
function named(box: ContractBox, facts: ContractChoice): Box {
  const plain: Box = CONTRACT_BOXES[box];
  return { ...plain, label: `${plain.label} of ${facts.code}` };
}
