import type { Citation } from '../decision/citation.ts';
import type { EpochDay } from '../time/civil.ts';
import type { Minutes } from '../time/minutes.ts';

/** One line of 様式第9号: whom, for what, and how long. null or '' = not written in the agreement. */
export type AgreementLine = {
  readonly reasons: string;
  readonly tasks: string;
  readonly headcount: number | null;
  readonly daily: Minutes | null;
  readonly monthly: Minutes | null;
  readonly annual: Minutes | null;
  /** 坑内労働その他厚生労働省令で定める健康上特に有害な業務. */
  readonly hazardous: boolean;
};

/** 休日労働: which days off, and from when to when. */
export type HolidayLine = {
  readonly reasons: string;
  readonly tasks: string;
  readonly headcount: number | null;
  /** Such as 「1箇月に2日」. */
  readonly days: string;
  readonly from: Minutes | null;
  readonly until: Minutes | null;
};

/** 特別条項 (36条5項). */
export type SpecialClause = {
  readonly reasons: string;
  readonly procedure: string;
  readonly times: number | null;
  /** 時間外労働と休日労働の合計 of a month. */
  readonly monthlyTotal: Minutes | null;
  readonly annual: Minutes | null;
  /** 限度時間を超えた労働に係る割増賃金の率, percent above the ordinary wage (25 = 125/100). */
  readonly premiumPercent: number | null;
  /** 健康及び福祉を確保するための措置: numbers ①–⑩ of the guideline. */
  readonly healthMeasures: readonly number[];
  /** What ⑩ is. */
  readonly otherMeasure: string;
};

/** Who agreed for the staff. */
export type Representative = {
  /** 過半数労働組合, or a person who represents the majority. */
  readonly kind: 'union' | 'person';
  readonly name: string;
  readonly position: string;
  /** 投票・挙手等の方法; of a person. */
  readonly election: string;
  readonly managerial: boolean;
  readonly chosenByEmployer: boolean;
};

/** A 36協定 as the register holds it. What is not written is null or ''. Days inclusive. */
export type RegisteredAgreement = {
  readonly id: string;
  readonly workplace: string;
  /** Number in 労基法別表第1, null when in none. */
  readonly appdxTable1: number | null;
  readonly enterprise: boolean;
  /** 労働協約: the term need not be agreed. */
  readonly collective: boolean;
  /** 起算日 of the target year. */
  readonly yearStart: EpochDay | null;
  /** 有効期間. */
  readonly term: { readonly from: EpochDay; readonly through: EpochDay } | null;
  readonly concludedOn: EpochDay | null;
  readonly filedOn: EpochDay | null;
  /** Ended before its term, by the parties. */
  readonly endedOn: EpochDay | null;
  /** 3箇月を超える対象期間の1年単位の変形 (32条の4). */
  readonly longAveraging: boolean;
  readonly lines: readonly AgreementLine[];
  readonly holidayLines: readonly HolidayLine[];
  readonly special: SpecialClause | null;
  /** The box that 100 hours and the average of 80 hours are kept. */
  readonly ceilingsStated: boolean;
  readonly representative: Representative | null;
};

/** `missing`: not written although demanded; `violation`: against the law; `notice`: lawful, worth a look. */
export type FindingKind = 'missing' | 'violation' | 'notice';

/**
 * itemMissing (words: path) · aboveMaximum: value, maximum, lessThan (1 for 未満) (words: path) · countAboveMaximum: value, maximum ·
 * hazardousAboveTwo: value, maximum · premiumBelowFloor: percent, floor · premiumAtFloor: percent · managerialRepresentative ·
 * chosenRepresentative · yearOutsideTerm: from, through · termLong: years · yearStartNotFirst: date ·
 * longAveragingUnavailable · vagueReasons (words: path, reasons) · noAgreementNeeded · notFiled · filedLate: filed, from ·
 * effective: from, through (−1: without an end) · noEffect · maximaKept: monthly, annual · specialKept: monthlyTotal, annual, times · noSpecialClause ·
 * retention: through, years, forNow, until · retentionOpen · fileWith (words: authority)
 */
export type AgreementStepName =
  | 'itemMissing'
  | 'aboveMaximum'
  | 'countAboveMaximum'
  | 'hazardousAboveTwo'
  | 'premiumBelowFloor'
  | 'premiumAtFloor'
  | 'managerialRepresentative'
  | 'chosenRepresentative'
  | 'yearOutsideTerm'
  | 'termLong'
  | 'yearStartNotFirst'
  | 'longAveragingUnavailable'
  | 'vagueReasons'
  | 'noAgreementNeeded'
  | 'notFiled'
  | 'filedLate'
  | 'effective'
  | 'noEffect'
  | 'maximaKept'
  | 'specialKept'
  | 'noSpecialClause'
  | 'retention'
  | 'retentionOpen'
  | 'fileWith';

/** One thing found, with the key path of the place. */
export type Finding = {
  readonly kind: FindingKind;
  readonly path: string;
  readonly says: AgreementStepName;
  readonly figures: Readonly<Record<string, number>>;
  readonly words?: Readonly<Record<string, string>>;
  readonly citation: Citation;
};

/** When an agreement has effect; null = never (not filed, or ended before). `through` null: without an end. */
export type EffectiveTerm = { readonly from: EpochDay; readonly through: EpochDay | null };

export type AgreementCheck = {
  readonly findings: readonly Finding[];
  /** Nothing is missing and nothing is against the law. */
  readonly lawful: boolean;
  /** null while it is not filed, or not lawful. */
  readonly effective: EffectiveTerm | null;
  /** Last day on which records of 健康福祉確保措置 are kept; null without a special clause or an end. */
  readonly measuresKeptThrough: EpochDay | null;
};
