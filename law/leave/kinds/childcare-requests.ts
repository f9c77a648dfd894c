import type { Citation } from '../../decision/citation.ts';
import { type Dated, inForce } from '../../decision/dated.ts';
import type { Decision } from '../../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { lastDayBeforeSchool } from '../ages.ts';
import { endOfMonths, monthsBefore } from '../annual/leave-year.ts';
import { childcareRequestCitations as cites } from '../citations.ts';
import { Impossible } from '../impossible.ts';
import { type LeaveRules, modelLeave } from '../rules.ts';
import { judgeShortTime, type ShortTimeVerdict } from './short-time.ts';
import type { LeaveKindStepName } from './step-names.ts';
import type { KindStep } from './taking-types.ts';

/** 育児休業 · 育児休業 within 57 days of the birth (産後パパ育休) · 育児短時間勤務. */
export const childcareRequestKinds = ['childcareLeave', 'birthPeriodLeave', 'childcareShortTime'] as const;
export type ChildcareRequestKind = (typeof childcareRequestKinds)[number];

/** 育児休業 of full-time staff: until the child attains three years, in months (育児休業法2条1項). */
export const childcareLeaveMonths: readonly Dated<number>[] = [
  { from: '2002-04-01', value: 36, citation: cites.leave, checkedOn: '2026-11-28' },
];
/** Of 非常勤職員: the ages in months between which the ordinance chooses by the case: 1歳, 1歳2か月, 1歳6か月, 2歳. */
export const partTimeMonths = [12, 14, 18, 24] as const;
export type PartTimeMonths = (typeof partTimeMonths)[number];
export const partTimeLeaveMonths: readonly Dated<readonly PartTimeMonths[]>[] = [
  { from: '2017-10-01', value: partTimeMonths, citation: cites.partTime, checkedOn: '2026-11-28' },
];
/** Days from the birth, its own day included, in which the leave of the birth period lies. */
export const birthPeriodDays: readonly Dated<number>[] = [
  { from: '2022-10-01', value: 57, citation: cites.birthPeriod, checkedOn: '2026-11-28' },
];
/** Months of one request of 育児短時間勤務 (育児休業法10条2項). */
export const shortTimePeriods: readonly Dated<{ least: number; most: number }>[] = [
  { from: '2009-04-01', value: { least: 1, most: 12 }, citation: cites.shortTimePeriod, checkedOn: '2026-11-28' },
];

export type ChildcareRequest = {
  readonly kind: ChildcareRequestKind;
  readonly requestedOn: EpochDay;
  readonly from: EpochDay;
  /** Last day. */
  readonly through: EpochDay;
  /** Day of birth; `expected`: not born yet, and the day is the due date. */
  readonly child: { readonly bornOn: EpochDay; readonly expected: boolean };
  /** null = full-time staff; of 非常勤職員 the age in months that the ordinance allows in the case. */
  readonly partTime: PartTimeMonths | null;
  /** Of 育児短時間勤務: minutes of the duty days of a week. */
  readonly week: readonly Minutes[] | null;
};

export const childcareRequestRefusals = [
  'late',
  'partTime',
  'beforeBirth',
  'childOver',
  'tooShort',
  'tooLong',
  'pattern',
] as const;
export type ChildcareRequestRefusal = (typeof childcareRequestRefusals)[number];

export type ChildcareRequestVerdict = {
  readonly verdict: 'accepted' | 'refused';
  /** Everything that is against it, in the order of `childcareRequestRefusals`. */
  readonly refusals: readonly ChildcareRequestRefusal[];
  /** The last day on which it could be asked for. */
  readonly askedBy: EpochDay;
  /** The last day that the child allows. */
  readonly childThrough: EpochDay;
  /** null = not 育児短時間勤務. */
  readonly shortTime: ShortTimeVerdict | null;
};

export type ChildcareRequestDefect = 'reversed' | 'weekMissing' | 'weekNotNeeded' | 'dayLength';
/** Thrown when a request cannot be true, or the week of 育児短時間勤務 is not told. */
export class ImpossibleChildcareRequest extends Impossible<ChildcareRequestDefect> {
  override readonly name = 'ImpossibleChildcareRequest';
}

type Looked = { readonly refusals: readonly ChildcareRequestRefusal[]; readonly steps: readonly KindStep[] };

function validate({ kind, from, through, week }: ChildcareRequest): void {
  if (through < from) throw new ImpossibleChildcareRequest('reversed');
  if (kind !== 'childcareShortTime') {
    if (week !== null) throw new ImpossibleChildcareRequest('weekNotNeeded');
    return;
  }
  if (week === null || week.length === 0 || week.length > 7) throw new ImpossibleChildcareRequest('weekMissing');
  if (week.some((minutes) => !(minutes > 0 && minutes <= 1440))) throw new ImpossibleChildcareRequest('dayLength');
}

/** The last day to ask: so many months (民法143条) or weeks before it begins; the day with the same number is in time. */
function askedByOf({ kind, from }: ChildcareRequest, rules: LeaveRules) {
  if (kind === 'birthPeriodLeave') {
    const weeks = rules.birthLeaveLeadWeeks;
    return { askedBy: from - 7 * weeks, figures: { months: 0, weeks }, citation: cites.leadTime };
  }
  const ofLeave = kind === 'childcareLeave';
  const months = ofLeave ? rules.childcareLeaveLeadMonths : rules.shortTimeLeadMonths;
  const citation = ofLeave ? cites.leadTime : cites.shortTimePeriod;
  return { askedBy: monthsBefore(from, months), figures: { months, weeks: 0 }, citation };
}

