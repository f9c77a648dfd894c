import type { EpochDay } from '../../time/civil.ts';
import { type MonthIndex, monthOf } from '../../time/months.ts';
import { ImpossibleHistory } from '../known-months.ts';
import { modelOvertime, type OvertimeRules } from '../rules.ts';

/** An appointment by the body: first day, and the day after the last (null = not known to end). */
export type Appointment = { readonly from: EpochDay; readonly until: EpochDay | null };

const endOf = ({ until }: Appointment): EpochDay => until ?? Number.POSITIVE_INFINITY;

/**
 * The first month that counts as the person's employment on a day: of the appointment then held, and of those before it that
 * it follows without a gap (再任用, 会計年度の再度の任用), when the rules take them as one. The month of a start in its middle counts
 * in full; nothing is pro-rated. Undefined when no appointment is held on the day.
 * @throws ImpossibleHistory when appointments overlap or one has no day
 */
export function employedFromOf(
  appointments: readonly Appointment[],
  asOf: EpochDay,
  rules: OvertimeRules = modelOvertime,
): MonthIndex | undefined {
  const ordered = appointments.toSorted((a, b) => a.from - b.from);
  let first: EpochDay | undefined;
  for (const [position, appointment] of ordered.entries()) {
    const before = ordered[position - 1];
    if (endOf(appointment) <= appointment.from) throw new ImpossibleHistory('an appointment without a day');
    if (before !== undefined && endOf(before) > appointment.from)
      throw new ImpossibleHistory('two appointments at once');
    if (appointment.from > asOf) continue;
    const follows = before !== undefined && endOf(before) === appointment.from && rules.reappointment === 'continuous';
    if (!follows) first = appointment.from;
    if (endOf(appointment) <= asOf && ordered[position + 1]?.from !== appointment.until) first = undefined;
  }
  return first === undefined ? undefined : monthOf(first);
}
