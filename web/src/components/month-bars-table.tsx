import { eraMonth, hm } from '@tokimori/wording/format';
import { DataTable } from './data-table.tsx';
import type { BarMonth } from './month-bars.tsx';

/** The figures of the bars. */
export function BarsTable({ months }: { readonly months: readonly BarMonth[] }) {
  return (
    <details className="mt-2">
      <summary className="link min-h-7 cursor-pointer">表で見る</summary>
      <DataTable caption="月ごとの時間外勤務(時:分)">
        <thead>
          <tr>
            <th scope="col">月</th>
            <th scope="col" className="number">
              時間外
            </th>
            <th scope="col" className="number">
              うち特例
            </th>
            <th scope="col" className="number">
              月の上限
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((m) => (
            <tr key={m.month}>
              <th scope="row" className="font-400!">
                {eraMonth(m.month)}
              </th>
              <td className="number">{m.overtime === null ? '不明' : hm(m.overtime)}</td>
              <td className="number">{m.exceptional > 0 ? hm(m.exceptional) : ''}</td>
              <td className="number">{m.monthlyCap === null ? 'なし' : hm(m.monthlyCap)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </details>
  );
}
