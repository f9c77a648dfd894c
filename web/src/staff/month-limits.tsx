import { eraDate, hm } from '@tokimori/wording/format';
import { paths } from '../app/paths.ts';
import { Anchor } from '../components/button.tsx';
import { departmentWords } from '../wording/words.ts';
import { forecastBasis } from './forecast-words.tsx';
import { LimitGauge } from './limit-gauge.tsx';
import type { StaffMonthView } from './views.ts';

/** The limits of the month: the one reached first large, at most three others beside it. */
export function MonthLimits({ view, staff }: { readonly view: StaffMonthView; readonly staff: string }) {
  const { standing, person } = view;
  if (standing === null) {
    return (
      <section className="card" aria-labelledby="limits">
        <h2 id="limits" className="text-[1.25rem]">
          在庁時間
        </h2>
        <p>上限はありません(管理監督職員)。割振りを超えた在庁は {hm(view.totals.beyond)} です。</p>
      </section>
    );
  }
  const [first, ...others] = standing.limits;
  const shown = others.slice(0, 3);
  return (
    <section className="card" aria-labelledby="limits">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 id="limits" className="text-[1.25rem]">
          上限まで あと何時間
        </h2>
        <p className="prose-small">
          {standing.article36 === null ? departmentWords[standing.department] : '36協定'}の上限が適用されます(
          {person.departmentName}
          {standing.departmentSince === null ? '' : `・${eraDate(standing.departmentSince)}から`})。
          <Anchor to={paths.why(staff, view.month)}>理由を見る</Anchor>
        </p>
      </div>
      {first === undefined && <p>この月に適用される上限はありません。</p>}
      <div className="mt-3 grid gap-x-8 gap-y-6 wide:grid-cols-2">
        {first !== undefined && (
          <LimitGauge limit={first} standing={standing} first size="large" note={forecastBasis(standing)} />
        )}
        {shown.map((limit) => (
          <LimitGauge
            key={limit.limit}
            limit={limit}
            standing={standing}
            note={
              limit.limit === 'annual' && limit.forecast !== null
                ? `今月の見込みまで入れると ${hm(limit.forecast)} です。`
                : undefined
            }
          />
        ))}
      </div>
      {others.length > shown.length && (
        <p className="prose-small mt-3">ほかの上限は、残りがこれより多くあります。「理由を見る」にすべて出ています。</p>
      )}
    </section>
  );
}
