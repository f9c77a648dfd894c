import { randomUUID } from 'node:crypto';
import type { NoticeContent } from '@tokimori/forms/sheet/notice';
import { formatDuration } from '@tokimori/law/time/minutes';
import { formatYearMonth } from '@tokimori/law/time/months';
import { ensure } from '../../access/policies.ts';
import { mayFilePriorNoticeByForm } from '../../access/policies-agreements.ts';
import { refuse } from '../../access/refusal.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { type Given as GivenForNotice, judgeNotice } from '../designations/judge-notice.ts';
import { type NoticeRow, noticesBetween } from '../designations/notice-rows.ts';
import { isSame, rowOf, writeNotice } from '../designations/write-notice.ts';
import { actorName } from '../journal.ts';
import { monthDate, monthEnd, monthOfText } from '../reading/moment.ts';
import { personsOn } from '../reading/persons.ts';
import type { OpenForm } from './open.ts';

type Hours = NoticeContent['expected'];
type Period = Pick<GivenForNotice, 'from' | 'through' | 'expected'>;

const minutesOf = (hours: Hours, month: string): number => hours.find((each) => each.month === month)?.minutes ?? 0;

/** A notice of whole months, from the first with hours to the last; null where none is expected. */
function newPeriod(hours: Hours): Period | null {
  const months = hours.filter(({ minutes }) => minutes > 0).map(({ month }) => monthOfText(month));
  if (months.length === 0) return null;
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const expected = Array.from({ length: last - first + 1 }, (_, at) => formatYearMonth(first + at));
  return {
    from: monthDate(first),
    through: monthEnd(last),
    expected: expected.map((month) => ({ month, minutes: minutesOf(hours, month) })),
  };
}

/** The notice that is there with the hours of the form for the months it tells; longer where the form reaches further. */
function correctedPeriod(before: NoticeRow, hours: Hours): Period {
  const told = newPeriod(hours);
  const last = before.last_date.slice(0, 7);
  const through = told !== null && told.through.slice(0, 7) > last ? told.through : before.last_date;
  const within = hours.filter(({ month }) => month <= through.slice(0, 7) && month >= before.first_date.slice(0, 7));
  const kept = before.expected.filter(({ month }) => !within.some((each) => each.month === month));
  const expected = [...kept, ...within].toSorted((a, b) => (a.month < b.month ? -1 : 1));
  return { from: before.first_date, through, expected };
}

/** Several notices cannot be corrected by one sum of hours: both must say the same. */
function ensureAgrees(rows: readonly NoticeRow[], month: string, { expected, hoursAt }: NoticeContent): void {
  const noticed = rows.reduce((sum, row) => sum + minutesOf(row.expected, month), 0);
  if (noticed === minutesOf(expected, month)) return;
  const told = formatDuration(noticed);
  refuse('form.notices-differ', {
    status: 422,
    title: '特例業務の届出と時間が違います',
    detail: `この月には届出が${rows.length}件あり、見込みは合わせて ${told} です。業務ごとの時間は、先に「特例業務の届出」で直してください。`,
    fields: [{ field: hoursAt, code: 'form.notices-differ', message: `届出の合計 ${told} に合わせてください` }],
  });
}

const noHealth = { confirmedOn: null, confirmedBy: '', fatigue: '' } as const;

/** A notice as the form tells it; a text that the form does not ask for stays as it was. */
function noticeBy(staff: string, period: Period, told: NoticeContent, before: NoticeRow | null): GivenForNotice {
  const seen =
    before === null
      ? noHealth
      : { confirmedOn: before.confirmed_on, confirmedBy: before.confirmed_by, fatigue: before.fatigue };
  return {
    staff,
    ...period,
    task: told.task === '' ? (before?.task ?? '') : told.task,
    staffing: told.staffing ?? before?.staffing ?? '',
    unavoidable: told.unavoidable ?? before?.unavoidable ?? '',
    reduction: told.reduction ?? before?.reduction ?? '',
    ...seen,
    mindAndBody: mindAndBodyOf(told, before),
  };
}

/** ⑥ starts with both parts of the confirmation: what was only taken over changes nothing. */
function mindAndBodyOf({ health = '' }: NoticeContent, before: NoticeRow | null): string {
  const [known, fatigue] = [before?.mind_and_body ?? '', before?.fatigue ?? ''];
  const taken = [fatigue, known].filter((text) => text !== '').join('\n');
  return health === '' || health === taken ? known : health;
}

/**
 * Records in the register what a form says that is handed in as the prior notice of 特例業務. Where the register has none for the person and month, it is
 * filed; the one that is there is corrected, so that nothing stands twice; several stay as they are, and must say the same hours. What the form does
 * not expect is not filed. Handing in again follows the same way.
 */
export async function recordNotice(
  context: Context,
  tx: Tx,
  actor: Actor,
  { key, place, at }: Pick<OpenForm, 'key' | 'place' | 'at'>,
  told: NoticeContent,
): Promise<void> {
  const { subject: staff, form } = key;
  ensure(mayFilePriorNoticeByForm(actor, staff));
  const days = { from: monthDate(key.month), through: monthEnd(key.month) };
  const [rows, persons] = await Promise.all([
    noticesBetween(tx, [staff], days, true),
    personsOn(tx, [staff], at.dutyDate),
  ]);
  const month = formatYearMonth(key.month);
  if (rows.length > 1) return ensureAgrees(rows, month, told);
  const [before = null] = rows;
  const period = before === null ? newPeriod(told.expected) : correctedPeriod(before, told.expected);
  if (period === null) return;
  const notice = noticeBy(staff, period, told, before);
  const judged = await judgeNotice(context, tx, at, notice);
  const asked = judged.missing.filter((item) => item === 'task' || item === 'expected' || told[item] !== undefined);
  const filedBy = actorName(actor);
  const department = persons.get(staff)?.department || place.section;
  const row = rowOf(
    { ...notice, id: before?.id ?? randomUUID(), version: before?.version ?? 0 },
    { department, filedBy, at, judged: { ...judged, missing: asked }, before },
  );
  if (before !== null && isSame({ ...before, version: row.version }, row)) return;
  await writeNotice(tx, row, { actor: filedBy, at, form });
}
