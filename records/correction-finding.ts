import type { Span } from '@tokimori/law/time/spans';
import type { Correction, CorrectionCommand, CorrectionEvent, CorrectionFinding } from './correction.ts';
import { type Decided, refuse } from './recorded.ts';

type Answer = Decided<CorrectionEvent>;
type Finding = Exclude<CorrectionCommand, { type: 'report' }>;

/** Longest duty date, in minutes from its 0:00. */
const LAST = 2 * 1440;

/**
 * What a second person finds about a difference (把握ガイドライン 4(3)ウ・エ). The head agrees with the answer, finds work where
 * none was told, or does not agree; 人事課 decides by an investigation what is disputed, grave, or was never answered.
 * No claim is refused for its hours. Nobody decides about an own day.
 */
export function decideFinding(command: Finding, state: Correction | null): Answer {
  if (command.type === 'investigate') return investigate(command, state);
  if (state === null) return refuse('correction.not-found');
  if (command.type === 'reject') {
    const disputed = state.answer?.says === 'work';
    const finding: CorrectionFinding = { found: 'notWork', investigated: false };
    return one({ kind: 'CorrectionRejected', data: { note: command.note, ...(disputed ? { finding } : {}) } });
  }
  const worked = command.worked ?? (state.answer?.says === 'work' ? state.answer : null);
  if (worked !== null) {
    if (!isSpan(worked)) return refuse('correction.accept.no-span', { in: worked.from });
    return accepted(command.note, workOf(worked, false));
  }
  if (state.answer !== null && command.note === '') return refuse('correction.accept.ground-missing');
  return state.answer === null
    ? one({ kind: 'CorrectionAccepted', data: { note: command.note } })
    : accepted(command.note, { found: 'notWork', investigated: false });
}

const one = (event: CorrectionEvent): Answer => ({ events: [event] });
const accepted = (note: string, finding: CorrectionFinding): Answer =>
  one({ kind: 'CorrectionAccepted', data: { note, finding } });
const workOf = ({ from, until }: Span, investigated: boolean): CorrectionFinding => ({
  found: 'work',
  from,
  until,
  investigated,
});
const isSpan = ({ from, until }: Span): boolean => from >= 0 && until > from && until <= LAST;

function sameFinding(a: CorrectionFinding | null, b: CorrectionFinding): boolean {
  if (a === null || a.investigated !== b.investigated) return false;
  if (a.found === 'work') return b.found === 'work' && a.from === b.from && a.until === b.until;
  return b.found === 'notWork';
}

/** What an investigation may decide: nothing told, waiting, not agreed; or, where grave, no work without an investigation. */
function mayInvestigate(state: Correction, grave: boolean): boolean {
  if (state.state !== 'accepted') return true;
  return grave && state.finding?.found === 'notWork' && !state.finding.investigated;
}

function investigate(command: Extract<Finding, { type: 'investigate' }>, state: Correction | null): Answer {
  const { actor, worked, note, subject, grave } = command;
  if (subject.staff === actor) return refuse('correction.decide.own');
  if (note === '') return refuse('correction.investigate.note-missing');
  if (worked !== null && !isSpan(worked)) return refuse('correction.accept.no-span', { in: worked.from });
  const finding: CorrectionFinding = worked === null ? { found: 'notWork', investigated: true } : workOf(worked, true);
  const investigated: CorrectionEvent = { kind: 'CorrectionInvestigated', data: { note, finding } };
  if (state === null) {
    return { events: [{ kind: 'CorrectionReported', data: { ...subject, answer: null } }, investigated] };
  }
  if (sameFinding(state.finding, finding) && state.decidedBy === actor) return { events: [] };
  if (state.requestedBy === actor && state.answer !== null) return refuse('correction.decide.own');
  if (!mayInvestigate(state, grave)) {
    return refuse('correction.decide.already-decided', {}, { state: state.state });
  }
  return one(investigated);
}
