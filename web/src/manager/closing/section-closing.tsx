import { useParams } from '@tanstack/react-router';
import { count, dayAndClock, dayLabel, eraDate, eraMonth, hm, monthName, shiftMonth } from '@tokimori/wording/format';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { paths } from '../../app/paths.ts';
import { calendarOf, useMe } from '../../app/session.ts';
import { Empty, Shown } from '../../app/states.tsx';
import { Anchor, ButtonLink } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Crumbs, PageTitle, Section } from '../../components/section.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import { TaskList } from '../../components/task-list.tsx';
import { ClosingState } from './closing-state.tsx';
import { closingLabel } from './closing-words.ts';
import type { SectionClosingView } from './views.ts';

/** 月の締め of a section: what is still to be settled, one by one, and the deed that closes. */
export function SectionClosingPage() {
  const params: { department?: string; month?: string } = useParams({ strict: false });
  const me = useMe();
  const department = params.department ?? me.sections[0]?.department;
  const month = params.month ?? shiftMonth(calendarOf(me).month, -1);
  const view = useReading(
    routes.sectionClosing,
    { params: { department: department ?? '', month } },
    { enabled: department !== undefined, refetchInterval: 30_000 },
  );
  if (department === undefined)
    return (
      <>
        <PageTitle>月の締め</PageTitle>
        <Empty>あなたが所属長になっている課はありません。発令の内容は人事課に確かめてください。</Empty>
      </>
    );
  return (
    <Shown query={view} title="月の締め">
      {(shown) => <SectionClosing view={shown} />}
    </Shown>
  );
}

/** Where the page stands: below the municipality's closing, or the section's month. */
function useWays(view: SectionClosingView) {
  const me = useMe();
  const city = ['hr', 'executive', 'auditor'].some((role) => me.roles.some((own) => own === role));
  const heads = me.sections.some(({ department }) => department === view.department);
  const isCity = city && !heads;
  return {
    up: isCity ? paths.closing(view.month) : paths.section,
    name: isCity ? '月の締め' : '課の今月',
    to: (month: string) =>
      isCity ? paths.closingOf(month, view.department) : paths.sectionClosing(view.department, month),
    isCity,
  };
}

function SectionClosing({ view }: { readonly view: SectionClosingView }) {
  const ways = useWays(view);
  const open = view.checks.reduce((sum, check) => sum + check.count, 0);
  const label = closingLabel({ ...view, open });
  return (
    <>
      <Crumbs>
        <Anchor to={ways.up}>{ways.name}</Anchor> / {monthName(view.month)}の締め
      </Crumbs>
      <PageTitle
        facts={`${eraMonth(view.month)}・${count(view.people)}人・締めの日 ${eraDate(view.dueOn)}`}
        actions={
          <>
            {view.previous !== null && (
              <ButtonLink size="small" to={ways.to(view.previous)}>
                前の月
              </ButtonLink>
            )}
            {view.next !== null && (
              <ButtonLink size="small" to={ways.to(view.next)}>
                次の月
              </ButtonLink>
            )}
          </>
        }
      >
        {monthName(view.month)}の締め {view.name}
      </PageTitle>
      <p className="flex flex-wrap items-center gap-3">
        <StatusLabel label={label} />
        <span>
          {view.closing.state === 'closed'
            ? `この月の申請・訂正・確認は、再開するまで受け付けません。`
            : open === 0
              ? '締める前にすることは、ありません。'
              : `締める前にすることが ${count(open)}件あります。すべて処理すると締められます。`}
        </span>
      </p>
      <ClosingState view={view} open={open} />
      <Section title="締める前にすること" aside={`${count(open)}件`}>
        <TaskList
          tasks={view.checks.filter((check) => check.count > 0).map((check) => taskOf(check, view, ways.isCity))}
          none="残っているものはありません。"
        />
      </Section>
      <LatePunches view={view} />
    </>
  );
}

type Check = SectionClosingView['checks'][number];
/** Points named in a line of the list. */
const NAMED = 5;

function taskOf(check: Check, view: SectionClosingView, isCity: boolean) {
  const named = check.points.slice(0, NAMED).map(({ name, date }) => `${name} ${dayLabel(date)}`);
  const more = check.count - named.length;
  return {
    key: check.key,
    label: <StatusLabel label={{ shape: 'clock', tone: 'waiting', word: `${count(check.count)}件` }} />,
    title: check.title,
    detail: (
      <>
        {check.cure}
        <br />
        {named.join('、')}
        {more > 0 && ` ほか${count(more)}件`}
      </>
    ),
    action: isCity ? null : (
      <ButtonLink size="small" to={paths.sectionMonth(view.department, view.month)} label={`${check.title}を処理する`}>
        処理する
      </ButtonLink>
    ),
  };
}

/** Punches that came after the closing: kept, and for 人事課 to decide whether the month is reopened. */
function LatePunches({ view }: { readonly view: SectionClosingView }) {
  if (view.latePunches.length === 0) return null;
  return (
    <Section title="締めた後に届いた打刻" aside={`${count(view.latePunches.length)}件`}>
      <p className="py-2">
        打刻は記録に残っています。月の時間数に入れるかは、人事課が締めを再開するかどうかで決めます。
      </p>
      <DataTable caption={`${eraMonth(view.month)} 締めた後に届いた打刻`} minWidth={32} stack>
        <thead>
          <tr>
            <th scope="col">職員</th>
            <th scope="col">勤務日</th>
            <th scope="col" className="number">
              打刻の時刻
            </th>
            <th scope="col" className="number">
              届いた時刻
            </th>
          </tr>
        </thead>
        <tbody>
          {view.latePunches.map((punch) => (
            <tr key={`${punch.staff} ${punch.date} ${punch.minute} ${punch.recordedAt}`}>
              <th scope="row">{punch.name}</th>
              <td data-label="勤務日">{dayLabel(punch.date)}</td>
              <td className="number" data-label="打刻の時刻">
                {hm(punch.minute)}
              </td>
              <td className="number" data-label="届いた時刻">
                {dayAndClock(punch.recordedAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
