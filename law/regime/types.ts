import type { Citation } from '../decision/citation.ts';
import type { EpochDay } from '../time/civil.ts';

/** What someone does by law: it decides whether 地公法58条 applies. */
export const categories = [
  /** 一般職の職員(下のどれでもないもの) */
  'regularService',
  /** 地方公営企業職員(地公企法15条) */
  'publicEnterprise',
  /** 単純労務職員(地公法57条、地公労法附則5項) */
  'simpleLabor',
  /** 公立学校の教育職員(給特法2条) */
  'schoolTeacher',
  /** 医業に従事する医師(労基法141条) */
  'physician',
] as const;
export type Category = (typeof categories)[number];

/** How someone was appointed. */
export const appointmentKinds = [
  /** 常勤(任期の定めのない職員、任期付職員、臨時的任用職員) */
  'fullTime',
  /** 定年前再任用短時間勤務職員(地公法22条の4) */
  'shortTimeReappointee',
  /** 会計年度任用職員、フルタイム(地公法22条の2第1項2号) */
  'fiscalYearFullTime',
  /** 会計年度任用職員、パートタイム(同1号) */
  'fiscalYearPartTime',
] as const;
export type AppointmentKind = (typeof appointmentKinds)[number];

/** Where and as what someone serves. */
export type Post = {
  /** Number of 労基法別表第1 (1–15) of the workplace, not of the job; null = not listed (本庁・支所・出張所等). */
  readonly workplace: number | null;
  readonly category: Category;
  readonly appointment: AppointmentKind;
  /** 管理監督職員(労基法41条2号). */
  readonly managerial: boolean;
};

export type RegimeName = 'ordinance' | 'article36' | 'manager';
/** Under what overtime may be ordered: 33条3項+勤務時間条例8条, 36協定, 33条1項. */
export type OrderBasis = 'temporaryPublicNeed' | 'agreement' | 'disasterNeed';
/** By what overtime is paid: 給与条例, 企業管理規程・就業規則, 報酬の条例. 37条 is the floor of each. */
export type PayBasis = 'salaryOrdinance' | 'enterpriseRules' | 'remunerationOrdinance';
/** Who exercises 労働基準監督機関の職権 (地公法58条5項). */
export type Inspection = 'personnelCommission' | 'headOfBody' | 'laborStandardsOffice';

/** What must be done for the person, whatever else applies. */
export type Duty =
  /** 労働時間の状況の把握 (安衛法66条の8の3), managers too */
  | 'trackWorkingHours'
  /** 医師による面接指導 (安衛法66条の8), managers too */
  | 'guidance'
  /** 面接指導 by the municipality's own rule (人事院規則10―4 第22条の2の例) */
  | 'guidanceByRule'
  /** 適用される上限の事前の周知 (職職―328 第10) */
  | 'noticeOfCaps'
  /** 上限を超えたときの記録と整理・分析・検証 (人事院規則15―14 第16条の2の2第3項) */
  | 'recordOfExcess'
  /** 36協定の締結と届出 (労基法36条1項) */
  | 'fileAgreement'
  /** 深夜の時間の記録 (労基法37条4項, 108条): the only hours of a manager that are paid by the hour */
  | 'recordNight';

/** A provision of the 労基法 that does not apply to the person (地公法58条3項, 労基法41条). */
export type SwitchedOff = { readonly provision: string; readonly citation: Citation };

export type Regime = {
  readonly answered: 'regime';
  readonly regime: RegimeName;
  readonly orderBasis: readonly OrderBasis[];
  readonly payBasis: PayBasis;
  /** Which hourly allowances the law or ordinance gives. */
  readonly paid: { readonly overtime: boolean; readonly holiday: boolean; readonly night: boolean };
  /** 管理職員特別勤務手当 instead of hourly pay. */
  readonly specialDutyAllowance: boolean;
  readonly inspection: Inspection;
  readonly duties: readonly Duty[];
  readonly switchedOff: readonly SwitchedOff[];
  /** What wants a human eye. */
  readonly warnings: readonly RegimeWarning[];
  readonly citation: Citation;
};

/** simpleLaborAtUnlisted: both readings are possible · nightAllowanceOff: below the floor of 労基法37条4項. */
export type RegimeWarning = 'simpleLaborAtUnlisted' | 'nightAllowanceOff';

/** A scheme of its own that is not computed: the refusal says which law it is and where to go. */
export type SeparateScheme = {
  readonly answered: 'separateScheme';
  readonly scheme: 'schoolTeachers' | 'physicians';
  readonly citation: Citation;
};

export type RegimeAnswer = Regime | SeparateScheme;

/** A post held on the days from–until (`until` exclusive). */
export type HeldPost = Post & { readonly from: EpochDay; readonly until: EpochDay };

export type RegimeSpan = {
  readonly from: EpochDay;
  /** Exclusive. */
  readonly until: EpochDay;
  readonly post: Post;
  readonly answer: RegimeAnswer;
};

export type RegimeOfMonth = {
  /** Ascending; days without a post are in none. */
  readonly spans: readonly RegimeSpan[];
  /** More than one regime (or a separate scheme beside one): caps are judged under each and a human decides. */
  readonly mixed: boolean;
  /** More than one number of 別表第1 under article 36: each workplace has an agreement of its own. */
  readonly severalAgreements: boolean;
  /** The regimes under which the month's caps are judged, in the order of their first day. */
  readonly judgedUnder: readonly RegimeName[];
};
