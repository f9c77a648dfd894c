import { axisMonth, eraMonth, hm } from '@tokimori/wording/format';
import { useRef } from 'react';
import { CHART_LEFT, Grid } from './chart-grid.tsx';
import { type CapStretch, capStretches, type HourScale, hourScale } from './chart-scale.ts';
import { MiniLimitBar } from './limit-bar.tsx';
import { BarsTable } from './month-bars-table.tsx';
import { patterns } from './patterns.tsx';
import { useWidth } from './use-width.ts';

export type BarMonth = {
  readonly month: string;
  readonly overtime: number | null;
  readonly exceptional: number;
  readonly monthlyCap: number | null;
  readonly department: 'selfDirected' | 'externallyDriven';
};
type Props = {
  readonly months: readonly BarMonth[];
  /** The month that is not over, with its forecast. */
  readonly running: string;
  readonly forecast: number | null;
  /** Words at the change of department: 「4月1日 市民税課から財政課へ異動」. */
  readonly transfers?: readonly { readonly month: string; readonly text: string }[];
  /** Leaves the table twin to the page that has its own. */
  readonly ownTable?: boolean;
};

const HEIGHT = 280;
const RIGHT = 104;
const TOP = 34;
const BOTTOM = 26;
const BASE = 45 * 60;

/** One sentence that says what the bars show. */
export function barsSentence(months: readonly BarMonth[]): string {
  const known = months.filter((m) => m.overtime !== null);
  const highest = known.reduce<BarMonth | undefined>(
    (best, m) => ((m.overtime ?? 0) > (best?.overtime ?? -1) ? m : best),
    undefined,
  );
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || highest === undefined) return '記録はありません。';
  return `${eraMonth(first.month)}から${eraMonth(last.month)}までの月ごとの時間外勤務。いちばん多いのは${eraMonth(highest.month)}の ${hm(highest.overtime ?? 0)}、${eraMonth(last.month)}は ${last.overtime === null ? '不明' : hm(last.overtime)}。`;
}

/** Months as bars; the limit is a step; phone: horizontal bars. A table stands beneath. */
export function MonthBars(props: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  if (props.months.length === 0)
    return <p className="py-4">月ごとの記録はまだありません。ひと月たつと、ここに出ます。</p>;
  return (
    <div ref={frame} className="mt-3">
      <div className="hidden wide:block print:block">
        <Bars {...props} width={width} />
      </div>
      <PhoneBars {...props} />
      {props.ownTable !== true && <BarsTable months={props.months} />}
    </div>
  );
}

/** The phone's bars: newest first, one axis for all, the limit of each month as its line. */
function PhoneBars({ months, running, forecast }: Props) {
  const shown = months.slice(-12).reverse();
  const scale = Math.max(forecast ?? 0, ...shown.map((m) => Math.max(m.overtime ?? 0, m.monthlyCap ?? 0))) * 1.1;
  return (
    <>
      <p className="prose-small wide:hidden print:hidden">12か月(太線=月の上限、点線=45:00、斜線=特例)</p>
      <ol className="wide:hidden print:hidden" aria-label="月ごとの時間外勤務">
        {shown.map((m) => (
          <li key={m.month} className="grid grid-cols-[4rem_minmax(0,1fr)_4rem] items-center gap-2 text-[0.875rem]">
            <span>{axisMonth(m.month, false)}</span>
            {m.overtime === null ? (
              <span>不明</span>
            ) : (
              <MiniLimitBar
                name="月の上限"
                worked={m.overtime}
                exceptional={m.exceptional}
                limit={m.monthlyCap}
                forecast={m.month === running ? forecast : null}
                scale={scale}
                dotted={m.monthlyCap !== null && m.monthlyCap > BASE ? BASE : null}
              />
            )}
            <strong className="text-right">{m.overtime === null ? '' : hm(m.overtime)}</strong>
          </li>
        ))}
      </ol>
    </>
  );
}

function Bars({ months, running, forecast, transfers = [], width }: Props & { readonly width: number }) {
  const step = (width - CHART_LEFT - RIGHT) / months.length;
  const highest = Math.max(forecast ?? 0, ...months.map((m) => Math.max(m.overtime ?? 0, m.monthlyCap ?? 0))) * 1.05;
  const scale = hourScale(highest, HEIGHT - BOTTOM, TOP);
  const x = (i: number) => CHART_LEFT + i * step;
  return (
    <svg className="drawing block" width={width} height={HEIGHT} role="img" aria-label={barsSentence(months)}>
      <Grid scale={scale} width={width - RIGHT} />
      {transfers.map(({ month, text }) => {
        const at = months.findIndex((m) => m.month === month);
        return at < 0 ? null : (
          <g key={month}>
            <line x1={x(at)} x2={x(at)} y1={12} y2={HEIGHT - BOTTOM} stroke="#000" strokeDasharray="5 4" />
            <text x={x(at) - 6} y={16} textAnchor={at > months.length / 3 ? 'end' : 'start'} fontSize="13">
              ▼ {text}
            </text>
          </g>
        );
      })}
      {months.map((m, i) => (
        <MonthBar
          key={m.month}
          month={m}
          x={x(i) + step * 0.16}
          width={step * 0.68}
          scale={scale}
          forecast={m.month === running ? forecast : null}
          first={i === 0}
        />
      ))}
      <CapLine
        stretches={capStretches(months.map((m) => ({ month: m.month, cap: m.monthlyCap })))}
        months={months}
        x={x}
        scale={scale}
        width={width}
      />
    </svg>
  );
}

