import { contractChoice } from "../../../src/sheet/plan/contract-choice";
import type { ContractChoice } from "../../../src/sheet/plan/plan";
import type { Calculated } from "../evaluate";
import { hedgedEach, TODAY } from "./hedged-each";

/** A hedge of 1,000,000 with each contract over 90 days. */
const onSheet = (contracts: readonly ContractChoice[], read: (sheet: Calculated) => void): void =>
  hedgedEach(contracts, { horizonDays: 90 }, read);

describe("rolls and their fees", () => {
  // Expiries of CME's contract specifications: E-minis end in March, June, September and December, Bitcoin futures
  // every month, Bitcoin Friday futures every week. From an expiry in 20 days, 90 days see 1, 3 (on days 20, 50 and 81)
  // and 10 of them (days 20, 27, … 83); with the one on day 90 the hedge ends.
  it("follow the contract's cycle", () => {
    const expiry = TODAY + 20;
    const [es, mbt, bff] = [
      contractChoice("ES", { price: 5000, expiry }),
      contractChoice("MBT", { price: 50_000, expiry }),
      contractChoice("BFF", { price: 50_000, expiry }),
    ];
    onSheet([es, mbt, bff], (sheet) => {
      const rolls = ["ES", "MBT", "BFF"].map((code) => sheet.value(`HorizonRolls_${code}`));
      expect(rolls).toEqual([1, 3, 10]);
    });
  });

  // Held to its expiry a future settles, and the hedge ends with it: 4 E-minis cost 4 × 2, and one day more rolls them.
  it("do not roll what is held to its expiry", () => {
    onSheet([contractChoice("ES", { price: 5000, expiry: TODAY + 90 })], (sheet) => {
      sheet.type("FuturesFee", 2);
      expect([sheet.value("HorizonRolls_ES"), sheet.value("FuturesCost")]).toEqual([0, -8]);
      sheet.type("HorizonDays", 91);
      expect([sheet.value("HorizonRolls_ES"), sheet.value("FuturesCost")]).toEqual([1, -16]);
      sheet.type("HorizonDays", 181);
      expect(sheet.value("HorizonRolls_ES")).toBe(1);
      sheet.type("HorizonDays", 182);
      expect(sheet.value("HorizonRolls_ES")).toBe(2);
    });
  });

  // 4 E-minis are sold and rolled once, at 2 each time: 16. A perpetual of 100 Bitcoin at 10,000 never rolls: 200.
  it("are paid by the contracts that roll, not by a perpetual beside them", () => {
    const es = contractChoice("ES", { price: 5000, expiry: TODAY + 20 });
    onSheet([es, contractChoice("BTCUSDT", { price: 10_000 })], (sheet) => {
      sheet.type("FuturesFee", 2);
      expect(sheet.value("FuturesCost")).toBe(-216);
    });
  });
});
