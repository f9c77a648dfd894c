import { axisMonth, hm } from '@tokimori/wording/format';
import { DataTable } from '../components/data-table.tsx';
import { type ChartLine, LineChart } from '../components/line-chart.tsx';
import { averageMonths, remainingWords } from '../wording/words.ts';
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
  const binds = standing?.limits.some((limit) => averageMonths(limit.limit) !== undefined) ?? false;
  const foreseen = forecastLine(view, first);
  const newest = lines.find((line) => line.style === 'solid');
  const value = newest?.values.findLast((v) => v !== null);
  const sentence =
    newest === undefined || value === undefined || value === null
      ? '平均を出せる月がまだありません。'
      : binds
        ? `先に届く${newest.name}は ${hm(value)}、${foreseen === undefined ? '' : `${foreseen.endLabel}、`}上限は 80:00 です。`
        : `${newest.name}は ${hm(value)} です。この月に平均の上限は適用されません。`;
  return (
    <>
      <div className="hidden wide:block print:block">
        <LineChart
          lines={foreseen === undefined ? lines : [...lines, foreseen]}
          xNames={months.map((m, i) => axisMonth(m.month, i === 0))}
          {...(binds ? { limit: { minutes: LIMIT, name: '平均の上限' } } : {})}
          sentence={sentence}
        />
      </div>
      <AverageRows view={view} />
    </>
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
    endLabel: `見込み ${hm(mean)}`,
  };
}

/** The phone's averages: a row each, with what is left of this month under it. */
function AverageRows({ view: { months, standing } }: { readonly view: HistoryView }) {
  const running = months.at(-1);
  const binds = standing?.limits.some((limit) => averageMonths(limit.limit) !== undefined) ?? false;
  return (
    <div className="wide:hidden print:hidden">
      <DataTable caption={`2–6か月の平均(時:分)${binds ? '。上限は 80:00' : ''}`}>
        <thead>
          <tr>
            <th scope="col">期間</th>
            <th scope="col" className="number">
              平均
            </th>
            <th scope="col" className="number">
              見込み
            </th>
            <th scope="col" className="number">
              残り
            </th>
          </tr>
        </thead>
        <tbody>
          {SPANS.map((span) => {
            const limit = standing?.limits.find((each) => averageMonths(each.limit) === span);
            const average = running?.averages.find((a) => a.months === span)?.average ?? null;
            const mean = limit === undefined || limit.forecast === null ? null : Math.round(limit.forecast / span);
            return (
              <tr key={span}>
                <th scope="row">{span}か月</th>
                <td className="number">{average === null ? '' : hm(average)}</td>
                <td className={`number ${(mean ?? 0) > LIMIT ? 'font-700 text-orange-1000' : ''}`}>
                  {mean === null ? '' : `${mean > LIMIT ? '▲' : ''}${hm(mean)}`}
                </td>
                <td className="number font-700">
                  {limit === undefined || limit.slack === null ? '' : remainingWords(limit.slack)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
    </div>
  );
}
