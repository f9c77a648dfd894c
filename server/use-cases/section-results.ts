import { allotmentOf } from '@tokimori/law/calendar/municipal-calendar';
import type { MonthIndex } from '@tokimori/law/time/months';
import type { Span } from '@tokimori/law/working-time/types';
import type { Parameters } from '@tokimori/ordinances/schema';
import { proposeResult } from '@tokimori/records/overtime-proposal';
import type { Context } from '../context.ts';
import { dayStates } from '../store/day-state.ts';
import type { Tx } from '../store/tenant.ts';
import { dayOf, type Here } from './reading/moment.ts';
import { openResultRows, type ResultRow, readStays, staffDayKey, staffDayOf } from './reading/result-rows.ts';
import type { Member } from './reading/section-people.ts';
import type { SectionMonth } from './section-rows.ts';

type OpenResult = SectionMonth['results'][number];

/**
 * 実績の確認 that is still to be done: orders whose hours are over, of past duty dates of the month and, in the running
 * month, of the one before, with what the record makes of them. Oldest first.
 * @param except whoever asks: nobody confirms for oneself.
 */
export async function readOpenResults(
  context: Context,
  tx: Tx,
  at: Here,
  section: { readonly month: MonthIndex; readonly members: readonly Member[]; readonly departments: readonly string[] },
  except: string | null,
): Promise<OpenResult[]> {
  const { month, departments } = section;
  const members = new Map(section.members.map((member) => [member.person.staff, member]));
  const months = month === at.month ? [month - 1, month] : [month];
  const staff = [...members.keys()].filter((each) => each !== except);
  const rows = (await openResultRows(tx, staff, departments, months, at.dutyDate)).filter((row) => isOver(row, at));
  const broken = rows.filter(isBroken).map(staffDayOf);
  const stays = await readStays(tx, broken, at.parameters);
  const results: OpenResult[] = [];
  for (const row of rows) {
    const member = members.get(row.staff);
    const parameters = await context.parameters(tx, dayOf(row.duty_date));
    const present = stays.get(staffDayKey(staffDayOf(row))) ?? wholeStay(row);
    if (member !== undefined) results.push(openResult(member, row, present, parameters));
  }
  return results;
}

function openResult({ person }: Member, row: ResultRow, stays: readonly Span[], parameters: Parameters): OpenResult {
  const { id, duty_date: date, from_minute: from, until_minute: until, minutes, category, work } = row;
  const span = from === null || until === null ? null : { from, until };
  const proposed = proposeResult({ span, minutes }, stays, allotmentOf(parameters, dayOf(date)));
  const discrepancy = row.discrepancy ?? 0;
  return {
    overtime: { id, date, from, until, minutes, category, work },
    person,
    state: stateOf(row),
    firstIn: minuteOr(row.first_in),
    lastOut: minuteOr(row.last_out),
    present: proposed.present,
    proposal: proposed.span,
    discrepancy,
    agrees: stateOf(row) === 'classified' && proposed.holdsOrder && discrepancy === 0,
  };
}

const stateOf = (row: ResultRow): OpenResult['state'] => dayStates[row.day_state ?? -1] ?? 'future';
/** The record holds -1 where there is no point in time. */
const minuteOr = (minute: number | null): number | null => (minute === null || minute < 0 ? null : minute);

/** Work that is still going on is not confirmed. */
function isOver(row: ResultRow, at: Here): boolean {
  return (at.day - dayOf(row.duty_date)) * 1440 + at.minute >= (row.until_minute ?? 1440);
}

/** A judged day whose presence is shorter than from the first arrival to the last leaving: somebody went out between. */
function isBroken(row: ResultRow): boolean {
  const [stay] = wholeStay(row);
  return stay !== undefined && row.presence !== stay.until - stay.from;
}

/** Presence from the first arrival to the last leaving of a judged day; a day without a complete record has none. */
function wholeStay(row: ResultRow): readonly Span[] {
  const [from, until] = [minuteOr(row.first_in), minuteOr(row.last_out)];
  return stateOf(row) === 'classified' && from !== null && until !== null ? [{ from, until }] : [];
}
