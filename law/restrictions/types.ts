import type { Citation } from '../decision/citation.ts';
import type { EpochDay } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';
import type { MonthIndex } from '../time/months.ts';

export const restrictionKinds = [
  /** 時間外勤務の制限: 月24時間・年150時間 */
  'overtimeLimit',
  /** 時間外勤務の免除 */
  'overtimeExemption',
  /** 深夜勤務の制限: 22:00–5:00 */
  'lateNightLimit',
  /** 妊産婦の時間外・休日労働 (労基法66条2項) */
  'maternityOvertime',
  /** 妊産婦の深夜業 (労基法66条3項) */
  'maternityNight',
  /** 育児短時間勤務: overtime only for grave need */
  'childcareShortTime',
] as const;
export type RestrictionKind = (typeof restrictionKinds)[number];

/** Why someone may ask. Days are epoch days. */
export type Ground =
  | {
      readonly of: 'child';
      readonly bornOn: EpochDay;
      /** 深夜: a spouse who can always care for the child at night. */
      readonly spouseCaresAtNight?: boolean;
    }
  | { readonly of: 'familyCare' }
  /** 妊娠中; `birth` = 出産の日 once it is known. */
  | { readonly of: 'maternity'; readonly birth?: EpochDay };

/** One request as it was made and followed. */
export type RestrictionRequest = {
  readonly kind: RestrictionKind;
  readonly ground: Ground;
  readonly requestedOn: EpochDay;
  /** First and last day asked for, both inclusive. */
  readonly from: EpochDay;
  readonly through: EpochDay;
  /** The day on which it lapsed (失効): the first without it. */
  readonly lapsedOn?: EpochDay;
  /** Why it could not be followed (公務の運営に支障, 措置が著しく困難); blank = it was. */
  readonly notPossible?: string;
};

/** A month of hours. `disasterNeed` (災害その他避けることのできない事由) is a part of `overtime` and does not count. */
export type RestrictedMonth = {
  readonly month: MonthIndex;
  readonly overtime: Minutes;
  readonly disasterNeed: Minutes;
};

/** What is wrong with a request. */
export type RequestDefect =
  /** The ground does not open this kind (妊産婦 for 24時間 …). */
  | 'wrongGround'
  /** None of the days asked for is one on which it may be asked. */
  | 'notEligible'
  /** The spouse can always care for the child at night. */
  | 'spouseCaresAtNight'
  /** Longer than one request may be. */
  | 'tooLong'
  /** Later than it had to be made; it may still be followed. */
  | 'late'
  /** Shares days with a request of exemption (or of the limit). */
  | 'overlaps'
  /** 労基法66条 leaves no room to decline. */
  | 'mustBeFollowed'
  /** 41条: the request has no object for 管理監督職員. */
  | 'managerial';

/** A request as the law reads it. */
export type JudgedRequest = {
  /** Position in what was given. */
  readonly position: number;
  readonly kind: RestrictionKind;
  /** The days on which it holds, both inclusive; null = none. */
  readonly effective: { readonly from: EpochDay; readonly through: EpochDay } | null;
  /** Last day on which it could be asked for; null = no such end is known. */
  readonly eligibleThrough: EpochDay | null;
  readonly defects: readonly RequestDefect[];
  readonly citation: Citation;
};

export const personalLimits = ['personalMonthly', 'personalAnnual', 'personalExempt'] as const;
export type PersonalLimit = (typeof personalLimits)[number];

/** A limit of one person's own. Minutes; months inclusive. */
export type PersonalVerdict = {
  readonly limit: PersonalLimit;
  readonly from: MonthIndex;
  readonly through: MonthIndex;
  /** null when it cannot be judged. */
  readonly value: Minutes | null;
  readonly cap: Minutes;
  readonly verdict: 'within' | 'exceeded' | 'notJudged';
  /** unknown months, or a month of which only some days are restricted. */
  readonly because?: 'unknownMonth' | 'partOfMonth';
  readonly citation: Citation;
};

/** What may still be ordered in the month of `asOf`, under the limits of the person alone. */
export type PersonalRemaining = {
  readonly overtime: Minutes | null;
  readonly binding: PersonalLimit | null;
  readonly notJudged: readonly PersonalLimit[];
};

export type Restrictions = {
  readonly requests: readonly JudgedRequest[];
  /** Limits of hours, by name, then by month. */
  readonly verdicts: readonly PersonalVerdict[];
  readonly remaining: PersonalRemaining;
  /** What is forbidden on the day of `asOf` beside the sums. */
  readonly today: {
    /** No overtime at all. */
    readonly overtime: boolean;
    /** No work on 休日 (労基法35条, 66条2項). */
    readonly holidayWork: boolean;
    /** No work between 22:00 and 5:00. */
    readonly night: boolean;
    /** Overtime needs a grave hindrance (育児短時間勤務). */
    readonly needsGraveReason: boolean;
  };
};

/** Everything the limits of one person depend on. Any order. */
export type RestrictionInput = {
  readonly requests: readonly RestrictionRequest[];
  /** Each month at most once; a gap is unknown. */
  readonly months: readonly RestrictedMonth[];
  readonly asOf: EpochDay;
  readonly managerial: boolean;
};
