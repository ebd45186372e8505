import type { Spelling } from "../../calc/spelling";
import type { ContractOf, HedgeOf } from "../plan/figures";
import type { Group } from "../plan/groups";

/** Something that is often wrong: a condition spelt once, for the sheet and for the pane. */
export interface BookCheck {
  readonly check: string;
  /** What is wrong and what to do, in a sentence. */
  readonly advice: string;
  /** Absent: always. */
  readonly applies?: (hedge: HedgeOf<unknown, unknown>) => boolean;
  /** True where it is wrong. */
  readonly isOpen: <N, B, T>(s: Spelling<N, B, T>, hedge: HedgeOf<N, T>) => B;
  /** Inputs that may be blank, and without which nothing can be said. */
  readonly needs?: {
    /** True where one is blank. */
    readonly isBlank: <N, B, T>(s: Spelling<N, B, T>, hedge: HedgeOf<N, T>) => B;
    /** What to enter. */
    readonly advice: string;
  };
}

/** The same of each contract; its sentences follow the contracts' codes. */
export interface ContractCheck {
  readonly check: string;
  readonly advice: string;
  readonly applies?: (group: Group) => boolean;
  readonly isOpen: ContractCondition;
  /** What to say of one contract after its code. */
  readonly detail?: <N, B, T>(s: Spelling<N, B, T>, of: ContractOf<N, T>, hedge: HedgeOf<N, T>) => T;
  readonly needs?: ContractNeeds;
}

export interface ContractNeeds {
  readonly isBlank: ContractCondition;
  readonly advice: string;
}

export type ContractCondition = <N, B, T>(
  s: Spelling<N, B, T>,
  of: ContractOf<N, T>,
  hedge: HedgeOf<N, T>,
) => B;
