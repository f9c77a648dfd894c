import type { HourScale } from './chart-scale.ts';

/** Room for the hours at the left of a chart; pixels. */
export const CHART_LEFT = 40;

/** Grid and hours of an axis from 0. */
export function Grid({ scale, width }: { readonly scale: HourScale; readonly width: number }) {
  return (
    <g>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={CHART_LEFT}
            x2={width}
            y1={scale.y(tick * 60)}
            y2={scale.y(tick * 60)}
            stroke={tick === 0 ? '#000' : '#e6e6e6'}
          />
          <text x={CHART_LEFT - 8} y={scale.y(tick * 60) + 4} textAnchor="end" fontSize="13">
            {tick}
          </text>
        </g>
      ))}
    </g>
  );
}
