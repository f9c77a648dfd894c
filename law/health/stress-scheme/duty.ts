import type { Citation } from '../../decision/citation.ts';
import { type Dated, inForce } from '../../decision/dated.ts';
import type { Decision, Step } from '../../decision/decision.ts';
import type { LocalDate } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { schemeCitations } from '../citations.ts';
import { type Invitation, modelStressCheck, type StressCheckRules } from '../rules.ts';

/**
 * ストレスチェック: which workplace has the duty (労働安全衛生法66条の10, 同附則4条), which of its staff the duty reaches, and who
 * receives the yearly report (安衛則52条の21).
 */

/** 常時使用する労働者, part-timers included, of one 事業場. */
export const DUTY_FROM_STAFF = 50;
/** The law came into force. A check before it is refused. */
const START = '2015-12-01';
/**
 * The last day of the three years that begin with the promulgation on 2025-05-14 (「公布の日から起算して」: that day counts), the latest on
 * which the reform can come into force; its decree may name an earlier one.
 */
export const SMALL_DUTY_AT_LATEST = '2028-05-13';
const CHECKED = '2026-11-28';

export type CheckDuty = 'duty' | 'effort';

const large: readonly Dated<CheckDuty>[] = [
  { from: START, value: 'duty', citation: schemeCitations.duty, checkedOn: CHECKED },
];
const small: readonly Dated<CheckDuty>[] = [
  {
    from: START,
    until: SMALL_DUTY_AT_LATEST,
    value: 'effort',
    citation: schemeCitations.small,
    checkedOn: CHECKED,
  },
  { from: SMALL_DUTY_AT_LATEST, value: 'duty', citation: schemeCitations.smallRepealed, checkedOn: CHECKED },
];

/** Since then the report to the 労働基準監督署 is sent electronically as a rule. */
const ELECTRONIC_FROM = '2025-01-01';

export type Workplace = {
  /** Everyone regularly used, short hours included. */
  readonly staff: number;
  /** Number of 労働基準法別表第1 under which the workplace falls; null: none (非現業). */
  readonly tableNumber: number | null;
  readonly hasPersonnelCommission: boolean;
};

export type ReportRecipient = 'personnelCommission' | 'headOfMunicipality' | 'labourStandardsOffice';

export type WorkplaceDuty = {
  readonly duty: CheckDuty;
  /** Of an effort: the day on which it becomes a duty at the latest. */
  readonly becomesDutyBy: LocalDate | null;
  /** 検査結果等報告書(様式第6号の3), once a year; null below fifty. */
  readonly report: { readonly to: ReportRecipient; readonly electronic: boolean } | null;
};

/**
 * workplaceCounted: staff, threshold · duty, effort (words: until) · reportTo (words: to) · reportNotNeeded: staff, threshold ·
 * withoutTerm · termLongEnough: months · termShort: months · hoursEnough, hoursLow: weekly, normal · specialReason ·
 * personVerdict (words: reached, invitation)
 */
export type DutyStepName =
  | 'workplaceCounted'
  | 'duty'
  | 'effort'
  | 'reportTo'
  | 'reportNotNeeded'
  | 'withoutTerm'
  | 'termLongEnough'
  | 'termShort'
  | 'hoursEnough'
  | 'hoursLow'
  | 'specialReason'
  | 'personVerdict';

