import type { Dated } from '../decision/dated.ts';
import { hours, type Minutes } from '../time/minutes.ts';
import { guidanceCitations } from './citations.ts';

/**
 * 医師による面接指導: whom the two rules reach. 人事院規則10―4 第22条の2 and the municipal rules made after it go by the
 * overtime of the month, 労働安全衛生法66条の8 by every hour worked beyond 40 a week. A person is due when either fires.
 */

/** 以上 or 超. */
export type GuidanceComparison = 'atLeast' | 'moreThan';
export type GuidanceThreshold = { readonly hours: Minutes; readonly fires: GuidanceComparison };

export const guidanceRuleNames = ['month100', 'average', 'month80', 'law80'] as const;
export type GuidanceRuleName = (typeof guidanceRuleNames)[number];

/**
 * A class that a municipality adds to the national ones (日向市: 45時間超100時間以下は申出; 野辺地町: 80時間超はすべて).
 * Hours of the month above `from` (null: any) and up to and including `through` (null: no end).
 */
export type LocalClass = {
  /** A short name of the municipality's own, unique among its classes. */
  readonly id: string;
  readonly from: GuidanceThreshold | null;
  readonly through: Minutes | null;
  /** Without request; on request; or when the head of the department or a doctor finds it necessary (所属長・医師が必要と認める). */
  readonly when: 'withoutRequest' | 'onRequest' | 'foundNecessary';
  /** Whether a doctor's finding that no interview is needed exempts from it. */
  readonly exempts: boolean;
};

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
  /** Classes beside the national ones. */
  readonly localClasses: readonly LocalClass[];
  /** Whether 休日勤務 inside allotted hours counts in the month and the averages (七戸町). It always counts for the law's rule. */
  readonly includeHolidayWork: boolean;
  /** Whether the municipal rule reaches 管理監督職員. The law's rule always does. */
  readonly managersIncluded: boolean;
};

/** The national rule. Whether a finding exempts at 100 hours could not be read: it does not (the safe side). */
export const modelGuidance: GuidanceRules = {
  month: { hours: hours(100), fires: 'atLeast' },
  average: { hours: hours(80), fires: 'moreThan' },
  monthOnRequest: { hours: hours(80), fires: 'moreThan' },
  exempts: ['average', 'month80', 'law80'],
  localClasses: [],
  includeHolidayWork: false,
  managersIncluded: true,
};

const upTo100 = hours(100);
/** 日向市: 月100時間超; 80時間超100時間以下は所属長・医師が必要と認めるとき; 45時間超100時間以下と、その他の者は申出. */
export const hyugaGuidance: GuidanceRules = {
  ...modelGuidance,
  month: { hours: upTo100, fires: 'moreThan' },
  localClasses: [
    {
      id: '80時間超100時間以下',
      from: { hours: hours(80), fires: 'moreThan' },
      through: upTo100,
      when: 'foundNecessary',
      exempts: true,
    },
    {
      id: '45時間超100時間以下',
      from: { hours: hours(45), fires: 'moreThan' },
      through: upTo100,
      when: 'onRequest',
      exempts: true,
    },
    { id: '申出をした者', from: null, through: null, when: 'onRequest', exempts: true },
  ],
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

/** 月80時間を超える (安衛則52条の2第1項). It was 100 before; months before this rule are refused. */
export const lawThresholds: readonly Dated<Minutes>[] = [
  { from: '2019-04-01', value: hours(80), citation: guidanceCitations.law80, checkedOn: '2026-11-28' },
];
/** Whether the sevenths of a minute beyond 40 hours a week exceed the law's threshold. */
export const firesByLaw = (sevenths: number, threshold: Minutes): boolean => sevenths > 7 * threshold;
