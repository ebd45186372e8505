import { detectColumns } from "../../src/sheet/detect-columns";
import { selected } from "./selected-cells";

describe("detectColumns", () => {
  it("finds the columns of a plain holdings table", () => {
    const { choice, roles, missing } = detectColumns(
      selected([
        ["Ticker", "Shares", "Price", "Market value", "Beta", "Hedge with"],
        ["AAPL", 100, 200, 20000, 1.2, "ES"],
        ["NVDA", 10, 150, 1500, 1.8, "NQ"],
      ]),
    );
    expect(choice).toEqual({
      headerRow: 0,
      columns: { name: 0, quantity: 1, price: 2, value: 3, beta: 4, hedgeWith: 5 },
    });
    expect(roles.value.certainty).toBe("sure");
    expect(missing).toBeNull();
  });
});
