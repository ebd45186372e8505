import { FUT_BETA } from "../../src/formulas/beta";
import { FUT_BASIS, FUT_FAIR_VALUE, FUT_FUNDING } from "../../src/formulas/carry";
import { CellError } from "../../src/formulas/cells";
import { evaluate, evaluateCell } from "../../src/formulas/evaluate";
import type { CellFunction } from "../../src/formulas/formula";
import { FUT_CONTRACTS, FUT_EFFECTIVE_BETA } from "../../src/formulas/hedge";
import { FUT_HEDGE_RATIO } from "../../src/formulas/hedge-ratio";
import { FUT_LIQUIDATION, FUT_MARGIN_CALL } from "../../src/formulas/margin";
import { FUT_MIX } from "../../src/formulas/mix";
import { FUT_CASH_BUFFER, FUT_LEVERAGE, FUT_NOTIONAL, FUT_PNL } from "../../src/formulas/position";
import { FUT_PUT, FUT_SCENARIO } from "../../src/formulas/scenario";

// Every case goes in as cells and comes out as a cell, as it does in Excel.

const wrong = (message: string) => new CellError("#VALUE!", message);
const notAvailable = (message: string) => new CellError("#N/A", message);
const noNumber = (message: string) => new CellError("#NUM!", message);
const NaE = new CellError("#N/A", "");

type Row = readonly [CellFunction, readonly unknown[], unknown];
const rows = (table: readonly Row[]) =>
  table.map(([called, cells, answer]) => ({ called, cells, answer, name: called.name }));

describe("division by nothing", () => {
  it.each(
    rows([
      [FUT_CONTRACTS, [1e6, 0, "ES"], wrong("price is blank or 0, but must be greater than 0")],
      [
        FUT_CONTRACTS,
        [1e6, 5000, 0],
        wrong(
          "contract is blank or 0, but must be a contract code such as ES, or a multiplier greater than 0",
        ),
      ],
      [FUT_CONTRACTS, [1e6, 5000, "ES", 1, 0, 0], wrong("futuresBeta is blank or 0, but must not be 0")],
      [FUT_EFFECTIVE_BETA, [0, 5000, "ES", -1], wrong("portfolioValue is blank or 0, but must not be 0")],
      [FUT_EFFECTIVE_BETA, [null, 5000, "ES", -1], wrong("portfolioValue is blank or 0, but must not be 0")],
      [FUT_PNL, [0, 5000, "BTCUSD", 1], wrong("entryPrice is blank or 0, but must be greater than 0")],
      [FUT_PNL, [5000, null, "BTCUSD", 1], wrong("exitPrice is blank or 0, but must be greater than 0")],
      [FUT_LEVERAGE, [5000, "ES", 0], noNumber("without margin there is no leverage")],
      [FUT_LEVERAGE, [5000, "ES"], wrong("margin is blank or 0, but must be greater than 0")],
      [FUT_BASIS, [5000, 5050, 0], wrong("days is blank or 0, but must be greater than 0")],
      [FUT_FUNDING, [1, 0.0001, 1, 0], wrong("intervalHours is blank or 0, but must be greater than 0")],
    ]),
  )("$name($cells)", ({ called, cells, answer }) => {
    expect(evaluateCell(called, cells)).toEqual(answer);
  });
});

