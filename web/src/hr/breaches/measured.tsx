import { axisMonth, eraMonth, hm } from '@tokimori/wording/format';
import { DataTable } from '../../components/data-table.tsx';
import { type ChartLine, LineChart } from '../../components/line-chart.tsx';
import { Section } from '../../components/section.tsx';
import type { MeasuredView } from './views.ts';
import { effectSentences } from './words.ts';

type Props = {
  readonly title: string;
  readonly measured: MeasuredView;
  readonly from: string;
  readonly expected: number | null;
};

/** What changed after a measure began: the sentences first, then the months as a chart, with its table beneath. */
export function Measured({ title, measured, from, expected }: Props) {
  const sentences = effectSentences(measured, expected);
  const { months, after } = measured;
  const lines: ChartLine[] = [
    {
      name: '対象',
      values: months.map(({ perHead }) => perHead),
      style: 'solid',
      colour: 'blue',
      mark: 'dot',
      endLabel: '● 対象',
    },
    {
      name: 'ほかの職員',
      values: months.map(({ others }) => others),
      style: 'dashed',
      mark: 'diamond',
      endLabel: '◇ ほかの職員',
    },
  ];
  return (
    <Section title={title}>
      {sentences.map((sentence, at) => (
        <p key={sentence} className={at === 0 ? 'mt-3 font-700' : 'mt-1'}>
          {sentence}
        </p>
      ))}
      {months.length > 0 && (
        <>
          <h3 className="mt-4 text-[1rem]">{`月ごとの1人当たりの時間外勤務(時間)・取組は ${eraMonth(from)} から`}</h3>
          <LineChart
            lines={lines}
            xNames={months.map(({ month }, at) => axisMonth(month, at === 0))}
            sentence={`月ごとの1人当たりの時間外勤務。${sentences[0] ?? ''}`}
          />
          <details className="mt-2">
            <summary className="link min-h-7 cursor-pointer">表で見る</summary>
            <DataTable caption="月ごとの1人当たりの時間外勤務(時:分)" minWidth={34}>
              <thead>
                <tr>
                  <th scope="col">月</th>
                  <th scope="col" className="number">
                    人数
                  </th>
                  <th scope="col" className="number">
                    1人当たり
                  </th>
                  <th scope="col" className="number">
                    うち特例業務
                  </th>
                  <th scope="col" className="number">
                    ほかの職員
                  </th>
                </tr>
              </thead>
              <tbody>
                {months.map((row) => (
                  <tr key={row.month}>
                    <th scope="row">
                      {eraMonth(row.month)}
                      {after.includes(row.month) && ' ●'}
                    </th>
                    <td className="number">{row.headcount}</td>
                    <td className="number">{shown(row.perHead)}</td>
                    <td className="number">{shown(row.exceptional)}</td>
                    <td className="number">{shown(row.others)}</td>
                  </tr>
                ))}
              </tbody>
            </DataTable>
            <p className="prose-small mt-2">
              ●は、取組を始めてからの月です。上限のない管理職は入れていません。「ほかの職員」は、対象のほかの全員です。
            </p>
          </details>
        </>
      )}
    </Section>
  );
}

const shown = (minutes: number | null): string => (minutes === null ? '' : hm(minutes));
