import type { Minutes } from '../time/minutes.ts';
import { type Span, Spans } from '../time/spans.ts';
import { type Counted, countOvertime, everPresent, nothing } from './count-overtime.ts';
import { type Presence, presenceOf, staysWithin, totalOfStays } from './stays.ts';
import type { DayFacts, DayRules, DutyDay, DutyDayState } from './types.ts';

/**
 * From the facts of one duty date to what it counts (把握ガイドライン 4(2)(3), 勤務時間条例8条2項).
 *
 * A day that cannot be judged counts nothing and says so; only confirmed overtime counts whatever the marks say.
 */

const DAY = 24 * 60;

/** The duty date itself is over: no arrival can be added to it any more. */
function isPast(facts: DayFacts, rules: DayRules): boolean {
  return facts.clock >= DAY + rules.dayBoundary;
}

/** The end of what the person is expected to be present for; -1 when nothing is expected. */
function expectedEnd({ allotment, overtime }: DayFacts): Minutes {
  let end = -1;
  if (allotment.kind === 'dutyDay') return allotment.hours.until;
  for (const { span } of overtime) if (span !== null && span.until > end) end = span.until;
  return end;
}

function stateWithoutMarks(facts: DayFacts, rules: DayRules): DutyDayState {
  const past = isPast(facts, rules);
  if (past && facts.overtime.some(({ state }) => state === 'ordered')) return 'noRecord';
  if (facts.allotment.kind === 'weeklyDayOff') return 'dayOff';
  if (facts.allotment.kind === 'legalHoliday') return 'holiday';
  if (facts.clock < 0) return 'future';
  return past ? 'noRecord' : 'open';
}

/** An arrival without a leaving: a running shift for 24:00, then a missing mark. */
function stateWhenOpen(facts: DayFacts, { openSince, openUnknown }: Presence): DutyDayState {
  if (facts.clock - openSince < DAY) return 'open';
  const { allotment } = facts;
  if (!openUnknown || allotment.kind === 'weeklyDayOff') return 'missingOut';
  return openSince * 2 < allotment.hours.from + allotment.hours.until ? 'missingOut' : 'missingIn';
}

function stateOf(facts: DayFacts, rules: DayRules, presence: Presence): DutyDayState {
  if (!presence.marked) return stateWithoutMarks(facts, rules);
  if (presence.strayOut >= 0) return 'missingIn';
  if (presence.openSince >= 0) return stateWhenOpen(facts, presence);
  const expected = expectedEnd(facts);
  return presence.lastOut < expected && facts.clock < expected ? 'open' : 'classified';
}

/** Until when presence is explained by the allotted hours or by orders and confirmations. */
function explainedUntil({ allotment, overtime }: DayFacts, firstIn: Minutes, end: Minutes): Minutes {
  let until = allotment.kind === 'dutyDay' ? Math.max(allotment.hours.until, firstIn) : firstIn;
  if (end > until) until = end;
  for (const { span, minutes } of overtime) if (span === null) until += minutes;
  return until;
}

/** Presence after the explained end (退庁までの乖離), 0 up to the threshold or once a reason was accepted. */
function discrepancyOf(facts: DayFacts, rules: DayRules, presence: Presence, end: Minutes): Minutes {
  if (facts.discrepancyAnswered) return 0;
  const after = explainedUntil(facts, presence.firstIn, end);
  const unexplained = staysWithin(presence.stays, { from: after, until: presence.lastOut });
  return unexplained > rules.discrepancyThreshold ? unexplained : 0;
}

function beyondOf({ allotment }: DayFacts, stays: readonly Span[], presence: Minutes): Minutes {
  return allotment.kind === 'weeklyDayOff' ? presence : presence - staysWithin(stays, allotment.hours);
}

/** The derived day together with what it was derived from. */
export type Judged = {
  readonly day: DutyDay;
  readonly presence: Presence;
  readonly counted: Counted;
};

/** What counts of the entries: of a day that is not judged, only what was confirmed. */
function countEntries(facts: DayFacts, rules: DayRules, stays: readonly Span[] | null): Counted {
  const { overtime, allotment } = facts;
  if (overtime.length === 0) return nothing;
  if (stays !== null) return countOvertime(overtime, allotment, Spans.of(...stays), rules.exceptionalCategories);
  const confirmed = overtime.filter(({ state }) => state === 'confirmed');
  return countOvertime(confirmed, allotment, everPresent, rules.exceptionalCategories);
}

/** Minutes that were ordered for the day, whether or not they count. */
export function orderedOf({ overtime, allotment }: DayFacts): Minutes {
  return overtime.length === 0 ? 0 : countOvertime(overtime, allotment, everPresent, []).ordered;
}

/** As {@link deriveDutyDay}, with the presence and the count behind the figures. */
export function judgeDutyDay(facts: DayFacts, rules: DayRules): Judged {
  const presence = presenceOf(facts);
  const state = stateOf(facts, rules, presence);
  const classified = state === 'classified';
  const missing = state === 'missingIn' || state === 'missingOut';
  const counted = countEntries(facts, rules, classified ? presence.stays : null);
  const ordered = classified ? 0 : orderedOf(facts);
  const total = missing ? 0 : totalOfStays(presence.stays);
  const day: DutyDay = {
    state,
    unclassifiable: missing || (state === 'noRecord' && ordered > 0),
    firstIn: presence.firstIn,
    lastOut: presence.lastOut,
    pcFirst: presence.pcFirst,
    pcLast: presence.pcLast,
    presence: total,
    beyond: missing ? 0 : beyondOf(facts, presence.stays, total),
    overtime: counted.overtime,
    exceptional: counted.exceptional,
    disaster: counted.disaster,
    infection: counted.infection,
    orderedAhead: missing || state === 'noRecord' ? 0 : ordered,
    holidayWork: counted.holidayWork,
    night: counted.night,
    dayOffOvertime: facts.allotment.kind === 'weeklyDayOff' ? counted.overtime : 0,
    discrepancy: classified ? discrepancyOf(facts, rules, presence, counted.end) : 0,
  };
  return { day, presence, counted };
}

/**
 * One duty date as derived from its facts. Whole minutes throughout; see {@link DutyDay} for the figures.
 * A future or running day counts no orders yet (`orderedAhead`); a past day with an arrival but no leaving, or ordered
 * work without any record, is `unclassifiable`.
 */
export function deriveDutyDay(facts: DayFacts, rules: DayRules): DutyDay {
  return judgeDutyDay(facts, rules).day;
}
