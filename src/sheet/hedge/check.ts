import type { BookRanges } from "../book/book-ranges";
import type { Group } from "../plan/groups";
import type { GroupNumbers, HedgeNumbers } from "./hedge-numbers";
import type { HedgePlan } from "../plan/plan";

/** Something that is often wrong with a contract's inputs, on the sheet. */
export interface ContractSheetCheck {
  readonly check: string;
  /** What is wrong and what to do: a sentence that follows the contracts' codes. */
  readonly advice: string;
  readonly applies: (group: Group) => boolean;
  /** A native condition: TRUE where it is wrong. */
  readonly open: (group: Group) => string;
  /** Inputs that may be blank, and without which nothing can be said. */
  readonly needs?: Needs<[group: Group]>;
}

export interface Needs<Of extends readonly unknown[]> {
  /** A native condition: TRUE where one is blank. */
  readonly blank: (...of: Of) => string;
  /** What to enter, for a contract's check after the contracts' codes. */
  readonly advice: string;
}

/** The same said twice, for the sheet and for the pane: `open` is TRUE exactly where `isOpen` is true of the plan. */
export interface ContractCheck extends ContractSheetCheck {
  readonly isOpen: (numbers: GroupNumbers, plan: HedgePlan) => boolean;
  /** What to say of one contract after its code: a native text, and the same in words for the pane. */
  readonly detail?: {
    readonly native: (group: Group, plan: HedgePlan) => string;
    readonly words: (numbers: GroupNumbers, plan: HedgePlan) => string;
  };
}

/** The same for the whole book. */
export interface BookSheetCheck {
  readonly check: string;
  readonly advice: string;
  readonly applies: (plan: HedgePlan, ranges: BookRanges, groups: readonly Group[]) => boolean;
  readonly open: (plan: HedgePlan, ranges: BookRanges, groups: readonly Group[]) => string;
  readonly needs?: Needs<[ranges: BookRanges]>;
}

export interface BookCheck extends BookSheetCheck {
  readonly isOpen: (numbers: HedgeNumbers, plan: HedgePlan) => boolean;
}

export const always = (): boolean => true;
