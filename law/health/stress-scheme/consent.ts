import type { Decision, Step } from '../../decision/decision.ts';
import type { EpochDay } from '../../time/civil.ts';
import { schemeCitations } from '../citations.ts';

/**
 * Who may see what of a stress check. The employer learns a person's result only with the person's consent, in writing or
 * electronically, given after the result was told (労働安全衛生法66条の10第2項, 安衛則52条の13); the request for an interview counts as one.
 */
export type Consent = { readonly on: EpochDay; readonly form: 'written' | 'electronic' | 'oral' };

export type CheckedResult = {
  /** The result was told to the person, directly by the 実施者; absent = not yet. */
  readonly toldOn?: EpochDay;
  readonly consents: readonly Consent[];
  readonly interviewRequestedOn?: EpochDay;
  readonly asOf: EpochDay;
};

export type EmployerAccess = {
  readonly mayBeGiven: boolean;
  /** The day from which it may be given; null when it may not. */
  readonly since: EpochDay | null;
  readonly by: 'consent' | 'interviewRequest' | null;
};

/**
 * resultNotTold · resultTold: on · consentTooEarly: on, told · consentOral: on · consentHolds: on · consentToCome: on, asOf ·
 * requestIsConsent: on · accessVerdict: (words: may)
 */
export type ConsentStepName =
  | 'resultNotTold'
  | 'resultTold'
  | 'consentTooEarly'
  | 'consentOral'
  | 'consentToCome'
  | 'consentHolds'
  | 'noConsent'
  | 'requestIsConsent'
  | 'accessVerdict';

function consentStep({ on, form }: Consent, told: EpochDay, asOf: EpochDay): Step<ConsentStepName> {
  if (on > asOf) return { says: 'consentToCome', figures: { on, asOf }, citation: schemeCitations.consent };
  if (on < told) return { says: 'consentTooEarly', figures: { on, told }, citation: schemeCitations.consent };
  if (form === 'oral') return { says: 'consentOral', figures: { on }, citation: schemeCitations.consentForm };
  return { says: 'consentHolds', figures: { on }, citation: schemeCitations.consent };
}

const verdict = (may: boolean): Step<ConsentStepName> => ({
  says: 'accessVerdict',
  figures: {},
  words: { may: may ? 'yes' : 'no' },
});

/**
 * Whether the employer may be given a person's result as of a day. A consent of the day on which the result was told holds:
 * days do not say which came first, so the sheet asks for it below the result.
 */
export function judgeEmployerAccess(result: CheckedResult): Decision<EmployerAccess, ConsentStepName> {
  const { toldOn, consents, interviewRequestedOn, asOf } = result;
  if (toldOn === undefined || toldOn > asOf) {
    const step = { says: 'resultNotTold', figures: {}, citation: schemeCitations.result } as const;
    return { outcome: { mayBeGiven: false, since: null, by: null }, steps: [step, verdict(false)] };
  }
  const steps: Step<ConsentStepName>[] = [
    { says: 'resultTold', figures: { on: toldOn }, citation: schemeCitations.result },
    ...consents.map((consent) => consentStep(consent, toldOn, asOf)),
  ];
  if (consents.length === 0) steps.push({ says: 'noConsent', figures: {}, citation: schemeCitations.consent });
  const held = consents.filter(({ on, form }) => on >= toldOn && on <= asOf && form !== 'oral').map(({ on }) => on);
  const requested =
    interviewRequestedOn !== undefined && interviewRequestedOn >= toldOn && interviewRequestedOn <= asOf;
  if (requested) {
    const figures = { on: interviewRequestedOn };
    steps.push({ says: 'requestIsConsent', figures, citation: schemeCitations.requestAsConsent });
  }
  const consentSince = held.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...held);
  const requestSince = requested ? interviewRequestedOn : Number.POSITIVE_INFINITY;
  const mayBeGiven = held.length > 0 || requested;
  const since = mayBeGiven ? Math.min(consentSince, requestSince) : null;
  const by = !mayBeGiven ? null : consentSince <= requestSince ? 'consent' : 'interviewRequest';
  return { outcome: { mayBeGiven, since, by }, steps: [...steps, verdict(mayBeGiven)] };
}

/** Things of a stress check that someone may ask to see. */
export const checkItems = ['answers', 'result', 'taken', 'interviewOpinion', 'groupAnalysis'] as const;
export type CheckItem = (typeof checkItems)[number];
export const checkReaders = ['person', 'implementer', 'implementationOffice', 'personnel', 'departmentHead'] as const;
export type CheckReader = (typeof checkReaders)[number];

/**
 * `always`, `never`, or `withConsent` of the person. Whether someone took part is no result, and serves to remind. Who has the
 * authority to dismiss may neither be 実施者 nor handle answers (安衛則52条の10第2項).
 */
export type Access = 'always' | 'withConsent' | 'never';
export const checkAccess: Readonly<Record<CheckReader, Readonly<Record<CheckItem, Access>>>> = {
  person: { answers: 'always', result: 'always', taken: 'always', interviewOpinion: 'always', groupAnalysis: 'never' },
  implementer: {
    answers: 'always',
    result: 'always',
    taken: 'always',
    interviewOpinion: 'always',
    groupAnalysis: 'always',
  },
  implementationOffice: {
    answers: 'always',
    result: 'always',
    taken: 'always',
    interviewOpinion: 'never',
    groupAnalysis: 'always',
  },
  personnel: {
    answers: 'never',
    result: 'withConsent',
    taken: 'always',
    interviewOpinion: 'always',
    groupAnalysis: 'always',
  },
  departmentHead: {
    answers: 'never',
    result: 'never',
    taken: 'never',
    interviewOpinion: 'never',
    groupAnalysis: 'always',
  },
};

/** On what it rests who may not handle answers. */
export const handlersCitation = schemeCitations.handlers;

/** Whether someone may be 実施者 or handle answers: not with authority over 解雇, 昇進 or 異動 (安衛則52条の10第2項). */
export const mayHandleAnswers = (holdsPersonnelAuthority: boolean): boolean => !holdsPersonnelAuthority;
