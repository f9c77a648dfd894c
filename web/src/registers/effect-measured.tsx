import { percent } from '@tokimori/wording/figures';
import { eraMonth, hm } from '@tokimori/wording/format';
import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';
import type { EffectView } from './views.ts';

const change = (before: number, after: number): string => {
  const difference = after - before;
  return `${difference > 0 ? '+' : difference < 0 ? '−' : ''}${hm(Math.abs(difference))}`;
};

/** What the section tells of the effect, and beside it how its overtime went: like months with like. */
export function Measured({ entry }: { readonly entry: EffectView }) {
  const { measured, reduction, rate } = entry;
  return (
    <Section title="効果と課の時間外勤務">
      <p className="mt-3 text-[1.125rem]">
        人の作業が1年間に <strong>{reduction < 0 ? `${hm(-reduction)} 増えます` : `${hm(reduction)} 減ります`}</strong>
        (人作業削減率 {percent(rate)})。
      </p>
      {measured === null ? (
        <p className="mt-2">使い始めてからの月が終わると、課の時間外勤務を前の年の同じ月と比べて、ここに表示します。</p>
      ) : (
        <>
          <DataTable caption="使い始める前と後の、課の時間外勤務(時:分)" stack>
            <thead>
              <tr>
                <th scope="col">{entry.section}の時間外勤務</th>
                <th scope="col" className="number">
                  前の年の同じ月
                </th>
                <th scope="col" className="number">
                  使い始めた後
                </th>
                <th scope="col" className="number">
                  増減
                </th>
              </tr>
            </thead>
            <tbody>
              {(
                [
                  [`${measured.months}か月の計`, 'overtime'],
                  ['1人1月当たり', 'perHead'],
                ] as const
              ).map(([name, key]) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  <td className="number" data-label="前の年の同じ月">
                    {hm(measured.before[key])}
                  </td>
                  <td className="number" data-label="使い始めた後">
                    {hm(measured.after[key])}
                  </td>
                  <td className="number font-700" data-label="増減">
                    {change(measured.before[key], measured.after[key])}
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
          <p className="prose-small mt-2">
            {eraMonth(measured.first)}からの{measured.months}
            か月を、前の年の同じ月と比べています。課の時間外勤務は、ほかの事情でも増減します。
          </p>
        </>
      )}
    </Section>
  );
}
