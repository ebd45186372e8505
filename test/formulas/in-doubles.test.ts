import fc from "fast-check";
import { evaluate, evaluateCell } from "../../src/formulas/evaluate";
import type { CellFunction } from "../../src/formulas/formula";
import { contractsFunction } from "../../src/formulas/hedge";
import { hedgeInDoubles } from "../../src/formulas/hedge-in-doubles";
import { numRuns } from "../runs";
import { typed } from "./any-cell";

// The way in doubles must never be seen in an answer: the decimals, in calc, are the expectation here.

const inDecimals: CellFunction = {
  name: contractsFunction.name,
  params: contractsFunction.params,
  calculate: (args: never) => contractsFunction.calculate(args),
};

const price = typed(10, 20_000, 2);
const beta = typed(-1, 3, 2);
const futuresBeta = fc.oneof(fc.constant(1), typed(0.2, 2, 2), typed(-2, -0.2, 2));
const contract = fc.constantFrom("ES", "MES", "XBTUSD", "BTCUSDT", 250, 0.001, 12.5);
const rounding = fc.constantFrom("nearest", "down", "up", "none");

/** How far from a half or a whole number of contracts: nothing, binary noise, about the noise that is snapped, more. */
const distance = fc.oneof(
  fc.constant(0),
  fc.double({ min: -4e-15, max: 4e-15, noNaN: true }),
  fc.double({ min: -2e-12, max: 2e-12, noNaN: true }),
  fc.double({ min: -1.1e-9, max: -0.9e-9, noNaN: true }),
  fc.double({ min: 0.9e-9, max: 1.1e-9, noNaN: true }),
  fc.constantFrom(-1e-9, 1e-9),
);

/** Arguments whose exact number of contracts lies beside a boundary of the rounding. */
const besideABoundary = fc
  .record({
    halves: fc.oneof(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -2e9, max: 2e9 })),
    distance,
    price,
    multiplier: fc.constantFrom(50, 5, 0.1, 12.5),
    beta,
    targetBeta: beta,
    futuresBeta,
    rounding,
  })
  .filter(({ beta: from, targetBeta: to }) => from !== to)
  .map((given) => {
    const wanted = (given.halves / 2) * (1 + given.distance);
    const value = given.price * given.multiplier * given.futuresBeta;
    const portfolioValue = (wanted * value) / (given.targetBeta - given.beta);
    const { multiplier, beta: from, targetBeta: to, futuresBeta: ofFutures, rounding: mode } = given;
    return [portfolioValue, given.price, multiplier, from, to, ofFutures, mode];
  });

const anywhere = fc
  .tuple(typed(-1e9, 1e9, 0), price, contract, beta, beta, futuresBeta, rounding)
  .map((cells): (number | string)[] => cells);

const anyDoubles = fc
  .tuple(
    ...Array.from({ length: 6 }, () => fc.double({ noNaN: true, noDefaultInfinity: true })),
    fc.constantFrom("nearest", "down", "up"),
  )
  .map((cells): (number | string)[] => cells);

