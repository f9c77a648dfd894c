import { hm } from '@tokimori/wording/format';
import { line as d3line } from 'd3-shape';
import { useRef } from 'react';
import { CHART_LEFT, Grid } from './chart-grid.tsx';
import { hourScale } from './chart-scale.ts';
import { useWidth } from './use-width.ts';

type Mark = 'dot' | 'ring' | 'diamond' | 'square' | 'peak' | 'none';
export type ChartLine = {
  readonly name: string;
  /** Minutes by position on the x axis; null = not drawn. */
  readonly values: readonly (number | null)[];
  readonly style: 'solid' | 'dashed' | 'dotted' | 'grey';
  readonly colour?: 'blue' | 'black' | 'orange';
  readonly mark?: Mark;
  /** Only the last point is marked. */
  readonly markLast?: boolean;
  /** Written at the right end; the name when absent, nothing when empty. */
  readonly endLabel?: string;
  /** Puts the label of a line that stops midway under its end instead of above it. */
  readonly below?: boolean;
};
type Props = {
  readonly lines: readonly ChartLine[];
  readonly xNames: readonly string[];
  readonly limit?: { readonly minutes: number; readonly name: string };
  readonly sentence: string;
  readonly height?: number;
};

const RIGHT = 132;
const TOP = 16;
const BOTTOM = 26;
const inks = { blue: '#0017c1', black: '#000', orange: '#8b3200' } as const;
const dashes = { solid: undefined, dashed: '7 4', dotted: '2 4', grey: '7 3 2 3' } as const;

/** Moves labels of line ends apart so that none covers another. Pixels; answers in the order given. */
export function spreadLabels(wanted: readonly number[], gap = 16, lowest = Number.POSITIVE_INFINITY): number[] {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  let last = Number.NEGATIVE_INFINITY;
  for (const label of order) {
    label.y = Math.max(label.y, last + gap);
    last = label.y;
  }
  let below = lowest;
  for (const label of [...order].reverse()) {
    label.y = Math.min(label.y, below);
    below = label.y - gap;
  }
  const places = new Array<number>(wanted.length);
  for (const { y, i } of order) places[i] = y;
  return places;
}

function MarkAt({
  mark,
  x,
  y,
  ink,
}: {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly ink: string;
}) {
  if (mark === 'dot') return <circle cx={x} cy={y} r="3.5" fill={ink} />;
  if (mark === 'diamond')
    return (
      <path
        d={`M${x} ${y - 5}L${x + 5} ${y} ${x} ${y + 5} ${x - 5} ${y}z`}
        fill="#fff"
        stroke={ink}
        strokeWidth="1.5"
      />
    );
  if (mark === 'ring') return <circle cx={x} cy={y} r="4.5" fill="#fff" stroke={ink} strokeWidth="2" />;
  if (mark === 'peak') return <path d={`M${x} ${y - 6}L${x + 6} ${y + 5}H${x - 6}z`} fill={ink} />;
  return mark === 'square' ? (
    <rect x={x - 3.5} y={y - 3.5} width="7" height="7" fill="#fff" stroke={ink} strokeWidth="1.5" />
  ) : null;
}

const lastOf = (values: readonly (number | null)[]): number => values.findLastIndex((value) => value !== null);

/** Lines in hours from 0 with direct labels at their ends and the limit as a black line. The page holds the table. */
export function LineChart({ lines, xNames, limit, sentence, height = 240 }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const right = width < 500 ? 92 : RIGHT;
  const step = (width - CHART_LEFT - right) / Math.max(1, xNames.length - 1);
  const highest = Math.max(limit?.minutes ?? 0, ...lines.flatMap((l) => l.values.map((v) => v ?? 0))) * 1.05;
  const scale = hourScale(highest, height - BOTTOM, TOP);
  const x = (i: number) => CHART_LEFT + 6 + i * (step - 6 / Math.max(1, xNames.length));
  const labelled = lines
    .map((l) => ({ line: l, at: lastOf(l.values) }))
    .filter(({ line, at }) => at >= 0 && line.endLabel !== '');
  // A line that stops before the right edge carries its name where it stops.
  const ends = labelled.filter(({ at }) => at === xNames.length - 1);
  const midway = labelled.filter(({ at }) => at < xNames.length - 1);
  const places = spreadLabels(
    ends.map(({ line, at }) => scale.y(line.values[at] ?? 0) + 4),
    16,
    height - BOTTOM,
  );
  const every = step < 14 ? 4 : step < 36 ? 2 : 1;
  return (
    <div ref={frame} className="mt-3">
      <svg className="drawing block" width={width} height={height} role="img" aria-label={sentence}>
        <Grid scale={scale} width={width - right} />
        {xNames.map((name, i) =>
          i % every !== 0 ? null : (
            <text key={x(i)} x={x(i)} y={height - 8} textAnchor="middle" fontSize="13">
              {name}
            </text>
          ),
        )}
        {limit !== undefined && (
          <g>
            <line
              x1={CHART_LEFT}
              x2={width - right}
              y1={scale.y(limit.minutes)}
              y2={scale.y(limit.minutes)}
              stroke="#000"
              strokeWidth="3"
            />
            <text x={CHART_LEFT + 4} y={scale.y(limit.minutes) - 8} fontSize="13" fontWeight="700">
              {limit.name} {hm(limit.minutes)}
            </text>
          </g>
        )}
        {lines.map((l) => {
          const ink = l.style === 'grey' ? '#666' : inks[l.colour ?? 'black'];
          const points = l.values.map((v, i) => [x(i), v] as const);
          const path = d3line<readonly [number, number | null]>()
            .defined(([, v]) => v !== null)
            .x(([px]) => px)
            .y(([, v]) => scale.y(v ?? 0))(points);
          return (
            <g key={l.name}>
              <path
                d={path ?? ''}
                fill="none"
                stroke={ink}
                strokeWidth={l.style === 'solid' ? 3 : 1.75}
                strokeDasharray={dashes[l.style]}
              />
              {points.map(([px, v], i) =>
                v === null || (l.markLast === true && i !== lastOf(l.values)) ? null : (
                  <MarkAt key={px} mark={l.mark ?? 'none'} x={px} y={scale.y(v)} ink={ink} />
                ),
              )}
            </g>
          );
        })}
        {midway.map(({ line: l, at }) => (
          <text
            key={l.name}
            x={x(at)}
            y={scale.y(l.values[at] ?? 0) + (l.below ? 42 : -12)}
            textAnchor={l.below ? 'end' : 'start'}
            fontSize="13"
            fontWeight="700"
            paintOrder="stroke"
            stroke="#fff"
            strokeWidth="4"
            fill={inks[l.colour ?? 'black']}
          >
            {l.endLabel ?? l.name}
          </text>
        ))}
        {ends.map(({ line: l }, i) => (
          <text
            key={l.name}
            x={width - right + 10}
            y={places[i]}
            fontSize="13"
            fontWeight={l.style === 'solid' ? 700 : 400}
            fill={l.colour === 'orange' ? inks.orange : '#000'}
          >
            {l.endLabel ?? l.name}
          </text>
        ))}
      </svg>
    </div>
  );
}
