import { AIM_INPUT_NAMES, type AimInputName } from "./aims";
import { BOOK_INPUTS, PUT_INPUTS, type MoveName } from "./book-inputs";
import { CONTRACT_INPUTS, type SMALLER_INPUTS } from "./contract-inputs";

/** Numbers that the user may change, of the whole hedge and of a contract. */
export type BookInputName =
  AimInputName | keyof typeof BOOK_INPUTS | keyof typeof PUT_INPUTS | "RoundingMode";
export type ContractInputName = keyof typeof CONTRACT_INPUTS | keyof typeof SMALLER_INPUTS;
export const BOOK_INPUT_NAMES = [
  ...AIM_INPUT_NAMES,
  ...(Object.keys({ ...BOOK_INPUTS, ...PUT_INPUTS }) as (
    keyof typeof BOOK_INPUTS | keyof typeof PUT_INPUTS
  )[]),
  "RoundingMode",
] as const satisfies readonly BookInputName[];
export const CONTRACT_INPUT_NAMES = Object.keys(CONTRACT_INPUTS) as readonly ContractInputName[];

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

/** Texts of the whole hedge that pane and sheet both put together. */
export const BOOK_TEXTS = ["OrderList", "HedgeHeadline", "MarginGap", "MaintenanceGap"] as const;
export type BookText = (typeof BOOK_TEXTS)[number];

/** Figures that only the sheet computes. */
const SHEET_FIGURES = [
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
const CONTRACT_SHEET_FIGURES = [
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

/** A cell of a contract, before its code. */
export type ContractCell =
  ContractSum | ContractFigure | ContractText | (typeof CONTRACT_SHEET_FIGURES)[number] | ContractInputName;

/** A cell of the whole hedge. */
export type BookCell = BookSum | BookFigure | BookText | (typeof SHEET_FIGURES)[number] | BookInputName;

type AtMove = "Move" | "UnhedgedAt" | "FuturesAt" | "HedgedAt";

/** Cells in which the sheet carries what the add-in has to know of it; long texts go on in numbered ones. */
export type CarryingName = "HedgeRecord" | "HedgeBaseline" | "HedgePending" | "HedgeId";

/** Sheet-local name of a cell that something refers to: two words at least, so that no cell address is one. */
export type CellName =
  | BookCell
  | `${ContractCell}_${string}`
  | `${AtMove}_${"Shock" | "Opposite"}`
  /** Numbered from 1. */
  | `${MoveName}_${number}`
  /** What an asset is hedged with, by its key. */
  | `HedgeWith_${string}`
  | CarryingName
  | `${"HedgeBaseline" | "HedgePending"}_${number}`;

/** Name of a contract's cell: `ExpiryDate` of "ES" is "ExpiryDate_ES". */
export function contractCell<Cell extends ContractCell>(cell: Cell, suffix: string): `${Cell}_${string}` {
  return `${cell}_${suffix}`;
}

/** Names of all of a contract's cells, for formulas that only the sheet has: { SpotPrice: "SpotPrice_ES", … }. */
export function contractCells(suffix: string): Readonly<Record<ContractCell, string>> {
  const cells: readonly ContractCell[] = [
    ...[...CONTRACT_SUMS, ...CONTRACT_FIGURES, ...CONTRACT_TEXTS],
    ...[...CONTRACT_SHEET_FIGURES, ...CONTRACT_INPUT_NAMES],
  ];
  return Object.fromEntries(cells.map((name) => [name, contractCell(name, suffix)])) as Record<
    ContractCell,
    string
  >;
}

/** The same of the whole hedge: a name that is misspelt here does not compile. */
export const BOOK_CELLS = Object.fromEntries(
  [...BOOK_SUMS, ...BOOK_FIGURES, ...BOOK_TEXTS, ...SHEET_FIGURES, ...BOOK_INPUT_NAMES].map((name) => [
    name,
    name,
  ]),
) as Readonly<Record<BookCell, string>>;