describe("whole contracts in doubles", () => {
  it.each([
    ["beside a boundary", besideABoundary],
    ["of realistic size", anywhere],
    ["of any double", anyDoubles],
  ])("are those in decimals: arguments %s", (_, argumentsOf) => {
    fc.assert(
      fc.property(argumentsOf, (cells) => {
        expect(evaluateCell(contractsFunction, cells)).toEqual(evaluateCell(inDecimals, cells));
      }),
      { numRuns: 5 * numRuns },
    );
  });

  const plain = {
    portfolioValue: 10_000_000,
    price: 5000,
    contract: { payoff: "linear", multiplier: 50, lot: 1 },
    beta: 1.3,
    targetBeta: 0.5,
    futuresBeta: 1,
    rounding: "nearest",
  } as const;

  it("are the answer nearly always, or they would be of no use", () => {
    const cells = Array.from({ length: 1000 }, (_, i) => [1_000_000 + 7919 * i]);
    const quick = cells.filter(
      ([portfolioValue]) => hedgeInDoubles({ ...plain, portfolioValue: portfolioValue ?? 0 }) !== undefined,
    );
    expect(quick.length).toBeGreaterThan(990);
  });

  it("leave a boundary to the decimals", () => {
    // 44.5 × (1 − 1e-9): as near to the boundary as a number that is snapped can be.
    const args = {
      price: 1,
      contract: { payoff: "linear", multiplier: 1, lot: 1 },
      beta: 0,
      targetBeta: 1,
      futuresBeta: 1,
      rounding: "nearest",
    } as const;
    expect(hedgeInDoubles({ ...args, portfolioValue: 44.5 / (1 + 1e-9) })).toBeUndefined();
    expect(hedgeInDoubles({ ...args, portfolioValue: 44.5 })).toBe(45);
  });

  it.each([
    ["a price of 0", { price: 0 }],
    ["a price below 0", { price: -5000 }],
    ["a lot other than 1", { contract: { ...plain.contract, lot: 0.001 } }],
    ["no rounding", { rounding: "none" } as const],
    ["no futures beta", { futuresBeta: 0 }],
    ["a beta that is met already", { targetBeta: 1.3 }],
    ["no portfolio", { portfolioValue: 0 }],
    ["a portfolio beyond all doubles", { portfolioValue: 1e30, price: 1e25 }],
    ["a portfolio of nothing but noise", { portfolioValue: 1e-30 }],
    [
      "a contract beyond all doubles",
      { portfolioValue: 1e28, contract: { ...plain.contract, multiplier: 1e27 } },
    ],
    ["a futures beta beyond all doubles", { portfolioValue: 1e28, futuresBeta: 1e30 }],
    ["a beta beyond all doubles", { portfolioValue: 1, beta: 0, targetBeta: 1e30, price: 1e25 }],
    ["more than a billion contracts", { portfolioValue: -625_000_000_000_000 }],
  ])("leave %s to the decimals", (_, odd) => {
    expect(hedgeInDoubles(plain)).toBe(-32);
    expect(hedgeInDoubles({ ...plain, ...odd })).toBeUndefined();
  });

  it("reach a billion contracts", () => {
    expect(hedgeInDoubles({ ...plain, portfolioValue: -312_500_000_000_000 })).toBe(1e9);
  });

  it("leave betas to the decimals that are so close that their difference has few digits", () => {
    // 100.49 contracts, 0.01 from the boundary: less than a difference of 1e-9 between two betas can be trusted to.
    const close = {
      ...plain,
      beta: 1.3,
      targetBeta: 1.300000001,
      price: 1,
      contract: { ...plain.contract, multiplier: 1 },
    };
    const size = 100.49 / (close.targetBeta - close.beta);
    expect(hedgeInDoubles({ ...close, portfolioValue: size })).toBeUndefined();
    expect(hedgeInDoubles({ ...close, portfolioValue: size * 0.998 })).toBe(100);
  });

  it("leave cells that are no plain numbers to be read with care, each on its own", () => {
    const values = [[10_000_000], ["5 000"], [null], [true], [5_000_000], [0], [Infinity]];
    const cells = [values, 5000, "ES", 1.3, 0.5];
    expect(evaluate(contractsFunction, cells)).toEqual(evaluate(inDecimals, cells));
    expect(evaluate(contractsFunction, cells).map(([cell]) => typeof cell)).toEqual([
      "number",
      "object",
      "object",
      "object",
      "number",
      "number",
      "object",
    ]);
  });

  it("stretch and end with the ranges as decimals do", () => {
    const cells = [[[1e7], [2e7], [3e7]], [[5000, 6000]], [["ES"], ["MES"]], 1.3, [[0.5], [0], [1.3]]];
    expect(evaluate(contractsFunction, cells)).toEqual(evaluate(inDecimals, cells));
  });
});
