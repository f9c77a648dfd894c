import { dayAndClock, eraMonth, hm } from '@tokimori/wording/format';
import type { Answer } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor } from '../components/button.tsx';
import { PageTitle, Section } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { planLabel } from './words.ts';

type Plan = Answer<NonNullable<(typeof routes.plansForUnion)['shape']>>['plans'][number];

/** 計画の承認: what was put before the 職員組合. */
export function UnionPage() {
  const view = useReading(routes.plansForUnion, {});
  return (
    <Shown query={view} title="計画の承認">
      {({ plans }) => {
        const waiting = plans.filter(({ state }) => state === 'agreedByHead');
        const past = plans.filter(({ state }) => state !== 'agreedByHead');
        return (
          <>
            <PageTitle>計画の承認</PageTitle>
            <p>所属長が承認した時間外勤務実施計画書です。内容を確かめて承認するか、理由を付けて差し戻します。</p>
            <Section title="承認待ち" aside={`${waiting.length}件`}>
              {waiting.length === 0 ? <Empty>承認を待つ計画書はありません。</Empty> : <List plans={waiting} />}
            </Section>
            {past.length > 0 && (
              <Section title="承認したもの">
                <List plans={past} />
              </Section>
            )}
          </>
        );
      }}
    </Shown>
  );
}

function List({ plans }: { readonly plans: readonly Plan[] }) {
  return (
    <ul>
      {plans.map((plan) => (
        <li
          key={`${plan.department} ${plan.month}`}
          className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-solid-gray-200 py-4"
        >
          <StatusLabel label={planLabel(plan.state, false)} />
          <Anchor to={paths.unionPlan(plan.department, plan.month)} strong>
            {`${plan.path} ${eraMonth(plan.month)}分`}
          </Anchor>
          <span>{`計画 ${hm(plan.planned)}(${plan.people}人)`}</span>
          <span className="prose-small">{`${plan.headName} が ${dayAndClock(plan.headAt)} に承認`}</span>
        </li>
      ))}
    </ul>
  );
}
