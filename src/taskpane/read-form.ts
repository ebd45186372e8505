import { assetsOf, NOT_HEDGED } from "../sheet/book/assets";
import { STANDARD_LIMITS } from "../sheet/plan/contract-choice";
import type { Holdings } from "../sheet/book/holdings";
import type { Aim, ContractChoice, HedgePlan } from "../sheet/plan/plan";
import {
  AIM_BOXES,
  BOOK_BOXES,
  CONTRACT_BOXES,
  PUT_BOXES,
  type AimBox,
  type BookBox,
  type Box,
  type BoxName,
  type ContractBox,
} from "./form-boxes";
import { codesOf, smallerOf, type ContractForm, type HedgeForm } from "./hedge-form";
import { readDate, readNumber, type Typed } from "./typed-number";

export type PlanReading =
  | { readonly ok: true; readonly plan: HedgePlan }
  | { readonly ok: false; readonly problems: ReadonlyMap<BoxName, string> };

/** The plan in the boxes, or every sentence about boxes that cannot be read. */
export function readForm(form: HedgeForm, holdings: Holdings): PlanReading {
  const boxes = boxReader();
  const aimNumber = (box: AimBox) => boxes.number(box, form.aims[box], AIM_BOXES[box]);
  const bookNumber = (box: BookBox) => boxes.number(box, form.book[box], BOOK_BOXES[box]);
  // In the pane's order: the first sentence is the one that is shown.
  const aim = readAim(form.aim, aimNumber);
  const asOf = boxes.neededDate("asOf", form.book.asOf, "Give the date of the prices: the box is empty.");
  const codes = codesOf(form.contracts);
  const contracts = form.contracts.map((contract, i) => readContract(boxes, contract, i, codes));
  const plan: HedgePlan = {
    holdings,
    aim,
    rounding: form.rounding,
    defaultBeta: bookNumber("defaultBeta"),
    contracts,
    assetContracts: readAssetContracts(form, holdings),
    shock: bookNumber("shock"),
    asOf,
    cash: boxes.optional("cash", form.book.cash, BOOK_BOXES.cash),
    put: form.withPut ? readPut(bookNumber) : null,
    horizonDays: bookNumber("horizonDays"),
    ...STANDARD_LIMITS,
  };
  return boxes.problems.size === 0 ? { ok: true, plan } : { ok: false, problems: boxes.problems };
}

type BoxReader = ReturnType<typeof boxReader>;

/** Reads box after box, and keeps the sentence about each that cannot be read: 0 or none stands in for it. */
function boxReader() {
  const problems = new Map<BoxName, string>();
  const take = <T>(name: BoxName, typed: Typed<T>): T | undefined => {
    if (typed.ok) return typed.value;
    problems.set(name, typed.problem);
    return undefined;
  };
  const date = (name: BoxName, typed: string, box: Box): number | null =>
    take(name, readDate(typed, box.label)) ?? null;
  return {
    problems: problems as ReadonlyMap<BoxName, string>,
    number: (name: BoxName, typed: string, box: Box): number =>
      take(name, readNumber(typed, { ...box, optional: false })) ?? 0,
    optional: (name: BoxName, typed: string, box: Box): number | null =>
      take(name, readNumber(typed, { ...box, optional: true })) ?? null,
    date,
    neededDate(name: BookBox, typed: string, ifBlank: string): number {
      if (typed === "") problems.set(name, ifBlank);
      return date(name, typed, BOOK_BOXES[name]) ?? 0;
    },
  };
}

/** @param index the contract's place in the form, which its boxes' names say */
function readContract(
  read: BoxReader,
  contract: ContractForm,
  index: number,
  codes: readonly string[],
): ContractChoice {
  const { facts, traits, useSmaller, boxes } = contract;
  const name = (box: ContractBox): BoxName => `contract ${index} ${box}`;
  const needed = (box: ContractBox) => read.number(name(box), boxes[box], named(box, facts));
  const known = (box: ContractBox) => read.optional(name(box), boxes[box], named(box, facts));
  const day = (box: ContractBox) => read.date(name(box), boxes[box], named(box, facts));
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
    initialMargin: perpetual ? null : known("initialMargin"),
    maintenanceMargin: perpetual ? null : known("maintenanceMargin"),
    marginDate: perpetual ? null : day("marginDate"),
    spot: known("spot"),
    expiry: perpetual ? null : day("expiry"),
    roll: perpetual ? null : day("roll"),
    fundingRate: perpetual ? known("fundingRate") : null,
    fundingIntervalHours: perpetual ? needed("fundingIntervalHours") : facts.fundingIntervalHours,
    leverage: perpetual ? known("leverage") : null,
    maintenanceRate: perpetual ? known("maintenanceRate") : null,
  };
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
