import type { Decision } from '../../decision/decision.ts';
import type { EpochDay } from '../../time/civil.ts';
import { schemeCitations } from '../citations.ts';
import { type Deadline, type DeadlineStepName, judgeDeadlines, type Plan } from '../procedure/deadlines.ts';
import { keptThrough } from '../procedure/interview-record.ts';
import { modelStressCheck, type StressCheckRules } from '../rules.ts';

/** Steps of one person's stress check. */
export const checkDeadlineNames = ['check', 'result', 'request', 'interview', 'opinion'] as const;
export type CheckDeadlineName = (typeof checkDeadlineNames)[number];

export type PersonCheck = {
  /** Day of the check of the year before; absent = the first one. */
  readonly lastCheck?: EpochDay;
  /** First day of the scheme here, from which the first check is due within a year. */
  readonly schemeFrom: EpochDay;
  /** The 実施者 found an interview necessary (高ストレス者で面接指導が必要). */
  readonly interviewFoundNecessary: boolean;
  readonly done: { readonly [each in CheckDeadlineName]?: EpochDay };
  readonly asOf: EpochDay;
};

export type CheckDeadlines = {
  readonly deadlines: readonly Deadline<CheckDeadlineName>[];
  /** Last day on which the result is kept, and the record of the interview; null while there is none. */
  readonly resultKeptThrough: EpochDay | null;
  readonly recordKeptThrough: EpochDay | null;
};

/** On what it rests how long results and records are kept. */
export const keptCitations = [schemeCitations.consentForm, schemeCitations.record] as const;

function plansOf(check: PersonCheck, { terms }: StressCheckRules): readonly Plan<CheckDeadlineName>[] {
  const cites = schemeCitations;
  const due = { on: keptThrough(check.lastCheck ?? check.schemeFrom, 1) };
  const plans: readonly Plan<CheckDeadlineName>[] = [
    { step: 'check', citation: cites.yearly, due },
    { step: 'result', citation: cites.result, due: { after: 'check', term: terms.notifyResult } },
    { step: 'request', citation: cites.request, due: { after: 'result', term: terms.request } },
    { step: 'interview', citation: cites.request, due: { after: 'request', term: terms.interview } },
    { step: 'opinion', citation: cites.opinion, due: { after: 'interview', term: terms.opinion } },
  ];
  return plans.map((plan) =>
    check.interviewFoundNecessary || plan.step === 'check' || plan.step === 'result'
      ? plan
      : { ...plan, due: { never: 'interviewNotNecessary' }, citation: cites.eligible },
  );
}

/**
 * When the steps of a person's stress check are due (安衛則52条の9, 52条の12, 52条の16, 52条の19), and until when result and
 * record are kept (52条の13, 52条の18). The interview follows a request only; a late request is accepted and flagged.
 * @throws ImpossibleDates
 */
export function judgeCheckDeadlines(
  check: PersonCheck,
  rules: StressCheckRules = modelStressCheck,
): Decision<CheckDeadlines, DeadlineStepName> {
  const { outcome: deadlines, steps } = judgeDeadlines(plansOf(check, rules), check.done, check.asOf);
  const kept = (from: EpochDay | undefined) => (from === undefined ? null : keptThrough(from, rules.keepYears));
  const outcome = {
    deadlines,
    resultKeptThrough: kept(check.done.check),
    recordKeptThrough: kept(check.done.interview),
  };
  return { outcome, steps };
}
