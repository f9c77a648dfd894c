import type { LocalDate } from '@tokimori/law/time/civil';
import { parseLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import type { Span } from '@tokimori/law/time/spans';
import { decideFinding } from './correction-finding.ts';
import { type Decided, type Moment, minutesSince, type Recorded, refuse } from './recorded.ts';

/** Reasons for which a stay was no work (把握ガイドライン 4(3)エ: to be confirmed by a second person). */
export const notWorkReasons = ['break', 'selfStudy', 'waiting', 'private', 'other'] as const;
export type NotWorkReason = (typeof notWorkReasons)[number];

/** What the person says about a difference. Minutes from 0:00 of the duty date. */
export type DifferenceAnswer =
  | { readonly says: 'work'; readonly from: Minutes; readonly until: Minutes }
  | { readonly says: 'notWork'; readonly reason: NotWorkReason };

/** What a second person found; `investigated`: by a 実態調査 of 人事課, not by the person's word alone. */
export type CorrectionFinding = { readonly investigated: boolean } & (
  | { readonly found: 'work'; readonly from: Minutes; readonly until: Minutes }
  | { readonly found: 'notWork' }
);

/** 打刻の訂正 (the true time of a missing or wrong punch) or 差異の理由. Minutes from 0:00 of the duty date. */
export type CorrectionSubject = {
  readonly staff: string;
  readonly dutyDate: LocalDate;
  readonly about: 'punch' | 'discrepancy';
  readonly in: Minutes | null;
  readonly out: Minutes | null;
  readonly reason: string;
  /** Of a difference; null for punches, for reasons told before answers were asked, and where nobody answered. */
  readonly answer: DifferenceAnswer | null;
};

/** The journal of one correction. Names are frozen; events without `answer` or `finding` are older than these. */
export type CorrectionEvent =
  | {
      readonly kind: 'CorrectionReported';
      readonly data: Omit<CorrectionSubject, 'answer'> & { readonly answer?: DifferenceAnswer | null };
    }
  | {
      readonly kind: 'CorrectionAccepted';
      readonly data: { readonly note: string; readonly finding?: CorrectionFinding };
    }
  | {
      readonly kind: 'CorrectionRejected';
      readonly data: { readonly note: string; readonly finding?: CorrectionFinding };
    }
  | {
      readonly kind: 'CorrectionInvestigated';
      readonly data: { readonly note: string; readonly finding: CorrectionFinding };
    };

export type Correction = CorrectionSubject & {
  readonly state: 'requested' | 'accepted' | 'rejected';
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly note: string;
  /** Of a difference that was decided about. */
  readonly finding: CorrectionFinding | null;
};

export type CorrectionCommand =
  | {
      readonly type: 'report';
      readonly actor: string;
      readonly subject: CorrectionSubject;
      /** 日の区切り of the duty date. */
      readonly dayBoundary: Minutes;
    }
  | {
      readonly type: 'accept';
      readonly actor: string;
      readonly note: string;
      /** Hours of a difference found to be work, where they differ from the answer or the answer was 「勤務ではない」. */
      readonly worked?: Span;
    }
  | { readonly type: 'reject'; readonly actor: string; readonly note: string }
  | {
      /** 実態調査 by 人事課: decides what is disputed, grave, or was never answered. */
      readonly type: 'investigate';
      readonly actor: string;
      readonly note: string;
      /** Hours found to be work; null = no work. */
      readonly worked: Span | null;
      /** The difference, where nobody has answered it. */
      readonly subject: CorrectionSubject;
      /** A 著しい difference closed as no work waits for the investigation although it was accepted. */
      readonly grave: boolean;
    };

/** Two answers that say the same, whatever the order of their members where they were stored. */
const sameAnswer = (a: DifferenceAnswer | null, b: DifferenceAnswer | null): boolean => {
  if (a === null || b === null) return a === b;
  if (a.says === 'work') return b.says === 'work' && a.from === b.from && a.until === b.until;
  return b.says === 'notWork' && a.reason === b.reason;
};

const same = (a: CorrectionSubject, b: CorrectionSubject): boolean =>
  a.staff === b.staff &&
  a.dutyDate === b.dutyDate &&
  a.about === b.about &&
  a.in === b.in &&
  a.out === b.out &&
  a.reason === b.reason &&
  sameAnswer(a.answer, b.answer);

/** Decides a deed about one correction. A correction never touches the punch: it stands beside it. */
export function decideCorrection(
  command: CorrectionCommand,
  state: Correction | null,
  now: Moment,
): Decided<CorrectionEvent> {
  if (command.type === 'report') return report(command, state, now);
  if (command.type === 'investigate') return decideFinding(command, state);
  if (state === null) return refuse('correction.not-found');
  if (state.staff === command.actor) return refuse('correction.decide.own');
  const goal = command.type === 'accept' ? 'accepted' : 'rejected';
  if (state.state === goal) return { events: [] };
  if (state.state !== 'requested') return refuse('correction.decide.already-decided', {}, { state: state.state });
  if (goal === 'rejected' && command.note === '') return refuse('correction.reject.note-missing');
  if (state.about === 'discrepancy') return decideFinding(command, state);
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
  } else {
    if (subject.answer === null) return refuse('correction.report.answer-missing');
    const until = subject.answer.says === 'work' ? subject.answer.until : 0;
    if (!(since >= until)) return refuse('correction.report.in-future');
    if (subject.answer.says === 'work' && until <= subject.answer.from) {
      return refuse('correction.report.out-before-in', { in: subject.answer.from });
    }
  }
  return { events: [{ kind: 'CorrectionReported', data: subject }] };
}

/** Folds one event into the correction. */
export function evolveCorrection(state: Correction | null, recorded: Recorded<CorrectionEvent>): Correction {
  const { event, actor, occurredAt } = recorded;
  if (event.kind === 'CorrectionReported') {
    const asked = { requestedBy: actor, requestedAt: occurredAt, decidedBy: null, decidedAt: null };
    return { ...event.data, answer: event.data.answer ?? null, ...asked, state: 'requested', note: '', finding: null };
  }
  if (state === null) throw new Error(`${event.kind} cannot open a correction`);
  const goal = event.kind === 'CorrectionRejected' ? 'rejected' : 'accepted';
  const { note, finding = null } = event.data;
  return { ...state, state: goal, decidedBy: actor, decidedAt: occurredAt, note, finding };
}
