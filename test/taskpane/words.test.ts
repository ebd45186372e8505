import { count, exactCount, gain, leverage, money, ratio } from "../../src/taskpane/amounts";
import { areaInWords } from "../../src/taskpane/area-in-words";
import { readKept } from "../../src/taskpane/settings";

describe("amounts", () => {
  it.each([
    { shown: money(-8_000_000), as: "−8,000,000" },
    { shown: money(999.5), as: "999.50" },
    { shown: money(0), as: "0.00" },
    { shown: money(-0.001), as: "0.00" },
    { shown: gain(400_000), as: "+400,000" },
    { shown: gain(-650_000), as: "−650,000" },
    { shown: ratio(0.494), as: "0.494" },
    { shown: ratio(-0.0001), as: "0.000" },
    { shown: count(-2.5, 3), as: "−2.500" },
    { shown: count(-32, 0), as: "−32" },
    { shown: count(-0.0004, 3), as: "0.000" },
    { shown: exactCount(-2.478394), as: "−2.4784" },
    { shown: leverage(16.2337), as: "16.23×" },
  ])("shows $as", ({ shown, as }) => expect(shown).toBe(as));
});

describe("areaInWords", () => {
  it("names sheet and corners", () => {
    const row = [1, 2, 3];
    const cells = { types: [], numberFormats: [], hiddenRows: [], notes: [] };
    expect(areaInWords({ ...cells, sheet: "Book 1", row: 2, column: 25, values: [row, row] })).toBe(
      "Book 1!Z3:AB4",
    );
  });
});

describe("readKept", () => {
  it.each([
    { stored: null },
    { stored: "dark" },
    { stored: [1] },
    { stored: { theme: "<b>", welcomed: "yes", lastContract: "x".repeat(1000) } },
  ])("takes the defaults where storage holds $stored", ({ stored }) => {
    expect(readKept(stored)).toEqual({ theme: "auto", welcomed: false, lastContract: null });
  });

  it("reads what was kept", () => {
    const kept = { theme: "dark", welcomed: true, lastContract: "NQ" };
    expect(readKept(kept)).toEqual(kept);
  });
});
