import { CONTRACTS, requireContract } from "../../src/contracts/catalogue";
import { CellError } from "../../src/formulas/cells";
import { evaluate, evaluateCell } from "../../src/formulas/evaluate";
import { FUT_SPEC } from "../../src/formulas/spec";

const spec = (...cells: unknown[]) => evaluateCell(FUT_SPEC, cells);
const notAvailable = (message: string) => new CellError("#N/A", message);
const wrong = (message: string) => new CellError("#VALUE!", message);

describe("FUT_SPEC", () => {
  it.each(FUT_SPEC.examples)("$says", ({ cells, result }) => {
    expect(evaluate(FUT_SPEC, cells)).toEqual(Array.isArray(result) ? result : [[result]]);
  });

  it("answers the multiplier where no field is given", () => {
    expect(spec("ES")).toBe(50);
    expect(spec("ES", null)).toBe(50);
    expect(spec("ES", "")).toBe(50);
    expect(spec("MYM", "MULTIPLIER ")).toBe(0.5);
  });

  it("ignores case and blanks of the code, and takes a dated code as its root", () => {
    for (const code of ["es", " E S ", "ESZ26", "esz6"]) expect(spec(code, "name")).toBe("E-mini S&P 500");
  });

  // CME Group, ICE and Deribit contract specifications; FDXS and MYM are wrong in public tables (25 and 0.5 points).
  it.each([
    ["FDXS", "tick", 1],
    ["MYM", "tick", 1],
    ["MBT", "multiplier", 0.1],
    ["MET", "tickValue", 0.05],
    ["Z", "exchange", "ICE Futures Europe"],
    ["Z", "currency", "GBP"],
    ["NIY", "tickValue", 2500],
    ["BTCUSDT", "lot", 0.001],
    ["XBTUSD", "lot", 100],
    ["BTC-PERPETUAL", "multiplier", 10],
    ["BTC-PERPETUAL", "payoff", "inverse"],
    ["BTC-PERPETUAL", "cycle", "perpetual"],
    ["BTC-PERPETUAL", "settlementCurrency", "BTC"],
    ["BTC-PERPETUAL", "currency", "USD"],
    ["BFF", "cycle", "weekly"],
    ["BTC", "cycle", "monthly"],
    ["ES", "cycle", "HMUZ"],
    ["ES", "underlying", "S&P 500"],
    ["ES", "larger", "none"],
    ["FDXS", "larger", "FDAX"],
    ["ES", "asOf", "2026-08-21"],
    ["Z", "asOf", "undated, read 2026-11-20"],
    ["Z", "source", "theice.com/products/38716764/FTSE-100-INDEX-FUTURE"],
    ["Z", "note", "the old LIFFE contract was GBP 25"],
    ["NQ", "note", "none"],
  ])("%s %s is %p", (code, field, value) => {
    expect(spec(code, field)).toBe(value);
  });

  it("gives no figure that was not verified, or that depends on the price", () => {
    for (const field of ["tick", "tickValue"]) {
      expect(spec("BFF", field)).toEqual(notAvailable("no source was found for the tick of BFF"));
    }
    expect(spec("ETH-USD-SWAP", "tick")).toEqual(
      notAvailable("no source was found for the tick of ETH-USD-SWAP"),
    );
    expect(spec("BTCUSD_PERP", "tickValue")).toEqual(
      notAvailable("the tick value of BTCUSD_PERP depends on the price: it is an inverse contract"),
    );
  });

  it("spills every field in two columns, with words for what is missing", () => {
    const bff = Object.fromEntries(evaluate(FUT_SPEC, ["BFF", "all"])) as Record<string, unknown>;
    expect(bff["tick"]).toBe("not verified");
    expect(bff["tickValue"]).toBe("not verified");
    expect(bff["multiplier"]).toBe(0.02);
    const inverse = Object.fromEntries(evaluate(FUT_SPEC, ["XBTUSD", "ALL"])) as Record<string, unknown>;
    expect(inverse["tickValue"]).toBe("depends on the price");
    expect(inverse["tick"]).toBe(0.1);
  });

  it.each(CONTRACTS)("has every field of $code, in the order of the help", ({ code }) => {
    const block = evaluate(FUT_SPEC, [code, "all"]);
    const fields = Object.keys(FUT_SPEC.params.field.words);
    expect(block.map(([field]) => field)).toEqual(fields.filter((field) => field !== "all"));
    for (const row of block) {
      expect(row).toHaveLength(2);
      const alone = spec(code, row[0]);
      if (!(alone instanceof CellError)) expect(row[1]).toBe(alone);
      expect(row[1]).not.toBe("");
    }
    expect(spec(code)).toBe(requireContract(code).multiplier.toNumber());
  });

  it("answers a column of codes and a row of fields with the grid", () => {
    expect(evaluate(FUT_SPEC, [[["ES"], ["FOO"]], [["multiplier", "tick"]]])).toEqual([
      [50, 0.25],
      [
        notAvailable('contract "FOO" is not in the catalogue; check the code'),
        notAvailable('contract "FOO" is not in the catalogue; check the code'),
      ],
    ]);
  });

  it("says what is wrong with its arguments", () => {
    expect(spec("ESF26")).toEqual(notAvailable("ESF26 is not a contract: ES lists the months HMUZ"));
    expect(spec(50)).toEqual(wrong("contract is 50, but must be a contract code such as ES"));
    expect(spec(null)).toEqual(wrong("contract is blank, but must be a contract code such as ES"));
    expect(spec("ES", "margin")).toEqual(
      wrong(
        'field is the text "margin", but must be one of: ' +
          "name, exchange, multiplier, tick, tickValue, currency, payoff, lot, cycle, underlying, " +
          "larger, source, asOf, settlementCurrency, note, all",
      ),
    );
  });

  it("has no native spelling, and says where the worksheet keeps the facts", () => {
    expect(FUT_SPEC.hasNative).toBe(false);
    expect(FUT_SPEC.nativeNote).toMatch(/^Excel has no catalogue of contracts\. The worksheet holds /);
    expect(() => FUT_SPEC.native({ contract: "A1" })).toThrow(/^FUT_SPEC has no native spelling/);
  });
});
