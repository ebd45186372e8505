import type { Formula } from "./formula";
import { FUT_CONTRACTS, FUT_EFFECTIVE_BETA } from "./hedge";
import { FUT_CASH_BUFFER, FUT_LEVERAGE, FUT_NOTIONAL, FUT_PNL } from "./position";

/** Every FUT_ function, in the order of the help's index. */
export const FORMULAS: readonly Formula[] = [
  FUT_NOTIONAL,
  FUT_CONTRACTS,
  FUT_PNL,
  FUT_LEVERAGE,
  FUT_EFFECTIVE_BETA,
  FUT_CASH_BUFFER,
];
