import type { Citation, Confidence } from '../decision/citation.ts';
import type { LocalDate } from '../time/civil.ts';

/** Every provision that the rules of record keeping rest on. */

/** 把握ガイドライン: before it, days and methods are not judged. */
export const GUIDELINE_FROM: LocalDate = '2017-01-20';
/** 労基法108条: no ledger before it. */
export const LEDGER_FROM: LocalDate = '1947-11-01';

const of =
  (instrument: string, revision: string) =>
  (path: string, confidence: Confidence): Citation => ({ instrument, revision, path, confidence });

const guideline = of('working-time-guideline', '2017-01-20');
const lawBefore2020 = of('labor-standards-act', '1947-09-01');
const lawOf2020 = of('labor-standards-act', '2020-04-01');
const law = of('labor-standards-act', '2019-04-01');
const regulation = of('labor-standards-regulation', '2020-04-01');
const regulationOf2019 = of('labor-standards-regulation', '2019-04-01');
const ledgerRegulation = of('labor-standards-regulation', '1947-11-01');
const safety = of('safety-health-regulation', '2019-04-01');
const stress = of('safety-health-regulation', '2015-12-01');
const safetyOf2006 = of('safety-health-regulation', '2006-04-01');

export const retentionCitations = {
  /** 109条 as it was: three years. */
  threeYears: lawBefore2020('a=109', 'B'),
  /** 109条: five years. */
  fiveYears: lawOf2020('a=109', 'B'),
  /** 附則143条1項: for now, three. */
  forNow: lawOf2020('sp/a=143/p=1', 'B'),
  rollStart: regulation('a=56/p=1/i=1', 'B'),
  ledgerStart: regulation('a=56/p=1/i=2', 'B'),
  hiringStart: regulation('a=56/p=1/i=3', 'B'),
  otherStart: regulation('a=56/p=1/i=5', 'B'),
  /** The pay day, where it is later. */
  payDay: regulation('a=56/p=2', 'B'),
  article36Before2020: regulationOf2019('a=17/p=2', 'B'),
  article36Health: regulation('a=17/p=2', 'B'),
  /** 附則72条 of the regulation: for now, three years for the records of its own articles. */
  regulationForNow: regulation('sp/a=72', 'B'),
  leaveBefore2020: regulationOf2019('a=24_7', 'A'),
  leave: regulation('a=24_7', 'A'),
  guidanceResult: safetyOf2006('a=52_6', 'B'),
  workingTimeState: safety('a=52_7_3/p=2', 'B'),
  stressResult: stress('a=52_13/p=2', 'B'),
  stressInterview: stress('a=52_18', 'B'),
  /** 保存期間 by the guideline: three years. */
  guideline: guideline('4(5)', 'A'),
  /** The first day of a term is left out unless it is told otherwise. */
  firstDayLeftOut: of('civil-code', '2020-04-01')('a=140', 'B'),
  /** A term in years ends with the eve of the day that answers to its first, or the last day of a month without it. */
  termEnds: of('civil-code', '2020-04-01')('a=143/p=2', 'B'),
} as const;

export const ledgerCitations = {
  ledger: law('a=108', 'B'),
  name: ledgerRegulation('a=54/p=1/i=1', 'A'),
  sex: ledgerRegulation('a=54/p=1/i=2', 'A'),
  period: ledgerRegulation('a=54/p=1/i=3', 'A'),
  daysWorked: ledgerRegulation('a=54/p=1/i=4', 'A'),
  worked: ledgerRegulation('a=54/p=1/i=5', 'A'),
  extra: ledgerRegulation('a=54/p=1/i=6', 'A'),
  pay: ledgerRegulation('a=54/p=1/i=7', 'A'),
  deductions: ledgerRegulation('a=54/p=1/i=8', 'A'),
  byDay: ledgerRegulation('a=54/p=4', 'B'),
  exempt: ledgerRegulation('a=54/p=5', 'B'),
  /** 管理監督者 too: the hours of night work are to be entered. */
  night: of('wage-ledger-night-notice', '1948-02-03')('', 'B'),
  duty: guideline('4(4)', 'A'),
  penalty: law('a=120/i=1', 'B'),
} as const;

export const discrepancyCitations = {
  startAndEnd: guideline('4(1)', 'A'),
  objective: guideline('4(2)イ', 'A'),
  investigate: guideline('4(3)ウ', 'A'),
  /** 著しい乖離: the guideline gives no number, the municipality does. */
  grave: guideline('4(3)ウ', 'C'),
  trueReason: guideline('4(3)エ', 'A'),
  neverRefused: guideline('4(3)オ', 'A'),
  /** Ordered or declared hours that differ from the actual ones are corrected, then paid. */
  correct: of('mic-notice-139', '2023-12-25')('2(1)', 'A'),
  managers: safety('a=52_7_3/p=1', 'B'),
} as const;

export const clippedCitations = {
  habit: guideline('4(3)オ', 'A'),
  /** The guideline says that the habit must be looked for, not by which figures. */
  pattern: guideline('4(3)オ', 'C'),
  care24: of('childcare-family-care-act', '2010-06-30')('a=17/p=1', 'B'),
} as const;

export const recordingCitations = {
  everyDay: guideline('4(1)', 'A'),
  method: guideline('4(2)', 'A'),
  staff: guideline('4(3)ア', 'A'),
  timeKeepers: guideline('4(3)イ', 'A'),
  survey: guideline('4(3)ウ', 'A'),
  manager: guideline('4(6)', 'A'),
} as const;
