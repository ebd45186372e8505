import type { CellValue, ChartRecord } from "./engine";
import { cellText } from "./number-text";
import { scaleFor } from "./univer-chart-scale";

/** A series with the values its cells hold now. */
export interface PlottedSeries {
  readonly name: string;
  readonly color: string;
  readonly values: readonly CellValue[];
  readonly categories: readonly CellValue[];
}

const COLORS = ["#1F3864", "#C55A11", "#548235", "#7F6000", "#7030A0"];
const INK = "#404040";
const GRID = "#D9D9D9";
const TEXT = 11;

/** A chart as Excel would draw it, roughly: title, axes, legend, lines or columns. */
export function UniverChart({ record, series }: { record: ChartRecord; series: readonly PlottedSeries[] }) {
  const { width, height } = record;
  const drawn = series.map((one, i) => ({ ...one, color: one.color || (COLORS[i % COLORS.length] ?? INK) }));
  const box = {
    left: record.valueTitle ? 84 : 66,
    right: width - 18,
    top: record.title ? 38 : 16,
    bottom: height - 28 - (record.categoryTitle ? 18 : 0) - (record.legend === "None" ? 0 : 22),
  };
  const isScatter = record.type.startsWith("XYScatter");
  const isColumn = record.type === "ColumnClustered" || record.type === "BarClustered";
  const y = scaleFor(
    drawn.flatMap(({ values }) => values.filter(isNumber)),
    6,
    isColumn,
  );
  const toY = (value: number) => box.bottom - ((value - y.min) / (y.max - y.min)) * (box.bottom - box.top);
  const categories = drawn[0]?.categories ?? [];
  const count = Math.max(1, ...drawn.map(({ values }) => values.length));
  const x = scaleFor(isScatter ? categories.filter(isNumber) : [0, count], 8, false);
  const slot = (box.right - box.left) / count;
  const toX = (index: number) => {
    const category = categories[index];
    if (!isScatter || !isNumber(category)) return box.left + (index + 0.5) * slot;
    return box.left + ((category - x.min) / (x.max - x.min)) * (box.right - box.left);
  };
  const zero = Math.min(box.bottom, Math.max(box.top, toY(0)));
  const labels = isScatter
    ? x.ticks.map((tick) => ({
        at: box.left + ((tick - x.min) / (x.max - x.min)) * (box.right - box.left),
        text: cellText(tick, record.categoryFormat || "General"),
      }))
    : Array.from({ length: count }, (_, i) => ({
        at: toX(i),
        text: cellText(categories[i] ?? i + 1, record.categoryFormat || "General"),
      }));
  const every = Math.ceil((labels.length * 46) / (box.right - box.left));

  return (
    <svg
      role="img"
      aria-label={inWords(record, drawn)}
      data-chart={record.name}
      viewBox={`0 0 ${width} ${height}`}
      style={{ width: "100%", height: "100%", background: "#fff", font: `${TEXT}px "Segoe UI", sans-serif` }}
    >
      <rect x={0.5} y={0.5} width={width - 1} height={height - 1} fill="#fff" stroke={GRID} />
      <text x={width / 2} y={24} textAnchor="middle" fontSize={14} fontWeight={600} fill={INK}>
        {record.title}
      </text>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <line x1={box.left} x2={box.right} y1={toY(tick)} y2={toY(tick)} stroke={GRID} />
          <text x={box.left - 6} y={toY(tick) + 4} textAnchor="end" fill={INK}>
            {cellText(tick, record.valueFormat || "#,##0")}
          </text>
        </g>
      ))}
      <line x1={box.left} x2={box.right} y1={zero} y2={zero} stroke={INK} />
      {labels.map(({ at, text }, i) =>
        i % every === 0 ? (
          <text key={i} x={at} y={box.bottom + 16} textAnchor="middle" fill={INK}>
            {text}
          </text>
        ) : null,
      )}
      {drawn.map((one, i) =>
        isColumn ? (
          <Columns
            key={one.name}
            series={one}
            index={i}
            of={drawn.length}
            slot={slot}
            left={box.left}
            zero={zero}
            toY={toY}
          />
        ) : (
          <Line
            key={one.name}
            series={one}
            toX={toX}
            toY={toY}
            markers={!record.type.includes("NoMarkers") && record.type !== "Line"}
          />
        ),
      )}
      {record.categoryTitle && (
        <text x={(box.left + box.right) / 2} y={box.bottom + 34} textAnchor="middle" fill={INK}>
          {record.categoryTitle}
        </text>
      )}
      {record.valueTitle && (
        <text
          transform={`translate(14 ${(box.top + box.bottom) / 2}) rotate(-90)`}
          textAnchor="middle"
          fill={INK}
        >
          {record.valueTitle}
        </text>
      )}
      {record.legend !== "None" && <Legend series={drawn} width={width} y={height - 10} />}
    </svg>
  );
}

interface ColumnsProps {
  readonly series: PlottedSeries;
  readonly index: number;
  readonly of: number;
  readonly slot: number;
  readonly left: number;
  readonly zero: number;
  readonly toY: (value: number) => number;
}

function Columns({ series, index, of, slot, left, zero, toY }: ColumnsProps) {
  const width = (slot * 0.7) / of;
  return series.values.map((value, i) => {
    if (!isNumber(value)) return null;
    const top = Math.min(zero, toY(value));
    return (
      <rect
        key={i}
        data-value={value}
        x={left + i * slot + slot * 0.15 + index * width}
        y={top}
        width={width}
        height={Math.abs(toY(value) - zero)}
        fill={series.color}
      />
    );
  });
}

interface LineProps {
  readonly series: PlottedSeries;
  readonly toX: (index: number) => number;
  readonly toY: (value: number) => number;
  readonly markers: boolean;
}

function Line({ series, toX, toY, markers }: LineProps) {
  const points = series.values.flatMap((value, i) =>
    isNumber(value) ? [{ x: toX(i), y: toY(value), value }] : [],
  );
  return (
    <g>
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(" ")}
        fill="none"
        stroke={series.color}
        strokeWidth={2.25}
        strokeLinejoin="round"
      />
      {points.map(({ x, y, value }, i) => (
        <circle key={i} data-value={value} cx={x} cy={y} r={markers ? 3.5 : 0} fill={series.color} />
      ))}
    </g>
  );
}

function Legend({ series, width, y }: { series: readonly PlottedSeries[]; width: number; y: number }) {
  const widths = series.map(({ name }) => 34 + name.length * 6.2);
  const total = widths.reduce((sum, one) => sum + one, 0);
  return series.map(({ name, color }, i) => {
    const x = (width - total) / 2 + widths.slice(0, i).reduce((sum, one) => sum + one, 0);
    return (
      <g key={name}>
        <line x1={x} x2={x + 20} y1={y - 4} y2={y - 4} stroke={color} strokeWidth={3} />
        <text x={x + 25} y={y} fill={INK}>
          {name}
        </text>
      </g>
    );
  });
}

/** What a screen reader says: the title, and where each series starts and ends. */
function inWords(record: ChartRecord, series: readonly PlottedSeries[]): string {
  const format = record.valueFormat || "#,##0";
  const ranges = series.map(({ name, values }) => {
    const numbers = values.filter(isNumber);
    const [first, last] = [numbers[0], numbers.at(-1)];
    if (first === undefined || last === undefined) return `${name}: no numbers`;
    return `${name} from ${cellText(first, format)} to ${cellText(last, format)}`;
  });
  return [`Chart: ${record.title || record.name}`, ...ranges].join(". ");
}

function isNumber(value: CellValue | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