function MonthBar({
  month: m,
  x,
  width,
  scale,
  forecast,
  first,
}: {
  readonly month: BarMonth;
  readonly x: number;
  readonly width: number;
  readonly scale: HourScale;
  readonly forecast: number | null;
  readonly first: boolean;
}) {
  const zero = scale.y(0);
  const middle = x + width / 2;
  const name = (
    <text x={middle} y={HEIGHT - 8} textAnchor="middle" fontSize="13">
      {axisMonth(m.month, first)}
    </text>
  );
  if (m.overtime === null) {
    return (
      <g>
        <rect x={x} y={TOP} width={width} height={zero - TOP} fill={patterns.holiday} />
        <text x={middle} y={(TOP + zero) / 2} textAnchor="middle" fontSize="13">
          不明
        </text>
        {name}
      </g>
    );
  }
  const top = scale.y(m.overtime);
  const plainTop = scale.y(m.overtime - m.exceptional);
  // The value goes inside, in white, when it would touch a line above the bar.
  const lines = [m.monthlyCap, m.department === 'externallyDriven' ? BASE : null].filter((cap) => cap !== null);
  const inside = m.exceptional === 0 && zero - top > 24 && lines.some((cap) => Math.abs(scale.y(cap) - (top - 9)) < 14);
  return (
    <g>
      {forecast !== null && forecast > m.overtime && (
        <>
          <rect
            x={x + 1}
            y={scale.y(forecast)}
            width={width - 2}
            height={top - scale.y(forecast)}
            fill="#fff"
            stroke="#8b3200"
            strokeWidth="2"
            strokeDasharray="5 3"
          />
          <text x={middle} y={scale.y(forecast) - 5} textAnchor="middle" fontSize="13" fontWeight="700" fill="#8b3200">
            ◇{hm(forecast)}
          </text>
        </>
      )}
      <rect x={x} y={plainTop} width={width} height={zero - plainTop} fill="#0017c1" />
      {m.exceptional > 0 && (
        <rect x={x} y={top} width={width} height={plainTop - top} fill={patterns.exceptional} stroke="#5109ad" />
      )}
      <text
        x={middle}
        y={inside || forecast !== null ? top + 16 : top - 5}
        textAnchor="middle"
        fontSize="13"
        fontWeight="700"
        fill={inside || forecast !== null ? '#fff' : '#000'}
      >
        {hm(m.overtime)}
      </text>
      {m.exceptional > 0 && (
        <text x={middle} y={top - 21} textAnchor="middle" fontSize="13" fontWeight="700" fill="#5109ad">
          特例 {hm(m.exceptional)}
        </text>
      )}
      {name}
    </g>
  );
}

function CapLine({
  stretches,
  months,
  x,
  scale,
  width,
}: {
  readonly stretches: readonly CapStretch[];
  readonly months: readonly BarMonth[];
  readonly x: (i: number) => number;
  readonly scale: HourScale;
  readonly width: number;
}) {
  const last = stretches.at(-1);
  const path = stretches
    .map(
      (s, i) =>
        `${i > 0 && stretches[i - 1]?.last === s.first - 1 ? 'L' : 'M'}${x(s.first)} ${scale.y(s.cap)}L${x(s.last + 1)} ${scale.y(s.cap)}`,
    )
    .join('');
  const driven = months.findIndex((m) => m.department === 'externallyDriven');
  const word = (s: CapStretch) => (s.cap >= 100 * 60 ? `${hm(s.cap)} 未満` : hm(s.cap));
  return (
    <g fontSize="13">
      <path d={path} fill="none" stroke="#000" strokeWidth="3" />
      {driven >= 0 && last !== undefined && last.cap > BASE && (
        <line
          x1={x(driven)}
          x2={width - RIGHT}
          y1={scale.y(BASE)}
          y2={scale.y(BASE)}
          stroke="#000"
          strokeWidth="2"
          strokeDasharray="2 4"
        />
      )}
      {stretches.slice(0, -1).map((s) => (
        <text
          key={s.first}
          x={x(s.first) + 4}
          y={scale.y(s.cap) - 8}
          fontWeight="700"
          paintOrder="stroke"
          stroke="#fff"
          strokeWidth="4"
        >
          月の上限 {hm(s.cap)}
        </text>
      ))}
      {last !== undefined && (
        <text x={width - RIGHT + 6} y={scale.y(last.cap) + 2} fontWeight="700">
          {word(last)}
          <tspan x={width - RIGHT + 6} dy="17" fontWeight="400">
            月の上限
          </tspan>
        </text>
      )}
      {driven >= 0 && last !== undefined && last.cap > BASE && (
        <text x={width - RIGHT + 6} y={scale.y(BASE) + 2} fontWeight="700">
          45:00
          <tspan x={width - RIGHT + 6} dy="17" fontWeight="400">
            超は6回まで
          </tspan>
        </text>
      )}
    </g>
  );
}
