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
  const foreseen = forecastLine(view, first);
  const newest = lines.find((line) => line.style === 'solid');
  const value = newest?.values.findLast((v) => v !== null);
  const sentence =
    newest === undefined || value === undefined || value === null
      ? '平均を出せる月がまだありません。'
      : `先に届く${newest.name}は ${hm(value)}、${foreseen === undefined ? '' : `${foreseen.endLabel?.slice(1)}、`}上限は 80:00 です。`;
  return (
    <LineChart
      lines={foreseen === undefined ? lines : [...lines, foreseen]}
      xNames={months.map((m, i) => axisMonth(m.month, i === 0))}
      limit={{ minutes: LIMIT, name: '平均の上限' }}
      sentence={sentence}
    />
  );
}

/** From the month before to what the average first reached comes to at the end of the running month. */
function forecastLine({ months, standing }: HistoryView, span: number): ChartLine | undefined {
  const forecast = standing?.limits.find((limit) => averageMonths(limit.limit) === span)?.forecast ?? null;
  if (forecast === null) return undefined;
  const mean = Math.round(forecast / span);
  const last = months.length - 1;
  const before = months[last - 1]?.averages.find((a) => a.months === span)?.average ?? null;
  return {
    name: '見込み',
    values: months.map((_, i) => (i === last ? mean : i === last - 1 ? before : null)),
    style: 'dotted',
    colour: 'orange',
    mark: 'peak',
    markLast: true,
    endLabel: `▲見込み ${hm(mean)}`,
  };
}
