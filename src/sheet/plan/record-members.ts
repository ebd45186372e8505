import { aimNamed } from "./aims";
import { isContractCode } from "./groups";
import type { ContractChoice, HedgePlan } from "./plan";

/** What a record may hold before anybody looked at it. */
export type Members = Readonly<Record<string, unknown>>;

/** What the cells of a sheet do not say of its plan: the record does. */
export interface RecordedChoices {
  readonly aim: HedgePlan["aim"]["kind"];
  /** A protective put is compared with. */
  readonly put: boolean;
  readonly contracts: readonly RecordedContract[];
}

export interface RecordedContract extends Pick<ContractChoice, "code" | "payoff" | "currency"> {
  readonly smaller: Pick<NonNullable<ContractChoice["smaller"]>, "code"> | null;
}

/** The record is not ours, is damaged, or somebody wrote into it; the message says what is wrong with it. */
export class Malformed extends Error {}

export function object(value: unknown, name: string): Members {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(name, value);
  return value as Members;
}

export function index(value: unknown, name: string, below: number): number {
  const isIndex = typeof value === "number" && Number.isInteger(value) && value >= 0 && value < below;
  if (!isIndex) throw wrong(name, value);
  return value;
}

export function words(value: unknown, name: string, longest: number): string {
  if (typeof value !== "string" || value === "" || value.length > longest) throw wrong(name, value);
  return value;
}

export function flag(value: unknown, name: string): boolean {
  if (typeof value !== "boolean") throw wrong(name, value);
  return value;
}

export function aimIn(value: unknown): HedgePlan["aim"]["kind"] {
  const kind = aimNamed(value);
  if (kind === null) throw wrong("aim", value);
  return kind;
}

/** @param smallerCode of the record's member `smaller`, which has been another thing in earlier records */
function contractIn(value: unknown, smallerCode: (smaller: unknown) => unknown): RecordedContract {
  const { code, payoff, currency, smaller } = object(value, "contract");
  if (payoff !== "linear" && payoff !== "inverse") throw wrong("payoff", payoff);
  // "": a contract of the user's own whose currency is not known.
  if (typeof currency !== "string" || !/^[A-Z]{0,12}$/.test(currency)) throw wrong("currency", currency);
  return {
    code: contractCode(code, "code"),
    payoff,
    currency,
    smaller: smaller === null ? null : { code: contractCode(smallerCode(smaller), "smaller contract") },
  };
}

export function contractsIn(value: unknown, smallerCode: (smaller: unknown) => unknown): RecordedContract[] {
  if (!Array.isArray(value) || value.length > 50) throw wrong("contracts", value);
  return value.map((contract) => contractIn(contract, smallerCode));
}

export function contractCode(value: unknown, name: string): string {
  if (typeof value !== "string" || !isContractCode(value)) throw wrong(name, value);
  return value;
}

function wrong(name: string, value: unknown): Malformed {
  return new Malformed(value === undefined ? `its “${name}” is missing` : `its “${name}” cannot be read`);
}
