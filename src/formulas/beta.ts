import { portfolioBeta, type WeightedBeta } from "../calc/hedge";
import { DomainError } from "../calc/errors";
import { defineFormula, defineFunction, type Numbers } from "./formula";
import { requireSameShape } from "./same-shape";

export const betaFunction = defineFunction({
  name: "FUT_BETA",
  params: {
    values: {
      kind: "numbers",
      unit: "one currency",
      text: "refused",
      description: "Values of the holdings; negative for short ones.",
    },
    betas: {
      kind: "numbers",
      unit: "ratio",
      text: "refused",
      description: "Their betas, in a range of the same shape; a row blank in both is skipped.",
    },
  },
  calculate: ({ values, betas }) => {
    requireSameShape({ values, betas });
    return portfolioBeta(weightedBetas(values, betas));
  },
});

export const FUT_BETA = /* @__PURE__ */ defineFormula(betaFunction, {
  summary: "Value-weighted beta of a portfolio: Σ value × beta ÷ Σ value.",
  formula: ["Σ value × beta ÷ Σ value"],
  result: { description: "Beta of the portfolio.", unit: "ratio" },
  native: ({ values, betas }) => `SUMPRODUCT(${values},${betas})/SUM(${values})`,
  nativeNote: "The native formula counts a blank beta as 0, where FUT_BETA refuses it.",
  examples: [
    {
      cells: [
        [[1000], [1000], [1000]],
        [[0.9], [1.5], [2.1]],
      ],
      result: 1.5,
      says: "Three holdings of equal value.",
      source:
        "https://wodefinance.com/Futuresplatform/etpbzpskhn.html: betas 0.9, 1.5 and 2.1 in equal parts",
    },
  ],
  limits: [
    "Values in one currency, betas to one index.",
    "Some versions of Excel hand a blank cell over as 0: there a blank beta counts as 0.",
  ],
});

function weightedBetas(values: Numbers, betas: Numbers): WeightedBeta[] {
  return values.cells.flatMap((value, i) => {
    const beta = betas.cells[i] ?? null;
    if (value === null && beta === null) return [];
    if (value !== null && beta !== null) return [{ value, beta }];
    const [blank, given] = value === null ? ["values", "betas"] : ["betas", "values"];
    throw new DomainError("argument", `${blank} is blank in place ${i + 1}, but ${given} has a number there`);
  });
}
