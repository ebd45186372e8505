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
