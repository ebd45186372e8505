import { bookRanges, type BookRanges } from "../book/book-ranges";
import { groupsOf, type Group } from "../plan/groups";
import { hedgeInDecimals } from "../hedge/hedge-in-decimals";
import { hedgeInExcel, type ExcelHedge } from "../hedge/hedge-in-excel";
import type { HedgePlan } from "../plan/plan";
import { format } from "../plan/number-formats";
import { bookCurrency } from "../plan/units";

/** What every section is made from. */
export interface Blueprint {
  readonly plan: HedgePlan;
  readonly groups: readonly Group[];
  /** What figures and checks are spelt from. */
  readonly hedge: ExcelHedge;
  readonly ranges: BookRanges;
  /** The book's currency, as far as the contracts tell. */
  readonly currency: string;
  /** Number format of money: cents only for small books. */
  readonly money: string;
  readonly version: string;
  /** Excel date serial of the build. */
  readonly today: number;
}

/** @throws {DomainError} `argument` for a plan that cannot be hedged, see {@link hedgeInDecimals} */
export function blueprintOf(plan: HedgePlan, about: { version: string; today: number }): Blueprint {
  const { PortfolioValue } = hedgeInDecimals(plan);
  const groups = groupsOf(plan);
  const ranges = bookRanges(plan.holdings);
  return {
    plan,
    groups,
    hedge: hedgeInExcel(plan, groups, ranges),
    currency: bookCurrency(plan.contracts) ?? "book's currency",
    ranges,
    money: PortfolioValue.abs().lessThan(100_000) ? format.moneyCents : format.money,
    ...about,
  };
}

/** A futures contract of the sheet: each group's large one, then its smaller one where there is one. */
export interface SheetContract {
  readonly code: string;
  readonly suffix: string;
  readonly group: Group;
  readonly small: boolean;
}

export function contractsOf(groups: readonly Group[]): readonly SheetContract[] {
  return groups.flatMap((group) => {
    const { choice, suffix, smallerSuffix } = group;
    const large = { code: choice.code, suffix, group, small: false };
    if (choice.smaller === null || smallerSuffix === null) return [large];
    return [large, { code: choice.smaller.code, suffix: smallerSuffix, group, small: true }];
  });
}
