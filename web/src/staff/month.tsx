import type { DayView } from '@tokimori/contract/values';
import { dayOfMonth, dayOnly, eraYear, hm, inJapan, minuteOfDuty, monthName } from '@tokimori/wording/format';
import { addressOf } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Shown } from '../app/states.tsx';
import { axisUntil } from '../components/band-geometry.ts';
import { Anchor, Button, ButtonLink } from '../components/button.tsx';
import { Crumbs, PageTitle, Section } from '../components/section.tsx';
import { BandLegend } from '../components/timeline-band.tsx';
import type { DayContext } from './day-rows.ts';
import { MonthLimits } from './month-limits.tsx';
import { MonthList } from './month-list.tsx';
import { MonthTable } from './month-table.tsx';
import { useStaffMonth } from './person-of.ts';
import type { StaffMonthView } from './views.ts';

export function MonthPage() {
  const { staff, month, own } = useStaffMonth();
  const view = useReading(routes.staffMonth, { params: { staff, month } });
  return (
    <Shown query={view} title={`${monthName(month)}の勤務`}>
      {(data) => <Month view={data} staff={staff} own={own} />}
    </Shown>
  );
}

function Month({ view, staff, own }: { readonly view: StaffMonthView; readonly staff: string; readonly own: boolean }) {
  const me = useMe();
  const { today } = calendarOf(me);
  const running = view.month === today.slice(0, 7);
  const context: DayContext = {
    axis: axisUntil(view.days),
    today,
    now: minuteOfDuty(me.now, inJapan(me.now).date),
    own,
  };
  const era = `${eraYear(`${view.month}-01`)}(${view.month.slice(0, 4)}年)`;
  const progress = view.through === null ? 'まだ記録はありません' : running ? `途中(${dayOnly(view.through)}まで)` : '';
  return (
    <>
      {!own && (
        <Crumbs>
          <Anchor to={paths.person(view.person.staff)}>{view.person.name}</Anchor> / {monthName(view.month)}
        </Crumbs>
      )}
      <PageTitle
        facts={[era, own ? '' : `${view.person.departmentName} ${view.person.name}`, progress]
          .filter(Boolean)
          .join('・')}
        actions={<MonthActions view={view} staff={staff} />}
      >
        {monthName(view.month)}の勤務
      </PageTitle>
      <MonthLimits view={view} staff={staff} />
      <Totals view={view} />
      <Section title="日ごとの記録" aside={<BandLegend items={legendOf(view.days)} />}>
        <MonthTable view={view} context={context} />
        <MonthList view={view} context={context} />
      </Section>
    </>
  );
}

function legendOf(days: readonly DayView[]) {
  const requested = days.some((day) => day.requested > 0);
  const missing = days.some((day) => day.state === 'missingOut' || day.state === 'missingIn');
  return [
    'allotment',
    'overtime',
    ...(requested ? (['requested'] as const) : []),
    'presence',
    'pc',
    'discrepancy',
    ...(missing ? (['missing'] as const) : []),
  ] as const;
}

function MonthActions({ view, staff }: { readonly view: StaffMonthView; readonly staff: string }) {
  return (
    <>
      {staff === 'me' && <Anchor to={paths.registers}>進捗と効果</Anchor>}
      {view.previous !== null && (
        <ButtonLink size="small" to={paths.staffMonth(staff, view.previous)}>
          前の月
        </ButtonLink>
      )}
      {view.next !== null && (
        <ButtonLink size="small" to={paths.staffMonth(staff, view.next)}>
          次の月
        </ButtonLink>
      )}
      <Button kind="text" size="small" onPress={() => window.print()}>
        印刷する
      </Button>
      <a
        className="link"
        href={addressOf(routes.orderBookPaper.path, {}, { month: view.month, ...(staff === 'me' ? {} : { staff }) })}
        download
      >
        命令簿(PDF)
      </a>
    </>
  );
}

/** Six totals of the month. Days that cannot be judged are named, not counted as zero. */
function Totals({ view }: { readonly view: StaffMonthView }) {
  const { totals } = view;
  const unclear = totals.unclassifiable;
  const different = view.days.filter((day) => day.discrepancy > 0);
  const firstOf = (days: readonly string[]) =>
    days[0] === undefined ? '' : `${dayOfMonth(days[0])}${days.length > 1 ? ` ほか${days.length - 1}日` : ''}`;
  const cells = [
    {
      name: '勤務した日',
      value: `${totals.daysWorked}日`,
      note: view.through === null ? '' : `${dayOfMonth(view.through)}まで`,
    },
    {
      name: '在庁時間',
      value: hm(totals.presence),
      note: unclear.length > 0 ? '打刻漏れの日を除く' : `割振りの外 ${hm(totals.beyond)}`,
    },
    {
      name: '時間外(命令)',
      value: hm(totals.overtime),
      note: [
        totals.dayOffOvertime > 0 ? `うち週休日 ${hm(totals.dayOffOvertime)}` : '',
        totals.exceptional > 0 ? `うち特例 ${hm(totals.exceptional)}` : '',
      ]
        .filter(Boolean)
        .join('・'),
    },
    {
      name: '深夜(22時–5時)',
      value: hm(totals.night),
      note: totals.holidayWork > 0 ? `休日勤務 ${hm(totals.holidayWork)}` : '',
    },
    {
      name: '差異',
      value: hm(totals.discrepancy),
      note: different.length > 0 ? `${firstOf(different.map((d) => d.date))} 理由待ち` : '',
    },
    { name: '打刻漏れ', value: `${unclear.length}日`, note: firstOf(unclear) },
  ];
  return (
    <dl className="mt-6 grid grid-cols-2 gap-y-3 border-solid-gray-420 border-y py-3 wide:grid-cols-6">
      {cells.map((cell) => (
        <div
          key={cell.name}
          className="wide:border-l wide:border-solid-gray-420 wide:px-4 wide:first:border-l-0 wide:first:pl-0"
        >
          <dt className="text-[0.875rem]">{cell.name}</dt>
          <dd className="font-700 text-[1.5rem] leading-140">{cell.value}</dd>
          <dd className="prose-small">{cell.note}</dd>
        </div>
      ))}
    </dl>
  );
}
