import { FUT_BASIS, FUT_FUNDING } from "../../src/formulas/carry";
import { FUT_CONTRACTS, FUT_EFFECTIVE_BETA } from "../../src/formulas/hedge";
import { FUT_LIQUIDATION, FUT_MARGIN_CALL } from "../../src/formulas/margin";
import { FUT_MIX } from "../../src/formulas/mix";
import { FUT_CASH_BUFFER, FUT_LEVERAGE, FUT_NOTIONAL, FUT_PNL } from "../../src/formulas/position";
import { FUT_SCENARIO } from "../../src/formulas/scenario";
import { FUT_SPEC } from "../../src/formulas/spec";

// Only how a native formula is spelled; that it says the same as the function is the agreement test's business.

const contract = { multiplier: "Multiplier" };

describe("a native formula", () => {
  it("reads cells, ranges, names, numbers and sheets as they are", () => {
    for (const price of [
      "A1",
      "$B$2",
      "FuturesPrice",
      "5000",
      "0.5",
      "Sheet1!A1",
      "'My sheet'!$A$1",
      "A1:A9",
      "Book.Price",
    ]) {
      expect(FUT_NOTIONAL.native({ price, contract })).toBe(`${price}*Multiplier*1`);
    }
  });

  it("brackets what is an expression", () => {
    for (const price of ["A1+1", "-5", "SUM(A1:A9)", "A1 B1", "'it''s'!A1"]) {
      expect(FUT_NOTIONAL.native({ price, contract })).toBe(`(${price})*Multiplier*1`);
    }
    expect(FUT_NOTIONAL.native({ price: "A1", contract: { multiplier: "50*2" }, contracts: "-B1" })).toBe(
      "A1*(50*2)*(-B1)",
    );
  });

  it("spells the default of what is left out", () => {
    expect(FUT_EFFECTIVE_BETA.native({ portfolioValue: "V", price: "F", contract, contracts: "N" })).toBe(
      "1+N*1*F*Multiplier/V",
    );
    expect(FUT_BASIS.native({ spot: "S", futuresPrice: "F" })).toBe("F-S");
    expect(FUT_BASIS.native({ spot: "S", futuresPrice: "F", days: "D" })).toBe("(F/S-1)*365/D");
    expect(FUT_FUNDING.native({ positionValue: "P", fundingRate: "R" })).toBe("-1*P*R");
    expect(FUT_FUNDING.native({ positionValue: "P", fundingRate: "R", days: "D" })).toBe("-1*P*R*D*24/8");
  });

  it("rounds to lots by the word that is written, or that a cell holds", () => {
    const hedge = { portfolioValue: "V", price: "F", contract, beta: "B", targetBeta: "T" };
    const exact = "((T-B)*V/(1*F*Multiplier))";
    const noise = `SIGN(${exact})*MIN(ABS(${exact})*1E-9,0.001)`;
    expect(FUT_CONTRACTS.native(hedge)).toBe(`ROUND(${exact}+${noise},0)`);
    expect(FUT_CONTRACTS.native({ ...hedge, rounding: '"down"' })).toBe(`ROUNDDOWN(${exact}+${noise},0)`);
    expect(FUT_CONTRACTS.native({ ...hedge, rounding: '"up"' })).toBe(`ROUNDUP(${exact}-${noise},0)`);
    expect(FUT_CONTRACTS.native({ ...hedge, rounding: '"none"' })).toBe(exact);
    expect(FUT_CONTRACTS.native({ ...hedge, rounding: "R" })).toBe(
      `IF(R="none",${exact},IF(R="down",ROUNDDOWN(${exact}+${noise},0),` +
        `IF(R="up",ROUNDUP(${exact}-${noise},0),ROUND(${exact}+${noise},0))))`,
    );
    const inLots = `${exact}/Lot`;
    expect(FUT_CONTRACTS.native({ ...hedge, contract: { ...contract, lot: "Lot" } })).toBe(
      `ROUND(${inLots}+SIGN(${inLots})*MIN(ABS(${inLots})*1E-9,0.001),0)*Lot`,
    );
  });

  it("names a lot only where it is not 1", () => {
    const mix = {
      portfolioValue: "V",
      price: "F",
      largeContract: contract,
      smallContract: { multiplier: "Small" },
      beta: "B",
      targetBeta: "T",
      futuresBeta: "Bf",
    };
    const [[large = "", small = ""] = []] = FUT_MIX.native(mix) as string[][];
    const inSmall = "(((T-B)*V/Bf)/(F*Small))";
    const lotsOfSmall = `(ROUND(${inSmall}+SIGN(${inSmall})*MIN(ABS(${inSmall})*1E-9,0.001),0))`;
    const ratio = "ROUND((F*Multiplier)/(F*Small),6)";
    const whole = `TRUNC(ROUND(${lotsOfSmall}/${ratio},9))`;
    expect(large).toBe(whole);
    expect(small).toBe(`(${lotsOfSmall}-${whole}*${ratio})`);
    const lots = {
      largeContract: { ...contract, lot: "Lot" },
      smallContract: { multiplier: "Small", lot: "SmallLot" },
    };
    const [[ofLot = "", ofSmallLot = ""] = []] = FUT_MIX.native({ ...mix, ...lots }) as string[][];
    expect(ofLot).toMatch(/\(F\*Multiplier\*Lot\).*\*Lot$/);
    expect(ofSmallLot).toMatch(/\(F\*Small\*SmallLot\).*\*SmallLot$/);
  });

  it("leaves the price of an inverse contract out", () => {
    const inverse = { ...contract, payoff: "inverse" } as const;
    expect(FUT_NOTIONAL.native({ price: "F", contract: inverse })).toBe("Multiplier*1");
    expect(FUT_LEVERAGE.native({ price: "F", contract: inverse, margin: "M" })).toBe("ABS(Multiplier*1)/M");
    expect(FUT_CASH_BUFFER.native({ price: "F", contract: inverse, contracts: "N", move: "X" })).toBe(
      "ABS(X*Multiplier*N)",
    );
  });

  it("pays an inverse contract in coin, in the quote currency, or as a cell says", () => {
    const inverse = { ...contract, payoff: "inverse" } as const;
    const trade = { entryPrice: "E", exitPrice: "X", contract: inverse };
    const coin = "1*Multiplier*(1/E-1/X)";
    const quote = "1*Multiplier*(X/E-1)";
    expect(FUT_PNL.native(trade)).toBe(coin);
    expect(FUT_PNL.native({ ...trade, currency: '"quote"' })).toBe(quote);
    expect(FUT_PNL.native({ ...trade, currency: "B9" })).toBe(`IF(B9="quote",${quote},${coin})`);
    expect(FUT_PNL.native({ entryPrice: "E", exitPrice: "X", contract })).toBe("(X-E)*Multiplier*1");
  });

  it("takes the side from the sign of the contracts", () => {
    const margin = { entryPrice: "E", contract, initialMargin: "I", maintenanceMargin: "M", contracts: "N" };
    expect(FUT_MARGIN_CALL.native(margin)).toBe("E-SIGN(N)*(I-M)/Multiplier");
    expect(FUT_MARGIN_CALL.native({ ...margin, contract: { ...contract, payoff: "inverse" } })).toBe(
      "1/(1/E+SIGN(N)*(I-M)/Multiplier)",
    );
    const position = { entryPrice: "E", contract, leverage: "L", maintenanceRate: "U", contracts: "N" };
    expect(FUT_LIQUIDATION.native(position)).toBe("E*(1-SIGN(N)/L)/(1-SIGN(N)*U)");
    expect(FUT_LIQUIDATION.native({ ...position, convention: '"entry"' })).toBe("E*(1-SIGN(N)*(1/L-U))");
  });

  it("has a formula for each cell of a block", () => {
    expect(
      FUT_SCENARIO.native({
        portfolioValue: "V",
        beta: "B",
        price: "F",
        contract,
        contracts: "N",
        moves: "M",
      }),
    ).toEqual([["M", "V*B*M", "F*Multiplier*N*M", "V*B*M+F*Multiplier*N*M"]]);
  });

  it("that does not exist says so, and how the worksheet gets the value", () => {
    expect(() => FUT_SPEC.native({ contract: "A1" })).toThrow(
      `FUT_SPEC has no native spelling: ${FUT_SPEC.nativeNote ?? "?"}`,
    );
    expect([FUT_SPEC.hasNative, FUT_NOTIONAL.hasNative]).toEqual([false, true]);
  });
});
