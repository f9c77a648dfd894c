import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf } from '@tokimori/law/time/months';
import { differenceView, lastOf } from './differences/views.ts';
import { orderUntil } from './reading/days.ts';
import { closingOf, dayOf } from './reading/moment.ts';
import { lengthAt, type MonthRow, minuteAt } from './reading/month-rows.ts';
import type { CorrectionRow, Member } from './reading/section-people.ts';
import type { SectionGround, SectionMonth } from './section-rows.ts';
import { kindOf } from './staff-today.ts';

type Question = SectionMonth['questions'][number];

/** What is to be asked or decided about the days of a section, the oldest first. */
export function questionsOf(ground: SectionGround): Question[] {
  const questions = ground.members.flatMap((member) => {
    const record = ground.records.get(member.person.staff);
    const corrections = ground.corrections.filter((row) => row.staff === member.person.staff);
    return [...openDays(member, record, corrections, ground), ...reportedDays(member, record, corrections, ground)];
  });
  questions.push(...comparedDays(questions, ground));
  return questions.sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
}

/** Days whose record is open: a missing punch, or a difference above the threshold. */
function openDays(
  member: Member,
  record: MonthRow | undefined,
  corrections: readonly CorrectionRow[],
  ground: SectionGround,
): Question[] {
  if (record === undefined) return [];
  const first = firstDayOf(ground.month);
  return record.day_state.flatMap((_state, index) => {
    const kind = kindOf(record, index);
    if (kind === null || kind === 'noRecord' || first + index >= ground.at.dutyDay) return [];
    if (kind === 'discrepancy' && record.managerial) return [];
    const date = formatLocalDate(first + index);
    const about = kind === 'discrepancy' ? 'discrepancy' : 'punch';
    const correction = corrections.find((row) => row.duty_date === date && row.kind === about);
    return [questionOf(member, record, date, kind, correction, ground)];
  });
}

/** Days on which the comparison of all records asks, and the record of presence alone does not; of earlier months too. */
function comparedDays(listed: readonly Question[], ground: SectionGround): Question[] {
  const known = new Set(
    listed.flatMap(({ kind, person, date }) => (kind === 'discrepancy' ? [`${person.staff} ${date}`] : [])),
  );
  return ground.differences.flatMap((row) => {
    const member = ground.members.find(({ person }) => person.staff === row.staff);
    if (member === undefined || known.has(`${row.staff} ${row.duty_date}`)) return [];
    const record = ground.records.get(row.staff);
    const correction = ground.corrections.find(
      (each) => each.staff === row.staff && each.duty_date === row.duty_date && each.kind === 'discrepancy',
    );
    return [questionOf(member, record, row.duty_date, 'discrepancy', correction, ground)];
  });
}

/** Corrections that wait for a decision on days that are not open: a punch that was there, but wrong. */
function reportedDays(
  member: Member,
  record: MonthRow | undefined,
  corrections: readonly CorrectionRow[],
  ground: SectionGround,
): Question[] {
  const first = firstDayOf(ground.month);
  return corrections.flatMap((row) => {
    if (row.state !== 'requested') return [];
    const open = record === undefined ? null : kindOf(record, dayOf(row.duty_date) - first);
    const listed = row.kind === 'discrepancy' ? open === 'discrepancy' : open === 'missingIn' || open === 'missingOut';
    if (listed) return [];
    const kind =
      row.kind === 'discrepancy'
        ? 'discrepancy'
        : row.in_minute !== null && row.out_minute === null
          ? 'missingIn'
          : 'missingOut';
    return [questionOf(member, record, row.duty_date, kind, row, ground)];
  });
}

function questionOf(
  { person }: Member,
  record: MonthRow | undefined,
  date: string,
  kind: Question['kind'],
  correction: CorrectionRow | undefined,
  { month, overtime, at, differences }: SectionGround,
): Question {
  const index = dayOf(date) - firstDayOf(month);
  const row =
    kind === 'discrepancy'
      ? differences.find((each) => each.staff === person.staff && each.duty_date === date)
      : undefined;
  return {
    person,
    date,
    kind,
    orderUntil: row?.ordered_until ?? orderUntil(overtime.get(person.staff) ?? [], date),
    lastOut: row === undefined ? minuteAt(record?.last_out, index) : lastOf(row, 'card'),
    pcLast: row === undefined ? minuteAt(record?.pc_last, index) : lastOf(row, 'pc'),
    discrepancy: row?.minutes ?? lengthAt(record?.discrepancy_days, index),
    correction:
      correction === undefined
        ? null
        : {
            id: correction.id,
            state: correction.state,
            in: correction.in_minute,
            out: correction.out_minute,
            reason: correction.reason,
            answer: correction.answer,
          },
    difference: row === undefined ? null : differenceView(row, at.dutyDate),
    dueOn: row?.due_on ?? closingOf(dayOf(date), at.parameters),
  };
}
