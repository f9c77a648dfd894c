import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, monthOf } from '@tokimori/law/time/months';
import { holdDerivation, moveDerivationClock } from '../derive/derivation.ts';
import { monthDate } from '../derive/facts.ts';
import { readRecordedMonths, recordMonths } from '../derive/recorded-months.ts';
import { type Rules, readRules } from '../derive/rules.ts';
import { markDaysOfAll, markStale } from '../derive/stale.ts';
import type { Clock } from '../runtime/clock.ts';
import { dayStates } from '../store/day-state.ts';
import type { Tx } from '../store/tenant.ts';

/** Days are judged by a clock that moves in steps, so that every figure of a municipality rests on one moment. */
export const CLOCK_STEP_MS = 5 * 60_000;

/** The last step of the clock. */
export function lastStep(clock: Clock): Date {
  const now = clock.now().getTime();
  return new Date(now - (now % CLOCK_STEP_MS));
}

/**
 * Moves the moment by which days are judged to the clock's last step. At a new duty date the days since the last one are
 * made again for everybody (open days become missing ones, days to come begin), and everybody is judged again; within a
 * duty date only the people whose running shift has become a missing leaving, or whose short day is over.
 * The moment is stored, so a stop of the server loses no turn. It never moves back.
 * @returns false when another process holds the derivation.
 */
export async function turnDay(tx: Tx, clock: Clock): Promise<boolean> {
  const held = await holdDerivation(tx, false);
  if (held === null) return false;
  const step = lastStep(clock);
  if (held.clockAt !== null && held.clockAt >= step) return true;
  await moveDerivationClock(tx, step);
  const rules = await readRules(tx, step);
  await recordMonths(tx, [...(await readRecordedMonths(tx))], rules.today);
  if (held.clockAt === null) return true;
  const before = await readRules(tx, held.clockAt);
  if (before.today < rules.today) {
    await markDaysOfAll(tx, before.today - 1, rules.today);
  } else await markEndedDays(tx, rules);
  return true;
}

const OPEN = dayStates.indexOf('open');

/** Yesterday's shifts that ran for 24:00, and days left early whose hours are over. */
async function markEndedDays(tx: Tx, rules: Rules): Promise<void> {
  const allotment = rules.allotmentOn(rules.today);
  const isOver = allotment.kind !== 'dutyDay' || rules.clockOn(rules.today) >= allotment.hours.until;
  const ended = await Promise.all([
    readOpen(
      tx,
      rules.today - 1,
      `(r.last_out[$3] >= 0 or r.first_in[$3] between 0 and $5)`,
      rules.clockOn(rules.today),
    ),
    isOver ? readOpen(tx, rules.today, '(r.last_out[$3] >= 0 and $5::integer is not null)', 0) : [],
  ]);
  await markStale(tx, ended.flat());
}

async function readOpen(tx: Tx, day: EpochDay, which: string, until: number) {
  const month = monthOf(day);
  const rows = await tx.query<{ staff: string }>(
    `select r.staff from tk.month_record r
      where r.municipality = $1 and r.month = $2 and r.day_state[$3] = $4 and ${which}`,
    [tx.municipality, monthDate(month), day - firstDayOf(month) + 1, OPEN, until],
  );
  const date = formatLocalDate(day);
  return rows.map(({ staff }) => ({ staff, firstDate: date, lastDate: date }));
}
