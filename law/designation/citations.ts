import type { Citation, Confidence } from '../decision/citation.ts';
import type { Dated } from '../decision/dated.ts';

const checkedOn = '2026-11-28';
const from =
  (instrument: string, revision: string) =>
  (path: string, confidence: Confidence): Citation => ({ instrument, revision, path, confidence });

const rule = from('npa-rule-15-14', '2019-04-01');
const notice = from('npa-notice-328', '2019-04-01');
const ministry = from('mic-notice-139', '2023-12-25');

/** 他律的業務の比重が高い部署として任命権者が指定する部署. */
export const designatedDepartment: Citation = rule('a=16_2_2/p=1/i=2', 'A');
/** 部署の単位は課・室又はこれらに相当するもの. */
export const departmentUnit: Citation = notice('第10', 'B');
/** うきは市 designates by task. */
export const taskUnit: Citation = from('mic-case-book', '2022-12-26')('うきは市', 'A');
/** あらかじめ指定する; 後からの指定は不適正. */
export const beforehand: Citation = ministry('2(2)', 'A');
/** 必要最小限; 全部署の指定は不適正. */
export const smallestNumber: Citation = ministry('2(2)', 'A');
/** どの上限が適用されるかの、あらかじめの周知. */
export const priorNotice: Citation = notice('第10第10項・第11項', 'A');
/** 他律的部署の範囲の変更 counts as 異動. */
export const changeOfScope: Citation = from('higashiomi-directive-5', '2019-04-01')('a=2/p=2/i=1', 'A');
/** The month of a change counts as externally driven in both directions (特定期間). */
export const monthOfChange: Citation = from('oyamazaki-notice-17', '2019-04-01')('別表第1', 'A');
/** That a change 自律→他律 makes its whole month externally driven. */
export const monthOfEntry: Citation = from('oyamazaki-notice-17', '2019-04-01')('別表第1', 'B');

/** Designations exist since the caps do. */
export const designationsSince: readonly Dated<true>[] = [
  { from: '2019-04-01', value: true, citation: designatedDepartment, checkedOn },
];

/** 特例業務: the caps may be exceeded, to the minimum. */
export const exceptionalWork: Citation = rule('a=16_2_2/p=2', 'A');
/**
 * Whether the person's fatigue, mind and body are to be confirmed before overtime beyond month 100 or average 80 is ordered:
 * since 2025-04-01 (職職―99).
 */
export const healthConfirmation: readonly Dated<boolean>[] = [
  { from: '2019-04-01', until: '2025-04-01', value: false, citation: exceptionalWork, checkedOn },
  {
    from: '2025-04-01',
    value: true,
    citation: from('npa-notice-99', '2025-04-01')('1', 'A'),
    checkedOn,
  },
];
/** How long a confirmation holds is not written anywhere. */
export const confirmationAge: Citation = from('npa-notice-99', '2025-04-01')('1', 'C');

/** The items of the record, ①–⑤. */
export const breachItems: Citation = ministry('2(3)', 'A');
export const breachNotice: Citation = notice('第10第16項から第18項まで', 'A');
/** 整理、分析及び検証 within six months from the day after the last day of the year. */
export const reviewSince: readonly Dated<{ readonly months: number }>[] = [
  { from: '2019-04-01', value: { months: 6 }, citation: rule('a=16_2_2/p=3', 'B'), checkedOn },
];
/** 期間の計算: a period from the first day of a month ends with the last day of its last month. */
export const periodEnd: Citation = from('civil-code', '2020-04-01')('a=143/p=2', 'B');
/** 毎月の記録と検証 (練馬区: 翌々月20日まで). */
export const monthlyReview: Citation = from('mic-case-book', '2022-12-26')('練馬区', 'A');
/** 特例業務の事前届出: by the 20th of the month before (練馬区). */
export const priorNoticeOfTask: Citation = from('mic-case-book', '2022-12-26')('練馬区', 'A');
