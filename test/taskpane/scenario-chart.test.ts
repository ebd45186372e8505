import fc from "fast-check";
import { roundTicks, scenarioChart, shortAmount, signedPercent } from "../../src/taskpane/scenario-chart";

/** A book of 10 million with beta 1.30 hedged to 0.50. */
const hedged = [-0.3, -0.05, 0, 0.05, 0.3].map((move) => ({
  move,
  unhedged: 13_000_000 * move,
  futures: -8_000_000 * move,
  hedged: 5_000_000 * move,
}));

function points(line: string): { x: number; y: number }[] {
  return line.split(" ").map((point) => {
    const [x = NaN, y = NaN] = point.split(",").map(Number);
    return { x, y };
  });
}

describe("scenarioChart", () => {
  const chart = scenarioChart(hedged);
  if (!chart) throw new Error("nothing was drawn");

  it("draws both lines from the lowest move to the highest, through nothing won or lost at 0 %", () => {
    for (const line of [chart.unhedged, chart.hedged]) {
      const drawn = points(line);
      expect(drawn).toHaveLength(5);
      expect(drawn[0]?.x).toBe(chart.left);
      expect(drawn[4]?.x).toBe(chart.right);
      expect(drawn[2]?.y).toBeCloseTo(chart.zero, 1);
    }
  });

  it("draws a loss below the zero line and the hedged loss nearer to it", () => {
    const [unhedged, withHedge] = [points(chart.unhedged)[0], points(chart.hedged)[0]];
    expect(unhedged?.y).toBeGreaterThan(withHedge?.y ?? NaN);
    expect(withHedge?.y).toBeGreaterThan(chart.zero);
  });

  it("names the outer moves and the middle, and round amounts with 0 among them", () => {
    expect(chart.moves.map(({ label }) => label)).toEqual(["−30 %", "0 %", "+30 %"]);
    expect(chart.amounts.map(({ label }) => label)).toEqual(["−4M", "−2M", "0", "2M", "4M"]);
  });

  it("stays inside its frame, whatever the book", () => {
    const amount = fc.double({ noNaN: true, min: -1e15, max: 1e15 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ unhedged: amount, hedged: amount }), { minLength: 2, maxLength: 9 }),
        (book) => {
          const scenarios = book.map((amounts, i) => ({ move: i / 10 - 0.3, futures: 0, ...amounts }));
          const drawn = scenarioChart(scenarios);
          if (!drawn) throw new Error("nothing was drawn");
          for (const { x, y } of [...points(drawn.unhedged), ...points(drawn.hedged)]) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x).toBeLessThanOrEqual(drawn.width);
            expect(y).toBeGreaterThanOrEqual(0);
            expect(y).toBeLessThanOrEqual(drawn.height);
          }
        },
      ),
    );
  });

  it("draws nothing where there is nothing to draw", () => {
    expect(scenarioChart([])).toBeNull();
    expect(scenarioChart(hedged.slice(0, 1))).toBeNull();
    expect(scenarioChart([...hedged, { move: 0.4, unhedged: NaN, futures: 0, hedged: 0 }])).toBeNull();
  });
});

describe("roundTicks", () => {
  it("covers the range with at most seven round amounts", () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e12, max: 0 }),
        fc.double({ noNaN: true, min: 0, max: 1e12 }),
        (low, high) => {
          fc.pre(high - low > 1e-6);
          const ticks = roundTicks(low, high);
          const step = (ticks[1] ?? NaN) - (ticks[0] ?? NaN);
          expect(ticks.length).toBeLessThanOrEqual(7);
          expect(ticks[0]).toBeLessThanOrEqual(low + step * 1e-9);
          expect(ticks.at(-1)).toBeGreaterThanOrEqual(high - step * 1e-9);
          expect(ticks.some((tick) => Math.abs(tick) < step * 1e-9)).toBe(true);
        },
      ),
    );
  });
});

describe("words beside the chart", () => {
  it.each([
    { amount: 2_500_000, label: "2.5M" },
    { amount: -250_000, label: "−250k" },
    { amount: 12, label: "12" },
    { amount: 0, label: "0" },
    { amount: -0, label: "0" },
    { amount: 3e9, label: "3B" },
  ])("writes $amount as $label", ({ amount, label }) => expect(shortAmount(amount)).toBe(label));

  it.each([
    { move: -0.05, label: "−5 %" },
    { move: 0.1, label: "+10 %" },
    { move: 0.07, label: "+7 %" },
    { move: 0, label: "0 %" },
  ])("writes $move as $label", ({ move, label }) => expect(signedPercent(move)).toBe(label));
});
