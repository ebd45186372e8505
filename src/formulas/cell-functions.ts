import { betaFunction } from "./beta";
import { expiryFunction, rollFunction } from "./calendar";
import { basisFunction, fairValueFunction, fundingFunction } from "./carry";
import type { CellFunction } from "./formula";
import { contractsFunction, effectiveBetaFunction } from "./hedge";
import { hedgeRatioFunction } from "./hedge-ratio";
import { liquidationFunction, marginCallFunction } from "./margin";
import { mixFunction } from "./mix";
import { cashBufferFunction, leverageFunction, notionalFunction, pnlFunction } from "./position";
import { putFunction, scenarioFunction } from "./scenario";
import { specFunction } from "./spec";

/** Every FUT_ function as Excel runs it, without words: all that functions.js holds of them. */
export const CELL_FUNCTIONS: readonly CellFunction[] = [
  notionalFunction,
  contractsFunction,
  pnlFunction,
  leverageFunction,
  betaFunction,
  effectiveBetaFunction,
  mixFunction,
  hedgeRatioFunction,
  specFunction,
  expiryFunction,
  rollFunction,
  basisFunction,
  fairValueFunction,
  fundingFunction,
  marginCallFunction,
  liquidationFunction,
  cashBufferFunction,
  scenarioFunction,
  putFunction,
];
