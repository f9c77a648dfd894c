import { allotmentOf } from '@tokimori/law/calendar/municipal-calendar';
import type { EpochDay } from '@tokimori/law/time/civil';
import { monthOf } from '@tokimori/law/time/months';
import { marksByDutyDate, marksNeededFor } from '@tokimori/law/working-time/duty-dates';
import type { DayFacts } from '@tokimori/law/working-time/types';
import type { Parameters } from '@tokimori/ordinances/schema';
import { readCorrections, readMarks, readOvertime } from '../../derive/facts.ts';
import type { Tx } from '../../store/tenant.ts';
import type { Here } from './moment.ts';

/** The facts of one duty date of a person as they are stored now, before anything is derived from them. */
export async function readDayFacts(
  tx: Tx,
  at: Here,
  parameters: Parameters,
  staff: string,
  day: EpochDay,
): Promise<DayFacts> {
  const boundary = parameters.dayBoundary;
  const month = monthOf(day);
  const [marks, overtime, corrections] = await Promise.all([
    readMarks(tx, [{ staff: [staff], within: marksNeededFor(day, day, boundary) }]),
    readOvertime(tx, [staff], month),
    readCorrections(tx, [staff], month),
  ]);
  const correction = corrections.get(staff)?.get(day);
  const said = correction === undefined || (correction.in === null && correction.out === null) ? null : correction;
  return {
    day,
    allotment: allotmentOf(parameters, day),
    marks: marksByDutyDate(marks.get(staff) ?? [], boundary).get(day) ?? [],
    corrected: said === null ? null : { in: said.in, out: said.out },
    overtime: overtime.get(staff)?.entries.get(day) ?? [],
    discrepancyAnswered: correction?.answered ?? false,
    clock: (at.day - day) * 1440 + at.minute,
  };
}
