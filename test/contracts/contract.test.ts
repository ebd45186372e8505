import { defineContract } from "../../src/contracts/contract";

const facts = {
  code: "T",
  name: "Test",
  exchange: "Exchange",
  multiplier: "0.1",
  tick: "0.7",
  currency: "USD",
  cycle: "HMUZ",
  underlying: "Index",
  sources: ["lean"],
} as const;

describe("defineContract", () => {
  it("takes what most contracts share as the default", () => {
    const contract = defineContract(facts);
    expect(contract).toMatchObject({
      payoff: "linear",
      settlementCurrency: "USD",
      expiryRule: null,
      larger: null,
      tickSources: ["lean"],
      note: null,
    });
    expect(contract.lot.toString()).toBe("1");
  });

  it("computes the tick value exactly", () => {
    // In doubles 0.1 × 0.7 is 0.06999999999999999.
    expect(defineContract(facts).tickValue?.toString()).toBe("0.07");
  });

  it("has no tick value without a tick, or where it depends on the price", () => {
    expect(defineContract({ ...facts, tick: null }).tick).toBeNull();
    expect(defineContract({ ...facts, tick: null }).tickValue).toBeNull();
    expect(defineContract({ ...facts, payoff: "inverse" }).tickValue).toBeNull();
  });

  it("keeps what is given", () => {
    const given = {
      payoff: "inverse",
      lot: "0.01",
      settlementCurrency: "BTC",
      expiryRule: "asx",
      larger: "L",
      tickSources: null,
      note: "note",
    } as const;
    const contract = defineContract({ ...facts, ...given });
    expect(contract).toMatchObject({ ...given, lot: contract.lot });
    expect(contract.lot.toString()).toBe("0.01");
  });
});
