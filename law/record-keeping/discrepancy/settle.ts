import type { Decision, Step } from '../../decision/decision.ts';
import type { EpochDay } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { type Span, Spans } from '../../time/spans.ts';
import { discrepancyCitations as cited } from '../citations.ts';
import { type DiscrepancyRules, modelRecordKeeping } from '../rules.ts';
import type { Difference } from './types.ts';

/**
 * 乖離の理由と補正 (把握ガイドライン 4(3)ウ・エ): from a difference, what the person says and what a second person finds, to the
 * minutes that are corrected. Time under command is work even where it was declared to be a break or study.
 */

export type NotWork = 'break' | 'selfStudy' | 'waiting' | 'private' | 'other';

/** What the staff member says about the difference. */
export type Answer =
  | { readonly says: 'work'; readonly by: string; readonly on: EpochDay; readonly worked: Span }
  | { readonly says: 'notWork'; readonly by: string; readonly on: EpochDay; readonly reason: NotWork };

/** What a second person found. `investigated` = by an investigation (実態調査), not by the person's word alone. */
export type Finding = {
  readonly by: string;
  readonly on: EpochDay;
  readonly investigated: boolean;
} & ({ readonly found: 'work'; readonly worked: Span } | { readonly found: 'notWork'; readonly ground: string });

export type SettlementInput = {
  readonly staffMember: string;
  readonly difference: Difference;
  /** A 著しい difference cannot be closed as no work without an investigation. */
  readonly mustInvestigate: boolean;
  readonly shownOn: EpochDay;
  readonly answer: Answer | null;
  readonly finding: Finding | null;
  readonly asOf: EpochDay;
};

export type Settlement = {
  readonly state:
    | 'awaitsAnswer'
    | 'awaitsConfirmation'
    | 'awaitsInvestigation'
    | 'disputed' // the person says work, the second person says not: personnel decide by an investigation
    | 'notWork'
    | 'corrected';
  /** Stretches that become work: they flow into caps, pay hours and health. Empty until `corrected`. */
  readonly corrected: readonly Span[];
  readonly correctedMinutes: Minutes;
  /** Of them, minutes outside the difference: claimed beyond the records of presence. */
  readonly outside: Minutes;
  /** Until when the next deed is due, and whether that day is over. */
  readonly by: EpochDay | null;
  readonly overdue: boolean;
};

/**
 * answerAwaited: by · saidWork: from, until · saidNotWork (words: reason) · confirmationAwaited: by · secondPersonFoundWork: from, until, minutes ·
 * secondPersonConfirmedNotWork (words: ground) · investigationAwaited: by · claimDisputed: by · minutesCorrected: minutes · beyondRecords: minutes ·
 * settlementOverdue: by, days · claimNotRefused
 */
export type SettlementStepName =
  | 'answerAwaited'
  | 'saidWork'
  | 'saidNotWork'
  | 'confirmationAwaited'
  | 'secondPersonFoundWork'
  | 'secondPersonConfirmedNotWork'
  | 'investigationAwaited'
  | 'claimDisputed'
  | 'minutesCorrected'
  | 'beyondRecords'
  | 'settlementOverdue'
  | 'claimNotRefused';

/** What cannot be: an answer or a finding on a day that it cannot have, a person who confirms the own word, no span. */
export type SettlementDefect = 'answerOutOfTime' | 'findingOutOfTime' | 'notAnswered' | 'ownWord' | 'noSpan';

export class ImpossibleSettlement extends Error {
  override readonly name = 'ImpossibleSettlement';
  readonly defect: SettlementDefect;

  constructor(defect: SettlementDefect) {
    super(defect);
    this.defect = defect;
  }
}

type Steps = Step<SettlementStepName>[];
const LAST = 48 * 60;

function checkWorked({ from, until }: Span): void {
  const whole = Number.isSafeInteger(from) && Number.isSafeInteger(until);
  if (!whole || from < 0 || until <= from || until > LAST) throw new ImpossibleSettlement('noSpan');
}

