import { DomainError } from "../../calc/errors";
import { dayOf, FRIDAY, nthWeekday, type Day } from "./day";
import type { Expiry } from "./expiry";

/** First expiry month rolled on the Monday: June 2022 for the S&P 500, September 2022 for the other US indices. */
const MONDAY_SINCE = { sp500: dayOf(2022, 6, 1), others: dayOf(2022, 9, 1) };

/**
 * The day on which trading moves to the next contract, for CME's US index futures: the Monday before the third Friday;
 * until 2022 the Thursday eight days before it. Both count from the third Friday even if a holiday moves the expiry.
 *
 * @throws {DomainError} `missing` for other contracts: no exchange document with a roll date was found
 * @see cmegroup.com, equity index roll dates; lead-month change from trade date 13 June 2022
 */
export function rollDay({ contract, year, month }: Expiry): Day {
  if (contract.expiryRule !== "us-equity") {
    throw new DomainError(
      "missing",
      `no roll date is published for ${contract.code}: roll before its last trading day, which FUT_EXPIRY gives`,
    );
  }
  const thirdFriday = nthWeekday(year, month, FRIDAY, 3);
  const since = contract.underlying === "S&P 500" ? MONDAY_SINCE.sp500 : MONDAY_SINCE.others;
  return thirdFriday - (dayOf(year, month, 1) >= since ? 4 : 8);
}
