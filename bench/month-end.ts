import { randomUUID } from 'node:crypto';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, type MonthIndex } from '@tokimori/law/time/months';
import { appointmentOn } from '@tokimori/ordinances/example-city/plan';
import { combined, type PresetName, presetNames } from '@tokimori/ordinances/measures/presets';
import type { Context } from '@tokimori/server/context';
import { runBreaches } from '@tokimori/server/jobs/breaches-run';
import { runDifferences } from '@tokimori/server/jobs/differences-run';
import { runMeasures } from '@tokimori/server/jobs/measures-run';
import { runNotices } from '@tokimori/server/jobs/notices-run';
import { clockSetTo, instantOf, tokyoOf } from '@tokimori/server/runtime/clock';
import { requestOvertime } from '@tokimori/server/use-cases/overtime-request';
import type { Client } from 'pg';
import type { BenchCity } from './cities.ts';
import { type Figure, seconds } from './table.ts';

/** Sections whose heads decide, and requests that wait for each of them. */
const [HEADS, REQUESTS] = [40, 10];
/** Mails are written, none is sent. */
const MAILING = { url: 'http://localhost' };

type Run = 'monthEnd' | 'monthEndAll' | 'breaches' | 'differences' | 'waiting';

async function timed(name: Run, run: () => Promise<number | null>, what: string): Promise<Figure> {
  const begun = performance.now();
  const found = await run();
  const taken = (performance.now() - begun) / 1000;
  return { name, value: taken, shown: seconds(taken), note: `${(found ?? 0).toLocaleString()} ${what}` };
}

/** Decides on the measures of some case books from the first day of a month on. */
async function decide(context: Context, code: string, presets: readonly PresetName[], month: MonthIndex) {
  const set = combined(presets, formatLocalDate(firstDayOf(month)));
  await context.store.tenant(code, (tx) =>
    tx.query(
      `insert into tk.measure_set (municipality, effective_from, document, decided_by, reason, recorded_at)
       values ($1, $2::date, $3::jsonb, 'bench', 'bench', $4)`,
      [code, set.effectiveFrom, JSON.stringify(set), context.clock.now()],
    ),
  );
}

/**
 * The runs after a month. Measures are asked first of the month before by those of the largest city, then of this one by those of all case
 * books; nothing was asked yet. Mails are written for everybody concerned.
 */
export async function measureMonthEnd(
  context: Context,
  { code }: BenchCity,
  current: MonthIndex,
): Promise<readonly Figure[]> {
  const monthEnd = 'alerts, lists and forms due';
  const before = { ...context, clock: clockSetTo(instantOf(firstDayOf(current), 9 * 60)) };
  await decide(before, code, ['yokohama'], current - 1);
  const own = await timed('monthEnd', () => runMeasures(before, code, MAILING), monthEnd);
  await decide(context, code, presetNames, current);
  return [
    own,
    await timed('monthEndAll', () => runMeasures(context, code, MAILING), monthEnd),
    await timed('breaches', () => runBreaches(context, code), 'records of limits exceeded'),
    await timed('differences', () => runDifferences(context, code), 'days compared that differ'),
    await timed(
      'waiting',
      async () => (await runNotices(context, code, MAILING))?.fresh ?? 0,
      'things that wait, told',
    ),
  ];
}

/** Heads to whom the 縮減通知 goes in a city of this size. */
const NOTICES = 1_500;

/** The invented city has few sections over the hours: the notice comes to be due for as many more, with the people of those that are. */
export async function spreadNotices(owner: Client, { code }: BenchCity, current: MonthIndex): Promise<void> {
  await owner.query(
    `with told as (
         select d.*, row_number() over (order by d.subject) - 1 as nth, count(*) over () as of from tk.due d
         where d.municipality = $1 and d.month = $2::date and d.form = 'nerima-notice' and d.state = 'open'
       ), more as (
         select p.department, row_number() over (order by p.department) as nth from tk.department p
         where p.municipality = $1 and not exists (select 1 from told t where t.subject = p.department)
       )
       insert into tk.due (municipality, month, measure, subject, instance, on_date, action, id, per, section, bureau, title, deed, what,
         form, by_roles, to_roles, due_on, causes, state, note, recorded_at)
       select t.municipality, t.month, t.measure, m.department, t.instance, t.on_date, t.action, gen_random_uuid(), t.per, m.department,
         t.bureau, t.title, t.deed, t.what, t.form, t.by_roles, t.to_roles, t.due_on, t.causes, t.state, '', t.recorded_at
       from more m join told t on t.nth = m.nth % t.of where m.nth + t.of <= $3`,
    [code, formatLocalDate(firstDayOf(current)), NOTICES],
  );
}

export type WaitingRequests = {
  readonly head: string;
  /** Ids of requests of the head's section. */
  readonly requests: readonly string[];
};

/** Requests of today that wait for the heads of some sections, who have accounts with the given password. */
export async function prepareRequests(
  context: Context,
  { code, plan }: BenchCity,
  passwordHash: string,
): Promise<readonly WaitingRequests[]> {
  const date = formatLocalDate(tokyoOf(context.clock.now()).day);
  const posts = plan.people.map((person) => ({ person, post: appointmentOn(person, plan.asOf) }));
  const heads = posts.filter(({ post }) => post?.post === '課長').slice(0, HEADS);
  const waiting: WaitingRequests[] = [];
  for (const { person: head, post } of heads) {
    const staff = posts
      .filter((each) => each.post?.managerial === false && each.post.department.startsWith(post?.department ?? '-'))
      .slice(0, REQUESTS);
    await context.store.tenant(code, (tx) =>
      tx.query(
        `insert into tk.account (municipality, login, staff, name, roles, password_hash) values ($1, $2, $2, $3, '{staff,manager}', $4)`,
        [code, head.number, head.name, passwordHash],
      ),
    );
    const requests: string[] = [];
    for (const { person } of staff) {
      const id = randomUUID();
      const actor = { municipality: code, login: person.number, staff: person.number, roles: ['staff'] as const };
      const asked = { id, date, from: 17 * 60 + 15, until: 18 * 60 + 15, work: 'bench', why: 'bench' };
      await requestOvertime(context, actor, { ...asked, category: 'normal' });
      requests.push(id);
    }
    waiting.push({ head: head.number, requests });
  }
  return waiting;
}
