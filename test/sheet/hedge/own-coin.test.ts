import { assetKey } from "../../../src/sheet/book/assets";
import { previewHedge } from "../../../src/sheet/hedge/preview-hedge";
import { buildWorksheet } from "../../../src/sheet/page/build-worksheet";
import { contractChoice, defaultPlan } from "../../../src/sheet/plan/contract-choice";
import type { HedgePlan } from "../../../src/sheet/plan/plan";
import { bookOf } from "../books";
import { calculate } from "../evaluate";

const CHECK = "Betas are to the contract";
const TODAY = 46_347;
const ether = contractChoice("ETHUSDT", { price: 3000 });
const bitcoin = contractChoice("BTCUSDT", { price: 60_000 });

/** What pane and sheet say of a holding of 90,000 with this beta, hedged with the first contract or as chosen. */
function said(
  name: string,
  beta: number,
  contracts = [ether],
  assetContracts: HedgePlan["assetContracts"] = {},
) {
  const [first = ether] = contracts;
  const { holdings, book } = bookOf([{ name, value: 90_000, beta }]);
  const plan = { ...defaultPlan(holdings, first, TODAY), contracts, assetContracts };
  const sheet = calculate(book, buildWorksheet(plan, { version: "1.0.0", today: TODAY }));
  try {
    const cells = sheet.cells();
    const rows = cells.filter(({ column, value }) => column === 0 && value === CHECK).map(({ row }) => row);
    const [status] = cells.filter(
      ({ row, column, value }) =>
        rows.includes(row) && column === 1 && ["OK", "CHECK"].includes(String(value)),
    );
    const warns = previewHedge(plan).warnings.some(({ check }) => check === CHECK);
    return { pane: warns ? "CHECK" : "OK", sheet: status?.value };
  } finally {
    sheet.close();
  }
}

// 30 ether at 3,000, with a beta of 1.2 to Bitcoin: as a beta to ether's perpetual it would sell 36.
describe("a coin hedged with a contract on it", () => {
  it.each(["ETH", "eth", "Ether", "Ethereum", " ethereum ", "ETH  "])("is known by the name %j", (name) => {
    expect(said(name, 1.2)).toEqual({ pane: "CHECK", sheet: "CHECK" });
    expect(said(name, 1)).toEqual({ pane: "OK", sheet: "OK" });
  });

  it.each(["Cardano", "Ethereum Classic", "ETH2", "AAPL"])("is not %j", (name) => {
    expect(said(name, 1.2)).toEqual({ pane: "OK", sheet: "OK" });
  });

  it("is known by a name with blanks around it where contracts are chosen asset by asset", () => {
    const both = [bitcoin, ether];
    const chosen = { [assetKey(" Ethereum")]: "ETHUSDT" };
    expect(said(" Ethereum", 1.2, both, chosen)).toEqual({ pane: "CHECK", sheet: "CHECK" });
    expect(said(" Ethereum", 1.2, both)).toEqual({ pane: "OK", sheet: "OK" });
  });
});
