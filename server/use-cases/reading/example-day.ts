import { allotmentOf } from '@tokimori/law/calendar/municipal-calendar';
import type { Step } from '@tokimori/law/decision/decision';
import type { EpochDay } from '@tokimori/law/time/civil';
import { monthOf } from '@tokimori/law/time/months';
import { marksByDutyDate, marksNeededFor } from '@tokimori/law/working-time/duty-dates';
import { explainDutyDay } from '@tokimori/law/working-time/explain-duty-day';
import type { Parameters } from '@tokimori/ordinances/schema';
import { readCorrections, readMarks, readOvertime } from '../../derive/facts.ts';
import type { Tx } from '../../store/tenant.ts';
import type { Here } from './moment.ts';
import { dayStateAt, lengthAt, type MonthRow } from './month-rows.ts';

/** The day by which a month is explained: the latest judged one with overtime, or the latest judged one; null without any. */
export function exampleOf(row: MonthRow | undefined): number | null {
  if (row === undefined) return null;
  const judged = row.day_state.flatMap((_state, index) => (dayStateAt(row, index) === 'classified' ? index : []));
  return judged.findLast((index) => lengthAt(row.overtime_days, index) > 0) ?? judged.at(-1) ?? null;
}

/** The steps from the records of one duty date to its figures, made again from the facts. */
export async function explainDay(
  tx: Tx,
  at: Here,
  parameters: Parameters,
  staff: string,
  day: EpochDay,
): Promise<readonly Step[]> {
  const boundary = parameters.dayBoundary;
  const month = monthOf(day);
  const [marks, overtime, corrections] = await Promise.all([
    readMarks(tx, [staff], marksNeededFor(day, day, boundary)),
    readOvertime(tx, [staff], month),
    readCorrections(tx, [staff], month),
  ]);
  const correction = corrections.get(staff)?.get(day);
  const said = correction === undefined || (correction.in === null && correction.out === null) ? null : correction;
  return explainDutyDay(
    {
      day,
      allotment: allotmentOf(parameters, day),
      marks: marksByDutyDate(marks.get(staff) ?? [], boundary).get(day) ?? [],
      corrected: said === null ? null : { in: said.in, out: said.out },
      overtime: overtime.get(staff)?.entries.get(day) ?? [],
      discrepancyAnswered: correction?.answered ?? false,
      clock: (at.day - day) * 1440 + at.minute,
    },
    parameters,
  );
}
