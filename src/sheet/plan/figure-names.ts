/** Sums over the book, of all holdings: names of the cells that hold them. */
export const BOOK_SUMS = ["PortfolioValue", "GrossValue", "PortfolioExposure"] as const;
export type BookSum = (typeof BOOK_SUMS)[number];

/** Figures of the whole hedge that pane and sheet both compute. */
export const BOOK_FIGURES = [
  ...["PortfolioBeta", "ExposureScale", "FuturesExposure", "NetExposure", "ExposureAtRisk", "EffectiveBeta"],
  ...["GrossLeverage", "HedgedExposure", "WeightNow", "WeightOn", "TotalMargin", "TotalMaintenance"],
  ...["LowestCash", "PutSpot"],
] as const;
export type BookFigure = (typeof BOOK_FIGURES)[number];

/** Figures that stand on the sheets of some aims only, by what such an aim shows; and where a put is compared. */
export interface FiguresShown {
  weights: "HedgedExposure" | "WeightNow" | "WeightOn";
  volatility: "ExposureScale";
  put: "PutSpot";
}

/** Texts of the whole hedge that pane and sheet both put together. */
export const BOOK_TEXTS = ["OrderList", "HedgeHeadline", "MarginGap", "MaintenanceGap"] as const;
export type BookText = (typeof BOOK_TEXTS)[number];

/** Figures that only the sheet computes. */
export const SHEET_FIGURES = [
  ...["ValueWithoutBeta", "ShockedExposure", "GrossNotHedged", "GrossNotListed", "AssetsMissing"],
  ...["VolatilityAfter", "ValueAfterShock", "HedgedAfterShock", "FuturesAfterShock"],
  ...["WeightShockOn", "WeightShockClosed", "StillToSell", "CashAfterMargin", "CashMove", "CashRunsOut"],
  ...["PutPrice", "PutUnits", "PutCost", "HedgeSize", "CfdDay", "CfdToHorizon", "CfdCost", "CfdTotal"],
  ...["FuturesCarry", "CarryGap", "FuturesCost", "FuturesTotal", "FuturesBetter"],
  ...["SheetStatus", "OpenChecks", "ChecksNotMade", "HoldingRows"],
] as const;

/** Sums over the holdings of one contract; the names of its cells end with its code: GroupValue_ES. */
export const CONTRACT_SUMS = ["GroupValue", "GroupGross", "GroupExposure"] as const;
export type ContractSum = (typeof CONTRACT_SUMS)[number];

/** Figures of a contract that pane and sheet both compute. */
export const CONTRACT_FIGURES = [
  ...[
    "GroupBeta",
    "AimExposure",
    "ExposureToAdd",
    "ContractValue",
    "ExactContracts",
    "SizeRatio",
    "ExactSmall",
  ],
  ...["SmallUnits", "ContractsToHold", "ContractsToTrade", "RoundingDifference", "HedgeNotional"],
  ...["ExposureAfter", "EffectiveBeta", "ResidualExposure", "ShareHedged"],
  ...["MarginTotal", "MaintenanceTotal", "MarginLeverage"],
] as const;
export type ContractFigure = (typeof CONTRACT_FIGURES)[number];

/** What a smaller contract has of these, under its own code. */
export const SMALL_FIGURES = ["ContractValue", "ContractsToHold", "ContractsToTrade"] as const;
export type SmallFigure = (typeof SMALL_FIGURES)[number];

export const CONTRACT_TEXTS = ["ContractCode", "OrderText"] as const;
export type ContractText = (typeof CONTRACT_TEXTS)[number];

/** Figures of a contract that only the sheet computes. */
export const CONTRACT_SHEET_FIGURES = [
  ...["GroupShocked", "MarginCallPrice", "LiquidationPrice", "CallDistance"],
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
