import { randomUUID } from 'node:crypto';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, type MonthIndex } from '@tokimori/law/time/months';
import { appointmentOn } from '@tokimori/ordinances/example-city/plan';
import { combined, presetNames } from '@tokimori/ordinances/measures/presets';
import type { Context } from '@tokimori/server/context';
import { runBreaches } from '@tokimori/server/jobs/breaches-run';
import { runDifferences } from '@tokimori/server/jobs/differences-run';
import { runMeasures } from '@tokimori/server/jobs/measures-run';
import { runNotices } from '@tokimori/server/jobs/notices-run';
import { tokyoOf } from '@tokimori/server/runtime/clock';
import { requestOvertime } from '@tokimori/server/use-cases/overtime-request';
import type { BenchCity } from './cities.ts';
import { type Figure, seconds } from './table.ts';

/** Sections whose heads decide, and requests that wait for each of them. */
const [HEADS, REQUESTS] = [40, 10];
/** Mails are written, none is sent. */
const MAILING = { url: 'http://localhost' };

/**
 * The runs after a month: the measures of all case books held in it, and nothing was asked yet. Mails are written for everybody concerned.
 */
export async function measureMonthEnd(
  context: Context,
  { code }: BenchCity,
  current: MonthIndex,
): Promise<readonly Figure[]> {
  const set = combined(presetNames, formatLocalDate(firstDayOf(current)));
  await context.store.tenant(code, (tx) =>
    tx.query(
      `insert into tk.measure_set (municipality, effective_from, document, decided_by, reason, recorded_at)
       values ($1, $2::date, $3::jsonb, 'bench', 'bench', $4)`,
      [code, set.effectiveFrom, JSON.stringify(set), context.clock.now()],
    ),
  );
  const timed = async (
    name: 'monthEnd' | 'breaches' | 'differences' | 'waiting',
    run: () => Promise<number | null>,
    what: string,
  ) => {
    const begun = performance.now();
    const found = await run();
    const taken = (performance.now() - begun) / 1000;
    const note = `${(found ?? 0).toLocaleString()} ${what}`;
    return { name, value: taken, shown: seconds(taken), note };
  };
  return [
    await timed('monthEnd', () => runMeasures(context, code, MAILING), 'alerts, lists and forms due'),
    await timed('breaches', () => runBreaches(context, code), 'records of limits exceeded'),
    await timed('differences', () => runDifferences(context, code), 'days compared that differ'),
    await timed(
      'waiting',
      async () => (await runNotices(context, code, MAILING))?.fresh ?? 0,
      'things that wait, told',
    ),
  ];
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
      const asked = { id, date, from: 17 * 60 + 15, until: 18 * 60 + 15, work: 'bench', why: '' };
      await requestOvertime(context, actor, { ...asked, category: 'normal' });
      requests.push(id);
    }
    waiting.push({ head: head.number, requests });
  }
  return waiting;
}
