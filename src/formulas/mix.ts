import { hedgeContracts } from "../calc/hedge";
import { contractMix, largeOf, smallOf } from "../calc/mix";
import { defineFormula, defineFunction } from "./formula";
import { cell, IN_EXCEL } from "./in-excel";
import { nativeContractValue, nativeUnlessExact, nativeWholeNumber } from "./native";
import { beta, contract, futuresBeta, portfolioValue, price, rounding, targetBeta } from "./vocabulary";

export const mixFunction = defineFunction({
  name: "FUT_MIX",
  params: {
    portfolioValue,
    price: { ...price, description: "Futures price of both contracts." },
    largeContract: { ...contract, description: `Larger contract. ${contract.description}` },
    smallContract: {
      ...contract,
      description: `Smaller contract on the same underlying. ${contract.description}`,
    },
    beta,
    targetBeta,
    futuresBeta,
    rounding,
  },
  calculate: (args) => {
    const contracts = hedgeContracts({ ...args, contract: args.largeContract });
    const { large, small } = contractMix({ ...args, contracts });
    return [[large, small]];
  },
});

export const FUT_MIX = /* @__PURE__ */ defineFormula(mixFunction, {
  summary:
    "Whole large and small contracts (E-mini and Micro) that come closest to the target beta; two cells.",
  formula: [
    "(target beta − beta) ÷ futures beta × portfolio value, in large and small contracts",
    "of all mixes with the least residual the one with the fewest contracts; both bought or both sold",
  ],
  result: {
    description: "Large and small contracts to trade, side by side: negative sells.",
    unit: "contracts",
  },
  native: ({
    portfolioValue: value,
    price: p,
    largeContract,
    smallContract,
    beta: b,
    targetBeta: target,
    futuresBeta: bf,
    rounding: mode,
  }) => {
    const large = `(${lotValue(largeContract, p)})`;
    const small = `(${lotValue(smallContract, p)})`;
    const wanted = `((${target}-${b})*${value}/${bf})`;
    const units = cell(`(${nativeWholeNumber({ number: `(${wanted}/${small})`, rounding: mode })})`);
    const ratio = cell(`ROUND(${large}/${small},6)`);
    const l = largeOf(IN_EXCEL, { units, ratio, lot: null });
    const s = smallOf(IN_EXCEL, { units, ratio, large: l });
    const exact = `${wanted}/${large}`;
    return [
      [
        `${nativeUnlessExact(mode, { exact, whole: l.text })}${times(largeContract.lot)}`,
        `${nativeUnlessExact(mode, { exact: "0", whole: `(${s.text})` })}${times(smallContract.lot)}`,
      ],
    ];
  },
  nativeNote:
    "The native formulas hold where a whole number of small contracts makes a large one, as 10 MES make an ES.",
  examples: [
    {
      cells: [1_000_000, 5000, "ES", "MES"],
      result: [[-4, 0]],
      says: "A million of beta 1 is exactly 4 E-mini S&P 500 at 5,000.",
      source: "CME Group, E-mini and Micro E-mini S&P 500 contract specifications: 50 and 5 dollars × index",
    },
    {
      cells: [1_000_000, 5000, "ES", "MES", 0.9],
      result: [[-3, -6]],
      says: "At beta 0.9 it is 3.6 of them: 3 E-mini and 6 Micro.",
      source: "CME Group, E-mini and Micro E-mini S&P 500 contract specifications: 50 and 5 dollars × index",
    },
  ],
  limits: [
    "One price for both: they are on the same underlying.",
    "Where the sizes do not divide each other, mixes with up to 1,000 large contracts less than possible are tried.",
  ],
});

function lotValue(
  of: { readonly multiplier: string; readonly payoff: "linear" | "inverse"; readonly lot: string },
  p: string,
): string {
  return `${nativeContractValue(of, p)}${times(of.lot)}`;
}

function times(lot: string): string {
  return lot === "1" ? "" : `*${lot}`;
}