/** Thrown for a head count or hours that nobody can have. */
export class ImpossibleCheck extends Error {
  override readonly name = 'ImpossibleCheck';
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** 11号・12号 and workplaces of no number: the personnel commission, or the head where there is none (地方公務員法58条5項). */
function recipientOf({ tableNumber, hasPersonnelCommission }: Workplace): ReportRecipient {
  const byCommission = tableNumber === null || tableNumber === 11 || tableNumber === 12;
  if (!byCommission) return 'labourStandardsOffice';
  return hasPersonnelCommission ? 'personnelCommission' : 'headOfMunicipality';
}

/**
 * Whether a workplace must carry out the check on a day, and to whom it reports.
 * @throws NotInForce before 2015-12-01
 * @throws ImpossibleCheck
 */
export function judgeWorkplaceDuty(workplace: Workplace, on: LocalDate): Decision<WorkplaceDuty, DutyStepName> {
  const { staff, tableNumber } = workplace;
  if (!isCount(staff)) throw new ImpossibleCheck(`staff: ${staff}`);
  if (tableNumber !== null && !(isCount(tableNumber) && tableNumber >= 1 && tableNumber <= 15)) {
    throw new ImpossibleCheck(`number of 別表第1: ${tableNumber}`);
  }
  const isLarge = staff >= DUTY_FROM_STAFF;
  const { value: duty, citation, until = null } = inForce(isLarge ? large : small, on);
  const to = recipientOf(workplace);
  const report = isLarge ? { to, electronic: to === 'labourStandardsOffice' && on >= ELECTRONIC_FROM } : null;
  const figures = { staff, threshold: DUTY_FROM_STAFF };
  const steps: Step<DutyStepName>[] = [
    { says: 'workplaceCounted', figures, citation: schemeCitations.headcount },
    { says: duty, figures: {}, words: until === null ? {} : { until }, citation },
    report === null
      ? { says: 'reportNotNeeded', figures, citation: schemeCitations.report }
      : { says: 'reportTo', figures: {}, words: { to }, citation: reportCitation(to) },
  ];
  return { outcome: { duty, becomesDutyBy: until, report }, steps };
}

const reportCitation = (to: ReportRecipient): Citation =>
  to === 'labourStandardsOffice' ? schemeCitations.report : schemeCitations.supervision;

export type CheckedPerson = {
  /** Months of the term; null: without term. */
  readonly termMonths: number | null;
  /** The term is expected to go on, or went on, for a year or more (更新による見込みを含む). */
  readonly expectedForYear: boolean;
  readonly weeklyHours: Minutes;
  /** 38:45 a week in the model. */
  readonly normalWeeklyHours: Minutes;
  /** Under treatment, so that the check would be too much, or another special reason (総行公第139号 3(2)). */
  readonly specialReason: boolean;
};

export type PersonDuty = {
  /** Whether the statutory duty reaches the person. */
  readonly reached: boolean;
  readonly because: readonly ('shortTerm' | 'lowHours')[];
  /** `excused`: for a special reason. Taking part is never compelled. */
  readonly invitation: Invitation | 'excused';
};

const YEAR = 12;

function termStep({ termMonths, expectedForYear }: CheckedPerson): Step<DutyStepName> {
  const citation = schemeCitations.regularlyUsed;
  if (termMonths === null) return { says: 'withoutTerm', figures: {}, citation };
  const long = termMonths >= YEAR || expectedForYear;
  return { says: long ? 'termLongEnough' : 'termShort', figures: { months: termMonths }, citation };
}

/**
 * Whether the duty reaches a member of staff: a year or more, and three quarters of the normal weekly hours or more
 * (4 × hours ≥ 3 × normal; nothing is rounded).
 * @param duty what the workplace has, see {@link judgeWorkplaceDuty}
 * @throws ImpossibleCheck
 */
export function judgePersonDuty(
  person: CheckedPerson,
  duty: CheckDuty,
  rules: StressCheckRules = modelStressCheck,
): Decision<PersonDuty, DutyStepName> {
  const { termMonths, weeklyHours, normalWeeklyHours, specialReason } = person;
  if (termMonths !== null && !isCount(termMonths)) throw new ImpossibleCheck(`months of a term: ${termMonths}`);
  if (!isCount(weeklyHours) || !isCount(normalWeeklyHours) || normalWeeklyHours === 0) {
    throw new ImpossibleCheck(`weekly hours: ${weeklyHours} of ${normalWeeklyHours}`);
  }
  const term = termStep(person);
  const low = 4 * weeklyHours < 3 * normalWeeklyHours;
  const because = [...(term.says === 'termShort' ? ['shortTerm' as const] : []), ...(low ? ['lowHours' as const] : [])];
  const invitations: Invitation[] = because.map((reason) => rules[reason]);
  if (duty === 'effort') invitations.push(rules.smallWorkplace);
  const invited: Invitation = invitations.includes('notInvited') ? 'notInvited' : 'invited';
  const invitation = specialReason ? 'excused' : invited;
  const reached = because.length === 0;
  const figures = { weekly: weeklyHours, normal: normalWeeklyHours };
  const steps: Step<DutyStepName>[] = [
    term,
    { says: low ? 'hoursLow' : 'hoursEnough', figures, citation: schemeCitations.regularlyUsed },
    ...(specialReason ? [{ says: 'specialReason', figures: {}, citation: schemeCitations.allStaff } as const] : []),
    {
      says: 'personVerdict',
      figures: {},
      words: { reached: reached ? duty : 'no', invitation },
      citation: schemeCitations.allStaff,
    },
  ];
  return { outcome: { reached, because, invitation }, steps };
}
