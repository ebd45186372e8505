import { CONTRACTS, requireContract } from "../../src/contracts/catalogue";
import { FUNDING } from "../../src/contracts/funding";
import { CME_US_INDEX, MARKET_WIDE } from "../../src/contracts/price-limits";
import { SETTLEMENT } from "../../src/contracts/settlement";
import { tradingHours } from "../../src/contracts/trading-hours";

const DATE = /^20\d\d-[01]\d-[0-3]\d$/;

describe("price limits", () => {
  it("stop the market at falls of 7, 13 and 20% (NYSE rule 7.12)", () => {
    expect(MARKET_WIDE.levels.map(({ fall }) => fall)).toEqual(["0.07", "0.13", "0.20"]);
    expect(MARKET_WIDE.levels.map(({ halt }) => halt.startsWith("15 minutes"))).toEqual([true, true, false]);
    expect(MARKET_WIDE.checkedOn).toMatch(DATE);
  });

  it("hold CME's US index futures within 7% overnight (CME FAQ of 2020-09-22; 5% before)", () => {
    const overnight = CME_US_INDEX.limits[0];
    expect(overnight).toMatchObject({ from: "17:00", to: "08:30", up: ["0.07"], down: ["0.07"] });
    expect(CME_US_INDEX.before).toBe("until 2020 the overnight limit was 5%");
    expect(CME_US_INDEX.dynamicBreaker.move).toBe("0.035");
  });

  it("follow each other without a gap from 17:00 to 16:00, and have no upper limit in share trading hours", () => {
    const { limits } = CME_US_INDEX;
    for (const [i, { from }] of limits.slice(1).entries()) expect(from).toBe(limits[i]?.to);
    expect([limits[0].from, limits.at(-1)?.to]).toEqual(["17:00", "16:00"]);
    expect(limits.map(({ up }) => up.length)).toEqual([1, 0, 0, 1]);
    expect(limits.map(({ down }) => down.join())).toEqual(["0.07", "0.07,0.13,0.20", "0.20", "0.07"]);
  });
});

describe("trading hours", () => {
  it("are 23 hours a day, 115 a week, for the US index futures", () => {
    for (const code of ["ES", "MYM", "MMC"]) {
      expect(tradingHours(requireContract(code))).toMatchObject({
        timeZone: "America/New_York",
        since: null,
      });
      expect(tradingHours(requireContract(code))?.hours).toMatch(/23 hours a day, 115 a week$/);
    }
  });

  it("have no end for perpetuals, and since May 2026 for CME's coins", () => {
    expect(tradingHours(requireContract("XBTUSD"))?.hours).toBe("all day, all week");
    for (const code of ["BTC", "BFF"]) expect(tradingHours(requireContract(code))?.since).toBe("2026-05-29");
  });

  it("are not known of every contract", () => {
    for (const code of ["FESX", "HSI", "NKD", "QSOL"])
      expect(tradingHours(requireContract(code))).toBeUndefined();
    for (const each of CONTRACTS) expect(tradingHours(each)?.checkedOn ?? "2026-11-20").toMatch(DATE);
  });
});

describe("settlement", () => {
  it("is told, with a source, for every expiry rule of the catalogue", () => {
    for (const { expiryRule } of CONTRACTS) {
      if (expiryRule === null) continue;
      const { lastTrade, price, source, checkedOn } = SETTLEMENT[expiryRule];
      expect(lastTrade).toMatch(/\d\d:\d\d/);
      for (const text of [price, source]) expect(text).not.toBe("");
      expect(checkedOn).toMatch(DATE);
    }
  });

  it("of the US index futures is the special opening quotation, not the index at 09:30", () => {
    expect(SETTLEMENT["us-equity"].price).toMatch(/^special opening quotation/);
  });
});

describe("funding", () => {
  it("is told, with a source, for every venue of a perpetual", () => {
    const venues = new Set(
      CONTRACTS.filter(({ cycle }) => cycle === "perpetual").map(({ exchange }) => exchange),
    );
    expect(Object.keys(FUNDING).sort()).toEqual([...venues].sort());
    for (const terms of Object.values(FUNDING)) {
      expect(terms?.intervalHours).toBe(8);
      expect(terms?.times).not.toBe("");
      expect(terms?.source).not.toBe("");
      expect(terms?.asOf ?? "2026-11-20").toMatch(DATE);
    }
  });

  it("is paid at other hours on BitMEX, and continuously on Deribit", () => {
    expect(FUNDING["BitMEX"]?.times).toBe("04:00, 12:00, 20:00");
    expect(FUNDING["Bybit"]?.times).toBe("00:00, 08:00, 16:00");
    expect(FUNDING["Deribit"]?.times).toMatch(/^continuously/);
  });
});
