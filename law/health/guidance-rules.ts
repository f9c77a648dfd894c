import type { Citation, Confidence } from '../decision/citation.ts';
import { hours, type Minutes } from '../time/minutes.ts';

/**
 * 医師による面接指導: whom the two rules reach. 人事院規則10―4 第22条の2 and the municipal rules made after it go by the
 * overtime of the month, 労働安全衛生法66条の8 by every hour worked beyond 40 a week. A person is due when either fires.
 */

/** 以上 or 超. */
export type GuidanceComparison = 'atLeast' | 'moreThan';
export type GuidanceThreshold = { readonly hours: Minutes; readonly fires: GuidanceComparison };

export const guidanceRuleNames = ['month100', 'average', 'month80', 'law80'] as const;
export type GuidanceRuleName = (typeof guidanceRuleNames)[number];

/** What a municipality decides about the interview; the law's own rule (`law80`) is not among it. */
export type GuidanceRules = {
  /** Without request, by the month alone. */
  readonly month: GuidanceThreshold;
  /** Without request, by the average of two to six months that end in the month. */
  readonly average: GuidanceThreshold;
  /** On request. */
  readonly monthOnRequest: GuidanceThreshold;
  /** Rules from which a doctor's finding that no interview is needed exempts. */
  readonly exempts: readonly GuidanceRuleName[];
};

/** The national rule. Whether a finding exempts at 100 hours could not be read: it does not (the safe side). */
export const modelGuidance: GuidanceRules = {
  month: { hours: hours(100), fires: 'atLeast' },
  average: { hours: hours(80), fires: 'moreThan' },
  monthOnRequest: { hours: hours(80), fires: 'moreThan' },
  exempts: ['average', 'month80', 'law80'],
};

const from =
  (instrument: string, revision: string) =>
  (path: string, confidence: Confidence): Citation => ({
    instrument,
    revision,
    path,
    confidence,
  });
const healthRule = from('npa-rule-10-4', '2019-04-01');
const healthNotice = from('npa-notice-97', '2019-02-04');
const safetyRegulation = from('safety-health-regulation', '2019-04-01');

export const guidanceCitations: Readonly<Record<GuidanceRuleName | 'exemption', Citation>> = {
  month100: healthRule('a=22_2/p=1/i=1', 'A'),
  average: healthRule('a=22_2/p=1/i=1', 'A'),
  month80: healthRule('a=22_2/p=1/i=2', 'A'),
  law80: safetyRegulation('a=52_2/p=1', 'A'),
  exemption: healthNotice('1(3)', 'A'),
};

/** Whether a sum reaches a threshold taken `times` times. */
export function reaches({ hours: threshold, fires }: GuidanceThreshold, sum: Minutes, times = 1): boolean {
  return fires === 'atLeast' ? sum >= threshold * times : sum > threshold * times;
}

/**
 * 週40時間を超える労働時間 of a month (安衛則52条の2第1項): all hours worked less 40 hours for each seven days of the calendar.
 * Sevenths of a minute, so that nothing is rounded before it is compared.
 */
export function beyondForty(worked: Minutes, days: number): { readonly sevenths: number; readonly shown: Minutes } {
  const sevenths = 7 * worked - 40 * 60 * days;
  // Rounded up: a shown 80:00 never fires, 80:01 does.
  return { sevenths, shown: Math.ceil(sevenths / 7) };
}

/** 月80時間を超える (安衛則52条の2第1項). */
export const LAW_THRESHOLD: Minutes = hours(80);
export const firesByLaw = (sevenths: number): boolean => sevenths > 7 * LAW_THRESHOLD;
