import type { Preview } from "../../sheet/hedge/preview";
import { gain } from "../amounts";
import { scenarioChart, signedPercent } from "../scenario-chart";

/** Profit and loss over market moves: a picture, and the same numbers as a table. */
export function ScenarioPicture({ preview, unit }: { preview: Preview; unit: string }) {
  const chart = scenarioChart(preview.scenarios);
  return (
    <figure className="hs-figure">
      {chart && (
        <>
          <svg
            className="hs-chart"
            viewBox={`0 0 ${chart.width} ${chart.height}`}
            role="img"
            aria-label={
              `Profit and loss over market moves with and without the hedge, in ${unit}. ` +
              "The table below has the numbers."
            }
          >
            {chart.amounts.map(({ y, label }) => (
              <g key={y}>
                <line className="hs-chart-grid" x1={chart.left} x2={chart.right} y1={y} y2={y} />
                <text x={chart.left - 4} y={y + 4} textAnchor="end">
                  {label}
                </text>
              </g>
            ))}
            <line
              className="hs-chart-zero"
              x1={chart.left}
              x2={chart.right}
              y1={chart.zero}
              y2={chart.zero}
            />
            {chart.moves.map(({ x, label }, i) => (
              <text
                key={label}
                x={x}
                y={chart.height - 4}
                textAnchor={i === 0 ? "start" : i === chart.moves.length - 1 ? "end" : "middle"}
              >
                {label}
              </text>
            ))}
            <polyline className="hs-chart-unhedged" points={chart.unhedged} />
            <polyline className="hs-chart-hedged" points={chart.hedged} />
          </svg>
          <ul className="hs-legend" aria-hidden="true">
            <li>
              <svg viewBox="0 0 24 8">
                <line className="hs-chart-hedged" x1="0" x2="24" y1="4" y2="4" />
              </svg>
              Hedged
            </li>
            <li>
              <svg viewBox="0 0 24 8">
                <line className="hs-chart-unhedged" x1="0" x2="24" y1="4" y2="4" />
              </svg>
              Unhedged
            </li>
          </ul>
        </>
      )}
      <details className="hs-more">
        <summary>Profit and loss as a table</summary>
        <div className="hs-table-frame" tabIndex={0} role="group" aria-label="Profit and loss table">
          <table className="hs-table">
            <caption>Profit and loss in {unit}</caption>
            <thead>
              <tr>
                <th scope="col">Market</th>
                <th scope="col">Unhedged</th>
                <th scope="col">Futures</th>
                <th scope="col">Hedged</th>
              </tr>
            </thead>
            <tbody>
              {preview.scenarios.map(({ move, unhedged, futures, hedged }) => (
                <tr key={move}>
                  <th scope="row">{signedPercent(move)}</th>
                  <td>{gain(unhedged)}</td>
                  <td>{gain(futures)}</td>
                  <td>{gain(hedged)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
