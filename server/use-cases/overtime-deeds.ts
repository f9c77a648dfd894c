import type { OvertimeView } from '@tokimori/contract/values';
import { allotmentOf } from '@tokimori/law/calendar/municipal-calendar';
import { monthOf } from '@tokimori/law/time/months';
import type { Allotment } from '@tokimori/law/working-time/types';
import type { Parameters } from '@tokimori/ordinances/schema';
import { decide, evolve } from '@tokimori/records/overtime';
import type { OvertimeCommand } from '@tokimori/records/overtime-commands';
import type { Overtime } from '@tokimori/records/overtime-events';
import {
  type DutyDateGround,
  datesBeside,
  type StandingOvertime as StandingSpan,
} from '@tokimori/records/overtime-span';
import type { RefusedDeed } from '@tokimori/records/recorded';
import type { Context } from '../context.ts';
import type { Tx } from '../store/tenant.ts';
import { closedRefusal } from './closing/closed-months.ts';
import { referToNotice } from './designations/overtime-ground.ts';
import { append, staleDay } from './journal.ts';
import { dayRefused } from './reading/day-reach.ts';
import { dayOf, type Here } from './reading/moment.ts';
import {
  type OvertimeRow,
  overtimeOfRow,
  overtimeView,
  readOvertime,
  standingOvertime,
} from './reading/overtime-rows.ts';
import { writeOvertime } from './reading/overtime-writing.ts';
import { personOn } from './reading/persons.ts';
import { refuseDeed } from './refused-deed.ts';
import { listForReview } from './standing-in/after-review.ts';
import type { Place } from './standing-in/place.ts';

/** The rules of the day on which overtime is worked. */
export type DayRules = { readonly parameters: Parameters; readonly allotment: Allotment };

/** Parameters in force on a duty date and the hours allotted to it. */
export async function rulesOn(context: Context, tx: Tx, dutyDate: string): Promise<DayRules> {
  const day = dayOf(dutyDate);
  const parameters = await context.parameters(tx, day);
  return { parameters, allotment: allotmentOf(parameters, day) };
}

/** What the duty date of an overtime says about its hours; `id` is the overtime in question. */
export async function groundOn(
  context: Context,
  tx: Tx,
  { id, staff, dutyDate }: { readonly id: string; readonly staff: string; readonly dutyDate: string },
): Promise<DutyDateGround> {
  const day = dayOf(dutyDate);
  const [{ parameters, allotment }, next, others] = await Promise.all([
    rulesOn(context, tx, dutyDate),
    context.parameters(tx, day + 1),
    othersBeside(tx, { id, staff, dutyDate }),
  ]);
  return { allotment, nextAllotment: allotmentOf(next, day + 1), dayBoundary: parameters.dayBoundary, others };
}

/** What else stands for the person on a duty date and on the ones beside it, with hours. */
export async function othersBeside(
  tx: Tx,
  { id, staff, dutyDate }: { readonly id: string; readonly staff: string; readonly dutyDate: string },
): Promise<readonly StandingSpan[]> {
  const { from, through } = datesBeside(dutyDate);
  const rows = await standingOvertime(tx, [staff], from, through);
  return rows.flatMap((row) =>
    row.id === id || row.from_minute === null || row.until_minute === null
      ? []
      : [{ dutyDate: row.duty_date, from: row.from_minute, until: row.until_minute, state: row.state }],
  );
}

/** Ends the call when a deed of the person on this day cannot be taken. */
export async function ensureDay(tx: Tx, at: Here, staff: string, date: string): Promise<void> {
  const refused = await dayRefused(tx, at, staff, date);
  if (refused !== null) refuseDeed(refused);
}

/** The overtime of a deed; 404 when there is none. */
export async function overtimeFor(tx: Tx, id: string): Promise<OvertimeRow> {
  return (await readOvertime(tx, id)) ?? refuseDeed({ code: 'overtime.not-found', figures: {}, words: {} });
}

type ActedCommand = OvertimeCommand & { readonly actor: string };

/** For whom a deed was done: the head in whose place, or the person for whom something was entered. */
function onBehalfOf(command: ActedCommand, { staff }: Overtime): { readonly onBehalfOf?: string } {
  if (command.type === 'request') return command.actor === staff ? {} : { onBehalfOf: staff };
  if (command.type === 'withdraw') return command.onBehalf === true ? { onBehalfOf: staff } : {};
  const whose = 'capacity' in command ? command.capacity?.for : undefined;
  return whose === undefined || whose === null ? {} : { onBehalfOf: whose };
}

/**
 * Decides a deed on an overtime and writes event, projection, stale day and what is to be seen afterwards. Answers with the refusal instead of
 * throwing it.
 * @param place in whose place a head's deed is done; none for deeds of the person
 */
export async function tryDeed(
  tx: Tx,
  at: Here,
  id: string,
  row: OvertimeRow | null,
  command: ActedCommand,
  reason: string,
  place?: Pick<Place, 'post' | 'finality' | 'capacity'>,
): Promise<RefusedDeed | null> {
  const before = row === null ? null : overtimeOfRow(row);
  const answer = decide(command, before, { day: at.day, minute: at.minute });
  if ('refused' in answer) return answer.refused;
  const { events } = answer;
  const { actor } = command;
  const after = events.reduce<Overtime | null>(
    (state, event) => evolve(state, { event, actor, occurredAt: at.now }),
    before,
  );
  if (events.length === 0 || after === null) return null;
  const closed = await closedRefusal(tx, after.staff, [before?.dutyDate ?? after.dutyDate, after.dutyDate]);
  if (closed !== null) return closed;
  const journaled = { stream: `overtime/${id}`, after: row?.version ?? 0, events, actor, reason, occurredAt: at.now };
  const version = await append(tx, { ...journaled, ...onBehalfOf(command, after) });
  if (after.state === 'ordered' && after.category === 'exceptional')
    await referToNotice(tx, { id, staff: after.staff, dutyDate: after.dutyDate }, at.now);
  await Promise.all([
    ...(place === undefined ? [] : events.map((event) => listForReview(tx, at, { overtime: id, actor, event, place }))),
    writeOvertime(tx, id, after, version),
    staleDay(tx, after.staff, after.dutyDate),
    before !== null && before.dutyDate !== after.dutyDate ? staleDay(tx, before.staff, before.dutyDate) : undefined,
  ]);
  return null;
}

/** As `tryDeed`, but a refusal ends the call. */
export async function doOvertimeDeed(
  tx: Tx,
  at: Here,
  id: string,
  row: OvertimeRow | null,
  command: ActedCommand,
  reason: string,
  place?: Pick<Place, 'post' | 'finality' | 'capacity'>,
): Promise<void> {
  const refused = await tryDeed(tx, at, id, row, command, reason, place);
  if (refused !== null) refuseDeed(refused);
}

/** The overtime as it stands now, with the person as placed on its duty date. */
export async function viewOf(tx: Tx, id: string): Promise<OvertimeView> {
  const row = await overtimeFor(tx, id);
  return overtimeView(row, await personOn(tx, row.staff, row.duty_date));
}

/** The month in which an overtime counts. */
export const monthOfOvertime = (dutyDate: string): number => monthOf(dayOf(dutyDate));
