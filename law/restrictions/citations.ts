import type { Citation, Confidence } from '../decision/citation.ts';
import type { Dated } from '../decision/dated.ts';
import { hours, type Minutes } from '../time/minutes.ts';

const checkedOn = '2026-11-28';
const from =
  (instrument: string, revision: string) =>
  (path: string, confidence: Confidence): Citation => ({ instrument, revision, path, confidence });

/** 人事院規則10―11 is the model of the ordinances; 育児・介護休業法 16条の8・17条・19条 bind where it applies itself. */
const rule2002 = from('npa-rule-10-11', '2002-04-01');
const rule2010 = from('npa-rule-10-11', '2010-06-30');
const rule2017 = from('npa-rule-10-11', '2017-01-01');
const rule2025 = from('npa-rule-10-11', '2025-04-01');
const standards = from('labor-standards-act', '1986-04-01');

export type OvertimeLimits = { readonly monthly: Minutes; readonly annual: Minutes };

/** 超過勤務の制限: 月24時間, 年150時間, for the parent of a child before school. */
export const overtimeLimits: readonly Dated<OvertimeLimits>[] = [
  { from: '2002-04-01', value: { monthly: hours(24), annual: hours(150) }, citation: rule2002('a=10', 'B'), checkedOn },
];
/** The same for carers (第13条で準用). */
export const overtimeLimitsOfCarers: readonly Dated<OvertimeLimits>[] = [
  { from: '2002-04-01', value: { monthly: hours(24), annual: hours(150) }, citation: rule2002('a=13', 'B'), checkedOn },
];

/** 超過勤務の免除, of parents: since 2010-06-30 until the child is three. */
export const exemptionUntilThree: readonly Dated<true>[] = [
  { from: '2010-06-30', value: true, citation: rule2010('a=9', 'A'), checkedOn },
];
/** The same until the child enters school, from the day that the municipality's parameter names (国: 2025-04-01). */
export const exemptionUntilSchool: Citation = rule2025('a=9', 'B');
/** 超過勤務の免除, of carers. */
export const exemptionOfCarers: readonly Dated<true>[] = [
  { from: '2017-01-01', value: true, citation: rule2017('a=13', 'B'), checkedOn },
];

/** 深夜勤務の制限 (22:00–5:00): parents, carers. */
export const nightLimit: readonly Dated<true>[] = [
  { from: '1999-04-01', value: true, citation: rule2002('a=6', 'A'), checkedOn },
];
export const nightLimitOfCarers: readonly Dated<true>[] = [
  { from: '1999-04-01', value: true, citation: rule2002('a=13', 'B'), checkedOn },
];

/** 妊産婦の時間外・休日労働と深夜業 on request. */
export const maternityOvertime: readonly Dated<true>[] = [
  { from: '1986-04-01', value: true, citation: standards('a=66/p=2', 'A'), checkedOn },
];
export const maternityNight: readonly Dated<true>[] = [
  { from: '1986-04-01', value: true, citation: standards('a=66/p=3', 'A'), checkedOn },
];
/** 妊産婦 = 妊娠中の女性及び産後1年を経過しない女性. */
export const maternityPeriod: Citation = standards('a=64_3/p=1', 'B');
/** 41条 staff: 66条2項 does not reach them, 3項 does. */
export const maternityOfManagers: Citation = from('article-41-maternity-notice', '1986-03-20')('', 'A');

/** 管理監督職員 are ordered no overtime: a limit of it has no object. */
export const managers: Citation = from('labor-standards-act', '2019-04-01')('a=41/p=1/i=2', 'B');

/** 育児短時間勤務職員: overtime only when the work would otherwise be gravely hindered. */
export const shortTimeWork: readonly Dated<true>[] = [
  {
    from: '2007-08-01',
    value: true,
    citation: from('model-working-hours-ordinance', '2007-08-01')('a=8/ただし書', 'A'),
    checkedOn,
  },
];

/** 小学校就学の始期: 満6歳に達する日以後の最初の3月31日まで. */
export const schoolEntry: Citation = from('npa-notice-443', '2025-04-25')('第3条関係2', 'A');
/** An age is reached on the day before the birthday. */
export const ageReached: Citation = from('age-calculation-act', '1902-12-22')('p=1', 'B');
/** 請求の手続: the period of a request, and that exemption and limit do not overlap. */
export const requestPeriod: Citation = rule2010('a=11/p=1', 'B');
export const noOverlap: Citation = rule2010('a=11/p=1', 'A');
export const nightRequestPeriod: Citation = rule2002('a=7/p=1', 'A');
/** 災害その他避けることのできない事由に基づく臨時の勤務を除く. */
export const disasterApart: Citation = rule2010('a=9', 'A');
/** 民法143条2項: how a period of months ends. */
export const periodEnd: Citation = from('civil-code', '2020-04-01')('a=143/p=2', 'B');
/** 公務の運営に支障、措置が著しく困難: when a request need not be followed. */
export const notPossible: Citation = rule2010('a=9', 'A');
/** That the months are calendar months and the year runs with the period asked for is not written down. */
export const periodReading: Citation = rule2010('a=11/p=1', 'C');
