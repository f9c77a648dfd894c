import type { Citation, Confidence } from '../decision/citation.ts';
import type { Dated } from '../decision/dated.ts';
import type { AppointmentKind, Duty } from './types.ts';

const checkedOn = '2026-11-28';
const from =
  (instrument: string, revision: string) =>
  (path: string, confidence: Confidence): Citation => ({ instrument, revision, path, confidence });

const standards = from('labor-standards-act', '2019-04-01');
const service = from('local-public-service-act', '2019-04-01');
const appointees = from('local-public-service-act', '2020-04-01');
const safety = from('safety-health-act', '2019-04-01');

/** 別表第1: the kinds of business (事業) under which workplaces fall. */
export const listedBusiness: Citation = standards('at=1', 'A');
/** 官公署の事業(別表第1の事業を除く): 公務のために臨時の必要. */
export const temporaryPublicNeed: Citation = standards('a=33/p=3', 'B');
export const overtimeOrdinance: Citation = from('model-working-hours-ordinance', '2019-04-01')('a=8', 'A');
export const disasterNeed: Citation = standards('a=33/p=1', 'A');
export const agreement: Citation = standards('a=36/p=1', 'A');
export const managerialStaff: Citation = standards('a=41/p=1/i=2', 'B');
/** 割増賃金, the floor of every pay regime; 深夜 remains for managers. */
export const premiumFloor: Citation = standards('a=37/p=1', 'B');
export const nightFloor: Citation = standards('a=37/p=4', 'B');
export const wageLedger: Citation = standards('a=108', 'B');

/** 労基法の規定の適用除外, and the provisos that give some of them back. */
export const exclusions: Citation = service('a=58/p=3', 'A');
export const exclusionProvisos: Citation = service('a=58/p=3/ただし書', 'B');
/** 読替え of 32条の2, 34条2項, 37条3項, 39条4項. */
export const readings: Citation = service('a=58/p=4', 'B');
export const inspectionByCommission: Citation = service('a=58/p=5', 'A');
export const inspectionByOffice: Citation = standards('a=97', 'B');

/** 地公法58条 does not reach 企業職員 (地公企法39条1項) and 単純労務職員 (地公労法附則5項). */
export const enterpriseStaff: Citation = from('local-public-enterprise-act', '2019-04-01')('a=39/p=1', 'B');
export const simpleLabor: Citation = from('local-enterprise-labor-act', '2019-04-01')('sp/p=5', 'B');
/** 報酬, 期末手当 of 会計年度任用職員(パートタイム). */
export const remuneration: Citation = from('local-autonomy-act', '2020-04-01')('a=203_2', 'B');
export const salaryOrdinance: Citation = from('model-salary-ordinance', '2019-04-01')('a=15', 'B');
export const specialDutyAllowance: Citation = from('national-salary-act', '2019-04-01')('a=19_3', 'B');
export const enterpriseRules: Citation = from('local-public-enterprise-act', '2019-04-01')('a=38/p=4', 'B');

export const hoursOfEverybody: Citation = safety('a=66_8_3', 'A');
export const guidanceByAct: Citation = safety('a=66_8/p=1', 'A');
export const guidanceByRule: Citation = from('npa-rule-10-4', '2019-04-01')('a=22_2/p=1', 'A');
export const noticeOfCaps: Citation = from('mic-notice-139', '2023-12-25')('2(2)', 'A');
export const recordOfExcess: Citation = from('mic-notice-139', '2023-12-25')('2(3)', 'A');

/** 公立学校の教育職員: overtime of four kinds only, 教職調整額 instead of overtime pay. */
export const schoolTeachers: Citation = from('teacher-salary-act', '2019-04-01')('a=6/p=1', 'B');
/** 医業に従事する医師: caps of their own since 2024-04-01, before that none of 36条's. */
export const physicians: readonly Dated<'none' | 'ownCaps'>[] = [
  { from: '2019-04-01', until: '2024-04-01', value: 'none', citation: standards('a=141/p=4', 'B'), checkedOn },
  {
    from: '2024-04-01',
    value: 'ownCaps',
    citation: from('labor-standards-act', '2024-04-01')('a=141/p=1', 'B'),
    checkedOn,
  },
];

/** Since when each kind of appointment exists; earlier days are refused. */
export const appointmentsSince: Readonly<Record<AppointmentKind, readonly Dated<true>[]>> = {
  fullTime: [{ from: '2019-04-01', value: true, citation: service('a=17', 'B'), checkedOn }],
  shortTimeReappointee: [
    {
      from: '2023-04-01',
      value: true,
      citation: from('local-public-service-act', '2023-04-01')('a=22_4', 'B'),
      checkedOn,
    },
  ],
  fiscalYearFullTime: [{ from: '2020-04-01', value: true, citation: appointees('a=22_2/p=1/i=2', 'B'), checkedOn }],
  fiscalYearPartTime: [{ from: '2020-04-01', value: true, citation: appointees('a=22_2/p=1/i=1', 'B'), checkedOn }],
};

/** What each duty rests on. */
export const dutyCitations: Readonly<Record<Duty, Citation>> = {
  trackWorkingHours: hoursOfEverybody,
  guidance: guidanceByAct,
  guidanceByRule,
  noticeOfCaps,
  recordOfExcess,
  fileAgreement: agreement,
  recordNight: wageLedger,
};
