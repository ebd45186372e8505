import { FUT_BETA } from "./beta";
import { FUT_EXPIRY, FUT_ROLL } from "./calendar";
import { FUT_BASIS, FUT_FAIR_VALUE, FUT_FUNDING } from "./carry";
import type { Formula } from "./formula";
import { FUT_CONTRACTS, FUT_EFFECTIVE_BETA } from "./hedge";
import { FUT_HEDGE_RATIO } from "./hedge-ratio";
import { FUT_LIQUIDATION, FUT_MARGIN_CALL } from "./margin";
import { FUT_MIX } from "./mix";
import { FUT_CASH_BUFFER, FUT_LEVERAGE, FUT_NOTIONAL, FUT_PNL } from "./position";
import { FUT_PUT, FUT_SCENARIO } from "./scenario";
import { FUT_SPEC } from "./spec";

/** Every FUT_ function, in the order of the help's index. */
export const FORMULAS: readonly Formula[] = [
  FUT_NOTIONAL,
  FUT_CONTRACTS,
  FUT_PNL,
  FUT_LEVERAGE,
  FUT_BETA,
  FUT_EFFECTIVE_BETA,
  FUT_MIX,
  FUT_HEDGE_RATIO,
  FUT_SPEC,
  FUT_EXPIRY,
  FUT_ROLL,
  FUT_BASIS,
  FUT_FAIR_VALUE,
  FUT_FUNDING,
  FUT_MARGIN_CALL,
  FUT_LIQUIDATION,
  FUT_CASH_BUFFER,
  FUT_SCENARIO,
  FUT_PUT,
];
