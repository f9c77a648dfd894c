import type { closeMunicipality as closeRoute, remindClosing as remindRoute } from '@tokimori/contract/closing';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatEraDate } from '@tokimori/law/time/eras';
import { firstDayOf, lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import { ensure } from '../../access/policies.ts';
import { mayCloseMunicipality, mayRemindClosing } from '../../access/policies-closing.ts';
import type { Actor, Context } from '../../context.ts';
import { readHeads } from '../../notices/heads.ts';
import { type Mailing, mailText, queueMails } from '../../notices/write-mails.ts';
import { tokyoOf } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName, doDeedOnce } from '../journal.ts';
import { closingOf, type Here, here, monthDate, monthIndexOf } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';
import { refuseDeed } from '../refused-deed.ts';
import { countOpen } from './checks.ts';
import { closeOpened, perform } from './close.ts';
import { readClosings } from './closing-rows.ts';
import { openSection } from './section-closing.ts';
import { type ClosingSections, readSections } from './sections.ts';

type OpenSection = { readonly section: string; readonly open: number };

/** Sections of a month that are open and have people, with what is open in each. */
async function openSections(tx: Tx, month: MonthIndex, sections: ClosingSections): Promise<readonly OpenSection[]> {
  const [rows, closings, open] = await Promise.all([
    tx.query<{ department: string }>(
      'select distinct r.department from tk.month_record r where r.municipality = $1 and r.month = $2::date',
      [tx.municipality, monthDate(month)],
    ),
    readClosings(tx, month, null),
    countOpen(tx, monthDate(month)),
  ]);
  const found = new Map<string, number>();
  for (const { department } of rows) {
    const section = sections.sectionOf(department);
    if (closings.get(section)?.closing.state === 'closed') continue;
    const points = [...open.values()].reduce((sum, counts) => sum + (counts.get(department) ?? 0), 0);
    found.set(section, (found.get(section) ?? 0) + points);
  }
  return [...found].map(([section, points]) => ({ section, open: points }));
}

/**
 * Closes the month of the whole municipality. Sections that are still open are closed one by one, each a deed of its own; where something is open
 * in one of them, a reason is needed before anything is closed.
 */
export async function closeMunicipality(
  context: Context,
  actor: Actor,
  input: Input<typeof closeRoute>,
): Promise<Answer<typeof closeRoute>> {
  ensure(mayCloseMunicipality(actor));
  const month = monthIndexOf(input.month);
  const open = await context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    if (at.dutyDay <= lastDayOf(month))
      refuseDeed({ code: 'closing.month-running', figures: {}, words: { month: input.month } });
    return openSections(tx, month, await readSections(tx, month, at));
  });
  const points = open.reduce((sum, each) => sum + each.open, 0);
  if (points > 0 && input.reason === '')
    refuseDeed({ code: 'closing.reason-missing', figures: { points }, words: { month: input.month } });
  for (const { section } of open) {
    await doDeedOnce(context, actor, async (tx) => {
      const opened = await openSection(context, tx, actor, { department: section, month: input.month });
      await closeOpened(tx, opened, actor, input.reason);
    });
  }
  await doDeedOnce(context, actor, async (tx) => closeWhole(tx, await here(context, tx), month, actor, input.reason));
  return { closed: open.length };
}

async function closeWhole(tx: Tx, at: Here, month: MonthIndex, actor: Actor, reason: string): Promise<void> {
  const [left, stored, [row]] = await Promise.all([
    openSections(tx, month, await readSections(tx, month, at)),
    readClosings(tx, month, ['']),
    tx.query<{ people: number }>(
      'select count(*)::int as people from tk.month_closed c where c.municipality = $1 and c.month = $2::date',
      [tx.municipality, monthDate(month)],
    ),
  ]);
  if (left.length > 0) refuseDeed({ code: 'closing.sections-open', figures: { sections: left.length }, words: {} });
  await perform(
    tx,
    { at, month, stored: stored.get('') },
    {
      type: 'close',
      actor: actorName(actor),
      month: monthDate(month).slice(0, 7),
      section: '',
      people: row?.people ?? 0,
      points: {},
      overOpenPoints: true,
      reason,
      lastDay: lastDayOf(month),
      dayBoundary: at.parameters.dayBoundary,
    },
  );
}

/** Reminds the heads of sections that are open: on their page, and by one mail a head and day. Nobody is reminded twice on a day. */
export async function remindClosing(
  context: Context,
  mailing: Mailing,
  actor: Actor,
  input: Input<typeof remindRoute>,
): Promise<Answer<typeof remindRoute>> {
  ensure(mayRemindClosing(actor));
  const month = monthIndexOf(input.month);
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const sections = await readSections(tx, month, at);
    const wanted = input.departments === undefined ? null : new Set(input.departments);
    const asked = (await openSections(tx, month, sections)).filter(({ section }) => wanted?.has(section) ?? true);
    const closings = await readClosings(tx, month, null);
    const open = asked.filter(({ section }) => {
      const last = closings.get(section)?.closing.remindedAt ?? null;
      return last === null || tokyoOf(last).day < at.day;
    });
    for (const { section } of open)
      await perform(
        tx,
        { at, month, stored: closings.get(section) },
        { type: 'remind', actor: actorName(actor), month: input.month, section },
      );
    if (mailing !== null) await writeReminders(tx, { at, month, sections, open, mailing, text: input.month });
    return { reminded: open.length, already: asked.length - open.length };
  });
}

type Reminding = {
  readonly at: Here;
  readonly month: MonthIndex;
  readonly text: string;
  readonly sections: ClosingSections;
  readonly open: readonly OpenSection[];
  readonly mailing: NonNullable<Mailing>;
};

async function writeReminders(tx: Tx, { at, month, text, sections, open, mailing }: Reminding): Promise<void> {
  const headsOf = await readHeads(tx, sections.tree, at.dutyDay);
  const lines = new Map<string, string[]>();
  for (const { section, open: points } of open) {
    const name = sections.tree.find(section)?.name ?? section;
    const line = `■ ${name}: ${points === 0 ? '締められます' : `残り ${points}件`}`;
    for (const head of headsOf(section)) lines.set(head, [...(lines.get(head) ?? []), line]);
  }
  const names = await namesOf(tx, [...lines.keys()]);
  const [year = '', number = ''] = text.split('-');
  const due = closingOf(firstDayOf(month), at.parameters);
  const about = `${Number(year)}年${Number(number)}月の締めがまだです。締めの日は ${formatEraDate(firstDayOf(month + 1) + at.parameters.monthCloseDay - 1) ?? due} です。`;
  const mails = [...lines].map(([reader, told]) => ({
    reader,
    about: `closing/${text}/${formatLocalDate(at.day)}`,
    subject: `【時守】${Number(number)}月の締めのお願い`,
    body: mailText(names.get(reader) ?? '', about, told, {
      url: mailing.url,
      path: '/section/closing',
      page: '月の締め',
    }),
  }));
  await queueMails(tx, mails, at.now);
}