function check({ staffMember, answer, finding, shownOn, asOf }: SettlementInput): void {
  if (answer !== null && (answer.on < shownOn || answer.on > asOf)) {
    throw new ImpossibleSettlement('answerOutOfTime');
  }
  if (answer?.says === 'work') checkWorked(answer.worked);
  if (finding === null) return;
  if (finding.on > asOf || finding.on < (answer?.on ?? shownOn)) {
    throw new ImpossibleSettlement('findingOutOfTime');
  }
  if (answer === null && !finding.investigated) throw new ImpossibleSettlement('notAnswered');
  if (finding.by === answer?.by || finding.by === staffMember) throw new ImpossibleSettlement('ownWord');
  if (finding.found === 'work') checkWorked(finding.worked);
}

const open = (state: Settlement['state'], by: EpochDay, asOf: EpochDay, steps: Steps): Settlement => {
  const overdue = asOf > by;
  const figures = { by, days: asOf - by };
  if (overdue) steps.push({ says: 'settlementOverdue', figures, citation: cited.investigate });
  return { state, corrected: [], correctedMinutes: 0, outside: 0, by, overdue };
};

function sayAnswer(answer: Answer, steps: Steps): void {
  if (answer.says === 'notWork') {
    steps.push({ says: 'saidNotWork', figures: {}, words: { reason: answer.reason }, citation: cited.trueReason });
    return;
  }
  const { from, until } = answer.worked;
  steps.push({ says: 'saidWork', figures: { from, until }, citation: cited.trueReason });
  steps.push({ says: 'claimNotRefused', figures: {}, citation: cited.neverRefused });
}

function correct(difference: Difference, worked: Span, steps: Steps): Settlement {
  const spans = Spans.of(worked);
  const outside = spans.minus(Spans.of(difference.span)).total;
  const minutes = spans.total;
  const { from, until } = worked;
  steps.push({ says: 'secondPersonFoundWork', figures: { from, until, minutes }, citation: cited.trueReason });
  if (outside > 0) steps.push({ says: 'beyondRecords', figures: { minutes: outside }, citation: cited.objective });
  steps.push({ says: 'minutesCorrected', figures: { minutes }, citation: cited.correct });
  return { state: 'corrected', corrected: spans.list, correctedMinutes: minutes, outside, by: null, overdue: false };
}

const closed: Settlement = {
  state: 'notWork',
  corrected: [],
  correctedMinutes: 0,
  outside: 0,
  by: null,
  overdue: false,
};

/**
 * Where a difference stands, and what is corrected.
 * @throws ImpossibleSettlement
 */
export function settleDifference(
  input: SettlementInput,
  rules: DiscrepancyRules = modelRecordKeeping.discrepancy,
): Decision<Settlement, SettlementStepName> {
  check(input);
  const steps: Steps = [];
  return { outcome: settled(input, rules, steps), steps };
}

function settled(input: SettlementInput, rules: DiscrepancyRules, steps: Steps): Settlement {
  const { difference, mustInvestigate, shownOn, answer, finding, asOf } = input;
  if (answer !== null) sayAnswer(answer, steps);
  if (finding === null) {
    const by = answer === null ? shownOn + rules.answerDays : answer.on + rules.confirmDays;
    const says = answer === null ? 'answerAwaited' : 'confirmationAwaited';
    steps.push({ says, figures: { by }, citation: cited.trueReason });
    return open(answer === null ? 'awaitsAnswer' : 'awaitsConfirmation', by, asOf, steps);
  }
  if (finding.found === 'work') return correct(difference, finding.worked, steps);
  if (answer?.says === 'work' && !finding.investigated) {
    const by = finding.on + rules.confirmDays;
    steps.push({ says: 'claimDisputed', figures: { by }, citation: cited.neverRefused });
    return open('disputed', by, asOf, steps);
  }
  if (mustInvestigate && !finding.investigated) {
    const by = shownOn + rules.investigateDays;
    steps.push({ says: 'investigationAwaited', figures: { by }, citation: cited.investigate });
    return open('awaitsInvestigation', by, asOf, steps);
  }
  const words = { ground: finding.ground };
  steps.push({ says: 'secondPersonConfirmedNotWork', figures: {}, words, citation: cited.trueReason });
  return closed;
}
