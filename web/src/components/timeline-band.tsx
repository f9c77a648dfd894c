import type { DayView } from '@tokimori/contract/values';
import { hm, span } from '@tokimori/wording/format';
import { AXIS_FROM, AXIS_UNTIL, axisPercent, type BandPiece, lanesOf } from './band-geometry.ts';
import { patterns } from './patterns.tsx';

type BandProps = {
  readonly day: DayView;
  /** End of the axis in minutes: 24:00, or 30:00 for lists that hold a night. */
  readonly until?: number;
  /** Where the clock stands on this duty date; draws the red line. */
  readonly now?: number;
  readonly tall?: boolean;
};

/** What the band shows, in one sentence. */
export function bandSentence(day: DayView): string {
  const parts: string[] = [];
  if (day.allotment !== null) parts.push(`割振り ${span(day.allotment.from, day.allotment.until)}`);
  if (day.firstIn !== null || day.lastOut !== null)
    parts.push(
      `在庁 ${day.firstIn === null ? 'なし' : hm(day.firstIn)}–${day.lastOut === null ? (day.state === 'open' ? '' : 'なし') : hm(day.lastOut)}`,
    );
  if (day.pcFirst !== null) parts.push(`PC ${span(day.pcFirst, day.pcLast)}`);
  for (const s of day.spans) parts.push(`時間外${s.state === 'requested' ? '(申請中)' : ''} ${span(s.from, s.until)}`);
  if (day.discrepancy > 0) parts.push(`差異 ${hm(day.discrepancy)}`);
  return parts.length === 0 ? '記録はありません。' : `${parts.join('、')}。`;
}

/** Lanes of one duty date on a fixed axis: allotment and ordered overtime, presence, PC. Ordered and present never merge. */
export function TimelineBand({ day, until = AXIS_UNTIL, now, tall = false }: BandProps) {
  const lanes = lanesOf(day, now);
  const top = tall ? 24 : 12;
  const x = (minute: number) => `${axisPercent(minute, until)}%`;
  const box = ({ from, until: to }: BandPiece) => ({
    x: x(from),
    width: `${Math.max(0.4, axisPercent(to, until) - axisPercent(from, until))}%`,
  });
  const height = tall ? 54 : 28;
  return (
    <svg
      className="drawing block overflow-visible bg-transparent"
      width="100%"
      height={height}
      role="img"
      aria-label={bandSentence(day)}
    >
      {ticks(until).map((minute) => (
        <line key={minute} x1={x(minute)} x2={x(minute)} y1="0" y2={height} stroke="#e6e6e6" />
      ))}
      {lanes.allotment !== null && (
        <rect {...box(lanes.allotment)} y="1" height={top - 1} fill="#e6e6e6" stroke="#767676" />
      )}
      {lanes.breaks.map((b) => (
        <rect key={b.from} {...box(b)} y="1.5" height={top - 2} fill="#fff" />
      ))}
      {lanes.overtime.map((o) => (
        <rect
          key={`${o.from}-${o.state}`}
          {...box(o)}
          y="1"
          height={top - 1}
          fill={o.state === 'requested' ? patterns.requested : o.exceptional ? patterns.exceptional : '#0017c1'}
          stroke={o.exceptional ? '#5109ad' : '#0017c1'}
          strokeDasharray={o.state === 'requested' ? '3 2' : undefined}
        />
      ))}
      {lanes.presence !== null && (
        <rect {...box(lanes.presence)} y={top + (tall ? 6 : 3)} height={tall ? 8 : 5} fill="#333" />
      )}
      {lanes.guessed !== null && (
        <rect {...box(lanes.guessed)} y={top + 3} height="6" fill="#fff" stroke="#333" strokeDasharray="3 2" />
      )}
      {lanes.discrepancy !== null && (
        <rect
          {...box(lanes.discrepancy)}
          y={top + (tall ? 6 : 1)}
          height="8"
          fill={patterns.discrepancy}
          stroke="#8b3200"
        />
      )}
      {lanes.pc !== null && (
        <line
          x1={x(lanes.pc.from)}
          x2={x(lanes.pc.until)}
          y1={height - 4}
          y2={height - 4}
          stroke="#006173"
          strokeWidth="3"
          strokeDasharray="3 2.5"
        />
      )}
      {now !== undefined && <line x1={x(now)} x2={x(now)} y1="-2" y2={height + 1} stroke="#ce0000" strokeWidth="2" />}
    </svg>
  );
}

function ticks(until: number): number[] {
  const all: number[] = [];
  for (let minute = AXIS_FROM; minute <= until; minute += 180) all.push(minute);
  return all;
}

/** Hours of the axis, above bands of the same width. */
export function BandAxis({ until = AXIS_UNTIL }: { readonly until?: number }) {
  return (
    <div className="relative h-5 text-[0.75rem] font-400 leading-160" aria-hidden="true">
      {ticks(until).map((minute, i, all) => (
        <span
          key={minute}
          className={`absolute whitespace-nowrap ${i === 0 ? '' : i === all.length - 1 ? '-translate-x-full' : '-translate-x-1/2'}`}
          style={{ left: `${axisPercent(minute, until)}%` }}
        >
          {minute / 60}
        </span>
      ))}
    </div>
  );
}

type LegendItem = 'allotment' | 'overtime' | 'presence' | 'pc' | 'discrepancy' | 'missing' | 'requested';
const legend: Readonly<Record<LegendItem, { readonly word: string; readonly mark: React.ReactNode }>> = {
  allotment: {
    word: '割振り(休憩は白)',
    mark: <rect x=".5" y="3" width="25" height="10" fill="#e6e6e6" stroke="#767676" />,
  },
  overtime: { word: '時間外(命令)', mark: <rect y="3" width="26" height="10" fill="#0017c1" /> },
  requested: {
    word: '申請中',
    mark: <rect x=".5" y="3" width="25" height="10" fill={patterns.requested} stroke="#0017c1" strokeDasharray="3 2" />,
  },
  presence: { word: '在庁(打刻)', mark: <rect y="5.5" width="26" height="5" fill="#333" /> },
  pc: {
    word: 'PC',
    mark: <line x1="0" x2="26" y1="8" y2="8" stroke="#006173" strokeWidth="3" strokeDasharray="3 2.5" />,
  },
  discrepancy: {
    word: '差異(30分超)',
    mark: <rect x=".5" y="3" width="25" height="10" fill={patterns.discrepancy} stroke="#8b3200" />,
  },
  missing: {
    word: '打刻のないところ',
    mark: <rect x=".5" y="5" width="25" height="6" fill="#fff" stroke="#333" strokeDasharray="3 2" />,
  },
};

/** Legend of the bands, above them. */
export function BandLegend({
  items,
  children,
}: {
  readonly items: readonly LegendItem[];
  readonly children?: React.ReactNode;
}) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-[0.875rem] leading-150">
      {items.map((item) => (
        <li key={item} className="flex items-center gap-1.5">
          <svg className="drawing" width="26" height="16" aria-hidden="true">
            {legend[item].mark}
          </svg>
          {legend[item].word}
        </li>
      ))}
      {children}
    </ul>
  );
}
