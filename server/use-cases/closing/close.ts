import type {
  askReopening as askRoute,
  closeSection as closeRoute,
  reopenSection as reopenRoute,
} from '@tokimori/contract/closing';
import type { Answer, Input } from '@tokimori/contract/route';
import { lastDayOf, type MonthIndex } from '@tokimori/law/time/months';
import { type Closing, type ClosingCommand, decideClosing, evolveClosing } from '@tokimori/records/closing';
import { ensure } from '../../access/policies.ts';
import { mayAskReopening, mayCloseOverOpenPoints, mayCloseSection, mayReopen } from '../../access/policies-closing.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { holdStaff } from '../hold-staff.ts';
import { actorName, append, doDeedOnce } from '../journal.ts';
import { type Here, monthDate } from '../reading/moment.ts';
import { refuseDeed } from '../refused-deed.ts';
import { listOpen } from './checks.ts';
import { readClosings, type StoredClosing, writeClosing } from './closing-rows.ts';
import { isMonthOver, unfinished } from './readiness.ts';
import { type OpenedSection, openSection } from './section-closing.ts';

/** What a deed on a closing is done with. */
export type Doing = {
  readonly at: Here;
  readonly month: MonthIndex;
  readonly stored: StoredClosing | undefined;
};

/** Decides a deed on a closing and writes event and projection. @returns the closing; null when nothing was left to do */
export async function perform(tx: Tx, { at, month, stored }: Doing, command: ClosingCommand): Promise<Closing | null> {
  const before = stored?.closing ?? null;
  const answer = decideClosing(command, before, { day: at.day, minute: at.minute });
  if ('refused' in answer) return refuseDeed(answer.refused);
  const { actor, section } = command;
  const after = answer.events.reduce<Closing | null>(
    (state, event) => evolveClosing(state, { event, actor, occurredAt: at.now }),
    before,
  );
  if (answer.events.length === 0 || after === null) return null;
  const reason = 'reason' in command ? command.reason : '';
  const stream = `closing/${command.month}/${section === '' ? 'all' : section}`;
  const version = await append(tx, {
    stream,
    after: stored?.version ?? 0,
    events: answer.events,
    actor,
    reason,
    occurredAt: at.now,
  });
  await writeClosing(tx, month, { section, closing: after, version });
  return after;
}

/** Closes the month of a section that was opened: holds its people, looks once more at what is open, and keeps whose month it is. */
export async function closeOpened(
  tx: Tx,
  opened: OpenedSection,
  actor: Actor,
  reason: string,
): Promise<Closing | null> {
  const { at, month, section, staff } = opened;
  if (staff.length === 0)
    refuseDeed({ code: 'closing.no-records', figures: {}, words: { month: monthDate(month).slice(0, 7) } });
  await holdStaff(tx, staff);
  // Read again, now that nobody else does anything about these people.
  const stored = (await readClosings(tx, month, [section])).get(section);
  if (stored?.closing.state === 'closed') return null;
  const waits = isMonthOver(month, at) ? await unfinished(tx, month, staff, at) : null;
  if (waits !== null) refuseDeed({ code: `closing.${waits}`, figures: {}, words: {} });
  const open = await listOpen(tx, monthDate(month), staff);
  const points = Object.fromEntries([...open].map(([key, { count }]) => [key, count]));
  const closed = await perform(
    tx,
    { at, month, stored },
    {
      type: 'close',
      actor: actorName(actor),
      month: monthDate(month).slice(0, 7),
      section,
      people: staff.length,
      points,
      overOpenPoints: mayCloseOverOpenPoints(actor),
      reason,
      lastDay: lastDayOf(month),
      dayBoundary: at.parameters.dayBoundary,
    },
  );
  await tx.query(
    `insert into tk.month_closed (municipality, month, staff, section, closed_at)
     select $1, $2::date, u.staff, $4, $5 from unnest($3::text[]) as u (staff)
     on conflict (municipality, month, staff) do nothing`,
    [tx.municipality, monthDate(month), staff, section, at.now],
  );
  return closed;
}

/** 月の締め of a section: by its head when nothing is open, by 人事課 with a reason. */
export async function closeSection(
  context: Context,
  actor: Actor,
  input: Input<typeof closeRoute>,
): Promise<Answer<typeof closeRoute>> {
  return doDeedOnce(context, actor, async (tx) => {
    const opened = await openSection(context, tx, actor, input);
    ensure(mayCloseSection(actor, opened.scope, opened.section));
    await closeOpened(tx, opened, actor, input.reason);
    return { done: true };
  });
}

/** 再開: deeds on the month are possible again. The municipality's month, if it was closed, is open with it. */
export async function reopenSection(
  context: Context,
  actor: Actor,
  input: Input<typeof reopenRoute>,
): Promise<Answer<typeof reopenRoute>> {
  return doDeedOnce(context, actor, async (tx) => {
    ensure(mayReopen(actor));
    const { at, month, section, stored } = await openSection(context, tx, actor, input);
    const whole = (await readClosings(tx, month, [''])).get('');
    const command = { type: 'reopen', actor: actorName(actor), month: input.month, reason: input.reason } as const;
    await perform(tx, { at, month, stored }, { ...command, section });
    if (whole?.closing.state === 'closed') await perform(tx, { at, month, stored: whole }, { ...command, section: '' });
    await tx.query(
      'delete from tk.month_closed c where c.municipality = $1 and c.month = $2::date and c.section = $3',
      [tx.municipality, monthDate(month), section],
    );
    return { done: true };
  });
}

/** 再開の依頼 of the head. 人事課 sees it and decides. */
export async function askReopening(
  context: Context,
  actor: Actor,
  input: Input<typeof askRoute>,
): Promise<Answer<typeof askRoute>> {
  return doDeedOnce(context, actor, async (tx) => {
    const { at, month, section, scope, stored } = await openSection(context, tx, actor, input);
    ensure(mayAskReopening(actor, scope, section));
    await perform(
      tx,
      { at, month, stored },
      { type: 'askReopening', actor: actorName(actor), month: input.month, section, reason: input.reason },
    );
    return { done: true };
  });
}
