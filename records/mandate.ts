import type { LocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import { type Decided, refuse } from './recorded.ts';

/**
 * What a head may leave to somebody for a time. 代決 (`standIn`): decides while the head is absent or the post is vacant, and the head is shown
 * it afterwards (後閲). 専決 (`delegated`): decides in the own right. 庶務担当 (`clerk`): enters requests for people of the department.
 */
export const mandateKinds = ['standIn', 'delegated', 'clerk'] as const;
export type MandateKind = (typeof mandateKinds)[number];

/** One mandate. Days are local dates, `until` exclusive; one that was ended before it began holds on no day. */
export type Mandate = {
  readonly id: string;
  readonly department: string;
  readonly holder: string;
  readonly kind: MandateKind;
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Orders of one person and duty date that it reaches, in minutes; null = no bound of its own (a 専決 then has the municipality's). */
  readonly dailyLimit: Minutes | null;
};
/** Days on which somebody who heads a department is away. */
export type Absence = {
  readonly id: string;
  readonly staff: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
};

/** The journal of mandates and of absences of those who head. Names are frozen: they are stored. */
export type MandateEvent =
  | { readonly kind: 'MandateGiven'; readonly data: Omit<Mandate, 'id'> }
  | { readonly kind: 'MandateEnded'; readonly data: { readonly until: LocalDate } };
export type AbsenceEvent =
  | { readonly kind: 'AbsenceRecorded'; readonly data: Omit<Absence, 'id'> }
  | { readonly kind: 'AbsenceEnded'; readonly data: { readonly until: LocalDate } };

export type GiveMandate = {
  readonly actor: string;
  readonly mandate: Mandate;
  readonly today: LocalDate;
  /** The mandate of this id, if there is one. */
  readonly known: Mandate | null;
  /** Other mandates of the department and kind that have not run out. */
  readonly others: readonly Mandate[];
  /** Who heads the department on the first day. */
  readonly heads: readonly string[];
  /** The municipality's own bound for a 専決, in minutes a day. */
  readonly delegatedLimit: Minutes;
};

type Period = { readonly from: LocalDate; readonly until: LocalDate };
const overlap = (a: Period, b: Period): boolean =>
  a.from < b.until && b.from < a.until && a.from < a.until && b.from < b.until;
const same = (a: Mandate, b: Mandate): boolean =>
  a.department === b.department &&
  a.holder === b.holder &&
  a.kind === b.kind &&
  a.from === b.from &&
  a.until === b.until &&
  a.dailyLimit === b.dailyLimit;

/**
 * Gives a mandate. Nobody gives it to themselves or to the head in whose place it is; two of one kind do not overlap, so that it is clear each
 * day who decides (several 庶務担当 may be named). The same again changes nothing.
 */
export function giveMandate(command: GiveMandate): Decided<MandateEvent> {
  const { mandate, known, today } = command;
  if (known !== null) return same(known, mandate) ? { events: [] } : refuse('mandate.id-taken');
  if (mandate.until <= mandate.from) return refuse('mandate.until-before-from');
  if (mandate.from < today) return refuse('mandate.past', {}, { today });
  if (mandate.holder === command.actor) return refuse('mandate.self');
  if (command.heads.includes(mandate.holder)) return refuse('mandate.head');
  if (mandate.kind === 'delegated' && mandate.dailyLimit !== null && mandate.dailyLimit > command.delegatedLimit)
    return refuse('mandate.limit', { limit: command.delegatedLimit });
  const other = command.others.find(
    (each) => overlap(each, mandate) && (mandate.kind !== 'clerk' || each.holder === mandate.holder),
  );
  if (other !== undefined)
    return refuse('mandate.overlaps', {}, { from: other.from, until: other.until, holder: other.holder });
  const { id: _id, ...data } = mandate;
  return { events: [{ kind: 'MandateGiven', data }] };
}

/** Ends a period early: from `until` on it does not hold. Days that are over stay as they were. */
function ended(period: Period, until: LocalDate, today: LocalDate, over: string): ReturnType<typeof refuse> | null {
  if (period.until <= today || period.until <= period.from) return refuse(over);
  if (until < today) return refuse('mandate.past', {}, { today });
  return until > period.until ? refuse('mandate.end-later', {}, { until: period.until }) : null;
}

/** Ends a mandate early. Ended for the same day again, nothing happens. */
export function endMandate(mandate: Mandate, until: LocalDate, today: LocalDate): Decided<MandateEvent> {
  if (mandate.until === until) return { events: [] };
  return ended(mandate, until, today, 'mandate.over') ?? { events: [{ kind: 'MandateEnded', data: { until } }] };
}

/** Records that somebody who heads is away on some days. */
export function recordAbsence(command: {
  readonly absence: Absence;
  readonly today: LocalDate;
  readonly known: Absence | null;
  /** Other absences of the person that are not over. */
  readonly others: readonly Absence[];
}): Decided<AbsenceEvent> {
  const { absence, known, today, others } = command;
  if (known !== null) {
    const again = known.staff === absence.staff && known.from === absence.from && known.until === absence.until;
    return again ? { events: [] } : refuse('mandate.id-taken');
  }
  if (absence.until <= absence.from) return refuse('mandate.until-before-from');
  if (absence.from < today) return refuse('mandate.past', {}, { today });
  const other = others.find((each) => overlap(each, absence));
  if (other !== undefined) return refuse('absence.overlaps', {}, { from: other.from, until: other.until });
  const { id: _id, ...data } = absence;
  return { events: [{ kind: 'AbsenceRecorded', data }] };
}

/** The person is back earlier than was recorded. */
export function endAbsence(absence: Absence, until: LocalDate, today: LocalDate): Decided<AbsenceEvent> {
  if (absence.until === until) return { events: [] };
  return ended(absence, until, today, 'absence.over') ?? { events: [{ kind: 'AbsenceEnded', data: { until } }] };
}