describe("less than nothing", () => {
  it.each(
    rows([
      [FUT_NOTIONAL, [-37.63, "ES"], wrong("price must be greater than 0, but is -37.63")],
      [
        FUT_NOTIONAL,
        [5000, -50],
        wrong("contract is -50, but must be a contract code such as ES, or a multiplier greater than 0"),
      ],
      [FUT_LEVERAGE, [5000, "ES", -1], wrong("margin must be greater than 0, but is -1")],
      [FUT_LIQUIDATION, [5000, 1, -2, 0.005], wrong("leverage must be greater than 0, but is -2")],
      [FUT_PUT, [100, 95, 0.1, 0, -0.2, 30], wrong("volatility must be 0 or greater, but is -0.2")],
      [FUT_PUT, [100, 95, 0.1, 0, 0.2, -30], wrong("days must be 0 or greater, but is -30")],
      [FUT_FAIR_VALUE, [100, 0.1, 0, -1], wrong("days must be 0 or greater, but is -1")],
      [FUT_FUNDING, [1, 0.0001, -1], wrong("days must be 0 or greater, but is -1")],
      [FUT_BASIS, [-1, 1], wrong("spot must be greater than 0, but is -1")],
    ]),
  )("$name($cells)", ({ called, cells, answer }) => {
    expect(evaluateCell(called, cells)).toEqual(answer);
  });

  it("is a short portfolio, a beta against the market, an inverse index: all legal", () => {
    expect(evaluateCell(FUT_CONTRACTS, [-10_000_000, 5000, "ES", 1.3, 0.5])).toBe(32);
    expect(evaluateCell(FUT_CONTRACTS, [10_000_000, 5000, "ES", -0.5])).toBe(20);
    expect(evaluateCell(FUT_CONTRACTS, [10_000_000, 5000, "ES", 4])).toBe(-160);
    expect(evaluateCell(FUT_CONTRACTS, [10_000_000, 5000, "ES", 1, 0, -1])).toBe(40);
    expect(evaluateCell(FUT_CONTRACTS, [10_000_000, 5000, "ES", 1, 0, 1e-6])).toBe(-40_000_000);
    expect(evaluateCell(FUT_EFFECTIVE_BETA, [-10_000_000, 5000, "ES", 32, 1.3])).toBe(0.5);
  });
});

describe("a blank", () => {
  it("that may be missing counts as its default, as nothing, null or empty text", () => {
    for (const blank of [undefined, null, "", " "]) {
      expect(evaluateCell(FUT_NOTIONAL, [5000, "ES", blank])).toBe(250_000);
      expect(evaluateCell(FUT_CONTRACTS, [10_000_000, 5000, "ES", blank, blank, blank, blank])).toBe(-40);
      expect(evaluateCell(FUT_PNL, [4000, 4050, "ES", blank, blank])).toBe(2500);
      expect(evaluateCell(FUT_BASIS, [5000, 5050, blank])).toBe(50);
      expect(evaluateCell(FUT_BASIS, [5000, 5050, 73, blank])).toBe(0.05);
      expect(evaluateCell(FUT_FUNDING, [20, 0.0025, blank])).toBe(-0.05);
      expect(evaluateCell(FUT_FUNDING, [-1, 0.0001, 365, blank])).toBe(0.1095);
      expect(evaluateCell(FUT_FAIR_VALUE, [2000, 0.05, 0, 365, blank, blank])).toBe(2100);
      expect(evaluateCell(FUT_MARGIN_CALL, [1050, 50, 4000, 3200, blank])).toBe(1034);
      expect(evaluateCell(FUT_LIQUIDATION, [100, 1, 2, 0, blank, blank])).toBe(50);
      expect(evaluate(FUT_MIX, [1_000_000, 5000, "ES", "MES", blank])).toEqual([[-4, 0]]);
      expect(evaluateCell(FUT_PUT, [80, 95, 0, 0, 0, 365, blank])).toBe(15);
    }
  });

  it("that must be there is an error, and not 0", () => {
    for (const blank of [undefined, null, ""]) {
      expect(evaluateCell(FUT_NOTIONAL, [blank, "ES"])).toEqual(
        wrong("price is blank or 0, but must be greater than 0"),
      );
      expect(evaluateCell(FUT_CONTRACTS, [blank, 5000, "ES"])).toEqual(
        wrong("portfolioValue is blank, but must be a number"),
      );
      expect(evaluateCell(FUT_CASH_BUFFER, [5000, "ES", -32, blank])).toEqual(
        wrong("move is blank, but must be a number"),
      );
      expect(evaluateCell(FUT_CASH_BUFFER, [5000, "ES", blank, 0.05])).toEqual(
        wrong("contracts is blank, but must be a number"),
      );
      expect(evaluateCell(FUT_FAIR_VALUE, [5000, 0.05, 0, blank])).toEqual(
        wrong("days is blank, but must be 0 or greater"),
      );
      expect(evaluateCell(FUT_LIQUIDATION, [5000, 1, 10, blank])).toEqual(
        wrong("maintenanceRate is blank, but must be from 0 to less than 1"),
      );
      expect(evaluateCell(FUT_SCENARIO, [1000, blank, 500, 1, -1, 0.1])).toEqual(
        wrong("beta is blank, but must be a number"),
      );
    }
  });
});

