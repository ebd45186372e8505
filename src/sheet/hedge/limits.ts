/** Fewer contracts than this are no hedge that rounding took away: there was nothing to hedge. */
export const NOTHING = "1E-9";

/** Limits that the user may change on the sheet: these stand there first. */
export const TOLERANCE = 0.05;
export const STALE_DAYS = 5;

/** Limits that are the trade's rules of thumb, not inputs. */
export const MOST_LEVERAGE = 3;
export const LARGE_BETA = 3;
export const SMALL_BETA = -1;
export const FAR_FROM_SPOT = 0.1;
export const MARGIN_LIKE_NOTIONAL = 0.5;
/** Exchanges ask 3 … 15 % for futures on share indices, even in bad times. */
export const LARGE_INDEX_MARGIN = 0.25;
export const FAR_STRIKE = 0.5;
