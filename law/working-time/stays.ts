import type { Minutes } from '../time/minutes.ts';
import { lengthOfSpan, type Span, sharedMinutes } from '../time/spans.ts';
import type { DayFacts, Mark } from './types.ts';

/**
 * Presence (在庁時間) of one duty date from its marks.
 *
 * Punches decide. Only when a day has none does the gate speak, and without that the PC log, each as one stay from its
 * first entry (log-on) to its last exit (log-off): a way to another building or a locked screen is no absence. An arrival while already inside and a leaving while already outside widen the stay
 * (the earlier arrival, the later leaving). A mark without direction is an arrival outside and may be the leaving inside.
 */

/** What the marks of a day tell. Points in time are -1 when absent. */
export type Presence = {
  /** Ascending, closed stays. */
  readonly stays: readonly Span[];
  /** Arrival without a leaving. */
  readonly openSince: Minutes;
  /** That arrival is a mark without direction: it may as well have been the leaving. */
  readonly openUnknown: boolean;
  /** A leaving before any arrival. */
  readonly strayOut: Minutes;
  readonly firstIn: Minutes;
  readonly lastOut: Minutes;
  readonly pcFirst: Minutes;
  readonly pcLast: Minutes;
  readonly marked: boolean;
};

function inOrder(marks: readonly Mark[]): readonly Mark[] {
  for (let index = 1; index < marks.length; index += 1) {
    if (marks[index]!.at < marks[index - 1]!.at) return [...marks].sort((a, b) => a.at - b.at);
  }
  return marks;
}

type Draft = { stays: Span[]; open: Minutes; openUnknown: boolean; maybeOut: Minutes; strayOut: Minutes };

/** Closes the open stay. */
function close(draft: Draft, until: Minutes): void {
  const stay = { from: draft.open, until };
  if (draft.stays.length === 0) draft.stays = [stay];
  else draft.stays.push(stay);
}

function arrive(draft: Draft, at: Minutes): void {
  if (draft.open >= 0) {
    if (draft.maybeOut < 0) return;
    close(draft, draft.maybeOut);
  }
  draft.open = at;
  draft.openUnknown = false;
  draft.maybeOut = -1;
}

function leave(draft: Draft, at: Minutes): void {
  if (draft.open >= 0) {
    close(draft, at);
    draft.open = -1;
    draft.maybeOut = -1;
    return;
  }
  const last = draft.stays.pop();
  if (last === undefined) draft.strayOut = at;
  else draft.stays.push({ from: last.from, until: at });
}

function passUnknown(draft: Draft, at: Minutes): void {
  if (draft.open >= 0) {
    draft.maybeOut = at;
    return;
  }
  draft.open = at;
  draft.openUnknown = true;
}

function pair(marks: readonly Mark[], source: Mark['source']): Draft {
  const draft: Draft = { stays: [], open: -1, openUnknown: false, maybeOut: -1, strayOut: -1 };
  for (const { at, direction, source: from } of marks) {
    if (from !== source) continue;
    if (direction === 'in') arrive(draft, at);
    else if (direction === 'out') leave(draft, at);
    else passUnknown(draft, at);
  }
  if (draft.open >= 0 && draft.maybeOut >= 0) leave(draft, draft.maybeOut);
  return draft;
}

/** An accepted correction takes the place of the first arrival and of the last leaving. */
function correct(draft: Draft, corrected: NonNullable<DayFacts['corrected']>): void {
  if (corrected.in !== null) correctIn(draft, corrected.in);
  if (corrected.out !== null) correctOut(draft, corrected.out);
}

function correctIn(draft: Draft, at: Minutes): void {
  // With the arrival known, a single mark without direction was the leaving.
  if (draft.openUnknown && draft.stays.length === 0 && draft.open > at) leave(draft, draft.open);
  const stays = draft.stays.filter(({ until }) => until > at);
  const first = stays.shift();
  if (first !== undefined) stays.unshift({ from: at, until: first.until });
  else if (draft.strayOut > at) stays.push({ from: at, until: draft.strayOut });
  else {
    draft.open = at;
    draft.openUnknown = false;
  }
  draft.stays = stays;
  draft.strayOut = -1;
}

function correctOut(draft: Draft, at: Minutes): void {
  if (draft.open >= 0 && draft.open <= at) {
    close(draft, at);
  } else {
    const stays = draft.stays.filter(({ from }) => from <= at);
    const last = stays.pop();
    if (last === undefined) draft.strayOut = at;
    else stays.push({ from: last.from, until: at });
    draft.stays = stays;
  }
  draft.open = -1;
}

/** A day without punches: one stay from the first entry or log-on to the last exit or log-off; an exit before them says nothing. */
function joinLog(draft: Draft): void {
  const first = draft.stays[0];
  const last = draft.stays.at(-1);
  if (first === undefined || last === undefined) return;
  draft.stays = [{ from: first.from, until: last.until }];
  draft.strayOut = -1;
}

/** Reads the marks of one duty date. Allocates little when the day is an arrival and a leaving. */
export function presenceOf(facts: Pick<DayFacts, 'marks' | 'corrected'>): Presence {
  const marks = inOrder(facts.marks);
  let pcFirst = -1;
  let pcLast = -1;
  let punches = 0;
  let gates = 0;
  for (const mark of marks) {
    if (mark.source === 'punch') punches += 1;
    else if (mark.source === 'gate') gates += 1;
    else {
      if (pcFirst < 0) pcFirst = mark.at;
      pcLast = mark.at;
    }
  }
  const draft = pair(marks, punches > 0 ? 'punch' : gates > 0 ? 'gate' : 'pc');
  if (punches === 0) joinLog(draft);
  if (facts.corrected !== null) correct(draft, facts.corrected);
  const { stays, open, openUnknown, strayOut } = draft;
  const first = stays[0];
  const last = stays.at(-1);
  return {
    stays,
    openSince: open,
    openUnknown,
    strayOut,
    firstIn: first?.from ?? open,
    lastOut: open >= 0 ? -1 : (last?.until ?? strayOut),
    pcFirst,
    pcLast,
    marked: first !== undefined || open >= 0 || strayOut >= 0,
  };
}

/** Minutes of the stays. */
export function totalOfStays(stays: readonly Span[]): Minutes {
  let total = 0;
  for (const stay of stays) total += lengthOfSpan(stay);
  return total;
}

/** Minutes of the stays inside a span. */
export function staysWithin(stays: readonly Span[], span: Span): Minutes {
  let total = 0;
  for (const stay of stays) total += sharedMinutes(stay, span);
  return total;
}
