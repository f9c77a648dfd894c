import type { Citation } from '../decision/citation.ts';
import type { Step } from '../decision/decision.ts';
import type { EpochDay } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import type { MonthIndex } from '../time/months.ts';
import type { OvertimeRules } from './rules.ts';
import type { OvertimeStepName } from './step-names.ts';

/** 自律部署 / 他律的業務の比重が高い部署. */
export type DepartmentKind = 'selfDirected' | 'externallyDriven';

/** One month of one person. `exceptional` (特例業務) is a part of `overtime`. */
export type OvertimeMonth = {
  readonly month: MonthIndex;
  readonly department: DepartmentKind;
  readonly overtime: Minutes;
  readonly exceptional: Minutes;
  /** 労基法35条の法定休日労働, beside `overtime`; used by the regime `article36` only. */
  readonly legalHolidayWork: Minutes;
  /** 災害等による臨時の必要 (労基法33条1項), a part of `overtime`: outside the caps of article 36. Absent = none. */
  readonly disasterNeed?: Minutes;
};

/** A move between departments of different kind. */
export type DepartmentTransfer = {
  readonly on: EpochDay;
  readonly from: DepartmentKind;
  readonly to: DepartmentKind;
  /** Overtime of the month up to the day before, where daily data exist. */
  readonly overtimeBefore?: Minutes;
};

/** 36協定 as registered. Minutes; absent numbers = the law's maxima. */
export type Agreement = {
  readonly monthly: Minutes;
  readonly annual: Minutes;
  readonly special?: {
    /** What it sets below 100時間 (第5項); null = the law's 100時間未満 alone. */
    readonly monthly: Minutes | null;
    readonly annual: Minutes;
    readonly times: number;
  };
  /** 1–12, start month of the agreement's year. */
  readonly yearStartMonth: number;
  /** 1年単位の変形労働時間制 of more than three months (労基法32条の4; 企業職員・単純労務職員 only): 42 and 320 hours. */
  readonly yearlyAveraging?: boolean;
};

/** Everything the caps of one person depend on. Months in ascending order, each at most once; a gap is unknown, not zero. */
export type OvertimeHistory = {
  readonly regime: 'ordinance' | 'article36';
  readonly months: readonly OvertimeMonth[];
  readonly transfers: readonly DepartmentTransfer[];
  readonly asOf: EpochDay;
  readonly employedFrom?: MonthIndex;
  /** Default 2019-04. */
  readonly capsFrom?: MonthIndex;
  /** 1–12, default 4 (職職-328 第10). Ordinance regime. */
  readonly yearStartMonth?: number;
  readonly agreement?: Agreement;
  /** Where the rule leaves room to the municipality; absent = the model. */
  readonly rules?: OvertimeRules;
};

export type Verdict = 'within' | 'exceeded' | 'exceededForExceptionalWork' | 'notJudged';
export type Comparison = 'atMost' | 'lessThan';

/** One limit of one period, as `tokimori judge` lists it. Minutes, except `monthsOver45` (count, cap = months). */
export type LimitVerdict = {
  readonly verdict: Verdict;
  readonly comparison: Comparison;
  readonly cap: number;
  readonly because?: string;
  readonly citation: Citation;
} & (
  | { readonly limit: 'monthly' | 'monthlyTotal'; readonly month: MonthIndex; readonly value: Minutes | null }
  | {
      readonly limit: 'average';
      readonly months: 2 | 3 | 4 | 5 | 6;
      readonly through: MonthIndex;
      readonly sum: Minutes | null;
    }
  | { readonly limit: 'annual'; readonly fiscalYear: number; readonly value: Minutes | null }
  | { readonly limit: 'monthsOver45'; readonly fiscalYear: number; readonly count: number | null }
  | {
      readonly limit: 'afterTransfer';
      readonly from: MonthIndex;
      readonly through: MonthIndex;
      readonly value: Minutes | null;
    }
);

/** Names of limits in the order that breaks a tie of slack. */
export type LimitKey =
  | 'monthly'
  | 'monthlyTotal'
  | 'average-2'
  | 'average-3'
  | 'average-4'
  | 'average-5'
  | 'average-6'
  | 'annual'
  | 'monthsOver45'
  | 'afterTransfer';

/** How much more overtime may be ordered in the month of `asOf`, and which limit binds. */
export type Remaining = {
  readonly month: MonthIndex;
  /** null when no limit could be judged (the month itself is unknown), or none applies. */
  readonly overtime: Minutes | null;
  readonly binding: LimitKey | null;
  /** Windows that touch an unknown month. */
  readonly notJudged: readonly LimitKey[];
};

export type OvertimeJudgement = { readonly limits: readonly LimitVerdict[]; readonly remaining: Remaining };

/** State of a limit in the running month, most urgent first. */
export type LimitState = 'over' | 'overExceptional' | 'forecastOver' | 'near' | 'unknown' | 'fine';

/** The pace of the running month: what the forecast rests on. */
export type Pace = {
  /** Overtime of the judged working days (週休日 and 休日 work counts in the sum, not in the days). */
  readonly judgedMinutes: Minutes;
  readonly judgedDays: number;
  /** Working days of the month still to come. */
  readonly daysLeft: number;
  /** Orders already given for days not yet judged; the forecast is never below them. */
  readonly orderedAhead: Minutes;
};

/** One limit of the month of `asOf`, with what it still allows. Minutes, but `monthsOver45` counts months in value/cap/forecast. */
export type LimitStanding = {
  readonly limit: LimitKey;
  readonly state: LimitState;
  /** The month, the sum of the window, the year, the count, or the sum since the transfer. */
  readonly value: number | null;
  readonly cap: number;
  readonly comparison: Comparison;
  /** Minutes that may still be ordered this month under this limit; negative = over by so much; null = not judged, or the count of months leaves this month free. */
  readonly slack: Minutes | null;
  /** How far the month's total may go under this limit. */
  readonly monthBound: Minutes | null;
  readonly forecast: number | null;
  readonly because: string | null;
  readonly citation: Citation;
};

export type MonthStanding = {
  readonly month: MonthIndex;
  readonly state: LimitState;
  readonly remaining: Minutes | null;
  readonly binding: LimitKey | null;
  /** Overtime of the month expected at its end; null when there is no pace yet. */
  readonly forecast: Minutes | null;
  /** In order of slack; the first is reached first. */
  readonly limits: readonly LimitStanding[];
  readonly steps: readonly Step<OvertimeStepName>[];
};

/** `nearPercent`: a limit is near from this share of its cap on (municipal parameter). */
export type StandingInput = {
  readonly history: OvertimeHistory;
  readonly pace: Pace | null;
  readonly nearPercent: number;
};
