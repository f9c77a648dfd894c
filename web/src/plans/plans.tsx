import { useParams } from '@tanstack/react-router';
import { count, dayOfMonth, eraDate, eraMonth, hm, shiftMonth } from '@tokimori/wording/format';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Shown } from '../app/states.tsx';
import { Anchor, ButtonLink } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Crumbs, PageTitle, Section } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { CloseShares } from './close-shares.tsx';
import type { PlansOfMonth } from './views.ts';
import { planLabel } from './words.ts';

/** 実施計画書の一覧: where the plans of all sections stand, who went beyond, and 終礼 by section. */
export function PlansPage() {
  const params: { month?: string } = useParams({ strict: false });
  const running = calendarOf(useMe()).month;
  const month = params.month ?? shiftMonth(running, 1);
  const view = useReading(routes.plansOfMonth, { params: { month } });
  return (
    <Shown query={view} title="実施計画書の一覧">
      {(data) => (
        <>
          <Crumbs>
            <Anchor to={paths.measures}>縮減の対策</Anchor>
          </Crumbs>
          <PageTitle
            facts={`${eraMonth(data.month)}分・${eraDate(data.today)} 現在`}
            actions={
              <>
                <ButtonLink size="small" to={paths.plansOf(shiftMonth(data.month, -1))}>
                  前の月
                </ButtonLink>
                {data.month <= running && (
                  <ButtonLink size="small" to={paths.plansOf(shiftMonth(data.month, 1))}>
                    次の月
                  </ButtonLink>
                )}
                <ButtonLink size="small" to={paths.support}>
                  応援
                </ButtonLink>
              </>
            }
          >
            実施計画書の一覧
          </PageTitle>
          <Counts view={data} />
          <Sections view={data} />
          <Beyond view={data} />
          {data.month <= running ? <CloseShares month={data.month} /> : <CloseShares month={running} />}
        </>
      )}
    </Shown>
  );
}

function Counts({ view }: { readonly view: PlansOfMonth }) {
  const { sections } = view;
  const late = sections.filter((each) => each.late).length;
  const waiting = sections.filter(({ state }) => state === 'agreedByUnion').length;
  const received = sections.filter(({ state }) => state === 'received').length;
  return (
    <p>
      期限を過ぎた課 <strong>{count(late)}</strong>・受取り待ち <strong>{count(waiting)}</strong>・受取り済み{' '}
      <strong>{count(received)}</strong>(全{count(sections.length)}課)
    </p>
  );
}

function Sections({ view }: { readonly view: PlansOfMonth }) {
  return (
    <Section title="課ごとの計画" aside="期限を過ぎた課、受取り待ち、途中、受取り済みの順">
      <DataTable caption={`${eraMonth(view.month)}分の計画と実績(時:分)`} stack>
        <thead>
          <tr>
            <th scope="col">課</th>
            <th scope="col">状態</th>
            <th scope="col">期限</th>
            <th scope="col" className="number">
              計画
            </th>
            <th scope="col" className="number">
              {view.through === null ? '実績' : `実績(${dayOfMonth(view.through)}まで)`}
            </th>
            <th scope="col" className="number">
              前年同月
            </th>
          </tr>
        </thead>
        <tbody>
          {view.sections.map((each) => (
            <tr key={each.department}>
              <th scope="row">
                <Anchor to={paths.plan(each.department, view.month)}>{each.name}</Anchor>
                <span className="prose-small block">{each.bureau}</span>
              </th>
              <td>
                <StatusLabel label={planLabel(each.state, each.late)} />
              </td>
              <td data-label="期限">{dayOfMonth(each.dueOn)}</td>
              <td data-label="計画" className="number">
                {each.planned === null ? '' : hm(each.planned)}
              </td>
              <td data-label="実績" className="number">
                {each.actual === null ? '' : hm(each.actual)}
              </td>
              <td data-label="前年同月" className="number">
                {each.lastYear === null ? '' : hm(each.lastYear)}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}

/** 「計画 30:00 / 実績 34:10」: people of received plans beyond what was planned. */
function Beyond({ view }: { readonly view: PlansOfMonth }) {
  const people = view.sections.flatMap((section) => section.beyond.map((each) => ({ ...each, section })));
  if (view.through === null) return null;
  return (
    <Section title="計画を超えた職員" aside={`${dayOfMonth(view.through)}まで・受取り済みの計画`}>
      {people.length === 0 ? (
        <p className="py-3">計画を超えた職員はいません。</p>
      ) : (
        <ul>
          {people.map(({ staff, name, planned, actual, section }) => (
            <li key={`${section.department} ${staff}`} className="border-b border-solid-gray-200 py-2.5">
              <Anchor to={paths.staffMonth(staff, view.month)}>{name}</Anchor>
              {` ${section.name} 計画 ${hm(planned)} / 実績 ${hm(actual)}`}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
