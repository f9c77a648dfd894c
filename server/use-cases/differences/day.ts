import type {
  dayDifference as dayRoute,
  investigateDifference as investigateRoute,
} from '@tokimori/contract/differences';
import type { Answer, Input } from '@tokimori/contract/route';
import { judgeDiscrepancy } from '@tokimori/law/record-keeping/discrepancy/judge-discrepancy';
import type { LocalDate } from '@tokimori/law/time/civil';
import { ensure } from '../../access/policies.ts';
import { mayInvestigate, mayViewDifference } from '../../access/policies-differences.ts';
import { refuse } from '../../access/refusal.ts';
import { departmentsOf, scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { holdStaff } from '../hold-staff.ts';
import { actorName, doDeedOnce } from '../journal.ts';
import { ensureDay } from '../overtime-deeds.ts';
import { dayInput } from '../reading/date-input.ts';
import { dayOf, type Here, here } from '../reading/moment.ts';
import { personOn } from '../reading/persons.ts';
import { stepView } from '../reading/views.ts';
import { correctHours } from './correct-hours.ts';
import { performCorrection } from './correction-deeds.ts';
import { readDays } from './day-records.ts';
import { type DifferenceRow, readDifferences } from './difference-rows.ts';
import { compareDay, comparingOn } from './one-day.ts';
import { readSaid, type Said } from './said.ts';
import { differenceView } from './views.ts';

type View = Answer<typeof dayRoute>;

/** The difference of one day, what was said about it, and how the day is compared now. */
export async function dayDifference(
  context: Context,
  actor: Actor,
  { staff: asked, date }: Input<typeof dayRoute>,
): Promise<View> {
  const day = dayInput('date', date);
  const staff = asked === 'me' ? (actor.staff ?? '') : asked;
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [scope, departments] = await Promise.all([
      scopeOf(tx, actor, at.dutyDate),
      departmentsOf(tx, staff, date, at.dutyDate),
    ]);
    ensure(mayViewDifference(actor, scope, { staff, departments }));
    const [person, [row], said] = await Promise.all([
      personOn(tx, staff, date),
      readDifferences(tx, [staff], date, date),
      readSaid(tx, [staff], day, day),
    ]);
    return {
      person,
      difference: row === undefined ? null : differenceView(row, at.dutyDate),
      said: await saidView(tx, said.get(`${staff} ${day}`)),
      steps: day < at.dutyDay ? await stepsOf(tx, at, staff, date) : [],
    };
  });
}

/** What was said, with the name of who decided. */
export async function saidView(tx: Tx, said: Said | undefined): Promise<View['said']> {
  if (said === undefined) return null;
  const [decider] =
    said.decidedBy === null
      ? []
      : await tx.query<{ name: string }>('select s.name from tk.staff s where s.municipality = $1 and s.staff = $2', [
          tx.municipality,
          said.decidedBy,
        ]);
  return {
    correctionId: said.id,
    answer: said.answer,
    reason: said.reason,
    note: said.note,
    decidedBy: decider?.name ?? said.decidedBy ?? '',
  };
}

async function stepsOf(tx: Tx, at: Here, staff: string, date: LocalDate): Promise<View['steps']> {
  const day = dayOf(date);
  const { rules, today } = await comparingOn(tx, at, date);
  const [reading] = await readDays(tx, rules, [staff], day, day);
  if (reading === undefined) return [];
  const { discrepancy } = rules.parametersOn(day).records;
  const { steps } = judgeDiscrepancy({ ...reading.records, shownOn: Math.max(day, today) }, discrepancy);
  // Deadlines are told by the row: there they count from the day on which the person was asked.
  return steps.filter(({ says }) => says !== 'answerDue').map(stepView);
}

/**
 * 実態調査 of a difference by 人事課 (把握ガイドライン 4(3)ウ): what is disputed, grave or was never answered is decided. Work found
 * becomes overtime in the same transaction.
 */
export async function investigateDifference(
  context: Context,
  actor: Actor,
  input: Input<typeof investigateRoute>,
): Promise<Answer<typeof investigateRoute>> {
  const { staff, date } = input;
  const day = dayInput('date', date);
  ensure(mayInvestigate(actor, staff));
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    await Promise.all([holdStaff(tx, [staff]), ensureDay(tx, at, staff, date)]);
    const row = await differenceOn(tx, staff, date);
    const said = (await readSaid(tx, [staff], day, day)).get(`${staff} ${day}`);
    const id = said?.id ?? input.id;
    const subject = { staff, dutyDate: date, about: 'discrepancy', in: null, out: null, reason: input.note } as const;
    const worked = input.worked === null ? null : { from: input.worked.from, until: input.worked.until };
    const done = await performCorrection(
      tx,
      at,
      id,
      {
        type: 'investigate',
        actor: actorName(actor),
        note: input.note,
        worked,
        subject: { ...subject, answer: null },
        grave: row.grave,
      },
      input.note,
    );
    if (done !== null) await correctHours(context, tx, at, id, done, input.worked?.category ?? 'normal');
    await compareDay(tx, at, staff, date);
    return { state: (await differenceOn(tx, staff, date)).state };
  });
}

async function differenceOn(tx: Tx, staff: string, date: LocalDate): Promise<DifferenceRow> {
  const [row] = await readDifferences(tx, [staff], date, date);
  return (
    row ??
    refuse('difference.not-found', {
      status: 404,
      title: 'この日の差異はありません',
      detail: '記録が直って差異がなくなったか、日付が違います。差異の状況から開き直してください。',
    })
  );
}