/** The last day that the child allows. */
function childThroughOf({ kind, from, child, partTime }: ChildcareRequest) {
  const on = formatLocalDate(from);
  const { bornOn } = child;
  if (kind === 'childcareShortTime') return { childThrough: lastDayBeforeSchool(bornOn), citation: cites.shortTime };
  if (kind === 'birthPeriodLeave') {
    const { value, citation } = inForce(birthPeriodDays, on);
    return { childThrough: bornOn + value - 1, citation };
  }
  const { value, citation } = inForce(childcareLeaveMonths, on);
  if (partTime === null) return { childThrough: endOfMonths(bornOn, value), citation };
  return { childThrough: endOfMonths(bornOn, partTime), citation: inForce(partTimeLeaveMonths, on).citation };
}

function lookAtChild(request: ChildcareRequest, through: EpochDay, citation: Citation): Looked {
  const { from, child } = request;
  const steps: KindStep[] = [];
  const refusals: ChildcareRequestRefusal[] = [];
  const born = formatLocalDate(child.bornOn);
  if (from < child.bornOn) {
    refusals.push('beforeBirth');
    steps.push({ says: 'requestBeforeBirth', figures: {}, words: { born }, citation });
  } else if (child.expected) {
    steps.push({ says: 'requestBirthExpected', figures: {}, words: { born }, citation });
  }
  const over = request.through > through;
  if (over) refusals.push('childOver');
  const words = { through: formatLocalDate(through) };
  steps.push({ says: over ? 'requestChildOver' : 'requestChildKept', figures: {}, words, citation });
  return { refusals, steps };
}

/** One request of 育児短時間勤務: a month at least and a year at most, and a pattern of the law or the ordinance. */
function lookAtShortTime(
  request: ChildcareRequest,
  rules: LeaveRules,
): Looked & { shortTime: ShortTimeVerdict | null } {
  const { kind, from, through, week } = request;
  if (kind !== 'childcareShortTime' || week === null) return { refusals: [], steps: [], shortTime: null };
  const { value, citation } = inForce(shortTimePeriods, formatLocalDate(from));
  const [shortest, longest] = [endOfMonths(from, value.least), endOfMonths(from, value.most)];
  const refusal: ChildcareRequestRefusal | null =
    through < shortest ? 'tooShort' : through > longest ? 'tooLong' : null;
  const pattern = judgeShortTime(week, from, rules);
  return {
    refusals: [
      ...(refusal === null ? [] : [refusal]),
      ...(pattern.outcome.pattern === null ? (['pattern'] as const) : []),
    ],
    steps: [
      {
        says: refusal === null ? 'requestPeriodKept' : 'requestPeriodBroken',
        figures: { least: value.least, most: value.most },
        words: { from: formatLocalDate(shortest), through: formatLocalDate(longest) },
        citation,
      },
      ...pattern.steps,
    ],
    shortTime: pattern.outcome,
  };
}

/**
 * A request of 育児休業, of the leave of the birth period or of 育児短時間勤務: asked for in time, for a child of the age, and (育児短時間勤務) for
 * a month to a year in one of the patterns. How often someone may ask is not looked at.
 * @throws ImpossibleChildcareRequest
 * @throws NotInForce when it begins before its rule: 2002-04-01 (非常勤職員 2017-10-01), 2022-10-01, 2009-04-01
 */
export function judgeChildcareRequest(
  request: ChildcareRequest,
  rules: LeaveRules = modelLeave,
): Decision<ChildcareRequestVerdict, LeaveKindStepName> {
  validate(request);
  const { kind, requestedOn, from, partTime } = request;
  const { askedBy, figures, citation: leadTime } = askedByOf(request, rules);
  const { childThrough, citation: ofChild } = childThroughOf(request);
  const late = requestedOn > askedBy;
  const words = { requested: formatLocalDate(requestedOn), by: formatLocalDate(askedBy), from: formatLocalDate(from) };
  const notForPartTime = kind === 'childcareShortTime' && partTime !== null;
  const [child, shortTime] = [lookAtChild(request, childThrough, ofChild), lookAtShortTime(request, rules)];
  const refusals: readonly ChildcareRequestRefusal[] = [
    ...(late ? (['late'] as const) : []),
    ...(notForPartTime ? (['partTime'] as const) : []),
    ...child.refusals,
    ...shortTime.refusals,
  ];
  const verdict = refusals.length === 0 ? 'accepted' : 'refused';
  const steps: readonly KindStep[] = [
    { says: late ? 'requestLate' : 'requestInTime', figures, words, citation: leadTime },
    ...(notForPartTime ? [{ says: 'requestPartTime', figures: {}, citation: cites.shortTime } as const] : []),
    ...child.steps,
    ...shortTime.steps,
    {
      says: verdict === 'accepted' ? 'requestAccepted' : 'requestRefused',
      figures: {},
      words: { reasons: refusals.join(' ') },
      citation: kind === 'childcareShortTime' ? cites.shortTimePeriod : cites.asked,
    },
  ];
  return { outcome: { verdict, refusals, askedBy, childThrough, shortTime: shortTime.shortTime }, steps };
}
