import { fiscalYearName, hm } from '@tokimori/wording/format';
import { DataTable } from '../components/data-table.tsx';
import { type ChartLine, LineChart } from '../components/line-chart.tsx';
import { Section } from '../components/section.tsx';
import type { CityView } from './views.ts';

const MONTHS = Array.from({ length: 12 }, (_, i) => `${((i + 3) % 12) + 1}月`);
const styles = [
  { style: 'solid', colour: 'blue', mark: 'dot', below: true },
  { style: 'dashed', colour: 'black', mark: 'diamond' },
  { style: 'dotted', colour: 'black', mark: 'square' },
] as const;

const signs = { dot: '●', diamond: '◇', square: '□' } as const;

/** 1人当たりの推移: three fiscal years, the running month's forecast beside. */
export function Trend({ view }: { readonly view: CityView }) {
  const years = view.trend.toSorted((a, b) => b.fiscalYear - a.fiscalYear);
  const lines = years.flatMap((year, i): ChartLine[] => {
    const name = fiscalYearName(year.fiscalYear);
    const look = styles[i] ?? styles[2];
    const line: ChartLine = { name, values: year.perHead, endLabel: `${signs[look.mark]} ${name}`, ...look };
    const foreseen = year.forecast.findIndex((value) => value !== null);
    if (foreseen < 0) return [line];
    const values = year.forecast.map((value, at) => (at === foreseen - 1 ? (year.perHead[at] ?? null) : value));
    return [
      line,
      {
        name: `${name} 見込み`,
        values,
        style: 'dotted',
        colour: 'blue',
        mark: 'ring',
        markLast: true,
        endLabel: `${MONTHS[foreseen]}の見込み ${hm(year.forecast[foreseen] ?? 0)}`,
      },
    ];
  });
  const [newest] = years;
  const last = newest?.perHead.findLastIndex((value) => value !== null) ?? -1;
  const sentence =
    newest === undefined || last < 0
      ? '記録はありません。'
      : `${fiscalYearName(newest.fiscalYear)}の1人当たりは、${MONTHS[last]}に ${hm(newest.perHead[last] ?? 0)} です。`;
  return (
    <Section title="1人当たりの推移(月・時間)">
      <LineChart lines={lines} xNames={MONTHS} sentence={sentence} />
      <details className="mt-2">
        <summary className="link min-h-7 cursor-pointer">表で見る</summary>
        <DataTable caption="1人当たりの時間外勤務(時:分)" minWidth={48}>
          <thead>
            <tr>
              <th scope="col">年度</th>
              {MONTHS.map((month) => (
                <th key={month} scope="col" className="number">
                  {month}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year.fiscalYear}>
                <th scope="row">{fiscalYearName(year.fiscalYear)}</th>
                {MONTHS.map((month, i) => {
                  const value = year.perHead[i] ?? null;
                  return (
                    <td key={month} className="number">
                      {value === null ? '' : hm(value)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </DataTable>
      </details>
    </Section>
  );
}
