import { FUT_EXPIRY, FUT_ROLL } from "../../src/formulas/calendar";
import { FUT_BASIS, FUT_FAIR_VALUE, FUT_FUNDING } from "../../src/formulas/carry";
import type { ExampleCell, Formula } from "../../src/formulas/formula";
import { FUT_CONTRACTS, FUT_EFFECTIVE_BETA } from "../../src/formulas/hedge";
import { FUT_HEDGE_RATIO } from "../../src/formulas/hedge-ratio";
import { FUT_LIQUIDATION, FUT_MARGIN_CALL } from "../../src/formulas/margin";
import { FUT_MIX } from "../../src/formulas/mix";
import { FUT_LEVERAGE, FUT_NOTIONAL, FUT_PNL } from "../../src/formulas/position";
import { FUT_PUT, FUT_SCENARIO } from "../../src/formulas/scenario";
import { serial } from "./serial";
import type { SOURCES } from "./worked-examples-sources";

/** A figure that somebody else published, and the cells that give it here. */
export interface WorkedExample {
  readonly id: string;
  readonly formula: Formula;
  /** In argument order, as typed into cells. */
  readonly cells: readonly ExampleCell[];
  /** The right figure, in our sign; a block where the function spills. */
  readonly expected: number | readonly (readonly number[])[];
  /** How far the published figure is rounded; absent: equal. */
  readonly tolerance?: number;
  /** What the source prints where it is wrong. */
  readonly published?: number;
  /** How the source's words become our arguments, where that is not plain. */
  readonly note?: string;
  readonly source: keyof typeof SOURCES;
}

// prettier-ignore
const NORRIS_Y = [
  [0.1], [338.8], [118.1], [888], [9.2], [228.1], [668.5], [998.5], [449.1], [778.9], [559.2], [0.3],
  [0.1], [778.1], [668.8], [339.3], [448.9], [10.8], [557.7], [228.3], [998], [888.8], [119.6], [0.3],
  [0.6], [557.6], [339.3], [888], [998.5], [778.9], [10.2], [117.6], [228.9], [668.4], [449.2], [0.2],
];
// prettier-ignore
const NORRIS_X = [
  [0.2], [337.4], [118.2], [884.6], [10.1], [226.5], [666.3], [996.3], [448.6], [777], [558.2], [0.4],
  [0.6], [775.5], [666.9], [338], [447.5], [11.6], [556], [228.1], [995.8], [887.6], [120.2], [0.3],
  [0.3], [556.8], [339.1], [887.2], [999], [779], [11.1], [118.3], [229.2], [669.1], [448.9], [0.5],
];

// prettier-ignore
const JET_FUEL = [
  [0.029], [0.02], [-0.044], [0.008], [0.026], [-0.019], [-0.01], [-0.007], [0.043], [0.011], [-0.036], [-0.018],
  [0.009], [-0.032], [0.023],
];
// prettier-ignore
const HEATING_OIL = [
  [0.021], [0.035], [-0.046], [0.001], [0.044], [-0.029], [-0.026], [-0.029], [0.048], [-0.006], [-0.036], [-0.011],
  [0.019], [-0.027], [0.029],
];

