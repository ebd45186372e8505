import type { AimInputName } from "./aims";
import type { BOOK_INPUTS, MoveName, PUT_INPUTS } from "./book-inputs";
import type { CONTRACT_INPUTS, SMALLER_INPUTS } from "./contract-inputs";

/** Figures of the whole hedge: names of the cells that compute them. */
export const BOOK_FIGURES = [
  ...[
    "PortfolioValue",
    "GrossValue",
    "ValueWithoutBeta",
    "PortfolioExposure",
    "ShockedExposure",
    "PortfolioBeta",
  ],
  ...["GrossNotHedged", "GrossNotListed", "AssetsMissing", "ExposureScale", "OrderList", "HedgeHeadline"],
  ...[
    "FuturesExposure",
    "NetExposure",
    "ExposureAtRisk",
    "EffectiveBeta",
    "GrossLeverage",
    "VolatilityAfter",
  ],
  ...["HedgedExposure", "WeightNow", "WeightOn", "ValueAfterShock", "HedgedAfterShock", "FuturesAfterShock"],
  ...["WeightShockOn", "WeightShockClosed", "StillToSell"],
  ...["TotalMargin", "MarginGap", "TotalMaintenance", "MaintenanceGap", "CashAfterMargin", "CashMove"],
  ...["LowestCash", "CashRunsOut", "PutSpot", "PutPrice", "PutUnits", "PutCost"],
  ...[
    "HedgeSize",
    "CfdDay",
    "CfdToHorizon",
    "CfdCost",
    "CfdTotal",
    "FuturesCarry",
    "CarryGap",
    "FuturesCost",
  ],
  ...["FuturesTotal", "FuturesBetter", "SheetStatus", "OpenChecks", "ChecksNotMade", "HoldingRows"],
] as const;
export type BookFigure = (typeof BOOK_FIGURES)[number];

/** Figures of a contract; the names of its cells end with its code: ExactContracts_ES. */
export const CONTRACT_FIGURES = [
  ...["ContractCode", "GroupValue", "GroupGross", "GroupExposure", "GroupShocked", "GroupBeta"],
  ...[
    "AimExposure",
    "ExposureToAdd",
    "ContractValue",
    "ExactContracts",
    "SizeRatio",
    "ExactSmall",
    "SmallUnits",
  ],
  ...["ContractsToHold", "ContractsToTrade", "RoundingDifference", "OrderText", "HedgeNotional"],
  ...["ExposureAfter", "EffectiveBeta", "ResidualExposure", "ShareHedged"],
  ...[
    "MarginTotal",
    "MaintenanceTotal",
    "MarginLeverage",
    "MarginCallPrice",
    "LiquidationPrice",
    "CallDistance",
  ],
  ...["PriceBasis", "RelativeBasis", "ExpiryDays", "AnnualBasis", "CarryToExpiry", "CarryToHorizon"],
  ...[
    "FundingInterval",
    "FundingSide",
    "FundingToHorizon",
    "FundingYear",
    "BreakEvenFunding",
    "BreakEvenBasis",
  ],
  ...["RollDays", "HorizonRolls"],
] as const;
export type ContractFigure = (typeof CONTRACT_FIGURES)[number];

/** Inputs of the whole hedge. */
export type BookInputName =
  AimInputName | keyof typeof BOOK_INPUTS | keyof typeof PUT_INPUTS | "RoundingMode";

/** Inputs of a contract; those of a smaller one are among them. */
export type ContractInputName = keyof typeof CONTRACT_INPUTS | keyof typeof SMALLER_INPUTS;

/** A figure or an input of a contract. */
export type ContractCell = ContractFigure | ContractInputName;

/** A figure or an input of the whole hedge. */
export type BookCell = BookFigure | BookInputName;

type AtMove = "Move" | "UnhedgedAt" | "FuturesAt" | "HedgedAt";

/** Sheet-local name of a cell that something refers to: two words at least, so that no cell address is one. */
export type CellName =
  | BookCell
  | `${ContractCell}_${string}`
  | `${AtMove}_${"Shock" | "Opposite"}`
  /** Numbered from 1. */
  | `${MoveName}_${number}`
  /** What an asset is hedged with, by its key. */
  | `HedgeWith_${string}`
  | "HedgeRecord";

/** Name of a contract's cell. */
export function contractCell<Cell extends ContractCell>(cell: Cell, suffix: string): `${Cell}_${string}` {
  return `${cell}_${suffix}`;
}
