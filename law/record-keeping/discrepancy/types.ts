import type { EpochDay } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import type { Span } from '../../time/spans.ts';
import type { Allotment } from '../../working-time/types.ts';
import type { ObjectiveSource } from '../rules.ts';

/** Presence as one source tells it. A stay without a known end has `until: null`, without a known beginning `from: null`. */
export type ObjectiveRecord = {
  readonly source: ObjectiveSource;
  /** Ascending, in minutes from 0:00 of the duty date. */
  readonly stays: readonly { readonly from: Minutes | null; readonly until: Minutes | null }[];
};

/** Overtime ordered or confirmed for the day; span null when only a length is known. */
export type OrderedWork = { readonly span: Span | null; readonly minutes: Minutes };

/** One duty date of one person: what was ordered, what the person declares, what the records say. */
export type DayRecords = {
  readonly day: EpochDay;
  readonly allotment: Allotment;
  readonly ordered: readonly OrderedWork[];
  /** 自己申告の始業・終業; null = nothing declared beyond the order. */
  readonly declared: Span | null;
  /** Each source at most once. */
  readonly records: readonly ObjectiveRecord[];
  /** Managerial staff: recorded, but not asked about overtime. */
  readonly managerial: boolean;
  /** The day on which the difference is shown to the person. */
  readonly shownOn: EpochDay;
};

export type WinnerReason =
  | 'onlyRecord' // no other record is complete
  | 'precedence' // first in the municipality's order
  | 'widest'; // earliest arrival and latest leaving of all

export type DifferenceKind =
  | 'beforeStart' // presence before the allotted or ordered start
  | 'afterDuty' // presence after the allotted hours, nothing ordered or declared beyond them
  | 'afterOvertime' // presence after the ordered or declared end
  | 'dayOff' // presence on a day without duty, nothing ordered or declared
  | 'declaredBeyondOrder' // declared and present, but not ordered
  | 'declaredWithoutPresence' // declared, but no record of presence
  | 'recordsDisagree'; // another objective record runs on after the one that decides

export type DifferenceClass = 'none' | 'toExplain' | 'toCorrect';

export type Difference = {
  readonly kind: DifferenceKind;
  /** The stretch in question. */
  readonly span: Span;
  /** Minutes of it that count: presence without gaps, or the length of the claim. */
  readonly minutes: Minutes;
  readonly threshold: Minutes;
  readonly class: 'toExplain' | 'toCorrect';
};

/** Somebody has to do something by the end of a day. */
export type Due = {
  readonly who: 'staffMember' | 'departmentHead' | 'personnel';
  readonly what: 'explain' | 'confirm' | 'correct' | 'investigate';
  readonly by: EpochDay;
};

export type DayDiscrepancy = {
  /** The source whose record decides; null = no complete record. 'all' where the widest of several decides. */
  readonly winner: ObjectiveSource | 'all' | null;
  readonly because: WinnerReason | null;
  readonly presence: readonly Span[];
  /** Sources that could not be used, for an end is missing. */
  readonly incomplete: readonly ObjectiveSource[];
  readonly differences: readonly Difference[];
  /** The heaviest class; `notJudged` without a complete record, `notAsked` for managerial staff. */
  readonly class: DifferenceClass | 'notJudged' | 'notAsked';
  /** A difference is 著しい: the law demands an investigation whatever the person says. */
  readonly mustInvestigate: boolean;
  readonly due: readonly Due[];
};

/**
 * recordWins, recordsTogether: from, until (words: source, because) · recordIncomplete (words: source) · noCompleteRecord · managerNotAsked ·
 * explainedUntil: until, duty, ordered, declared (-1 = none) · differenceFound: from, until, minutes, threshold, atLeast (words: kind) ·
 * differenceWithin: minutes, threshold, atLeast (words: kind) · earlyArrivalNotAsked: minutes · declaredBeyondOrder: from, until, minutes ·
 * declaredWithoutPresence: from, until, minutes · graveDifference, notGrave: minutes, grave · answerDue: by (words: who, what)
 */
export type DiscrepancyStepName =
  | 'recordWins'
  | 'recordsTogether'
  | 'recordIncomplete'
  | 'noCompleteRecord'
  | 'managerNotAsked'
  | 'explainedUntil'
  | 'differenceFound'
  | 'differenceWithin'
  | 'earlyArrivalNotAsked'
  | 'declaredBeyondOrder'
  | 'declaredWithoutPresence'
  | 'graveDifference'
  | 'notGrave'
  | 'answerDue';
