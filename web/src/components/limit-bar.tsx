import { hm } from '@tokimori/wording/format';
import {
  type LimitFigures,
  listScaleOf,
  type Segment,
  type SegmentKind,
  scaleOf,
  segmentsOf,
} from './limit-geometry.ts';
import { patterns } from './patterns.tsx';

const fills: Readonly<Record<SegmentKind, { fill: string; stroke?: string; strokeDasharray?: string }>> = {
  worked: { fill: '#0017c1' },
  exceptional: { fill: patterns.exceptional, stroke: '#5109ad' },
  ordered: { fill: patterns.ordered, stroke: '#0017c1' },
  requested: { fill: patterns.requested, stroke: '#0017c1' },
  over: { fill: patterns.over, stroke: '#ce0000' },
  forecast: { fill: 'none', stroke: '#8b3200', strokeDasharray: '6 3' },
};

function Piece({ segment, top, height }: { readonly segment: Segment; readonly top: number; readonly height: number }) {
  const inset = segment.kind === 'forecast' ? 3 : 0;
  return (
    <rect
      x={`${segment.from}%`}
      width={`${segment.until - segment.from}%`}
      y={top + inset}
      height={height - 2 * inset}
      strokeWidth={segment.kind === 'forecast' ? 2 : 1}
      {...fills[segment.kind]}
    />
  );
}

export type LimitBarProps = LimitFigures & {
  /** 市の目安, drawn dotted. */
  readonly guideline?: number | null;
  readonly limitLabel?: string;
  /** Words below at the right; 「いま 40:40 → 見込み 52:53」 when absent. */
  readonly reading?: React.ReactNode;
  /** Name of the limit for the sentence: 月の上限. */
  readonly name: string;
  readonly scale?: number;
};

/** One sentence that says what the bar shows. */
export function limitSentence(name: string, f: LimitFigures): string {
  const sum = f.worked + (f.ordered ?? 0) + (f.requested ?? 0);
  const parts = [`${name}${f.limit === null ? '' : ` ${hm(f.limit)}`} に対し ${hm(sum)}`];
  if (f.exceptional) parts.push(`うち特例業務 ${hm(f.exceptional)}`);
  if (f.ordered) parts.push(`うち命令済み(先の日) ${hm(f.ordered)}`);
  if (f.requested) parts.push(`うち申請 ${hm(f.requested)}`);
  if (f.forecast !== undefined && f.forecast !== null) parts.push(`見込み ${hm(f.forecast)}`);
  return `${parts.join('、')}。`;
}

const labelPlace = (percent: number, width: string): React.CSSProperties => ({
  left: `clamp(0px, ${percent}%, calc(100% - ${width}))`,
});

/** Gauge of one limit: grey track from 0:00, what was worked, what may come, and the limit as a black line. */
export function LimitBar({ guideline, limitLabel, reading, name, scale: given, ...figures }: LimitBarProps) {
  const scale = given ?? scaleOf(figures);
  const at = (minutes: number) => Math.min(100, (minutes / scale) * 100);
  const sum = figures.worked + (figures.ordered ?? 0) + (figures.requested ?? 0);
  const goesOver = figures.limit !== null && (figures.forecast ?? 0) > figures.limit;
  const label = limitLabel ?? (figures.limit === null ? '' : `上限 ${hm(figures.limit)}`);
  const showGuideline = guideline !== undefined && guideline !== null && guideline !== figures.limit;
  return (
    <div className="text-[0.875rem] leading-150">
      <div className="relative h-6 font-700" aria-hidden="true">
        {showGuideline && (
          <span className="absolute whitespace-nowrap font-400" style={{ right: `${100 - at(guideline)}%` }}>
            市の目安 {hm(guideline)}
          </span>
        )}
        {figures.limit !== null && (
          <span
            className={`absolute whitespace-nowrap ${showGuideline ? '' : '-translate-x-1/2'}`}
            style={
              showGuideline
                ? labelPlace(at(figures.limit), '5.5em')
                : { left: `min(${at(figures.limit)}%, calc(100% - 2.75em))` }
            }
          >
            {label}
          </span>
        )}
      </div>
      <svg
        className="drawing block overflow-visible"
        width="100%"
        height="32"
        role="img"
        aria-label={limitSentence(name, figures)}
      >
        <rect x="0" y="6" width="100%" height="20" fill="#f2f2f2" />
        <rect x="0" y="25" width="100%" height="1" fill="#949494" />
        {segmentsOf(figures, scale).map((segment) => (
          <Piece key={`${segment.kind}-${segment.from}`} segment={segment} top={6} height={20} />
        ))}
        {showGuideline && (
          <line
            x1={`${at(guideline)}%`}
            x2={`${at(guideline)}%`}
            y1="-2"
            y2="29"
            stroke="#000"
            strokeWidth="2"
            strokeDasharray="2 2"
          />
        )}
        {figures.limit !== null && (
          <line
            x1={`${at(figures.limit)}%`}
            x2={`${at(figures.limit)}%`}
            y1="0"
            y2="32"
            stroke="#000"
            strokeWidth="3"
          />
        )}
      </svg>
      <div className="flex flex-wrap justify-between gap-x-3" aria-hidden={reading === undefined}>
        <span>0:00</span>
        {reading ?? (
          <span className="font-700">
            いま {hm(sum)}
            {figures.forecast !== undefined && figures.forecast !== null && (
              <span className={goesOver ? 'text-orange-1000' : 'font-400'}> → 見込み {hm(figures.forecast)}</span>
            )}
          </span>
        )}
      </div>
    </div>
  );
}

type MiniProps = LimitFigures & {
  readonly name: string;
  /** One axis for all rows, where each row has its own limit; else the limit lies at the same place in every row. */
  readonly scale?: number;
  /** A dotted line beside the limit, such as 45:00 in a department with another limit. */
  readonly dotted?: number | null;
};

/** Bar of a list row, 14 px high. The row carries the figures. */
export function MiniLimitBar({ name, scale: given, dotted, ...figures }: MiniProps) {
  const scale = given ?? (figures.limit === null ? scaleOf(figures) : listScaleOf(figures.limit));
  const at = (minutes: number) => `${Math.min(100, (minutes / scale) * 100)}%`;
  return (
    <svg className="drawing block" width="100%" height="20" role="img" aria-label={limitSentence(name, figures)}>
      <rect x="0" y="3" width="100%" height="14" fill="#f2f2f2" />
      <rect x="0" y="16" width="100%" height="1" fill="#949494" />
      {segmentsOf(figures, scale).map((segment) => (
        <Piece key={`${segment.kind}-${segment.from}`} segment={segment} top={3} height={14} />
      ))}
      {dotted !== undefined && dotted !== null && (
        <line x1={at(dotted)} x2={at(dotted)} y1="0" y2="20" stroke="#000" strokeWidth="2" strokeDasharray="2 2" />
      )}
      {figures.limit !== null && (
        <line x1={at(figures.limit)} x2={at(figures.limit)} y1="0" y2="20" stroke="#000" strokeWidth="3" />
      )}
    </svg>
  );
}
