import { useSearch } from '@tanstack/react-router';
import { count, dayAndClock, eraDate } from '@tokimori/wording/format';
import type { Answer } from '../../api/call.ts';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { paths } from '../../app/paths.ts';
import { useMe } from '../../app/session.ts';
import { Empty, Shown } from '../../app/states.tsx';
import { Anchor } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { StepSentences } from '../../components/reason-steps.tsx';
import { Crumbs, PageTitle, Section } from '../../components/section.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import type { Label } from '../../wording/words.ts';

type Notices = Answer<NonNullable<(typeof routes.designationNotices)['shape']>>;

const labels: Readonly<Record<Notices['people'][number]['state'], Label>> = {
  inTime: { shape: 'check', tone: 'done', word: '期限までに周知' },
  late: { shape: 'warning', tone: 'forecast', word: '期限の後に周知' },
  missing: { shape: 'clock', tone: 'waiting', word: '周知待ち' },
};
const acknowledged: Label = { shape: 'check', tone: 'done', word: '確認済み' };
const waiting: Label = { shape: 'clock', tone: 'waiting', word: '確認待ち' };

/** 指定の周知と確認: who was told by when, and who has not acknowledged it. */
export function DesignationNoticesPage() {
  const search: { department?: unknown; from?: unknown } = useSearch({ strict: false });
  const input = { params: { department: String(search.department ?? '') }, query: { from: String(search.from ?? '') } };
  const view = useReading(routes.designationNotices, input);
  return (
    <Shown query={view} title="指定の周知と確認">
      {(data) => <DesignationNotices view={data} />}
    </Shown>
  );
}

function DesignationNotices({ view }: { readonly view: Notices }) {
  const cityWide = useMe().roles.some((role) => role === 'hr' || role === 'auditor');
  const open = view.people.filter(({ acknowledgedAt }) => acknowledgedAt === null);
  return (
    <>
      <Crumbs>
        {cityWide ? <Anchor to={paths.departments}>部署と指定</Anchor> : <Anchor to={paths.section}>課の今月</Anchor>} /
        指定の周知と確認
      </Crumbs>
      <PageTitle facts={`${eraDate(view.from)}から・周知の日 ${eraDate(view.publishedOn)}`}>
        指定の周知と確認 {view.name}
      </PageTitle>
      <p>
        {count(view.people.length)}人のうち、<strong>確認待ち {count(open.length)}人</strong>です。
      </p>
      <Section title="職員">
        {view.people.length === 0 ? (
          <Empty>この指定が及ぶ職員はいません。</Empty>
        ) : (
          <DataTable caption={`${view.name} の周知と確認`} minWidth={44} stack className="mt-3">
            <thead>
              <tr>
                <th scope="col">職員</th>
                <th scope="col">周知</th>
                <th scope="col">周知の期限</th>
                <th scope="col">本人の確認</th>
              </tr>
            </thead>
            <tbody>
              {[...open, ...view.people.filter(({ acknowledgedAt }) => acknowledgedAt !== null)].map((each) => (
                <tr key={each.person.staff}>
                  <th scope="row">
                    {each.person.name}
                    <span className="prose-small block font-400">{each.person.departmentName}</span>
                  </th>
                  <td data-label="周知">
                    <StatusLabel label={labels[each.state]} />
                    {each.told !== null && <span className="prose-small ml-2">{eraDate(each.told)}</span>}
                  </td>
                  <td data-label="周知の期限">{eraDate(each.by)}</td>
                  <td data-label="本人の確認">
                    <StatusLabel label={each.acknowledgedAt === null ? waiting : acknowledged} />
                    {each.acknowledgedAt !== null && (
                      <span className="prose-small ml-2">{dayAndClock(each.acknowledgedAt)}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
      </Section>
      <Section title="指定の見直し">
        <StepSentences steps={view.steps} />
      </Section>
    </>
  );
}
