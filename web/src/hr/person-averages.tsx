import { type ChartLine, LineChart } from '../components/line-chart.tsx';
import { axisMonth, hm } from '../wording/format.ts';
import { averageMonths } from '../wording/words.ts';
import type { HistoryView } from './views.ts';

const SPANS = [2, 3, 4, 5, 6] as const;
const LIMIT = 80 * 60;

/** Five averages; the one reached first is solid, the others dashed and grey; the limit is the black line. */
export function AverageLines({ view }: { readonly view: HistoryView }) {
  const { months, standing } = view;
  const first = standing?.limits.map((limit) => averageMonths(limit.limit)).find((span) => span !== undefined) ?? 2;
  const lines = SPANS.map((span): ChartLine => {
    const values = months.map((m) => m.averages.find((a) => a.months === span)?.average ?? null);
    const last = values.findLast((value) => value !== null) ?? null;
    const endLabel = last === null ? '' : `${span}か月 ${hm(last)}`;
    return span === first
      ? { name: `${span}か月平均`, values, style: 'solid', colour: 'black', mark: 'dot', endLabel }
      : { name: `${span}か月平均`, values, style: 'grey', endLabel };
  });
  const newest = lines.find((line) => line.style === 'solid');
  const value = newest?.values.findLast((v) => v !== null);
  const sentence =
    newest === undefined || value === undefined || value === null
      ? '平均を出せる月がまだありません。'
      : `先に届く${newest.name}は ${hm(value)}、上限は 80:00 です。`;
  return (
    <LineChart
      lines={lines}
      xNames={months.map((m, i) => axisMonth(m.month, i === 0))}
      limit={{ minutes: LIMIT, name: '平均の上限' }}
      sentence={sentence}
    />
  );
}
