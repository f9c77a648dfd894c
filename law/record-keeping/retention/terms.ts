import type { Citation } from '../../decision/citation.ts';
import type { Dated } from '../../decision/dated.ts';
import { retentionCitations as cited } from '../citations.ts';
import type { RecordKind } from '../rules.ts';

/** What a statute demands of one kind of record. */
export type Term = {
  /** Whole years for which it must be kept today. */
  readonly years: number;
  /** Whole years that the article names, where a supplementary provision says fewer for now (当分の間). */
  readonly article: number;
  readonly forNow: Citation | null;
};

/** What the term of a kind is counted from. */
export type StartEvent =
  | 'lastEntry' // 最後の記入
  | 'completion' // 書類の完結
  | 'separation' // 退職・死亡
  | 'endOfTerm' // 有効期間・付与した期間の満了
  | 'made'; // 作成

export type KindOfRecord = {
  readonly start: StartEvent;
  /** Where the day of the start is fixed. */
  readonly startCitation: Citation;
  /** The first day of the term: the day of the event itself (起算日), or the day after it (満了後; 民法140条). */
  readonly firstDay: 'itself' | 'next';
  /** The event can lie ahead and yet be known. */
  readonly knownAhead: boolean;
  /** A later pay day takes the place of the start (労基則56条2項). */
  readonly payDayCounts: boolean;
  readonly terms: readonly Dated<Term>[];
};

const checkedOn = '2026-11-28';
const plain = (from: string, years: number, citation: Citation, until?: string): Dated<Term> => ({
  from,
  ...(until === undefined ? {} : { until }),
  value: { years, article: years, forNow: null },
  citation,
  checkedOn,
});
const fiveButThree = (citation: Citation, forNow: Citation): Dated<Term> => ({
  from: '2020-04-01',
  value: { years: 3, article: 5, forNow },
  citation,
  checkedOn,
});

/** 労基法109条: three years, from 2020-04-01 five and for now three. */
const article109 = [
  plain('1947-09-01', 3, cited.threeYears, '2020-04-01'),
  fiveButThree(cited.fiveYears, cited.forNow),
];

const by109 = (start: StartEvent, startCitation: Citation, payDayCounts = false): KindOfRecord => ({
  start,
  startCitation,
  firstDay: 'itself',
  knownAhead: start === 'endOfTerm' || start === 'separation',
  payDayCounts,
  terms: article109,
});

/** 安衛則 names no 起算日: the term begins on the day after the record was made (民法140条). */
const bySafety = (from: string, years: number, citation: Citation): KindOfRecord => ({
  start: 'made',
  startCitation: cited.firstDayLeftOut,
  firstDay: 'next',
  knownAhead: false,
  payDayCounts: false,
  terms: [plain(from, years, citation)],
});

/** Start and term of every kind. Statutory numbers: no municipality can change them. */
export const kindsOfRecord: Readonly<Record<RecordKind, KindOfRecord>> = {
  wageLedger: by109('lastEntry', cited.ledgerStart, true),
  workingTime: by109('completion', cited.otherStart, true),
  staffRoll: by109('separation', cited.rollStart),
  hiring: by109('separation', cited.hiringStart),
  article36Agreement: by109('endOfTerm', cited.otherStart),
  article36Health: {
    start: 'endOfTerm',
    startCitation: cited.article36Health,
    firstDay: 'next',
    knownAhead: true,
    payDayCounts: false,
    terms: [
      plain('2019-04-01', 3, cited.article36Before2020, '2020-04-01'),
      fiveButThree(cited.article36Health, cited.regulationForNow),
    ],
  },
  leaveLedger: {
    start: 'endOfTerm',
    startCitation: cited.leave,
    firstDay: 'next',
    knownAhead: true,
    payDayCounts: false,
    terms: [
      plain('2019-04-01', 3, cited.leaveBefore2020, '2020-04-01'),
      fiveButThree(cited.leave, cited.regulationForNow),
    ],
  },
  guidanceResult: bySafety('2006-04-01', 5, cited.guidanceResult),
  workingTimeState: bySafety('2019-04-01', 3, cited.workingTimeState),
  stressResult: bySafety('2015-12-01', 5, cited.stressResult),
  stressInterview: bySafety('2015-12-01', 5, cited.stressInterview),
};