// prettier-ignore
export const WORKED_EXAMPLES: readonly WorkedExample[] = [
  // FUT_NOTIONAL
  { id: "NOT-01", formula: FUT_NOTIONAL, cells: [5000, 50], expected: 250_000, tolerance: 1e-9, source: "equityFutures" },
  { id: "NOT-03", formula: FUT_NOTIONAL, cells: [18_000, 20], expected: 360_000, tolerance: 1e-9, source: "equityFutures" },
  { id: "NOT-05", formula: FUT_NOTIONAL, cells: [12_800, 2], expected: 25_600, tolerance: 1e-9, source: "usStockFutures" },
  { id: "NOT-06", formula: FUT_NOTIONAL, cells: [4000, 5], expected: 20_000, tolerance: 1e-9, source: "usStockFutures" },
  { id: "NOT-08", formula: FUT_NOTIONAL, cells: [4625, 20], expected: 92_500, tolerance: 1e-9, source: "cmeNotional" },
  { id: "NOT-10", formula: FUT_NOTIONAL, cells: [1050, 50], expected: 52_500, tolerance: 1e-9, source: "cmePerformanceBonds" },
  { id: "NOT-11", formula: FUT_NOTIONAL, cells: [4000, 50], expected: 200_000, tolerance: 1e-9, published: 400_000, source: "usStockFutures" },
  { id: "NOT-13", formula: FUT_NOTIONAL, cells: [1883.95, 50], expected: 94_198, tolerance: 0.5, source: "cmeSpread" },
  { id: "NOT-15", formula: FUT_NOTIONAL, cells: [1355.96, 100], expected: 135_596, tolerance: 0.5, source: "cmeSpread" },
  { id: "NOT-16", formula: FUT_NOTIONAL, cells: [60_000, 1, 5], expected: 300_000, tolerance: 1e-9, source: "hedgingSpot" },
  // FUT_CONTRACTS
  { id: "BET-01", formula: FUT_CONTRACTS, cells: [10_000_000, 5000, 50, 1.3, 0.5, 1, "none"], expected: -32, tolerance: 1e-9, source: "equityFutures" },
  { id: "BET-03", formula: FUT_CONTRACTS, cells: [5_050_000, 1010, 250, 1.5, 0, 1, "none"], expected: -30, tolerance: 1e-9, source: "hullIndexHedge" },
  { id: "BET-05", formula: FUT_CONTRACTS, cells: [5_050_000, 1010, 250, 1.5, 2, 1, "none"], expected: 10, tolerance: 1e-9, source: "hullIndexHedge" },
  { id: "BET-06", formula: FUT_CONTRACTS, cells: [20_000_000, 1080, 250, 1.2, 0, 1, "none"], expected: -88.89, tolerance: 0.005, source: "hullTwentyMillion" },
  { id: "BET-10", formula: FUT_CONTRACTS, cells: [1_500_000, 1500, 50, 1.3, 0, 1, "none"], expected: -26, tolerance: 1e-9, source: "hullMini" },
  { id: "BET-13", formula: FUT_CONTRACTS, cells: [10_000_000, 2767, 50, 1.75, 0, 1, "none"], expected: -126.4907842428623, tolerance: 0.05, published: -72.3, source: "justaaa" },
  { id: "BET-16", formula: FUT_CONTRACTS, cells: [2_000_000, 1200, 500, 1.2, 0, 1, "none"], expected: -4, tolerance: 1e-9, source: "brainmass" },
  { id: "BET-18", formula: FUT_CONTRACTS, cells: [78_000_000, 856, 250, 0.95, 1.33, 1, "none"], expected: 138.50467289719623, tolerance: 0.001, source: "schweserHallen" },
  { id: "BET-20", formula: FUT_CONTRACTS, cells: [20_000_000, 124_450, 1, 1.2, 1.05, 1, "none"], expected: -24.1, tolerance: 0.01, source: "cfaMock2014" },
  { id: "BET-21", formula: FUT_CONTRACTS, cells: [50_000_000, 325_000, 1, 0, 0.9, 1, "none"], expected: 138.46153846153845, tolerance: 0.005, source: "cfaDax" },
  { id: "BET-24", formula: FUT_CONTRACTS, cells: [3_000_000, 1450, 250, 1.5, 0, 1, "none"], expected: -12.413793103448276, tolerance: 0.05, published: -13, source: "wodefinance" },
  { id: "BET-08", formula: FUT_CONTRACTS, cells: [20_000_000, 1080, 250, 1.2, 0], expected: -89, source: "hullTwentyMillion" },
  { id: "BET-12", formula: FUT_CONTRACTS, cells: [12_000_000, 1040, 250, 1.4, 0], expected: -65, source: "analystspace" },
  { id: "BET-15", formula: FUT_CONTRACTS, cells: [50_000_000, 1190, 250, 1.6, 0], expected: -269, source: "edupristine" },
  { id: "BET-22", formula: FUT_CONTRACTS, cells: [50_000_000, 325_000, 1, 0, 0.9], expected: 138, source: "cfaDax" },
  { id: "BET-26", formula: FUT_CONTRACTS, cells: [10_000_000, 125_000, 1, 0, 5.5, 6.5, "none"], expected: 67.69, tolerance: 0.005, note: "bonds: durations in the place of betas", source: "cfaQTech" },
  { id: "BET-28", formula: FUT_CONTRACTS, cells: [75_000_000 * 1.04 ** 0.25, 235_000, 1, 1, 0, 1, "none"], expected: -322, tolerance: 0.5, note: "the value at the horizon is the portfolio value", source: "cfaMock2009" },
  { id: "BET-30", formula: FUT_CONTRACTS, cells: [1_000_000, 2185, 50, 1, 0, 1, "none"], expected: -9.15, tolerance: 0.005, note: "published without sign: the hedge is a sale", source: "cmeHedging" },
  { id: "INV-27", formula: FUT_CONTRACTS, cells: [300_000, 60_000, "XBTUSD"], expected: -300_000, tolerance: 1e-9, note: "published without sign: the hedge is a sale; 1 dollar per contract, whatever the price", source: "hedgingSpot" },
  { id: "MVH-06", formula: FUT_CONTRACTS, cells: [2_000_000, 1, 42_000, 0, 0.77765067, 1, "none"], expected: 37.03, tolerance: 0.005, note: "in gallons: the hedge ratio is the beta to take on", source: "hullJetFuel" },
  { id: "MVH-13", formula: FUT_CONTRACTS, cells: [1_000_000, 1, 42_000, 0, 0.62, 1, "none"], expected: 14.7619047619, tolerance: 0.01, published: 14, note: "in gallons: the hedge ratio is the beta to take on", source: "jetFuelMillion" },
  { id: "MVH-07", formula: FUT_CONTRACTS, cells: [3_880_000, 83_580, 1, 0, 0.7777, 1, "none"], expected: 36.1, tolerance: 0.005, note: "in dollars: spot value of the exposure, futures value of the contract", source: "hullJetFuel" },
  { id: "RND-01", formula: FUT_CONTRACTS, cells: [-0.5, 1, 1], expected: 1, source: "byHand" },
  { id: "RND-03", formula: FUT_CONTRACTS, cells: [-1.5, 1, 1], expected: 2, source: "byHand" },
  { id: "RND-05", formula: FUT_CONTRACTS, cells: [2.5, 1, 1], expected: -3, source: "byHand" },
  // FUT_PNL
  { id: "EFB-05", formula: FUT_PNL, cells: [5000, 4750, 50, -32], expected: 400_000, tolerance: 1e-6, source: "equityFutures" },
  { id: "HUL-02", formula: FUT_PNL, cells: [1010, 952, 250, -30], expected: 435_000, tolerance: 1e-6, source: "hullIndexHedge" },
  { id: "HUL-04", formula: FUT_PNL, cells: [1010, 1053, 250, -30], expected: -322_500, tolerance: 1e-6, source: "hullIndexHedge" },
  { id: "HUL-05", formula: FUT_PNL, cells: [1010, 1103, 250, -30], expected: -697_500, tolerance: 1e-6, source: "hullIndexHedge" },
  { id: "PNL-02", formula: FUT_PNL, cells: [5000, 5500, 1, 1], expected: 500, tolerance: 1e-9, source: "binanceGuide" },
  { id: "PNL-04", formula: FUT_PNL, cells: [10_500, 11_505.6, 1, 4], expected: 4022.4, tolerance: 1e-9, source: "nautilusPositions" },
  { id: "PNL-05", formula: FUT_PNL, cells: [10_505.6, 10_407.15, 1, -5.912], expected: 582.0364, tolerance: 1e-9, source: "nautilusPositions" },
  { id: "PNL-07", formula: FUT_PNL, cells: [7000, 7500, 1, 0.2], expected: 100, tolerance: 1e-9, source: "bybitUsdt" },
  { id: "PNL-10", formula: FUT_PNL, cells: [4000, 2800, 1, -25], expected: 30_000, tolerance: 1e-9, source: "hedgingSpot" },
  { id: "PNL-11", formula: FUT_PNL, cells: [4000, 4400, 1, -25], expected: -10_000, tolerance: 1e-9, source: "hedgingSpot" },
  { id: "PNL-13", formula: FUT_PNL, cells: [1450, 1305, 250, -13], expected: 471_250, tolerance: 1e-6, source: "wodefinance" },
  { id: "PNL-15", formula: FUT_PNL, cells: [2102.54, 2150, 100, -95], expected: -450_870, tolerance: 0.01, source: "brilliantAssignment" },
  { id: "SEE-02", formula: FUT_PNL, cells: [100, 95, 1, -100], expected: 500, tolerance: 1e-9, source: "portfolioBalancing" },
  { id: "INV-01", formula: FUT_PNL, cells: [600, 700, "BTC-PERPETUAL", 100], expected: 0.238095, tolerance: 5e-7, source: "deribit" },
  { id: "INV-03", formula: FUT_PNL, cells: [1000, 1250, "BTCUSD", 1000], expected: 0.2, tolerance: 1e-12, source: "nautilusPositions" },
  { id: "INV-05", formula: FUT_PNL, cells: [375.95, 370, "ETHUSD", -100_000], expected: 4.27745208, tolerance: 5e-9, source: "nautilusPositions" },
  { id: "INV-06", formula: FUT_PNL, cells: [2, 3, "BTCUSD", 100_000], expected: 16_666.66666667, tolerance: 5e-9, source: "nautilusPositions" },
  { id: "INV-08", formula: FUT_PNL, cells: [15_500, 12_506.65, "BTCUSD", -1_250_000], expected: 19.301667, tolerance: 5e-9, source: "nautilusPositions" },
  { id: "INV-10", formula: FUT_PNL, cells: [600, 700, "BTCUSD", 60_000], expected: 14.286, tolerance: 0.0005, source: "romano" },
  { id: "INV-11", formula: FUT_PNL, cells: [600, 500, "BTCUSD", 60_000], expected: -20, tolerance: 1e-9, source: "romano" },
  { id: "INV-13", formula: FUT_PNL, cells: [8000, 5000, "BTCUSD", -16_000], expected: 1.2, tolerance: 1e-12, source: "romano" },
  { id: "INV-15", formula: FUT_PNL, cells: [5000, 5500, "BTCUSD", 1000], expected: 0.018181818181818188, tolerance: 5e-6, published: 0.01819, source: "bybitInverse" },
  { id: "INV-22", formula: FUT_PNL, cells: [100, 50, "BTCUSD", 1000], expected: -10, tolerance: 1e-12, source: "bingx" },
  { id: "INV-24", formula: FUT_PNL, cells: [100, 50, "BTCUSD", -1000], expected: 10, tolerance: 1e-12, source: "bingx" },
  // FUT_LEVERAGE
  { id: "MAR-01", formula: FUT_LEVERAGE, cells: [4000, "ES", 12_320], expected: 16.2, tolerance: 0.05, source: "usStockFutures" },
  // FUT_EFFECTIVE_BETA
  { id: "EFB-01", formula: FUT_EFFECTIVE_BETA, cells: [10_000_000, 5000, 50, -32, 1.3], expected: 0.5, tolerance: 1e-12, source: "equityFutures" },
  { id: "EFB-09", formula: FUT_EFFECTIVE_BETA, cells: [20_000_000, 1080, 250, -89, 1.2], expected: -0.0015, tolerance: 1e-12, source: "hullTwentyMillion" },
  // FUT_MIX
  { id: "SPL-01", formula: FUT_MIX, cells: [320, 1, 10, 1], expected: [[-32, 0]], note: "-32 large contracts, 10 small ones each", source: "byHand" },
  { id: "SPL-03", formula: FUT_MIX, cells: [0.4, 1, 10, 1], expected: [[0, 0]], note: "-0.04 large contracts, 10 small ones each", source: "byHand" },
  { id: "SPL-05", formula: FUT_MIX, cells: [-29.8, 1, 10, 1], expected: [[3, 0]], note: "2.98 large contracts, 10 small ones each", source: "byHand" },
  { id: "SPL-06", formula: FUT_MIX, cells: [39.5, 1, 10, 1], expected: [[-4, 0]], note: "-3.95 large contracts, 10 small ones each", source: "byHand" },
  // FUT_HEDGE_RATIO
  { id: "MVH-03", formula: FUT_HEDGE_RATIO, cells: [JET_FUEL, HEATING_OIL, "correlation"], expected: 0.928, tolerance: 0.0005, source: "hullJetFuel" },
  { id: "MVH-04", formula: FUT_HEDGE_RATIO, cells: [JET_FUEL, HEATING_OIL], expected: 0.7777, tolerance: 6e-5, source: "hullJetFuel" },
  { id: "OLS-07", formula: FUT_HEDGE_RATIO, cells: [[[2], [3], [9], [1], [8], [7], [5]], [[6], [5], [11], [7], [5], [4], [4]]], expected: 0.305556, tolerance: 5e-7, source: "excelSlope" },
  { id: "OLS-02", formula: FUT_HEDGE_RATIO, cells: [NORRIS_Y, NORRIS_X, "intercept"], expected: -0.262323073774029, tolerance: 1e-10, source: "nistNorris" },
  { id: "OLS-03", formula: FUT_HEDGE_RATIO, cells: [NORRIS_Y, NORRIS_X, "stderr"], expected: 0.000429796848199937, tolerance: 1e-13, source: "nistNorris" },
  { id: "OLS-05", formula: FUT_HEDGE_RATIO, cells: [NORRIS_Y, NORRIS_X, "r2"], expected: 0.999993745883712, tolerance: 1e-12, source: "nistNorris" },
  // FUT_EXPIRY
  { id: "CAL-01", formula: FUT_EXPIRY, cells: ["ESM27"], expected: serial("2027-06-17"), source: "leanExpiries" },
  { id: "CAL-03", formula: FUT_EXPIRY, cells: ["ESH08"], expected: serial("2008-03-20"), source: "cmeMarch2008" },
  { id: "CAL-07", formula: FUT_EXPIRY, cells: ["ESZ14"], expected: serial("2014-12-19"), source: "cmeRolls2014" },
  { id: "CAL-10", formula: FUT_EXPIRY, cells: ["ESH25"], expected: serial("2025-03-21"), source: "rolls2025" },
  { id: "CAL-14", formula: FUT_EXPIRY, cells: ["ESU25"], expected: serial("2025-09-19"), source: "rolls2025" },
  { id: "CAL-18", formula: FUT_EXPIRY, cells: ["ESH26"], expected: serial("2026-03-20"), source: "rolls2026" },
  { id: "CAL-20", formula: FUT_EXPIRY, cells: ["BTCH18"], expected: serial("2018-03-29"), source: "leanExpiries" },
  { id: "CAL-22", formula: FUT_EXPIRY, cells: ["BTCK19"], expected: serial("2019-05-31"), source: "leanExpiries" },
  { id: "CAL-23", formula: FUT_EXPIRY, cells: ["NKDM19"], expected: serial("2019-06-13"), source: "leanExpiries" },
  // FUT_ROLL
  { id: "CAL-04", formula: FUT_ROLL, cells: ["ESH08"], expected: serial("2008-03-13"), source: "cmeMarch2008" },
  { id: "CAL-08", formula: FUT_ROLL, cells: ["ESZ14"], expected: serial("2014-12-11"), source: "cmeRolls2014" },
  { id: "CAL-09", formula: FUT_ROLL, cells: ["ESH25"], expected: serial("2025-03-17"), source: "rolls2025" },
  { id: "CAL-13", formula: FUT_ROLL, cells: ["ESU25"], expected: serial("2025-09-15"), source: "rolls2025" },
  { id: "CAL-17", formula: FUT_ROLL, cells: ["ESH26"], expected: serial("2026-03-16"), source: "rolls2026" },
  { id: "CAL-19", formula: FUT_ROLL, cells: ["ESM26"], expected: serial("2026-06-15"), source: "linnsoft" },
  // FUT_BASIS
  { id: "CAR-02", formula: FUT_BASIS, cells: [1156.68, 1157], expected: 0.32, tolerance: 0.005, source: "cmeFairValue" },
  { id: "CAR-08", formula: FUT_BASIS, cells: [1146, 1156.6831 + 3.47, 78, 360], expected: 0.057, tolerance: 1e-9, note: "with the dividends added to the futures price", source: "cmeFairValue" },
  // FUT_FAIR_VALUE
  { id: "CAR-03", formula: FUT_FAIR_VALUE, cells: [150, 0.07, 0.032, 182.5, "continuous"], expected: 152.88, tolerance: 0.005, source: "hullProblem510" },
  { id: "CAR-05", formula: FUT_FAIR_VALUE, cells: [400, 0.1, 0.04, 120, "continuous", 360], expected: 408.08, tolerance: 0.005, source: "hullChapter5" },
  { id: "CAR-07", formula: FUT_FAIR_VALUE, cells: [2000, 0.05, 0, 365, "continuous"], expected: 2102.54, tolerance: 0.005, source: "brilliantAssignment" },
  // FUT_FUNDING
  { id: "FUN-01", formula: FUT_FUNDING, cells: [20, 0.0025], expected: -0.05, tolerance: 1e-12, source: "bitmexPerp" },
  { id: "FUN-04", formula: FUT_FUNDING, cells: [100_000, 0.0001], expected: -10, tolerance: 1e-9, source: "fundingFaq" },
  { id: "FUN-09", formula: FUT_FUNDING, cells: [-1, 0.0001, 365], expected: 0.1095, tolerance: 1e-12, note: "received on a short of 1", source: "glarity" },
  // FUT_MARGIN_CALL
  { id: "MAR-13", formula: FUT_MARGIN_CALL, cells: [1050, 50, 4000, 3200, 1], expected: 1034, tolerance: 1e-9, source: "cmePerformanceBonds" },
  { id: "MAR-15", formula: FUT_MARGIN_CALL, cells: [100, 1, 5, 2, 1], expected: 97, tolerance: 1e-9, source: "cppquant" },
  // FUT_LIQUIDATION
  { id: "LIQ-01", formula: FUT_LIQUIDATION, cells: [20_000, 1, 50, 0.005, 1, "entry"], expected: 19_700, tolerance: 1e-9, source: "bybitLiquidation" },
  { id: "LIQ-03", formula: FUT_LIQUIDATION, cells: [10, 1, 3, 0.01, 1, "entry"], expected: 6.7666666, tolerance: 1e-6, source: "freqtrade" },
  { id: "LIQ-05", formula: FUT_LIQUIDATION, cells: [10, 1, 10, 0.01, 1, "entry"], expected: 9.1, tolerance: 1e-6, source: "freqtrade" },
  { id: "LIQ-06", formula: FUT_LIQUIDATION, cells: [10, 1, 1, 0.01, -1, "entry"], expected: 19.9, tolerance: 1e-6, source: "freqtrade" },
  { id: "LIQ-08", formula: FUT_LIQUIDATION, cells: [10, 1, 5, 0.01, -1, "entry"], expected: 11.9, tolerance: 1e-6, source: "freqtrade" },
  { id: "LIQ-10", formula: FUT_LIQUIDATION, cells: [10, 1, 10 / (2 + 0.01), 0.01, -1], expected: 11.89108910891089, tolerance: 1e-6, note: "the maintenance amount of the tier adds to the margin", source: "freqtrade" },
  { id: "LIQ-12", formula: FUT_LIQUIDATION, cells: [8, 1, 8 / (1.6 + 0.01), 0.01, -1], expected: 9.514851485148514, tolerance: 1e-6, note: "the maintenance amount of the tier adds to the margin", source: "freqtrade" },
  { id: "LIQ-14", formula: FUT_LIQUIDATION, cells: [10, 1, 10 / (2 + 0.01), 0.01, 1], expected: 8.070707070707071, tolerance: 1e-6, note: "the maintenance amount of the tier adds to the margin", source: "freqtrade" },
  { id: "LIQ-15", formula: FUT_LIQUIDATION, cells: [8, 1, 8 / (1.6 + 0.01), 0.01, 1], expected: 6.454545454545454, tolerance: 1e-6, note: "the maintenance amount of the tier adds to the margin", source: "freqtrade" },
  { id: "LIQ-17", formula: FUT_LIQUIDATION, cells: [10, 1, (10 * 0.6) / (1.2 + 0.01), 0.01, 1], expected: 8.063973063973064, tolerance: 1e-6, note: "the maintenance amount of the tier adds to the margin", source: "freqtrade" },
  { id: "LIQ-24", formula: FUT_LIQUIDATION, cells: [32_481.98, 1, (32_481.98 * 109.488) / (1_535_443.01 + 16_300), 0.025, 1], expected: 18_778.73, tolerance: 0.005, note: "the maintenance amount of the tier adds to the margin", source: "binanceLiquidation" },
  { id: "LIQ-25", formula: FUT_LIQUIDATION, cells: [1456.84, 1, (1456.84 * 3683.979) / (1_535_443.01 + 135_365 - 56_354.56848 - 71_200.811444), 0.1, 1], expected: 1153.26, tolerance: 0.005, note: "cross margin: the margin is what the other position leaves of the wallet", source: "binanceLiquidation" },
  { id: "LIQ-18", formula: FUT_LIQUIDATION, cells: [10, 1, 5, 0.01 + 0.0006, -1], expected: 11.87413417771621, tolerance: 1e-6, note: "the taker fee adds to the maintenance rate", source: "freqtrade" },
  { id: "LIQ-20", formula: FUT_LIQUIDATION, cells: [8, 1, 5, 0.01 + 0.0006, -1], expected: 9.499307342172967, tolerance: 1e-6, note: "the taker fee adds to the maintenance rate", source: "freqtrade" },
  { id: "LIQ-22", formula: FUT_LIQUIDATION, cells: [10, 1, 3, 0.01 + 0.0006, 1], expected: 6.738090425173506, tolerance: 1e-6, note: "the taker fee adds to the maintenance rate", source: "freqtrade" },
  { id: "LIQ-29", formula: FUT_LIQUIDATION, cells: [1000, 1, (1000 * 20) / 10_000, 0, 1], expected: 500, tolerance: 1e-9, note: "bankruptcy: no maintenance margin", source: "bitmexIsolated" },
  { id: "LIQ-30", formula: FUT_LIQUIDATION, cells: [2000, "BTCUSD", 10, 0.005, 1, "entry"], expected: 1826.48, tolerance: 0.005, source: "mcs" },
  { id: "LIQ-32", formula: FUT_LIQUIDATION, cells: [50_000, "BTCUSD", 10, 0.005, -1, "entry"], expected: 55_248.618784530394, tolerance: 1e-6, source: "bybitInverseIsolated" },
  { id: "LIQ-34", formula: FUT_LIQUIDATION, cells: [8000, "BTCUSD", 10_000 / 8000 / 0.5, 0.00075, 1], expected: 5718.57, tolerance: 0.005, note: "bankruptcy, but for the closing fee: it stands in the place of the maintenance rate", source: "bybitInverseCross" },
  { id: "LIQ-36", formula: FUT_LIQUIDATION, cells: [2000, "BTCUSD", 10, 0, 1], expected: 1818.1818181818182, tolerance: 1e-9, note: "bankruptcy: no maintenance margin", source: "mcsBankruptcy" },
  // FUT_SCENARIO
  { id: "EFB-03", formula: FUT_SCENARIO, cells: [10_000_000, 1.3, 5000, "ES", -32, -0.05], expected: [[-0.05, -650_000, 400_000, -250_000]], tolerance: 1e-6, note: "the last cell", source: "equityFutures" },
  { id: "EFB-04", formula: FUT_SCENARIO, cells: [13_000_000, 1, 5000, "ES", 0, -0.05], expected: [[-0.05, -650_000, 0, -650_000]], tolerance: 1e-6, note: "unhedged: the second cell", source: "equityFutures" },
  { id: "SEE-01", formula: FUT_SCENARIO, cells: [85_000, 1, 5000, "ES", 0, -0.05], expected: [[-0.05, -4250, 0, -4250]], tolerance: 1e-9, published: -8500, note: "unhedged: the second cell", source: "portfolioBalancing" },
  { id: "SEE-03", formula: FUT_SCENARIO, cells: [85_000, 1, 100, 1, -100, -0.05], expected: [[-0.05, -4250, 500, -3750]], published: -8000, note: "the last cell: 85,000 of coins with 10,000 sold in futures", source: "portfolioBalancing" },
  // FUT_PUT
  { id: "OPT-01", formula: FUT_PUT, cells: [100, 95, 0.1, 0.05, 0.2, 182.5], expected: 2.4648, tolerance: 0.0001, source: "haug" },
  { id: "OPT-03", formula: FUT_PUT, cells: [75, 70, 0.1, 0.05, 0.35, 182.5], expected: 4.087, tolerance: 0.0001, source: "haug" },
  { id: "OPT-05", formula: FUT_PUT, cells: [100, 100, 0.1, 0.1, 0.25, 36.5], expected: 3.1217, tolerance: 0.0001, source: "haug" },
  { id: "OPT-06", formula: FUT_PUT, cells: [110, 100, 0.1, 0.1, 0.35, 182.5], expected: 5.7963, tolerance: 0.0001, source: "haug" },
  { id: "OPT-10", formula: FUT_PUT, cells: [19, 19, 0.1, 0.1, 0.28, 273.75], expected: 1.7011, tolerance: 0.0001, note: "on a future: the yield is the rate", source: "haug" },
];
