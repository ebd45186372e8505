import type { Preview } from "../sheet/hedge/preview";

type Scenarios = Preview["scenarios"];

/** A picture of the ladder in its own coordinates: lines as SVG points, ticks with their words. */
export interface ScenarioChart {
  readonly width: number;
  readonly height: number;
  /** Where the lines begin and end. */
  readonly left: number;
  readonly right: number;
  /** Height of the line where nothing is won or lost. */
  readonly zero: number;
  readonly unhedged: string;
  readonly hedged: string;
  readonly moves: readonly { readonly x: number; readonly label: string }[];
  readonly amounts: readonly { readonly y: number; readonly label: string }[];
}

const FRAME = { width: 310, height: 132, left: 46, right: 8, top: 8, bottom: 22 } as const;

/** Where each line of the profit-and-loss chart goes; null where there is nothing to draw. */
export function scenarioChart(scenarios: Scenarios): ScenarioChart | null {
  const sorted = [...scenarios].sort((a, b) => a.move - b.move);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last || first.move === last.move) return null;
  const amounts = sorted.flatMap(({ unhedged, hedged }) => [unhedged, hedged]);
  if (!amounts.every(Number.isFinite)) return null;

  const ticks = roundTicks(Math.min(0, ...amounts), Math.max(0, ...amounts));
  const [bottom = 0, top = 0] = [ticks[0], ticks.at(-1)];
  const { width, height } = FRAME;
  const x = (move: number) =>
    FRAME.left + ((move - first.move) / (last.move - first.move)) * (width - FRAME.left - FRAME.right);
  const y = (amount: number) =>
    FRAME.top + ((top - amount) / (top - bottom)) * (height - FRAME.top - FRAME.bottom);
  const line = (of: "unhedged" | "hedged") =>
    sorted.map((scenario) => `${point(x(scenario.move))},${point(y(scenario[of]))}`).join(" ");

  return {
    width,
    height,
    left: FRAME.left,
    right: width - FRAME.right,
    zero: y(0),
    unhedged: line("unhedged"),
    hedged: line("hedged"),
    moves: (first.move < 0 && last.move > 0 ? [first.move, 0, last.move] : [first.move, last.move]).map(
      (move) => ({ x: x(move), label: signedPercent(move) }),
    ),
    amounts: ticks.map((amount) => ({ y: y(amount), label: shortAmount(amount) })),
  };
}

function point(coordinate: number): string {
  return String(Math.round(coordinate * 10) / 10);
}

/** Three to six round amounts from below `low` to above `high`, 0 among them. */
export function roundTicks(low: number, high: number): number[] {
  const span = high - low || 1;
  const power = 10 ** Math.floor(Math.log10(span / 3));
  const step = ([1, 2, 2.5, 5, 10].find((nice) => span / (nice * power) <= 4) ?? 10) * power;
  const from = Math.floor(low / step);
  const to = Math.max(from + 1, Math.ceil(high / step));
  return Array.from({ length: to - from + 1 }, (_, i) => (from + i) * step);
}

/** An amount that fits beside a chart: 2.5M, −250k, 12. */
export function shortAmount(amount: number): string {
  const size = Math.abs(amount);
  const [divisor, unit] =
    size >= 1e12
      ? [1e12, "T"]
      : size >= 1e9
        ? [1e9, "B"]
        : size >= 1e6
          ? [1e6, "M"]
          : size >= 1e3
            ? [1e3, "k"]
            : [1, ""];
  const digits = Number((size / divisor).toPrecision(3));
  return `${amount < 0 && digits !== 0 ? "−" : ""}${digits}${unit}`;
}

/** −5 %, +10 %, 0 %: with the sign, because it says which way the market went. */
export function signedPercent(share: number): string {
  const percent = Number((share * 100).toPrecision(12));
  return `${percent > 0 ? "+" : percent < 0 ? "−" : ""}${Math.abs(percent)} %`;
}
