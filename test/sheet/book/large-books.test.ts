import { detectColumns } from "../../../src/sheet/book/detect-columns";
import { readHoldings } from "../../../src/sheet/book/read-holdings";
import { selected } from "./selected-cells";

describe("a large book", () => {
  it("of 100,000 rows is read as one of two", () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => [`S${i}`, 10, 20, 200, 1]);
    const cells = selected([["Ticker", "Shares", "Price", "Market value", "Beta"], ...rows]);
    const holdings = readHoldings(cells, detectColumns(cells).choice);
    expect(holdings.rows).toHaveLength(100_000);
    expect(holdings.notes).toEqual([]);
  });
});
