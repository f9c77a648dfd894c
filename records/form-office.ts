import type { LocalDate } from '@tokimori/law/time/civil';
import { type Decided, refuse } from './recorded.ts';

/** How an office is held: by a person, by an account without 職員番号, by whoever has a 職名 in a department, or by nobody (欠). */
export const officeKinds = ['staff', 'account', 'post', 'vacant'] as const;
export type OfficeKind = (typeof officeKinds)[number];

/** Who holds an office that forms pass. Days are local dates, `until` exclusive, null = open. */
export type OfficeHolding = {
  readonly id: string;
  /** As the seal box of the forms names it: 職員課長. */
  readonly office: string;
  readonly kind: OfficeKind;
  /** 職員番号, login or 職名; empty where nobody holds it. */
  readonly holder: string;
  /** Of a 職名; empty otherwise. */
  readonly department: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
};

/** The journal of offices. Names are frozen: they are stored. */
export type FormOfficeEvent =
  | { readonly kind: 'FormOfficeGiven'; readonly data: Omit<OfficeHolding, 'id'> }
  | { readonly kind: 'FormOfficeEnded'; readonly data: { readonly until: LocalDate } };

type Period = Pick<OfficeHolding, 'from' | 'until'>;
const endsAfter = (until: LocalDate | null, day: LocalDate): boolean => until === null || until > day;
const overlap = (a: Period, b: Period): boolean =>
  endsAfter(b.until, a.from) && endsAfter(a.until, b.from) && endsAfter(a.until, a.from) && endsAfter(b.until, b.from);

const same = (a: OfficeHolding, b: OfficeHolding): boolean =>
  a.office === b.office &&
  a.kind === b.kind &&
  a.holder === b.holder &&
  a.department === b.department &&
  a.from === b.from &&
  a.until === b.until;

/**
 * Names who holds an office. Several may hold it at once, but not the same one twice, and nobody beside a vacancy. The same again changes nothing.
 * @param known the holding of this id, if there is one
 * @param others holdings of the office that have not run out
 */
export function giveOffice(
  holding: OfficeHolding,
  known: OfficeHolding | null,
  others: readonly OfficeHolding[],
): Decided<FormOfficeEvent> {
  if (known !== null) return same(known, holding) ? { events: [] } : refuse('form-office.id-taken');
  if (!endsAfter(holding.until, holding.from)) return refuse('form-office.until-before-from');
  const other = others.find(
    (each) =>
      overlap(each, holding) &&
      ((each.kind === 'vacant') !== (holding.kind === 'vacant') ||
        (each.kind === holding.kind && each.holder === holding.holder && each.department === holding.department)),
  );
  if (other !== undefined) return refuse('form-office.overlap', {}, { vacant: other.kind === 'vacant' ? 'yes' : '' });
  const { id: _, ...data } = holding;
  return { events: [{ kind: 'FormOfficeGiven', data }] };
}

/**
 * Hands an office over: names who holds it from a day on, and ends on that day whatever holds then, so that there is neither a gap nor two at once.
 * What begins later stays, and is refused where it cannot stand beside.
 * @param others holdings of the office that have not run out
 * @returns the events of the new one, and which of the others end on its first day
 */
export function handOverOffice(
  holding: OfficeHolding,
  known: OfficeHolding | null,
  others: readonly OfficeHolding[],
): { readonly decided: Decided<FormOfficeEvent>; readonly ending: readonly OfficeHolding[] } {
  const { from } = holding;
  const ending = known === null ? others.filter((each) => each.from <= from && endsAfter(each.until, from)) : [];
  const left = others.map((each) => (ending.includes(each) ? { ...each, until: from } : each));
  return { decided: giveOffice(holding, known, left), ending };
}

/** Ends a holding; on the day given it does not hold any more. What was approved under it stands. */
export function endOffice(holding: OfficeHolding, until: LocalDate): Decided<FormOfficeEvent> {
  if (holding.until !== null && holding.until <= until) return { events: [] };
  if (until < holding.from) return refuse('form-office.until-before-from');
  return { events: [{ kind: 'FormOfficeEnded', data: { until } }] };
}
