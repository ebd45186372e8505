import type { Decimal } from "../calc/decimal";
import {
  correlation,
  hedgeEffectiveness,
  hedgeRatio,
  hedgeRatioError,
  regressionIntercept,
  type Change,
} from "../calc/regression";
import { defineFormula, defineFunction, type Numbers } from "./formula";
import { nativeChoice } from "./native";
import { requireSameShape } from "./same-shape";

/** Hull's jet-fuel example, table 3.2: monthly price changes of jet fuel and of heating-oil futures. */
const JET_FUEL = [
  [0.029],
  [0.02],
  [-0.044],
  [0.008],
  [0.026],
  [-0.019],
  [-0.01],
  [-0.007],
  [0.043],
  [0.011],
  [-0.036],
  [-0.018],
  [0.009],
  [-0.032],
  [0.023],
];
const HEATING_OIL = [
  [0.021],
  [0.035],
  [-0.046],
  [0.001],
  [0.044],
  [-0.029],
  [-0.026],
  [-0.029],
  [0.048],
  [-0.006],
  [-0.036],
  [-0.011],
  [0.019],
  [-0.027],
  [0.029],
];

const STATISTICS = {
  ratio: hedgeRatio,
  r2: hedgeEffectiveness,
  stderr: hedgeRatioError,
  intercept: regressionIntercept,
  correlation,
  n: (changes: readonly Change[]) => changes.length,
} satisfies Record<string, (changes: readonly Change[]) => Decimal | number>;

export const hedgeRatioFunction = defineFunction({
  name: "FUT_HEDGE_RATIO",
  params: {
    assetChanges: {
      kind: "numbers",
      unit: "percent or points",
      text: "blank",
      description: "Changes of the asset to hedge, one per period.",
    },
    futuresChanges: {
      kind: "numbers",
      unit: "percent or points",
      text: "blank",
      description:
        "Changes of the futures over the same periods, in a range of the same shape and in the same unit.",
    },
    statistic: {
      kind: "word",
      description: "Which number of the regression to give.",
      words: {
        ratio: "The hedge ratio: slope of the line",
        r2: "Effectiveness: share of the variance that the hedge takes away",
        stderr: "Standard error of the hedge ratio",
        intercept: "Intercept of the line",
        correlation: "Correlation of the changes",
        n: "Number of pairs used",
      },
      default: "ratio",
    },
  },
  calculate: ({ assetChanges, futuresChanges, statistic }) => {
    requireSameShape({ assetChanges, futuresChanges });
    return STATISTICS[statistic](pairs(assetChanges, futuresChanges));
  },
});

export const FUT_HEDGE_RATIO = /* @__PURE__ */ defineFormula(hedgeRatioFunction, {
  summary: "Minimum-variance hedge ratio from past changes, with its effectiveness and standard error.",
  formula: [
    "slope of the least-squares line, with intercept, of asset changes on futures changes",
    "= correlation × standard deviation of the asset ÷ standard deviation of the futures",
  ],
  result: { description: "The hedge ratio, or the statistic asked for.", unit: "ratio" },
  native: ({ assetChanges: y, futuresChanges: x, statistic }) =>
    nativeChoice(statistic, {
      ratio: `SLOPE(${y},${x})`,
      r2: `RSQ(${y},${x})`,
      stderr: `STEYX(${y},${x})/SQRT(DEVSQ(${x}))`,
      intercept: `INTERCEPT(${y},${x})`,
      correlation: `CORREL(${y},${x})`,
      // In Excel's order numbers come before text, and a blank equals "".
      n: `SUMPRODUCT((${y}<"")*(${x}<""))`,
    }),
  nativeNote:
    "The native standard error needs ranges without blanks and text; the other statistics drop such pairs.",
  examples: [
    {
      cells: [JET_FUEL, HEATING_OIL],
      result: 0.7777,
      tolerance: 0.00006,
      says: "Jet fuel hedged with heating-oil futures.",
      source: "Hull, Options, Futures, and Other Derivatives, ch. 3, table 3.2",
    },
    {
      cells: [JET_FUEL, HEATING_OIL, "correlation"],
      result: 0.928,
      tolerance: 0.0005,
      says: "The correlation of the same changes.",
      source: "Hull, Options, Futures, and Other Derivatives, ch. 3, table 3.2",
    },
  ],
  limits: [
    "The past of the periods given: it need not hold for the next one.",
    "A pair with a blank or text on either side is dropped. Some versions of Excel hand a blank cell over as 0.",
  ],
});

function pairs(assets: Numbers, futures: Numbers): Change[] {
  return assets.cells.flatMap((asset, i) => {
    const change = futures.cells[i] ?? null;
    return asset === null || change === null ? [] : [{ asset, futures: change }];
  });
}
