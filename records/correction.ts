import type { LocalDate } from '@tokimori/law/time/civil';
import { parseLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import { type Decided, type Moment, minutesSince, type Recorded, refuse } from './recorded.ts';

/** 打刻の訂正 (the true time of a missing or wrong punch) or 差異の理由. Minutes from 0:00 of the duty date. */
export type CorrectionSubject = {
  readonly staff: string;
  readonly dutyDate: LocalDate;
  readonly about: 'punch' | 'discrepancy';
  readonly in: Minutes | null;
  readonly out: Minutes | null;
  readonly reason: string;
};

export type CorrectionEvent =
  | { readonly kind: 'CorrectionReported'; readonly data: CorrectionSubject }
  | { readonly kind: 'CorrectionAccepted'; readonly data: { readonly note: string } }
  | { readonly kind: 'CorrectionRejected'; readonly data: { readonly note: string } };

export type Correction = CorrectionSubject & {
  readonly state: 'requested' | 'accepted' | 'rejected';
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly note: string;
};

export type CorrectionCommand =
  | {
      readonly type: 'report';
      readonly actor: string;
      readonly subject: CorrectionSubject;
      /** 日の区切り of the duty date. */
      readonly dayBoundary: Minutes;
    }
  | { readonly type: 'accept' | 'reject'; readonly actor: string; readonly note: string };

const same = (a: CorrectionSubject, b: CorrectionSubject): boolean =>
  a.staff === b.staff &&
  a.dutyDate === b.dutyDate &&
  a.about === b.about &&
  a.in === b.in &&
  a.out === b.out &&
  a.reason === b.reason;

/** Decides a deed about one correction. A correction never touches the punch: it stands beside it. */
export function decideCorrection(
  command: CorrectionCommand,
  state: Correction | null,
  now: Moment,
): Decided<CorrectionEvent> {
  if (command.type === 'report') return report(command, state, now);
  if (state === null) return refuse('correction.not-found');
  if (state.staff === command.actor) return refuse('correction.decide.own');
  const goal = command.type === 'accept' ? 'accepted' : 'rejected';
  if (state.state === goal) return { events: [] };
  if (state.state !== 'requested') return refuse('correction.decide.already-decided', {}, { state: state.state });
  if (goal === 'rejected' && command.note === '') return refuse('correction.reject.note-missing');
  const kind = goal === 'accepted' ? 'CorrectionAccepted' : 'CorrectionRejected';
  return { events: [{ kind, data: { note: command.note } }] };
}

const DAY = 1440;
/** A leaving whose arrival is not told: a shift that began at noon ran for a day. */
const LATEST_OUT_ALONE = DAY + DAY / 2;

/** The refusal of times that cannot be of this duty date: a shift runs for 24:00 at most and begins before the next one. */
function misplaced({ in: arrival, out }: CorrectionSubject, dayBoundary: Minutes) {
  if (arrival !== null && arrival >= DAY + dayBoundary) {
    return refuse('correction.report.next-day', { in: arrival, boundary: dayBoundary });
  }
  const latest = arrival === null ? LATEST_OUT_ALONE : arrival + DAY;
  return out !== null && out > latest ? refuse('correction.report.longer-than-a-day', { out, latest }) : null;
}

function report(
  { subject, dayBoundary }: Extract<CorrectionCommand, { type: 'report' }>,
  state: Correction | null,
  now: Moment,
): Decided<CorrectionEvent> {
  if (state !== null) return same(state, subject) ? { events: [] } : refuse('correction.report.id-taken');
  const since = minutesSince(parseLocalDate(subject.dutyDate) ?? Number.NaN, now);
  if (subject.about === 'punch') {
    const times = [subject.in, subject.out].filter((minute) => minute !== null);
    if (times.length === 0) return refuse('correction.report.time-missing');
    if (subject.in !== null && subject.out !== null && subject.out <= subject.in) {
      return refuse('correction.report.out-before-in', { in: subject.in });
    }
    const elsewhere = misplaced(subject, dayBoundary);
    if (elsewhere !== null) return elsewhere;
    if (times.some((minute) => !(since >= minute))) return refuse('correction.report.in-future');
  } else if (!(since >= 0)) return refuse('correction.report.in-future');
  return { events: [{ kind: 'CorrectionReported', data: subject }] };
}

/** Folds one event into the correction. */
export function evolveCorrection(state: Correction | null, recorded: Recorded<CorrectionEvent>): Correction {
  const { event, actor, occurredAt } = recorded;
  if (event.kind === 'CorrectionReported') {
    const asked = { requestedBy: actor, requestedAt: occurredAt, decidedBy: null, decidedAt: null };
    return { ...event.data, ...asked, state: 'requested', note: '' };
  }
  if (state === null) throw new Error(`${event.kind} cannot open a correction`);
  const goal = event.kind === 'CorrectionAccepted' ? 'accepted' : 'rejected';
  return { ...state, state: goal, decidedBy: actor, decidedAt: occurredAt, note: event.data.note };
}
