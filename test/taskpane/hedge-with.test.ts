import { assetKey, NOT_HEDGED } from "../../src/sheet/book/assets";
import { defaultPlan } from "../../src/sheet/plan/contract-choice";
import { previewHedge } from "../../src/sheet/hedge/preview-hedge";
import { contractFacts, contractTraits } from "../../src/taskpane/contract-options";
import { contractForm, formOf, keepTyped, type HedgeForm } from "../../src/taskpane/hedge-form";
import {
  addContract,
  chosenFor,
  followBook,
  hedgeAsset,
  removeContract,
  replaceContract,
  takenCodes,
  weighedAssets,
  withBookBeta,
  withEachCoin,
} from "../../src/taskpane/hedge-with";
import { forgetLostChoices, lostChoices } from "../../src/taskpane/lost-choices";
import { readForm } from "../../src/taskpane/read-form";
import { holdingsOf, TODAY } from "./equity-book";

const STOCKS = holdingsOf([
  { name: "KO", value: 2_000_000, beta: 0.5 },
  { name: "AAPL", value: 3_000_000, beta: 1.2 },
  { name: "Berkshire B", value: -400_000, beta: 0.9 },
  { name: "AAPL", value: 600_000, beta: 1.2 },
]);

function contract(code: string, price = "") {
  const form = contractForm(contractFacts(code, [], TODAY), contractTraits(code));
  return { ...form, boxes: { ...form.boxes, price } };
}

/** A form with these contracts, at these prices. */
function formWith(prices: Readonly<Record<string, string>>, holdings = STOCKS): HedgeForm {
  const form = formOf(defaultPlan(holdings, contractFacts("ES", [], TODAY), TODAY), contractTraits);
  return { ...form, contracts: Object.entries(prices).map(([code, price]) => contract(code, price)) };
}

function previewOf(form: HedgeForm, holdings = STOCKS) {
  const reading = readForm(form, holdings);
  if (!reading.ok) throw new Error([...reading.problems.values()].join(" "));
  return previewHedge(reading.plan);
}

function trades(form: HedgeForm, holdings = STOCKS) {
  return previewOf(form, holdings).groups.map(({ code, trade }) => `${trade} ${code}`);
}

const codes = ({ contracts }: HedgeForm) => contracts.map(({ facts }) => facts.code);

describe("weighedAssets", () => {
  it("adds up the rows of a name, and lists the largest first, short or long", () => {
    expect(weighedAssets(STOCKS).map(({ text, value }) => [text, value])).toEqual([
      ["AAPL", 3_600_000],
      ["KO", 2_000_000],
      ["Berkshire B", -400_000],
    ]);
  });
});

describe("contracts chosen by asset", () => {
  const both = formWith({ ES: "5000", NQ: "18000" });
  const chosen = hedgeAsset(both, "AAPL", "NQ");

  // By hand, ES 50 and NQ 20 USD a point: Apple 3,600,000 × 1.2 ÷ 360,000 = 12 NQ;
  // the others (2,000,000 × 0.5 − 400,000 × 0.9) ÷ 250,000 = 2.56, so 3 ES.
  it("come to a hedge of their own", () => {
    expect(chosenFor(chosen, "AAPL")).toBe("NQ");
    expect(chosenFor(chosen, "KO")).toBe("ES");
    expect(trades(chosen)).toEqual(["-3 ES", "-12 NQ"]);
  });

  // Without Coca-Cola −360,000 are left: 1.44 ES to buy.
  it("can leave an asset as it is", () => {
    expect(trades(hedgeAsset(chosen, "KO", NOT_HEDGED))).toEqual(["1 ES", "-12 NQ"]);
    expect(previewOf(hedgeAsset(chosen, "KO", NOT_HEDGED)).warnings.map(({ check }) => check)).not.toContain(
      "All holdings hedged",
    );
  });

  it("go along when their contract becomes another", () => {
    const moved = replaceContract(chosen, 1, contract("YM", "40000"));
    expect(codes(moved)).toEqual(["ES", "YM"]);
    expect(chosenFor(moved, "AAPL")).toBe("YM");
    const first = replaceContract(hedgeAsset(chosen, "KO", "ES"), 0, contract("RTY"));
    expect(["AAPL", "KO", assetKey("Berkshire B")].map((key) => chosenFor(first, key))).toEqual([
      "NQ",
      "RTY",
      "RTY",
    ]);
  });

  it("go back to the first contract when theirs is removed, and stay there when it comes back", () => {
    const removed = removeContract(chosen, 1);
    expect(codes(removed)).toEqual(["ES"]);
    expect(chosenFor(addContract(removed, contract("NQ", "18000")), "AAPL")).toBe("ES");
    // (4,320,000 + 640,000) ÷ 250,000 = 19.84
    expect(trades(removed)).toEqual(["-20 ES"]);
  });

  it("are shown again for the plan that they make", () => {
    const reading = readForm(chosen, STOCKS);
    expect(reading.ok && formOf(reading.plan, contractTraits).assetContracts).toEqual({ AAPL: "NQ" });
  });

  it("make no plan of assets that the book has not, or contracts that the hedge has not", () => {
    const stale = hedgeAsset(hedgeAsset(chosen, "GONE", "NQ"), "KO", "FDAX");
    const reading = readForm(stale, STOCKS);
    expect(reading.ok && reading.plan.assetContracts).toEqual({ AAPL: "NQ" });
  });
});

