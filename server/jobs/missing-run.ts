import { type EpochDay, formatLocalDate, parseLocalDate } from '@tokimori/law/time/civil';
import { type MonthIndex, monthOf } from '@tokimori/law/time/months';
import type { Context } from '../context.ts';
import { daysMade } from '../derive/days-made.ts';
import { monthDates } from '../derive/facts.ts';
import { writeMissingNotices } from '../notices/missing-notices.ts';
import type { Mailing } from '../notices/write-mails.ts';
import { tokyoOf } from '../runtime/clock.ts';
import { dayStates } from '../store/day-state.ts';
import type { Tx } from '../store/tenant.ts';

/** What a look at the records brought. */
export type MissingRun = { readonly found: number; readonly withdrawn: number; readonly told: number };

const stateAt = (state: (typeof dayStates)[number]): number => dayStates.indexOf(state);

/** Takes a day that is over and lacks a punch down as missing, where that is not done yet. What lacked one before and does again is found again. */
async function find(tx: Tx, months: readonly string[], until: EpochDay, now: Date): Promise<number> {
  const rows = await tx.query(
    `insert into tk.missing_notice as n (municipality, staff, duty_date, kind, department, found_at)
     select $1, r.staff, r.month + u.nth::int - 1,
            case u.state when ${stateAt('missingOut')} then 'missingOut' when ${stateAt('missingIn')} then 'missingIn' else 'noRecord' end,
            r.department, $4
     from tk.month_record r cross join lateral unnest(r.unclassifiable_days, r.day_state) with ordinality as u (flag, state, nth)
     where r.municipality = $1 and r.month = any($2::date[]) and r.unclassifiable > 0 and u.flag = 1
       and r.month + u.nth::int - 1 <= $3::date
     on conflict (municipality, staff, duty_date) do update
       set kind = excluded.kind, found_at = excluded.found_at, withdrawn_at = null,
           told_on = case when n.withdrawn_at is null then n.told_on end
       where n.withdrawn_at is not null or n.kind <> excluded.kind
     returning n.staff`,
    [tx.municipality, months, formatLocalDate(until), now],
  );
  return rows.length;
}

/** Takes back what is not missing any more: the punch came in, or a correction was accepted. */
async function withdraw(tx: Tx, now: Date): Promise<number> {
  const rows = await tx.query(
    `update tk.missing_notice as n set withdrawn_at = $2
     where n.municipality = $1 and n.withdrawn_at is null and not exists (
       select 1 from tk.month_record r
       where r.municipality = $1 and r.staff = n.staff and r.month = n.duty_date - (extract(day from n.duty_date)::int - 1)
         and r.unclassifiable_days[extract(day from n.duty_date)::int] = 1)
     returning n.staff`,
    [tx.municipality, now],
  );
  return rows.length;
}

type Run = { through: string; told_on: string | null };

/** Months in which something may have come to be missing since the last look; at the first look the running one and the one before. */
function monthsSince(run: Run | undefined, until: EpochDay): readonly string[] {
  const last: MonthIndex = run === undefined ? monthOf(until) : monthOf(parseLocalDate(run.through) ?? until);
  return monthDates(Math.min(last, monthOf(until)) - 1, monthOf(until));
}

/**
 * 打刻漏れ: finds the days that are over and lack a punch, takes back those that are complete by now, and once a morning, from the time on that the
 * municipality has decided, tells the person and the head of what is new. All of it or nothing; repeated, nothing changes; days of a
 * stop of the server are made up for. What is missing is decided by the derivation alone: a day on which nothing is recorded
 * and nothing was ordered is none.
 * @returns null while the days of everybody are not made yet
 */
export async function runMissing(context: Context, municipality: string, mailing: Mailing): Promise<MissingRun | null> {
  return context.store.tenant(municipality, async (tx) => {
    const now = context.clock.now();
    const { day, minute } = tokyoOf(now);
    const { dayBoundary, missingPunchNotice, notices } = await context.parameters(tx, day);
    const until = (minute < dayBoundary ? day - 1 : day) - 1;
    if (!(await daysMade(tx, until, dayBoundary))) return null;
    const today = formatLocalDate(day);
    const [before] = await tx.query<Run>(
      'select r.through, r.told_on from tk.missing_run r where r.municipality = $1 for update',
      [tx.municipality],
    );
    const [found, withdrawn] = [await find(tx, monthsSince(before, until), until, now), await withdraw(tx, now)];
    const tells = minute >= missingPunchNotice && (before?.told_on ?? '') < today;
    // What waited before the first morning on which people are told stands on their pages; by mail goes what is of yesterday.
    const isFirst = (before?.told_on ?? null) === null;
    const mailFrom = isFirst ? formatLocalDate(until) : '';
    const told = tells ? await writeMissingNotices(tx, { now, mailing, least: notices.least, mailFrom }) : 0;
    await tx.query(
      `insert into tk.missing_run as r (municipality, through, ran_at, told_on) values ($1, $2, $3, $4)
       on conflict (municipality) do update set through = greatest(r.through, excluded.through), ran_at = excluded.ran_at,
         told_on = coalesce(excluded.told_on, r.told_on)`,
      [tx.municipality, formatLocalDate(until), now, tells ? today : null],
    );
    return { found, withdrawn, told };
  });
}
