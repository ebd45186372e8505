import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { previewHedge } from "../../../src/sheet/hedge/preview-hedge";
import { buildWorksheet } from "../../../src/sheet/page/build-worksheet";
import type { Inputs } from "../../../src/sheet/plan/read-plan";
import { bookFromRecord, planFromRecord } from "../../../src/sheet/plan/record";
import { bookOf } from "../books";

/**
 * Records of every shape that was ever written, each as its sheet kept it, with what the input cells held. They are
 * never changed: sheets like them are in people's workbooks. A new shape gets a file of its own.
 */
const FOLDER = join(__dirname, "records");

interface SavedRecord {
  readonly about: string;
  readonly book: keyof typeof BOOKS;
  readonly record: unknown;
  readonly cells: Inputs;
  /** By hand, below. */
  readonly orders: Readonly<Record<string, number>>;
}

/**
 * Equities of beta 1.1 and 1.6, to come to 0.5. With ES at 5,000 × $50 for both:
 * (0.5 − 1.3) × 10,000,000 ÷ 250,000 = −32. Asset by asset: (0.5 − 1.1) × 6,000,000 ÷ 250,000 = −14.4 ES, which are −14
 * and −4 Micros, of which −4 ES are held; (0.5 − 1.6) × 4,000,000 ÷ (20,000 × $20) = −11 NQ. Coins: 80 % of 300,000 in
 * contracts of $100 are −2,400.
 */
const BOOKS = {
  equities: bookOf([
    { name: "AAPL", value: 6_000_000, beta: 1.1 },
    { name: "NVDA", value: 4_000_000, beta: 1.6 },
  ]).holdings,
  coins: bookOf([{ name: "BTC", value: 300_000, beta: 1 }], "Coins").holdings,
};

describe.each(readdirSync(FOLDER))("the saved record %s", (file) => {
  const saved = JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as SavedRecord;
  const record = JSON.stringify(saved.record);
  const holdings = BOOKS[saved.book];

  it("says where its book is", () => {
    const { sheet, firstRow, lastRow, columns } = holdings;
    expect(bookFromRecord(record)).toEqual({ sheet, firstRow, lastRow, columns });
  });

  it("opens as the hedge that it was", () => {
    const plan = planFromRecord(record, saved.cells, holdings);
    const orders = previewHedge(plan).groups.flatMap(({ code, trade, smallerCode, tradeSmaller }) => [
      [code, trade] as const,
      ...(smallerCode === null ? [] : [[smallerCode, tradeSmaller] as const]),
    ]);
    expect(Object.fromEntries(orders)).toEqual(saved.orders);
    expect(() => buildWorksheet(plan, { version: "1.0.0", today: 46_000 })).not.toThrow();
  });
});

describe("a saved record of the first version", () => {
  it("keeps its limits where the sheet has no cell for them", () => {
    const { record } = JSON.parse(readFileSync(join(FOLDER, "1-limits.json"), "utf8")) as SavedRecord;
    expect(planFromRecord(JSON.stringify(record), {}, BOOKS.equities)).toMatchObject({
      cash: 250_000,
      tolerance: 0.1,
      staleDays: 30,
    });
    expect(planFromRecord(JSON.stringify(record), { StaleDays: 7 }, BOOKS.equities).staleDays).toBe(7);
  });
});