describe("choices whose holding is not in the book any more", () => {
  const both = formWith({ ES: "5000", NQ: "18000" });
  const chosen = hedgeAsset(
    hedgeAsset(hedgeAsset(both, "AAPL", "NQ"), assetKey("Berkshire B"), NOT_HEDGED),
    "KO",
    "ES",
  );
  const renamed = holdingsOf([
    { name: "Coca-Cola", value: 2_000_000, beta: 0.5 },
    { name: "Apple Inc.", value: 3_600_000, beta: 1.2 },
    { name: "Berkshire Hathaway B", value: -400_000, beta: 0.9 },
  ]);

  it("are named as the book had them; the first contract is none", () => {
    const read = followBook(chosen, renamed);
    expect(lostChoices(read, renamed).map(({ name, code }) => [name, code])).toEqual([
      ["AAPL", "NQ"],
      ["Berkshire B", NOT_HEDGED],
    ]);
    expect(lostChoices(chosen, STOCKS)).toEqual([]);
  });

  it("are found again when the holding comes back, and can be forgotten", () => {
    const read = followBook(followBook(chosen, renamed), STOCKS);
    expect(lostChoices(read, STOCKS)).toEqual([]);
    expect(chosenFor(read, "AAPL")).toBe("NQ");
    const forgotten = forgetLostChoices(followBook(chosen, renamed), renamed);
    expect(lostChoices(forgotten, renamed)).toEqual([]);
    expect(chosenFor(forgotten, "AAPL")).toBe("ES");
  });

  it("are told by their key where only an earlier hedge sheet knew the name", () => {
    const opened = { ...chosen, assetNames: {} };
    expect(lostChoices(opened, renamed).map(({ name }) => name)).toEqual(["AAPL", "BERKSHIREB…"]);
  });

  it("are not of contracts that the hedge does not have", () => {
    expect(lostChoices(hedgeAsset(both, "GONE", "FDAX"), STOCKS)).toEqual([]);
  });
});

describe("orders in the preview", () => {
  // 31,800 of ether at 3,000 are 10.6 coins; Binance trades steps of 0.001.
  it("are spelled as in the headline, with the decimals of the lot", () => {
    const book = holdingsOf([{ name: "ETH", value: 31_800, beta: 1 }]);
    const { headline, groups } = previewOf(formWith({ ETHUSDT: "3000" }, book), book);
    expect(groups.map(({ orders }) => orders)).toEqual([["sell 10.600 ETHUSDT"]]);
    expect(headline).toBe("Sell 10.600 ETHUSDT: beta 1.00 → 0.00");
  });
});

describe("takenCodes", () => {
  it("takes what other contracts are, and what is for their remainder", () => {
    const form = formWith({ ES: "5000", NQ: "18000" });
    const [es, nq] = form.contracts;
    if (!es || !nq) throw new Error("no contracts");
    const withMicros = { ...form, contracts: [{ ...es, useSmaller: true }, nq] };
    expect([...takenCodes(withMicros, 1)]).toEqual([
      ["ES", "already in this hedge"],
      ["MES", "already for the remainder of ES"],
    ]);
    expect([...takenCodes(withMicros, 0).keys()]).toEqual(["NQ"]);
  });

  it("lets no remainder go into a contract that is in the hedge itself", () => {
    const form = formWith({ ES: "5000", MES: "5000" });
    const [es, mes] = form.contracts;
    if (!es || !mes) throw new Error("no contracts");
    expect(trades({ ...form, contracts: [{ ...es, useSmaller: true }, mes] })).toEqual(["-20 ES", "0 MES"]);
  });
});

