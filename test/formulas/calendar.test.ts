import { FUT_EXPIRY, FUT_ROLL } from "../../src/formulas/calendar";
import { CellError } from "../../src/formulas/cells";
import { evaluate, evaluateCell } from "../../src/formulas/evaluate";
import { CME_CRYPTO, SERIALS, US_EQUITY } from "../contracts/expiries";

const notAvailable = (message: string) => new CellError("#N/A", message);
const wrong = (message: string) => new CellError("#VALUE!", message);

/** The Excel serial of a date; Excel's day 1 is 1900-01-01, and it counts a 29 February 1900. */
const serial = (date: string) => Date.parse(date) / 86_400_000 + 25_569;

const expiry = (...cells: unknown[]) => evaluateCell(FUT_EXPIRY, cells);
const roll = (...cells: unknown[]) => evaluateCell(FUT_ROLL, cells);

describe.each([FUT_EXPIRY, FUT_ROLL])("$name", (formula) => {
  it.each(formula.examples)("$says", ({ cells, result }) => {
    expect(evaluateCell(formula, cells)).toBe(result);
  });

  it("has no native spelling, says why, and where the worksheet keeps the date", () => {
    expect(formula.hasNative).toBe(false);
    expect(formula.nativeNote).toMatch(/The worksheet holds the date as a value in its input cells\.$/);
  });

  it("tells every argument in the function wizard", () => {
    expect(Object.keys(formula.params)).toEqual(["contract", "date", "nth"]);
    for (const { description } of Object.values(formula.params)) expect(description).toMatch(/\.$/);
  });

  it("refuses dates that are text, and other nonsense", () => {
    expect(evaluateCell(formula, ["ES", "2026-11-21"])).toEqual(
      wrong('date is the text "2026-11-21", but must be a date (a number formatted as a date)'),
    );
    expect(evaluateCell(formula, ["ES", true])).toEqual(
      wrong("date is TRUE, but must be a date (a number formatted as a date)"),
    );
    expect(evaluateCell(formula, ["ES", -5])).toEqual(
      wrong("date is -5, but must be a date from 1900-01-01 to 9999-12-31"),
    );
    expect(evaluateCell(formula, ["ES", 60])).toEqual(
      wrong("date is 29 February 1900, a day that Excel has and the calendar has not"),
    );
    for (const blank of [null, undefined, "", 0]) {
      expect(evaluateCell(formula, ["ES", blank])).toEqual(
        wrong("date is blank: give a date, such as TODAY(), or a dated code, such as ESZ26"),
      );
    }
  });

  it("refuses what is no number of an expiry", () => {
    for (const nth of [0, -1, 1.5]) {
      expect(evaluateCell(formula, ["ES", 46347, nth])).toEqual(
        wrong(`nth must be a whole number from 1, but is ${nth}`),
      );
    }
    expect(evaluateCell(formula, ["ES", 46347, "2"])).toEqual(
      wrong('nth is the text "2", but must be a number'),
    );
    expect(evaluateCell(formula, ["ESZ26", null, 2])).toEqual(
      wrong("nth must be 1 or left out for a dated code, but is 2: ESZ26 expires once"),
    );
  });

  it("says what is not held", () => {
    expect(evaluateCell(formula, ["FOO", 46347])).toEqual(
      notAvailable('contract "FOO" is not in the catalogue; check the code'),
    );
    expect(evaluateCell(formula, ["BTCUSDT", 46347])).toEqual(
      notAvailable("BTCUSDT is a perpetual: it has no last trading day"),
    );
    expect(evaluateCell(formula, ["HSI", 46347])).toEqual(
      notAvailable(
        "the last trading day of HSI depends on Hong Kong's lunar holidays, which are not held: take it from HKEX",
      ),
    );
    expect(evaluateCell(formula, ["ES", 36525])).toEqual(
      notAvailable("the calendar covers 2000 to 2045, not 1999"),
    );
    expect(evaluateCell(formula, ["ES", 53328])).toEqual(
      notAvailable("the calendar covers 2000 to 2045, not 2046"),
    );
    expect(evaluateCell(formula, ["BTCZ25"])).toEqual(
      notAvailable(
        "BTCZ25: the exchange's texts allow 2025-12-24 and 2025-12-26, " +
          "and no page was found that says which is the last trading day; take it from the exchange",
      ),
    );
    expect(evaluateCell(formula, [50, 46347])).toEqual(
      wrong("contract is 50, but must be a contract code such as ES"),
    );
  });
});

describe("FUT_EXPIRY", () => {
  it.each(SERIALS)("gives %s as %i", (date, expected) => {
    expect(expiry("ES", expected - 30)).toBe(expected);
    expect(serial(date)).toBe(expected);
  });

  it.each(US_EQUITY)("ES%s: %s, rolled %s", (month, date, rollDate) => {
    expect(expiry(`ES${month}`)).toBe(serial(date));
    expect(roll(`ES${month}`)).toBe(serial(rollDate));
  });

  it.each(CME_CRYPTO)("BTC%s: %s", (month, date) => {
    expect(expiry(`btc ${month}`)).toBe(serial(date));
  });

  it("counts the whole day: at noon of the last trading day it is still the next expiry", () => {
    expect(expiry("ES", 46374.5)).toBe(46374);
    expect(expiry("ES", 46375)).toBe(46465);
  });

  it("answers the next four of a column of contracts", () => {
    expect(evaluate(FUT_EXPIRY, [[["ES"], ["BTC"]], 46347, [[1, 2, 3, 4]]])).toEqual([
      ["2026-12-18", "2027-03-19", "2027-06-17", "2027-09-17"].map(serial),
      ["2026-11-27", "2026-12-24", "2027-01-29", "2027-02-26"].map(serial),
    ]);
  });

  it("reads one digit of the year near the date, or near the catalogue's year", () => {
    expect(expiry("ESZ6")).toBe(serial("2026-12-18"));
    expect(expiry("ESZ6", serial("2035-06-01"))).toBe(serial("2036-12-19"));
  });

  it("is a day before the third Friday of the native note in June 2026 and 2027, and equal elsewhere to 2030", () => {
    const thirdFriday = (year: number, month: number) => {
      // =DATE(y,m,15)+MOD(6-WEEKDAY(DATE(y,m,15)),7); WEEKDAY is 1 on Sundays.
      const fifteenth = new Date(Date.UTC(year, month - 1, 15));
      return fifteenth.getTime() / 86_400_000 + 25_569 + ((6 - (fifteenth.getUTCDay() + 1) + 7) % 7);
    };
    const different = US_EQUITY.filter(([month]) => {
      const date = thirdFriday(
        2000 + Number(month.slice(1)),
        { H: 3, M: 6, U: 9, Z: 12 }[month.charAt(0)] ?? 0,
      );
      const rolled = roll(`ES${month}`);
      expect(rolled).toBe(date - 4);
      return expiry(`ES${month}`) !== date;
    });
    expect(different.map(([month]) => month)).toEqual(["M26", "M27"]);
  });
});

describe("FUT_ROLL", () => {
  it("belongs to the expiry, so it may lie before the date", () => {
    expect(roll("ES", serial("2026-12-16"))).toBe(serial("2026-12-14"));
    expect(roll("ES", serial("2026-12-16"), 2)).toBe(serial("2027-03-15"));
  });

  it("is known for CME's US index futures only", () => {
    expect(roll("FDAX", 46347)).toEqual(
      notAvailable(
        "no roll date is published for FDAX: roll before its last trading day, which FUT_EXPIRY gives",
      ),
    );
  });
});
