import { expect, it } from 'vitest';
import { citationLines } from '../testing/citations/citation-lines.ts';
import * as citations from './citations.ts';

/** What each provision is, written down a second time: place, day of the wording, how sure. */
const table = {
  listedBusiness: '労働基準法 別表第1 2019-04-01 A',
  temporaryPublicNeed: '労働基準法 第33条第3項 2019-04-01 B',
  overtimeOrdinance: '勤務時間条例(準則) 第8条 2019-04-01 A',
  disasterNeed: '労働基準法 第33条第1項 2019-04-01 A',
  agreement: '労働基準法 第36条第1項 2019-04-01 A',
  managerialStaff: '労働基準法 第41条第1項第2号 2019-04-01 B',
  premiumFloor: '労働基準法 第37条第1項 2019-04-01 B',
  nightFloor: '労働基準法 第37条第4項 2019-04-01 B',
  wageLedger: '労働基準法 第108条 2019-04-01 B',
  exclusions: '地方公務員法 第58条第3項 2019-04-01 A',
  exclusionProvisos: '地方公務員法 第58条第3項ただし書 2019-04-01 B',
  readings: '地方公務員法 第58条第4項 2019-04-01 B',
  inspectionByCommission: '地方公務員法 第58条第5項 2019-04-01 A',
  inspectionByOffice: '労働基準法 第97条 2019-04-01 B',
  enterpriseStaff: '地方公営企業法 第39条第1項 2019-04-01 B',
  simpleLabor: '地公労法 附則第5項 2019-04-01 B',
  remuneration: '地方自治法 第203条の2 2020-04-01 B',
  salaryOrdinance: '給与条例(準則) 第15条 2019-04-01 B',
  specialDutyAllowance: '給与法 第19条の3 2019-04-01 B',
  enterpriseRules: '地方公営企業法 第38条第4項 2019-04-01 B',
  hoursOfEverybody: '労働安全衛生法 第66条の8の3 2019-04-01 A',
  guidanceByAct: '労働安全衛生法 第66条の8第1項 2019-04-01 A',
  guidanceByRule: '人事院規則10―4 第22条の2第1項 2019-04-01 A',
  noticeOfCaps: '総行公第139号 2(2) 2023-12-25 A',
  recordOfExcess: '総行公第139号 2(3) 2023-12-25 A',
  schoolTeachers: '給特法 第6条第1項 2019-04-01 B',
  'physicians.0': '2019-04-01–2024-04-01 "none" 労働基準法 第141条第4項 2019-04-01 B (2026-11-28)',
  'physicians.1': '2024-04-01– "ownCaps" 労働基準法 第141条第1項 2024-04-01 B (2026-11-28)',
  'appointmentsSince.fullTime.0': '2019-04-01– true 地方公務員法 第17条 2019-04-01 B (2026-11-28)',
  'appointmentsSince.shortTimeReappointee.0': '2023-04-01– true 地方公務員法 第22条の4 2023-04-01 B (2026-11-28)',
  'appointmentsSince.fiscalYearFullTime.0':
    '2020-04-01– true 地方公務員法 第22条の2第1項第2号 2020-04-01 B (2026-11-28)',
  'appointmentsSince.fiscalYearPartTime.0':
    '2020-04-01– true 地方公務員法 第22条の2第1項第1号 2020-04-01 B (2026-11-28)',
  'dutyCitations.trackWorkingHours': '労働安全衛生法 第66条の8の3 2019-04-01 A',
  'dutyCitations.guidance': '労働安全衛生法 第66条の8第1項 2019-04-01 A',
  'dutyCitations.guidanceByRule': '人事院規則10―4 第22条の2第1項 2019-04-01 A',
  'dutyCitations.noticeOfCaps': '総行公第139号 2(2) 2023-12-25 A',
  'dutyCitations.recordOfExcess': '総行公第139号 2(3) 2023-12-25 A',
  'dutyCitations.fileAgreement': '労働基準法 第36条第1項 2019-04-01 A',
  'dutyCitations.recordNight': '労働基準法 第108条 2019-04-01 B',
};

it('the provisions are as this table says', () => expect(citationLines({ ...citations })).toEqual(table));
