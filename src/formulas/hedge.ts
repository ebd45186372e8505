import { effectiveBeta, hedgeContracts } from "../calc/hedge";
import { toLot } from "../calc/rounding";
import { defineFormula, defineFunction } from "./formula";
import { hedgeInDoubles } from "./hedge-in-doubles";
import { nativeContractValue, nativeToLot } from "./native";
import {
  beta,
  contract,
  futuresBeta,
  portfolioValue,
  price,
  requiredContracts,
  rounding,
  targetBeta,
} from "./vocabulary";

export const contractsFunction = defineFunction({
  name: "FUT_CONTRACTS",
  params: { portfolioValue, price, contract, beta, targetBeta, futuresBeta, rounding },
  calculate: (args) =>
    toLot({ contracts: hedgeContracts(args), lot: args.contract.lot, rounding: args.rounding }),
  inDoubles: hedgeInDoubles,
});

export const FUT_CONTRACTS = /* @__PURE__ */ defineFormula(contractsFunction, {
  summary: "Futures to trade so that a portfolio's beta becomes the target beta; negative means sell.",
  formula: [
    "(target beta − beta) ÷ futures beta × portfolio value ÷ value of one contract, rounded to the lot",
    "value of one contract: price × multiplier; inverse: fixed",
  ],
  result: { description: "Contracts to trade: negative sells, positive buys.", unit: "contracts" },
  native: ({
    portfolioValue: value,
    price: p,
    contract: c,
    beta: b,
    targetBeta: target,
    futuresBeta: bf,
    rounding: mode,
  }) => {
    const exact = `(${target}-${b})*${value}/(${bf}*${nativeContractValue(c, p)})`;
    return nativeToLot({ contracts: `(${exact})`, lot: c.lot, rounding: mode });
  },
  examples: [
    {
      cells: [10_000_000, 5000, "ES", 1.3, 0.5],
      result: -32,
      says: "Sell 32 E-mini S&P 500 to take a portfolio of 10 million from beta 1.3 to 0.5.",
      source:
        "CFA Institute, Risk Management Applications of Forward and Futures Strategies: adjusting the beta",
    },
    {
      cells: [5_050_000, 1010, 250, 1.5, 0.75],
      result: -15,
      says: "Half the beta of 1.5 goes: sell 15 contracts of 250 dollars a point.",
      source: "Hull, Options, Futures, and Other Derivatives, ch. 3: changing the beta of a portfolio",
    },
  ],
  limits: [
    "Beta is an estimate: the hedge is as good as it is. FUT_HEDGE_RATIO shows how good it was.",
    "One currency: where the contract's differs from the portfolio's, turn the portfolio value into it first.",
  ],
});

export const effectiveBetaFunction = defineFunction({
  name: "FUT_EFFECTIVE_BETA",
  params: {
    portfolioValue: { ...portfolioValue, range: "nonzero" },
    price,
    contract,
    contracts: requiredContracts,
    beta,
    futuresBeta,
  },
  calculate: effectiveBeta,
});

export const FUT_EFFECTIVE_BETA = /* @__PURE__ */ defineFormula(effectiveBetaFunction, {
  summary: "Beta of a portfolio together with its futures.",
  formula: ["beta + contracts × futures beta × value of one contract ÷ portfolio value"],
  result: { description: "Beta after the hedge.", unit: "ratio" },
  native: ({ portfolioValue: value, price: p, contract: c, contracts: n, beta: b, futuresBeta: bf }) =>
    `${b}+${n}*${bf}*${nativeContractValue(c, p)}/${value}`,
  examples: [
    {
      cells: [10_000_000, 5000, "ES", -32, 1.3],
      result: 0.5,
      says: "32 E-mini S&P 500 sold against 10 million of beta 1.3 leave a beta of 0.5.",
      source:
        "CFA Institute, Risk Management Applications of Forward and Futures Strategies: adjusting the beta",
    },
  ],
  limits: ["Before the fact: what the hedge should do, not what it did."],
});