describe("text and truth", () => {
  it.each(["1.3", "1,3", "5 000", "$5,000", "10%"])(
    "the text %p is no number, whichever argument it is",
    (text) => {
      const not = (name: string) => wrong(`${name} is the text "${text}", but must be a number`);
      expect(evaluateCell(FUT_CONTRACTS, [text, 5000, "ES"])).toEqual(not("portfolioValue"));
      expect(evaluateCell(FUT_CONTRACTS, [1e6, text, "ES"])).toEqual(not("price"));
      expect(evaluateCell(FUT_CONTRACTS, [1e6, 5000, "ES", text])).toEqual(not("beta"));
      expect(evaluateCell(FUT_CONTRACTS, [1e6, 5000, "ES", 1, text])).toEqual(not("targetBeta"));
      expect(evaluateCell(FUT_BETA, [[[text]], [[1]]])).toEqual(
        wrong(`values, row 1, is the text "${text}", but must be a number`),
      );
      expect(evaluateCell(FUT_NOTIONAL, [5000, text])).toEqual(
        wrong(
          `contract is the text "${text}", but must be a contract code such as ES, or a multiplier greater than 0`,
        ),
      );
    },
  );

  it("TRUE and FALSE are no numbers", () => {
    expect(evaluateCell(FUT_NOTIONAL, [5000, "ES", true])).toEqual(
      wrong("contracts is TRUE, but must be a number"),
    );
    expect(evaluateCell(FUT_CONTRACTS, [1e6, 5000, "ES", false])).toEqual(
      wrong("beta is FALSE, but must be a number"),
    );
  });

  it("words are taken whatever their case, and refused with the list", () => {
    expect(evaluateCell(FUT_CONTRACTS, [10_900_000, 5000, "ES", 1, 0, 1, " Down"])).toBe(-43);
    expect(evaluateCell(FUT_CONTRACTS, [1, 1, 1, 1, 0, 1, "half"])).toEqual(
      wrong('rounding is the text "half", but must be one of: nearest, down, up, none'),
    );
    expect(evaluateCell(FUT_PNL, [1, 1, 1, 1, "USD"])).toEqual(
      wrong('currency is the text "USD", but must be one of: settlement, quote'),
    );
    expect(evaluateCell(FUT_FAIR_VALUE, [1, 0, 0, 1, "monthly"])).toEqual(
      wrong('compounding is the text "monthly", but must be one of: simple, continuous'),
    );
    expect(evaluateCell(FUT_LIQUIDATION, [1, 1, 2, 0, 1, "last"])).toEqual(
      wrong('convention is the text "last", but must be one of: mark, entry'),
    );
  });

  it("contracts are found whatever their case and blanks, or are #N/A", () => {
    for (const code of ["mes", " MES ", "M E S", "mesz6"])
      expect(evaluateCell(FUT_NOTIONAL, [5000, code])).toBe(25_000);
    expect(evaluateCell(FUT_NOTIONAL, [100, "Z"])).toBe(1000);
    expect(evaluateCell(FUT_NOTIONAL, [5000, "SPX"])).toEqual(
      notAvailable(
        'contract "SPX" is not in the catalogue; check the code, or give the multiplier of the contract instead',
      ),
    );
    expect(evaluateCell(FUT_MIX, [1e6, 5000, "ES", "FOO"])).toEqual(
      notAvailable(
        'smallContract "FOO" is not in the catalogue; check the code, or give the multiplier of the contract instead',
      ),
    );
  });
});

describe("an error in a cell", () => {
  it("is the answer, with the name of the argument", () => {
    expect(evaluateCell(FUT_NOTIONAL, [NaE, "ES"])).toEqual(notAvailable("price is #N/A"));
    expect(evaluateCell(FUT_NOTIONAL, [5000, { type: "Error", basicValue: "#REF!" }])).toEqual(
      new CellError("#REF!", "contract is #REF!"),
    );
    expect(evaluateCell(FUT_CONTRACTS, [1e6, 5000, "ES", 1, 0, 1, NaE])).toEqual(
      notAvailable("rounding is #N/A"),
    );
  });

  it("within a range is the answer of the range", () => {
    expect(
      evaluateCell(FUT_BETA, [
        [[1], [NaE]],
        [[1], [2]],
      ]),
    ).toEqual(notAvailable("values, row 2, is #N/A"));
    expect(
      evaluateCell(FUT_HEDGE_RATIO, [
        [[1], [2]],
        [[1], [NaE]],
      ]),
    ).toEqual(notAvailable("futuresChanges, row 2, is #N/A"));
  });
});

