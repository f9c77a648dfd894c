import { measureItemWords, measureOutcomeWords } from '@tokimori/contract/plan-words';
import { dayOfMonth, hm, monthName } from '@tokimori/wording/format';
import { Empty } from '../app/states.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';
import { SettleMeasure } from './settle-measure.tsx';
import type { CarriedMeasure, PlanView } from './views.ts';
import { WriteMeasures } from './write-measures.tsx';

/** Measures of the last report that go into the plan. */
export function PlanMeasures({ view }: { readonly view: PlanView }) {
  const [first] = view.measures;
  return (
    <Section
      title="この計画に入れる対策"
      aside={first === undefined ? undefined : `${monthName(first.month)}分の長時間勤務防止対策報告書から`}
    >
      {first === undefined ? (
        <Empty>この6か月に、長時間勤務防止対策報告書の対策はありません。</Empty>
      ) : (
        <DataTable caption="報告書の対策" stack>
          <thead>
            <tr>
              <th scope="col">項目</th>
              <th scope="col">実施</th>
              <th scope="col">内容、または実施できない理由</th>
            </tr>
          </thead>
          <tbody>
            {view.measures.map((each) => (
              <tr key={`${each.group} ${each.item}`}>
                <th scope="row">{nameOf(each)}</th>
                <td data-label="実施">{each.feasible ? '実施できる' : '実施できない'}</td>
                <td data-label={each.feasible ? '内容' : '理由'}>{each.words}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {view.may.measures && <WriteMeasures view={view} />}
    </Section>
  );
}

const nameOf = ({ group, item }: CarriedMeasure): string =>
  `${group === '' ? '' : `${group} `}${measureItemWords[item]}`;

/** What became of the measures of earlier plans, with the hours before and after. */
export function MeasureEffects({ view }: { readonly view: PlanView }) {
  const past = view.past.filter(({ feasible }) => feasible);
  if (past.length === 0) return null;
  return (
    <Section title="前の計画の対策と、前後の時間">
      <p className="mt-2">
        対策を決めた月と、計画に入れた月の課の時間外勤務を並べています。時間の増減がその対策によるかどうかは、課で確かめてください。
      </p>
      <DataTable caption="前の計画の対策と、前後の課の時間外勤務(時:分)" stack>
        <thead>
          <tr>
            <th scope="col">対策</th>
            <th scope="col">結果</th>
            <th scope="col" className="number">
              前
            </th>
            <th scope="col" className="number">
              後
            </th>
            <th scope="col" className="no-print">
              <span className="sr-only">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {past.map((each) => (
            <tr key={`${each.month} ${each.group} ${each.item}`}>
              <th scope="row">
                {nameOf(each)}
                <span className="block font-400">{each.words}</span>
              </th>
              <td data-label="結果">
                {each.outcome === null ? 'まだ確かめていない' : measureOutcomeWords[each.outcome]}
                {each.outcomeNote !== '' && <span className="block">{each.outcomeNote}</span>}
              </td>
              <td data-label="前" className="number">
                <Hours month={each.month} minutes={each.before} until={each.sameDays} />
              </td>
              <td data-label="後" className="number">
                <Hours month={each.carriedIn} minutes={each.after} until={each.sameDays} />
              </td>
              <td className="no-print">{view.may.measures && <SettleMeasure view={view} measure={each} />}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}

function Hours({
  month,
  minutes,
  until,
}: {
  readonly month: string | null;
  readonly minutes: number | null;
  readonly until: string | null;
}) {
  if (month === null) return null;
  return (
    <>
      <span className="prose-small">{`${monthName(month)} `}</span>
      {minutes === null ? '不明' : hm(minutes)}
      {until !== null && <span className="prose-small block">{`${dayOfMonth(until).replace(/^.*月/, '')}まで`}</span>}
    </>
  );
}
