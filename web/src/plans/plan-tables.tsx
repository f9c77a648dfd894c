import { dayOfMonth, eraDate, hm } from '@tokimori/wording/format';
import { Empty } from '../app/states.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';
import type { PlanView } from './views.ts';

/** Lines of a plan that is not being written. */
export function PlanLines({ view }: { readonly view: PlanView }) {
  if (view.lines.length === 0) return <Empty>時間外勤務を見込む職員はいません。</Empty>;
  return (
    <DataTable caption="職員と業務ごとの計画(時:分)" stack>
      <thead>
        <tr>
          <th scope="col">職員</th>
          <th scope="col">業務</th>
          <th scope="col" className="number">
            計画
          </th>
          <th scope="col">週ごと</th>
          <th scope="col">理由</th>
        </tr>
      </thead>
      <tbody>
        {view.lines.map((line) => (
          <tr key={`${line.staff} ${line.work}`}>
            <th scope="row">{line.name}</th>
            <td data-label="業務">{line.work}</td>
            <td data-label="計画" className="number">
              {hm(line.minutes)}
            </td>
            <td data-label="週ごと">
              {line.weeks
                ?.map((minutes, at) =>
                  minutes === 0 ? '' : `${dayOfMonth(view.weeks[at]?.from ?? '')}から ${hm(minutes)}`,
                )
                .filter(Boolean)
                .join('、')}
            </td>
            <td data-label="理由">{line.reason}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** Sums of the plan beside what was and what is expected. */
export function PlanSums({ view }: { readonly view: PlanView }) {
  const { sums } = view;
  const parts: readonly (readonly [string, number | null])[] = [
    // While it is written, the form tells the sum as it is typed.
    ['計画', view.may.draft ? null : sums.planned],
    ['前年同月', sums.lastYear],
    [view.month > view.running ? '今月の見込み' : '前の月', sums.before],
    [sums.through === null ? '実績' : `実績(${dayOfMonth(sums.through)}まで)`, sums.actual],
  ];
  return (
    <p className="mt-3">
      {parts.map(([name, minutes]) =>
        minutes === null ? null : (
          <span key={name} className="mr-5 inline-block">
            {name} <strong>{hm(minutes)}</strong>
          </span>
        ),
      )}
    </p>
  );
}

/** Planned and actual hours by person and week: those beyond the plan first. */
export function PlanActuals({ view }: { readonly view: PlanView }) {
  const { through } = view.sums;
  if (through === null) return null;
  const gap = ({ planned, actual }: PlanView['people'][number]) => (actual ?? 0) - planned;
  const people = view.people
    .filter(({ planned, actual }) => planned > 0 || (actual ?? 0) > 0)
    .toSorted((a, b) => gap(b) - gap(a));
  return (
    <Section title="計画と実績" aside={`${eraDate(through)}まで`}>
      <p className="mt-2">計画を超えた申請や命令も断られません。超えた人がいるときは、業務の分け方や応援を考えます。</p>
      <DataTable caption="職員ごとの計画と実績(時:分)" stack>
        <thead>
          <tr>
            <th scope="col">職員</th>
            <th scope="col" className="number">
              計画
            </th>
            <th scope="col" className="number">
              実績
            </th>
            <th scope="col">計画との差</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.staff}>
              <th scope="row">{person.name}</th>
              <td data-label="計画" className="number">
                {hm(person.planned)}
              </td>
              <td data-label="実績" className="number">
                {person.actual === null ? '' : hm(person.actual)}
              </td>
              <td data-label="計画との差">{person.actual === null ? '' : gapWords(gap(person))}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="prose-small mt-2">
        週ごとの実績:{' '}
        {view.weeks
          .map(({ from, actual }) => (actual === null ? '' : `${dayOfMonth(from)}から ${hm(actual)}`))
          .filter(Boolean)
          .join('、')}
      </p>
    </Section>
  );
}

/** 「計画を 4:10 超えた」「あと 3:20」. */
const gapWords = (minutes: number): string => (minutes > 0 ? `計画を ${hm(minutes)} 超えた` : `あと ${hm(-minutes)}`);
