import type { Minutes } from '../../time/minutes.ts';
import type { MonthIndex } from '../../time/months.ts';
import type { Watched } from './limits.ts';

/** What a person declared for a month, and how long the person stayed beyond it. */
export type DeclaredMonth = {
  readonly person: string;
  /** The section in which the person worked that month. */
  readonly group: string;
  readonly month: MonthIndex;
  /** Overtime as declared (or ordered and confirmed) for the month. */
  readonly declared: Minutes;
  /**
   * Presence that neither duty nor declaration explains, summed over the days on which it is above the threshold of the
   * discrepancy; null = the month has no objective record.
   */
  readonly undeclared: Minutes | null;
};

/** `conspicuous`: chance does not explain it. It is a reason to ask, never a finding against a person. */
export type ClippedVerdict = 'conspicuous' | 'ordinary' | 'notJudged';

/** What was counted, against what chance alone would give. */
export type Count = {
  /** Months that were compared. */
  readonly n: number;
  readonly observed: number;
  /** Tenths of a month, rounded half up. */
  readonly expectedTenths: number;
  /** The chance of so many or more, in millionths rounded up; 1,000,000 when nothing was judged. */
  readonly perMillion: number;
  /** At most one in so many. */
  readonly oneIn: number;
  readonly verdict: ClippedVerdict;
};

/** Months of one person, or of a group (`group: null` = all together), just below one limit. */
export type LimitCount = Count & {
  readonly level: 'person' | 'group';
  readonly who: string | null;
  readonly limit: Watched['limit'];
  readonly most: Minutes;
  /** The months just below the limit, with whom. In order of month, then person. */
  readonly months: readonly { readonly person: string; readonly month: MonthIndex }[];
};

/** One round total that a person declared again and again. */
export type RepeatCount = Count & { readonly person: string; readonly total: Minutes };

export type ClippedReport = {
  /** People and groups with at least one month just below a limit while presence went on. */
  readonly limits: readonly LimitCount[];
  /** People who declared a round total at least twice while presence went on. */
  readonly repeated: readonly RepeatCount[];
  /** Months given; those with undeclared presence above the threshold; those without objective record. */
  readonly months: number;
  readonly withPresence: number;
  readonly withoutRecord: number;
  /** The grid on which declarations lie. Minutes. */
  readonly unit: Minutes;
  /** Comparisons that were judged, by level: the correction divides by them. */
  readonly comparisons: { readonly person: number; readonly group: number; readonly repeated: number };
};

/**
 * declaredMonths: months, withPresence, withoutRecord, undeclared · declarationUnit: unit · comparisonsMade: person, group, repeated, alpha (ten-thousandths) ·
 * belowLimitConspicuous, belowLimitOrdinary: n, observed, expectedTenths, oneIn, most, within, band (words: who, level, limit) ·
 * belowLimitNotJudged: n, needed, people, neededPeople, most (words: who, level, limit) ·
 * repeatedConspicuous, repeatedOrdinary: n, observed, oneIn, total (words: who) · repeatedNotJudged: n, needed, total (words: who) ·
 * nothingBelowLimits · claimsStand
 */
export type ClippedStepName =
  | 'declaredMonths'
  | 'declarationUnit'
  | 'comparisonsMade'
  | 'belowLimitConspicuous'
  | 'belowLimitOrdinary'
  | 'belowLimitNotJudged'
  | 'repeatedConspicuous'
  | 'repeatedOrdinary'
  | 'repeatedNotJudged'
  | 'nothingBelowLimits'
  | 'claimsStand';
