import { hm, monthName, shiftMonth } from '@tokimori/wording/format';
import { Section } from '../components/section.tsx';
import { LimitGauge } from '../staff/limit-gauge.tsx';
import { averageMonths, remainingWords } from '../wording/words.ts';
import type { HistoryView } from './views.ts';

type Standing = NonNullable<HistoryView['standing']>;
type Limit = Standing['limits'][number];

/** 残り時間: limits in order of slack. Averages that are far away are told in one line beneath. */
export function PersonLimits({ view, standing }: { readonly view: HistoryView; readonly standing: Standing }) {
  const drawn = standing.limits.filter((limit, i) => i === 0 || !isFarAverage(limit));
  const told = standing.limits.filter((limit) => !drawn.includes(limit));
  return (
    <Section title={`${monthName(standing.month)}の残り時間`} aside="あとが少ない順">
      {drawn.map((limit, i) => (
        <div key={limit.limit} className="border-b border-solid-gray-420 py-3">
          <LimitGauge limit={limit} standing={standing} first={i === 0} size="small" note={noteOf(limit, view)} />
        </div>
      ))}
      {told.length > 0 && (
        <p className="prose-small py-3">
          ほかの平均の残りは {told.map((limit) => `${shortName(limit)} ${toldAs(limit)}`).join('、')} です。
        </p>
      )}
    </Section>
  );
}

const isFarAverage = (limit: Limit): boolean => averageMonths(limit.limit) !== undefined && limit.state === 'fine';
const shortName = (limit: Limit): string => `${averageMonths(limit.limit)}か月`;
const toldAs = (limit: Limit): string => (limit.slack === null ? '判定できない' : remainingWords(limit.slack));

/** How an average becomes a bound of this month: what the months before leave of its sum. */
function noteOf(limit: Limit, { months, standing }: HistoryView): string | undefined {
  const span = averageMonths(limit.limit);
  if (span === undefined || standing === null || limit.monthBound === null || limit.cap === null) return undefined;
  const earlier = Array.from({ length: span - 1 }, (_, back) => shiftMonth(standing.month, back + 1 - span));
  const known = earlier.map((month) => months.find((m) => m.month === month)?.overtime ?? null);
  if (known.some((overtime) => overtime === null)) return undefined;
  const sum = known.reduce<number>((total, overtime) => total + (overtime ?? 0), 0);
  const names = earlier.map(monthName).join('・');
  return `${names}の ${hm(sum)} と合わせて ${hm(sum + limit.monthBound)} まで。${monthName(standing.month)}は ${hm(Math.max(0, limit.monthBound))} までです。`;
}
