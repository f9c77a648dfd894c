import { hours, type Minutes } from '../time/minutes.ts';

/**
 * 労働時間の記録: what a municipality decides about keeping, comparing and watching its records (労働時間把握ガイドライン 4,
 * 労働基準法108条・109条). What a statute fixes stands in the code, dated and cited, and is not among these.
 */

/** Kinds of record that a statute tells how long to keep. */
export const recordKinds = [
  'wageLedger', // 賃金台帳
  'workingTime', // 出勤簿・打刻・時間外勤務命令簿 (労働時間の記録に関する書類)
  'staffRoll', // 労働者名簿
  'hiring', // 任用・退職に関する書類
  'article36Agreement', // 36協定の協定書
  'article36Health', // 36協定の健康福祉確保措置の実施状況
  'leaveLedger', // 年次有給休暇管理簿
  'guidanceResult', // 面接指導の結果
  'workingTimeState', // 労働時間の状況 (安衛法)
  'stressResult', // ストレスチェックの結果
  'stressInterview', // ストレスチェックの面接指導の結果
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Objective records of presence: card or IC reader, gate of the building, PC log. */
export const objectiveSources = ['card', 'gate', 'pc'] as const;
export type ObjectiveSource = (typeof objectiveSources)[number];

/** Limits below which declarations could be cut off. */
export const watchedLimits = ['care24', 'transfer30', 'month45', 'average80', 'month100'] as const;
export type WatchedLimit = (typeof watchedLimits)[number];

/** 突合: how presence is compared with orders and declarations (REC-04, REC-05). */
export type DiscrepancyRules = {
  /** Presence after the end of the allotted hours, without an order that runs on. Minutes. 横浜 30, 練馬 15. */
  readonly afterDuty: Minutes;
  /** Presence after the end of the ordered (or declared) overtime. Minutes. 横浜 30, 練馬 15. */
  readonly afterOvertime: Minutes;
  /** Presence before the allotted or ordered start. Minutes; null = an early arrival is not asked about. */
  readonly beforeStart: Minutes | null;
  /** 超 (横浜 「30分超」) or 以上 (練馬 「15分以上」). */
  readonly fires: 'moreThan' | 'atLeast';
  /** 著しい乖離: more than this must be investigated (把握ガイドライン 4(3)ウ, which gives no number). Minutes. */
  readonly grave: Minutes;
  /** Which objective record tells arrival and leaving: the first of this list that is complete. Each source at most once. */
  readonly precedence: readonly ObjectiveSource[];
  /** 'precedence': that record alone; 'widest': the earliest arrival and the latest leaving of all records. */
  readonly wins: 'precedence' | 'widest';
  /** Calendar days within which the staff member explains, from the day the difference is shown. */
  readonly answerDays: number;
  /** Calendar days within which a second person confirms, from the answer. */
  readonly confirmDays: number;
  /** Calendar days within which a grave difference is investigated, from the day the difference is shown. */
  readonly investigateDays: number;
};

/** 上限に合わせた申告: the statistical watch (REC-06). */
export type ClippedRules = {
  /** Statutory limits that are watched. */
  readonly watches: readonly WatchedLimit[];
  /** The municipality's own monthly guidelines, watched too. Minutes; the largest total that still keeps them. */
  readonly ownLimits: readonly Minutes[];
  /** A declared month counts as just below a limit from this many minutes below it up to the limit itself. */
  readonly within: Minutes;
  /** Length of the neighbouring band on each side with which it is compared. Minutes, longer than `within`. */
  readonly band: Minutes;
  /** Undeclared presence of the month, summed over days above the discrepancy threshold, must be more than this. Minutes. */
  readonly undeclared: Minutes;
  /** Chance of any false alarm among all comparisons of one level (person, group, repeated), in ten-thousandths: 100 = 1 %. */
  readonly alphaPerTenThousand: number;
  /** Months near a limit that a person must have before the person is judged. */
  readonly personMonths: number;
  /** Months near a limit that a group must have before the group is judged. */
  readonly groupMonths: number;
  /** Different people among whom those months must lie: one person's habit is judged as that person's. */
  readonly groupPeople: number;
  /** 同じ切りのよい時間数: totals that are whole multiples of this are round. Minutes. */
  readonly roundTo: Minutes;
  /** Where repetition is judged, totals are taken to lie on a grid no finer than this: people round. Minutes. */
  readonly repeatGrid: Minutes;
  /** Repeated totals are looked at from this length on. Minutes. */
  readonly repeatsFrom: Minutes;
  /** An honest person's months spread over at least this range. Minutes, a multiple of `roundTo`. */
  readonly spread: Minutes;
  /** Months with a declaration that a person must have before repetition is judged. */
  readonly repeatMonths: number;
};

/** 記録の方法 (REC-02, REC-03). */
export type RecordingRules = {
  /** An explanation (4(3)ア・イ) counts for this many months; null = once for all. */
  readonly explanationMonths: number | null;
  /** A survey of declared against actual hours (4(3)ウ) is due again after this many months. */
  readonly surveyMonths: number;
  /** A department is flagged when more than this share of its recorded days is declared by the person alone. Percent. */
  readonly selfPercent: number;
};

/** Everything that a municipality decides about its records. */
export type RecordKeepingRules = {
  /** Whole years that records are kept; never shortens what the law demands (労基法109条). */
  readonly retentionYears: number;
  /** Longer terms of the municipality's 文書規程 for single kinds, in whole years. */
  readonly retentionYearsByKind: Readonly<Partial<Record<RecordKind, number>>>;
  /** The municipality counts from the day the record ends, or (文書規程) from 1 April after it. */
  readonly retentionFrom: 'recordEnd' | 'nextFiscalYear';
  readonly discrepancy: DiscrepancyRules;
  readonly clipped: ClippedRules;
  readonly recording: RecordingRules;
};

/** The model: five years, 30 minutes as 横浜市, a false alarm at most once in a hundred runs of each level. */
export const modelRecordKeeping: RecordKeepingRules = {
  retentionYears: 5,
  retentionYearsByKind: {},
  retentionFrom: 'recordEnd',
  discrepancy: {
    afterDuty: 30,
    afterOvertime: 30,
    beforeStart: null,
    fires: 'moreThan',
    grave: hours(1),
    precedence: ['card', 'gate', 'pc'],
    wins: 'precedence',
    answerDays: 7,
    confirmDays: 7,
    investigateDays: 30,
  },
  clipped: {
    watches: ['care24', 'transfer30', 'month45', 'average80', 'month100'],
    ownLimits: [],
    within: 30,
    band: hours(5),
    undeclared: hours(2),
    alphaPerTenThousand: 100,
    personMonths: 3,
    groupMonths: 5,
    groupPeople: 3,
    roundTo: 60,
    repeatGrid: 30,
    repeatsFrom: hours(10),
    spread: hours(6),
    repeatMonths: 6,
  },
  recording: {
    explanationMonths: 12,
    surveyMonths: 12,
    selfPercent: 0,
  },
};