describe("a Stocks or entity cell", () => {
  const entity = (basicValue: unknown) => ({ type: "Entity", basicType: "Double", basicValue });

  it("counts with its basic value", () => {
    expect(evaluateCell(FUT_NOTIONAL, [entity(5000), "ES"])).toBe(250_000);
    expect(evaluateCell(FUT_NOTIONAL, [5000, entity("ES")])).toBe(250_000);
    expect(evaluateCell(FUT_BETA, [[[entity(100)]], [[entity(1.2)]]])).toBe(1.2);
  });

  it("without one says to point to a field", () => {
    expect(evaluateCell(FUT_NOTIONAL, [{ type: "Entity" }, "ES"])).toEqual(
      wrong("price: the cell holds a data type (Entity) without a plain value; point to one of its fields"),
    );
  });
});

describe("ranges read pair by pair", () => {
  const column = (...cells: unknown[]) => cells.map((cell) => [cell]);
  const ratio = (y: unknown, x: unknown, statistic?: string) =>
    evaluateCell(FUT_HEDGE_RATIO, [y, x, statistic]);

  it("must be of the same shape", () => {
    expect(ratio(column(1, 2, 3), column(1, 2))).toEqual(
      notAvailable("assetChanges is 3×1, futuresChanges is 2×1; give ranges of the same shape"),
    );
    expect(ratio(column(1, 2), [[1, 2]])).toEqual(
      notAvailable("assetChanges is 2×1, futuresChanges is 1×2; give ranges of the same shape"),
    );
  });

  // Microsoft, SLOPE: text and empty cells are ignored.
  it("drop a pair with a blank or text on either side", () => {
    const [y, x] = [column(1, 3, null, 5, "n/a", 9), column(0, 1, 7, 2, 8, null)];
    expect(ratio(y, x)).toBe(2);
    expect(ratio(y, x, "n")).toBe(3);
    expect(ratio(y, x, "intercept")).toBe(1);
    expect(ratio(y, x, "R2")).toBe(1);
    expect(ratio(y, x, "correlation")).toBe(1);
    expect(ratio(y, x, "stderr")).toBe(0);
    expect(ratio([[1, 3, 5]], [[0, 1, 2]])).toBe(2);
  });

  it("have no answer where there are too few, or where nothing varies", () => {
    const few = (least: number, n: number) =>
      noNumber(`there must be at least ${least} pairs of numbers, but there are ${n}`);
    expect(ratio(column(1), column(1))).toEqual(few(2, 1));
    expect(ratio(column(1, 2), column(1, 3), "stderr")).toEqual(few(3, 2));
    expect(ratio(column("a", 1), column(1, 2), "n")).toBe(1);
    expect(ratio(column(1, 2), column(3, 3))).toEqual(noNumber("the futures changes do not vary"));
    expect(ratio(column(3, 3), column(1, 2))).toBe(0);
    expect(ratio(column(3, 3), column(1, 2), "r2")).toEqual(noNumber("the asset changes do not vary"));
  });

  it("of values and betas skip what is blank in both, and say where one is missing", () => {
    const beta = (values: unknown, betas: unknown) => evaluateCell(FUT_BETA, [values, betas]);
    expect(beta(column(3_000_000, null, 1_000_000), column(1.6, "", 0.4))).toBe(1.3);
    expect(beta(column(1, 2), column(1, null))).toEqual(
      wrong("betas is blank in place 2, but values has a number there"),
    );
    expect(beta(column(null, 2), column(1, 1))).toEqual(
      wrong("values is blank in place 1, but betas has a number there"),
    );
    expect(beta([[1, 2]], column(1, 2))).toEqual(
      notAvailable("values is 1×2, betas is 2×1; give ranges of the same shape"),
    );
    expect(beta(column(100, -100), column(1, 2))).toEqual(noNumber("the values add up to 0"));
    expect(
      beta(
        [
          [1, 1],
          [1, 1],
        ],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    ).toBe(2.5);
  });
});

describe("percent", () => {
  it("of maintenance is a fraction: 0.5 or more is no slip, 1 or more is refused with an example", () => {
    expect(evaluateCell(FUT_LIQUIDATION, [20_000, 1, 50, 0.5])).toEqual(
      noNumber("the position would be liquidated at once: 1/leverage is not above maintenanceRate"),
    );
    expect(evaluateCell(FUT_LIQUIDATION, [20_000, 1, 50, 5])).toEqual(
      wrong("maintenanceRate must be less than 1, but is 5; 0.5 percent is 0.005 or 0.5%"),
    );
  });

  it("elsewhere is taken as it is: 5 is 500 percent", () => {
    expect(evaluateCell(FUT_FAIR_VALUE, [100, 5, 0, 365])).toBe(600);
    expect(evaluateCell(FUT_CASH_BUFFER, [100, 1, 1, 5])).toBe(500);
  });
});

describe("rounding to the lot", () => {
  const trade = (exact: number, mode?: string, contract: unknown = 1) =>
    evaluateCell(FUT_CONTRACTS, [-exact, 1, contract, 1, 0, 1, mode]);

  it.each([
    [0.5, 1, 0, 1],
    [-0.5, -1, 0, -1],
    [2.5, 3, 2, 3],
    [-2.5, -3, -2, -3],
    [44.49999999999999, 45, 44, 45],
    [-32, -32, -32, -32],
    [0.1 + 0.2, 0, 0, 1],
  ])("%d: nearest %d, down %d, up %d, none as it is", (exact, nearest, down, up) => {
    expect(trade(exact)).toBe(nearest);
    expect(trade(exact, "nearest")).toBe(nearest);
    expect(trade(exact, "down")).toBe(down);
    expect(trade(exact, "up")).toBe(up);
    expect(trade(exact, "none")).toBe(Number(exact.toPrecision(15)));
  });

  it("gives 20 for (1.4 − 0.9) × 40, in every mode", () => {
    for (const mode of ["nearest", "down", "up", "none"]) {
      expect(evaluateCell(FUT_CONTRACTS, [10_000_000, 5000, "ES", 0.9, 1.4, 1, mode])).toBe(20);
      expect(evaluateCell(FUT_CONTRACTS, [40, 1, 1, 0, 1.4 - 0.9, 1, mode])).toBe(20);
      expect(evaluateCell(FUT_CONTRACTS, [(1.4 - 0.9) * 40, 1, 1, 0, 1, 1, mode])).toBe(20);
    }
  });

  it("counts in the contract's lot: 0.001 BTC, 100 dollars, a hundredth of a contract, else 1", () => {
    expect(evaluateCell(FUT_CONTRACTS, [300_030, 60_000, "BTCUSDT"])).toBe(-5.001);
    expect(evaluateCell(FUT_CONTRACTS, [300_029, 60_000, "BTCUSDT"])).toBe(-5);
    expect(evaluateCell(FUT_CONTRACTS, [300_029, 60_000, "BTCUSDT", 1, 0, 1, "up"])).toBe(-5.001);
    expect(evaluateCell(FUT_CONTRACTS, [300_049, 60_000, "XBTUSD"])).toBe(-300_000);
    expect(evaluateCell(FUT_CONTRACTS, [300_050, 60_000, "XBTUSD"])).toBe(-300_100);
    expect(evaluateCell(FUT_CONTRACTS, [300_003, 60_000, "BTC-USDT-SWAP"])).toBe(-500.01);
    expect(evaluateCell(FUT_CONTRACTS, [300_000, 60_000, 0.001])).toBe(-5000);
    expect(evaluateCell(FUT_CONTRACTS, [300_020, 60_000, 0.001])).toBe(-5000);
    expect(evaluate(FUT_MIX, [1_200_000, 60_000, 1, 0.1])).toEqual([[-20, 0]]);
    expect(evaluate(FUT_MIX, [1_230_000, 60_000, 1, 0.1, 1, 0, 1, "down"])).toEqual([[-20, -5]]);
  });
});

describe("at expiry", () => {
  it("fair value is spot, and there is no annual basis", () => {
    expect(evaluateCell(FUT_FAIR_VALUE, [5000, 0.05, 0.01, 0])).toBe(5000);
    expect(evaluateCell(FUT_FAIR_VALUE, [5000, 0.05, 0.01, 0, "continuous"])).toBe(5000);
    expect(evaluateCell(FUT_BASIS, [5000, 5000])).toBe(0);
  });

  it("the put is its intrinsic value, as it is without volatility", () => {
    expect(evaluateCell(FUT_PUT, [80, 95, 0.05, 0, 0.2, 0])).toBe(15);
    expect(evaluateCell(FUT_PUT, [100, 95, 0.05, 0, 0.2, 0])).toBe(0);
    expect(evaluateCell(FUT_PUT, [80, 95, 0.05, 0, 0, 365])).toBeCloseTo(95 * Math.exp(-0.05) - 80, 12);
  });
});

describe("a position that cannot be liquidated, or at once", () => {
  const covered = noNumber("there is no such price: the position is fully covered");
  const atOnce = noNumber(
    "the position would be liquidated at once: 1/leverage is not above maintenanceRate",
  );

  it.each(
    rows([
      [FUT_LIQUIDATION, [60_000, "BTCUSD", 1, 0.005, -1], covered],
      [FUT_LIQUIDATION, [60_000, "BTCUSD", 0.5, 0.005, -1], covered],
      [FUT_LIQUIDATION, [60_000, 1, 1, 0.005, 1], covered],
      [FUT_LIQUIDATION, [60_000, 1, 0.5, 0, -1], 180_000],
      [FUT_LIQUIDATION, [60_000, 1, 200, 0.005, 1], atOnce],
      [FUT_LIQUIDATION, [60_000, 1, 10, 0.005, 0], noNumber("there is no position: contracts is 0")],
      [FUT_MARGIN_CALL, [1050, 50, 4000, 3200, 0], noNumber("there is no position: contracts is 0")],
      [FUT_MARGIN_CALL, [10, 50, 4000, 3200], covered],
      [
        FUT_MARGIN_CALL,
        [1050, 50, 3200, 4000],
        wrong("maintenanceMargin must not be greater than initialMargin, but is 4000 against 3200"),
      ],
      [FUT_PNL, [5000, 4000, "ES", 0], 0],
      [FUT_LEVERAGE, [4000, "ES", 12_320, 0], 0],
    ]),
  )("$name($cells)", ({ called, cells, answer }) => {
    expect(evaluateCell(called, cells)).toEqual(answer);
  });
});

describe("inverse contracts", () => {
  it("pay in coin, or in the quote currency when asked", () => {
    expect(evaluateCell(FUT_PNL, [1000, 1250, "BTCUSD", 1000])).toBe(0.2);
    expect(evaluateCell(FUT_PNL, [1000, 1250, "BTCUSD", 1000, "quote"])).toBe(250);
    expect(evaluateCell(FUT_PNL, [4000, 4050, "ES", 1, "quote"])).toBe(2500);
  });

  it("are counted without the price, which must be a price all the same", () => {
    expect(evaluateCell(FUT_CONTRACTS, [300_000, 60_000, "BTCUSD"])).toBe(-300_000);
    expect(evaluateCell(FUT_CONTRACTS, [300_000, 30_000, "BTCUSD"])).toBe(-300_000);
    expect(evaluateCell(FUT_NOTIONAL, [60_000, "BTCUSD_PERP", -30])).toBe(-3000);
    expect(evaluateCell(FUT_NOTIONAL, [null, "BTCUSD_PERP", -30])).toEqual(
      wrong("price is blank or 0, but must be greater than 0"),
    );
  });
});

describe("a mix", () => {
  it("needs the larger contract first", () => {
    expect(evaluateCell(FUT_MIX, [1e6, 5000, "MES", "ES"])).toEqual(
      wrong(
        "smallContract must be worth less than largeContract, but is worth 250000 against 25000; " +
          "name the larger contract first",
      ),
    );
  });

  it("takes the ratio of its family: 10, 50, 500, 5", () => {
    expect(evaluate(FUT_MIX, [1_310_000, 200_000, "BTC", "MBT"])).toEqual([[-1, -16]]);
    expect(evaluate(FUT_MIX, [262_800, 4000, "ETH", "MET"])).toEqual([[-1, -157]]);
    expect(evaluate(FUT_MIX, [1_000_000, 20_000, "FDAX", "FDXM"])).toEqual([[-2, 0]]);
    expect(evaluate(FUT_MIX, [650_000, 20_000, "FDAX", "FDXM", 1, 0, 1, "none"])).toEqual([[-1.3, 0]]);
  });
});
