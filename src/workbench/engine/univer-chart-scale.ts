/** A value axis: from a round number to a round number in round steps. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

/** An axis around the values, with about `count` ticks; it holds 0 when `fromZero`. */
export function scaleFor(values: readonly number[], count: number, fromZero: boolean): Scale {
  const low = Math.min(...values, ...(fromZero ? [0] : []));
  const high = Math.max(...values, ...(fromZero ? [0] : []));
  if (!Number.isFinite(low) || !Number.isFinite(high)) return { min: 0, max: 1, ticks: [0, 1] };
  const step = roundStep((high - low || Math.abs(high) || 1) / count);
  const min = Math.floor(low / step) * step;
  const max = Math.ceil(high / step) * step || min + step;
  const ticks = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, i) =>
    roundTo(min + i * step, step),
  );
  return { min, max: min === max ? min + step : max, ticks };
}

/** 1, 2 or 5 times a power of ten, not less than `rough`. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return factor * power;
}

/** Repeated addition leaves dust such as 0.30000000000000004. */
function roundTo(value: number, step: number): number {
  const digits = Math.max(0, -Math.floor(Math.log10(step)) + 1);
  return Number(value.toFixed(Math.min(digits, 20)));
}
