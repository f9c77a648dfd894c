import type { OvertimeSpan, WorkedDay } from '@tokimori/law/statutory-hours/types';
import type { EpochDay } from '@tokimori/law/time/civil';
import type { Span } from '@tokimori/law/time/spans';
import type { Allotment } from '@tokimori/law/working-time/types';

const DAY = 24 * 60;

/** What is stored of one duty date. Minutes. */
export type StoredDay = {
  /** Something was recorded: the allotted hours count as worked. */
  readonly worked: boolean;
  readonly overtime: number;
  /** Of `overtime`, ordered as 災害対応. */
  readonly disaster: number;
  /** Within the allotted hours of a 休日. */
  readonly holidayWork: number;
};

export const nothingStored: StoredDay = { worked: false, overtime: 0, disaster: 0, holidayWork: 0 };

/**
 * A duty date as the count of 労基法36条 needs it, from what is stored of it: lengths without times of the clock. Overtime is laid after the
 * allotted hours, before them, then into the break, all within the calendar day; so work past midnight counts on its duty date. A day with a
 * record counts with all its allotted hours, since leave is not known: never too few.
 */
export function workedDayOf(date: EpochDay, stored: StoredDay, allotment: Allotment, byDisaster: boolean): WorkedDay {
  const regular = regularOf(stored, allotment);
  const free = freeOf(allotment.kind === 'weeklyDayOff' ? [] : allottedSpans(allotment));
  const disaster = byDisaster ? Math.min(stored.disaster, stored.overtime) : 0;
  return {
    date,
    kind: allotment.kind,
    allotted: allotment.kind === 'weeklyDayOff' ? 0 : lengthOf(allottedSpans(allotment)),
    regular,
    overtime: layOut(free, stored.overtime - disaster, disaster),
    statedDayOff: false,
  };
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, until }) => sum + until - from, 0);

type Allotted = Exclude<Allotment, { readonly kind: 'weeklyDayOff' }>;

function allottedSpans({ hours, breaks }: Allotted): Span[] {
  const spans: Span[] = [];
  let from = hours.from;
  for (const each of breaks.toSorted((a, b) => a.from - b.from)) {
    if (each.from > from) spans.push({ from, until: each.from });
    from = Math.max(from, each.until);
  }
  if (hours.until > from) spans.push({ from, until: hours.until });
  return spans;
}

function regularOf({ worked, holidayWork }: StoredDay, allotment: Allotment): Span[] {
  if (allotment.kind === 'weeklyDayOff') return [];
  const spans = allottedSpans(allotment);
  if (allotment.kind === 'dutyDay') return worked ? spans : [];
  return take(spans, holidayWork);
}

/** The first minutes of some spans. */
function take(spans: readonly Span[], minutes: number): Span[] {
  const taken: Span[] = [];
  let left = minutes;
  for (const { from, until } of spans) {
    const length = Math.min(left, until - from);
    if (length > 0) taken.push({ from, until: from + length });
    left -= length;
  }
  return taken;
}

/** What of the calendar day is not allotted: after the hours first, then before them, then the breaks. */
function freeOf(allotted: readonly Span[]): Span[] {
  const first = allotted[0];
  const last = allotted.at(-1);
  if (first === undefined || last === undefined) return [{ from: 0, until: DAY }];
  const breaks = allotted.slice(1).map((span, at) => ({ from: allotted[at]?.until ?? span.from, until: span.from }));
  return [{ from: last.until, until: DAY }, { from: 0, until: first.from }, ...breaks].filter(
    ({ from, until }) => until > from,
  );
}

function layOut(free: readonly Span[], agreement: number, disaster: number): OvertimeSpan[] {
  const usual = take(free, agreement);
  const used = lengthOf(usual);
  const rest = take(free, used + disaster).flatMap(({ from, until }) => {
    const taken = usual.find((span) => span.from === from)?.until ?? from;
    return until > taken ? [{ from: taken, until }] : [];
  });
  return [
    ...usual.map((span) => ({ ...span, basis: 'agreement' as const })),
    ...rest.map((span) => ({ ...span, basis: 'disasterNeed' as const })),
  ];
}
