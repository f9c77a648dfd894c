import { axisMonth, hm } from '@tokimori/wording/format';
import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';
import type { HistoryView } from './views.ts';

const SPANS = [2, 3, 4, 5, 6] as const;

/** The charts' figures as a table: months across, averages down; 45 hours and more are bold. */
export function PersonTable({ view }: { readonly view: HistoryView }) {
  const { months } = view;
  return (
    <Section title="数字の表" aside="グラフと同じ値(時:分)。太字は 45:00 を超えた月">
      <DataTable
        caption={`${view.person.name} 月ごとの時間外勤務と平均(時:分)`}
        minWidth={Math.max(30, months.length * 3.9)}
      >
        <thead>
          <tr>
            <th scope="col">月</th>
            {months.map((m, i) => (
              <th key={m.month} scope="col" className="number">
                {axisMonth(m.month, i === 0)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">時間外</th>
            {months.map((m) => (
              <td key={m.month} className={`number ${(m.overtime ?? 0) > 45 * 60 ? 'font-700' : ''}`}>
                {m.overtime === null ? '不明' : hm(m.overtime)}
              </td>
            ))}
          </tr>
          {months.some((m) => m.exceptional > 0) && (
            <tr>
              <th scope="row">うち特例</th>
              {months.map((m) => (
                <td key={m.month} className="number">
                  {m.exceptional > 0 ? hm(m.exceptional) : ''}
                </td>
              ))}
            </tr>
          )}
          {SPANS.map((span) => (
            <tr key={span}>
              <th scope="row" className="whitespace-nowrap">
                {span}か月平均
              </th>
              {months.map((m) => {
                const average = m.averages.find((a) => a.months === span)?.average ?? null;
                return (
                  <td
                    key={m.month}
                    className={`number ${m.department === 'externallyDriven' && (average ?? 0) > 80 * 60 ? 'font-700 text-red-900' : ''}`}
                  >
                    {average === null ? '' : hm(average)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