describe("keepTyped", () => {
  const typed = hedgeAsset(formWith({ ES: "5000", NQ: "18000" }), "AAPL", "NQ");

  it("keeps contracts, prices and choices for other cells", () => {
    expect(keepTyped(typed, formWith({ ES: "" }), STOCKS)).toEqual(typed);
  });

  it("lets a book with the column name its contracts, with the prices typed for them", () => {
    const book = holdingsOf([{ name: "AAPL", hedgeWith: "NQ" }]);
    const kept = keepTyped(typed, formWith({ NQ: "", YM: "" }), book);
    expect(kept.contracts.map(({ facts, boxes }) => [facts.code, boxes.price])).toEqual([
      ["NQ", "18000"],
      ["YM", ""],
    ]);
  });

  it("does not hedge coins with what was chosen for shares", () => {
    const book = holdingsOf([{ name: "BTC", value: 1 }]);
    expect(codes(keepTyped(typed, formWith({ BTCUSDT: "" }), book))).toEqual(["BTCUSDT"]);
  });
});

describe("each coin with its own perpetual", () => {
  // The coins of the workbench: 5 BTC at 60,000, 50 ETH at 4,000, 400 SOL at 150, with betas to Bitcoin; and Cardano,
  // on which the catalogue has no perpetual.
  const COINS = holdingsOf([
    { name: "BTC", value: 300_000, beta: 1 },
    { name: "ETH", value: 200_000, beta: 1.2 },
    { name: "SOL", value: 60_000, beta: 1.6 },
    { name: "ADA", value: 20_000, beta: 1.5 },
  ]);
  const newContract = (code: string) =>
    withBookBeta(contract(code, { ETHUSDT: "4000", SOLUSDT: "150" }[code] ?? ""), COINS);
  const form = formWith({ BTCUSDT: "60000" }, COINS);

  it("adds the perpetuals, and hedges as many coins as are held", () => {
    const each = withEachCoin(form, COINS, newContract);
    if (!each) throw new Error("nothing to change");
    expect(codes(each)).toEqual(["BTCUSDT", "ETHUSDT", "SOLUSDT"]);
    // Cardano goes by its beta to Bitcoin: 20,000 × 1.5 ÷ 60,000 = 0.5.
    expect(trades(each, COINS)).toEqual(["-5.5 BTCUSDT", "-50 ETHUSDT", "-400 SOLUSDT"]);
    expect(previewOf(each, COINS).warnings.map(({ message }) => message)).not.toContainEqual(
      expect.stringMatching(/own contract/),
    );
  });

  it("is not offered where it changes nothing", () => {
    const each = withEachCoin(form, COINS, newContract);
    expect(each && withEachCoin(each, COINS, newContract)).toBeNull();
    expect(withEachCoin(formWith({ ES: "5000" }), STOCKS, newContract)).toBeNull();
  });

  it("leaves alone what is not to be hedged", () => {
    const each = withEachCoin(hedgeAsset(form, "SOL", NOT_HEDGED), COINS, newContract);
    expect(each && codes(each)).toEqual(["BTCUSDT", "ETHUSDT"]);
    expect(each && chosenFor(each, "SOL")).toBe(NOT_HEDGED);
  });

  it("warns of a coin with a contract on it and a beta to another", () => {
    const typed = addContract(form, contract("ETHUSDT", "4000"));
    const { warnings } = previewOf(hedgeAsset(typed, "ETH", "ETHUSDT"), COINS);
    expect(warnings.map(({ message }) => message)).toContainEqual(expect.stringMatching(/own contract/));
  });

  it("follows the book's betas when they are read again, but no beta that was typed", () => {
    const each = withEachCoin(form, COINS, newContract);
    if (!each) throw new Error("nothing to change");
    const typed = {
      ...each,
      contracts: each.contracts.map((one) =>
        one.facts.code === "SOLUSDT" ? { ...one, boxes: { ...one.boxes, futuresBeta: "1.7" } } : one,
      ),
    };
    const noBetas = { ...COINS, rows: COINS.rows.map((row) => ({ ...row, beta: null })) };
    const betas = (read: HedgeForm) => read.contracts.map(({ boxes }) => boxes.futuresBeta);
    expect(betas(typed)).toEqual(["1", "1.2", "1.7"]);
    expect(betas(followBook(typed, noBetas))).toEqual(["1", "1", "1.7"]);
    expect(betas(followBook(followBook(typed, noBetas), COINS))).toEqual(["1", "1.2", "1.7"]);
  });
});
