import { importShapes } from '@tokimori/contract/import-columns';
import { allotmentOf, OutsideCalendar } from '@tokimori/law/calendar/municipal-calendar';
import { formatLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import type { OvertimeCategory } from '@tokimori/law/working-time/types';
import { decide } from '@tokimori/records/overtime';
import type { OvertimeSubject } from '@tokimori/records/overtime-events';
import { lengthOf } from '@tokimori/records/overtime-length';
import { tokyoOf } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { closedMonthsOf } from '../../use-cases/closing/closed-months.ts';
import { holdStaff } from '../../use-cases/hold-staff.ts';
import { contentId } from '../rows/content-id.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { showAmount, showDay, showMinutes, showStaff } from '../rows/show.ts';
import { plain, readAmount, readDay, readDuration, readText, readTime, readWord } from '../rows/values.ts';
import { fresh, type Judgement, type Kind, type Reading, refused, unchanged } from './kind.ts';
import {
  addOvertime,
  besideRefused,
  groundOf,
  type LineGround,
  type OvertimeByDay,
  overtimeOn,
} from './overtime-beside.ts';
import { loadOvertime, type OvertimeLine, type Stored, writeOvertime } from './overtime-rows.ts';
import { loadPosts, mainPostOn, type Post } from './posts.ts';
import { type KnownStaff, loadStaff, outOfService } from './references.ts';

export const categories: Readonly<Record<string, OvertimeCategory>> = {
  通常: 'normal',
  通常業務: 'normal',
  通常対応: 'normal',
  normal: 'normal',
  臨時: 'temporary',
  臨時業務: 'temporary',
  temporary: 'temporary',
  特例: 'exceptional',
  特例業務: 'exceptional',
  exceptional: 'exceptional',
  災害: 'disaster',
  災害対応: 'disaster',
  災害等: 'disaster',
  disaster: 'disaster',
  感染症: 'infection',
  感染症対応: 'infection',
  コロナ: 'infection',
  コロナ対応: 'infection',
  infection: 'infection',
};
const categoryNames = {
  normal: '通常',
  temporary: '臨時',
  exceptional: '特例',
  disaster: '災害',
  infection: '感染症',
} as const;

function readOvertimeLine(row: RowReader, reading: Reading): OvertimeLine | undefined {
  const staff = row.required('職員番号', plain);
  const day = row.required('日付', readDay);
  const from = row.optional('開始', readTime, null);
  const until = row.optional('終了', readTime, null);
  const told = row.optional('時間数', readDuration, null);
  const category = row.optional('業務区分', (text) => readWord(text, categories), 'normal' as const);
  const work = row.optional('業務内容', (text) => readText(text, 400), '');
  const allowance = row.optional('手当額', readAmount, null);
  if (row.refusals.length === 0) checkLength(row, from, until, told);
  if (day !== undefined && day > reading.today) row.refuse('日付', 'import.overtime.future');
  if (staff === undefined || day === undefined || row.refusals.length > 0) return undefined;
  return { staff, day, from, until, told, category, work, allowance, settled: null };
}

/** A line needs its span or its length, and they must not contradict each other. */
function checkLength(row: RowReader, from: Minutes | null, until: Minutes | null, told: Minutes | null): void {
  if (from === null && until === null && told === null) row.refuse('時間数', 'import.overtime.no-length');
  else if ((from === null) !== (until === null)) row.refuse(from === null ? '開始' : '終了', 'import.value.missing');
  else if (from !== null && until !== null && until <= from) row.refuse('終了', 'import.overtime.until-before-from');
  else if (from !== null && until !== null && told !== null && told > until - from) {
    row.refuse('時間数', 'import.overtime.longer-than-span');
  } else if (told !== null && (told === 0 || told > 2880)) row.refuse('時間数', 'import.overtime.length-out-of-range');
}

/** The length of a line: as told, or what of its span lies outside regular hours. Undefined outside the calendar. */
async function minutesOf(tx: Tx, line: OvertimeLine, reading: Reading): Promise<Minutes | undefined> {
  if (line.told !== null || line.from === null || line.until === null) return line.told ?? undefined;
  try {
    const allotment = allotmentOf(await reading.parameters(tx, line.day), line.day);
    return lengthOf({ from: line.from, until: line.until }, allotment).minutes;
  } catch (error) {
    if (error instanceof OutsideCalendar) return undefined;
    throw error;
  }
}

function subjectOf(line: OvertimeLine, minutes: Minutes, department: string): OvertimeSubject {
  const { staff, from, until, category, work } = line;
  return { staff, dutyDate: formatLocalDate(line.day), department, from, until, minutes, category, work, why: '' };
}

const idOf = (subject: OvertimeSubject): string =>
  contentId(
    'overtime',
    subject.staff,
    subject.dutyDate,
    subject.from ?? '',
    subject.until ?? '',
    subject.minutes,
    subject.category,
    subject.work,
  );

type Known = {
  readonly staff: ReadonlyMap<string, KnownStaff>;
  readonly posts: ReadonlyMap<string, readonly Post[]>;
  readonly overtime: OvertimeByDay;
  /** `staff/YYYY-MM` of months that are closed. */
  readonly closed: ReadonlySet<string>;
};
/** A line with what the calendar says about it. */
type Grounded = { readonly line: OvertimeLine; readonly minutes: Minutes | undefined; readonly ground: LineGround };

async function judge(tx: Tx, lines: readonly OvertimeLine[], reading: Reading): Promise<Judgement[]> {
  const numbers = lines.map((line) => line.staff);
  await holdStaff(tx, [...new Set(numbers)]);
  const [staff, posts, stored, closed] = await Promise.all([
    loadStaff(tx, numbers),
    loadPosts(tx, numbers),
    loadOvertime(tx, lines),
    closedMonthsOf(
      tx,
      numbers,
      lines.map(({ day }) => formatLocalDate(day)),
    ),
  ]);
  const known: Known = { staff, posts, overtime: new Map(), closed };
  for (const each of stored) addOvertime(known.overtime, { id: each.id, subject: each, stored: each });
  const judged: Judgement[] = [];
  for (const line of lines) {
    const minutes = await minutesOf(tx, line, reading);
    judged.push(judgeLine({ line, minutes, ground: await groundOf(tx, line.day, reading) }, known, reading));
  }
  return judged;
}

function judgeLine({ line, minutes, ground }: Grounded, known: Known, reading: Reading): Judgement {
  const date = formatLocalDate(line.day);
  const out = outOfService(known.staff, line.staff, line.day, line.day, '日付');
  if (out !== null) return out;
  const department = mainPostOn(known.posts.get(line.staff) ?? [], line.day)?.department;
  if (department === undefined) return refused('日付', date, 'import.staff.no-department');
  if (minutes === undefined) return refused('日付', date, 'import.date.outside-calendar');
  if (minutes === 0) return refused('開始', showMinutes(line.from), 'import.overtime.within-regular-hours');
  const subject = subjectOf(line, minutes, department);
  const id = idOf(subject);
  const same = overtimeOn(known.overtime, line.staff, line.day).find((other) => other.id === id);
  const standsInTheWay = same === undefined ? besideRefused(line, subject, known.overtime, ground) : null;
  if (standsInTheWay !== null) return standsInTheWay;
  if (same !== undefined && same.stored === null) return unchanged;
  return judgeDeed(line, { id, subject }, same?.stored ?? null, known, reading);
}

/** Whether the record changes anything, as the rules of overtime decide it. */
function judgeDeed(
  line: OvertimeLine,
  { id, subject }: { id: string; subject: OvertimeSubject },
  stored: Stored | null,
  known: Known,
  reading: Reading,
): Judgement {
  const { allowance } = line;
  const kept = stored === null ? subject : { ...subject, department: stored.department };
  const answer = decide(
    { type: 'import', subject: kept, allowance, source: reading.fileName },
    stored,
    tokyoOf(reading.now),
  );
  if ('refused' in answer) return refused('日付', subject.dutyDate, 'import.overtime.decided-here');
  if (answer.events.length === 0) return unchanged;
  if (known.closed.has(`${subject.staff}/${subject.dutyDate.slice(0, 7)}`))
    return refused('日付', subject.dutyDate, 'import.month.closed');
  line.settled = { id, subject: kept, version: (stored?.version ?? 0) + 1 };
  if (stored === null) addOvertime(known.overtime, { id, subject, stored: null });
  return fresh;
}

export const overtime: Kind<OvertimeLine> = {
  kind: 'overtime',
  columns: importShapes.overtime.columns,
  alternatives: importShapes.overtime.alternatives,
  chunkLines: 1_000,
  read: readOvertimeLine,
  judge,
  write: writeOvertime,
  months: () => [],
  touched: (line) => ({ staff: line.staff, first: line.day, last: line.day }),
  show: (line, names) => ({
    職員: showStaff(line.staff, names),
    日付: showDay(line.day),
    時間: line.from === null ? '' : `${showMinutes(line.from)}〜${showMinutes(line.until)}`,
    時間数: showMinutes(line.settled?.subject.minutes ?? line.told),
    業務区分: categoryNames[line.category],
    業務内容: line.work,
    手当額: showAmount(line.allowance),
  }),
};
