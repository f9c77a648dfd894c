import { expect, it } from 'vitest';
import { citationLines } from '../testing/citations/citation-lines.ts';
import * as citations from './citations.ts';

/** What each provision is, written down a second time: place, day of the wording, how sure. */
const table = {
  'overtimeLimits.0': '2002-04-01– {"monthly":1440,"annual":9000} 人事院規則10―11 第10条 2002-04-01 B (2026-11-28)',
  'overtimeLimitsOfCarers.0':
    '2002-04-01– {"monthly":1440,"annual":9000} 人事院規則10―11 第13条 2002-04-01 B (2026-11-28)',
  'exemptionUntilThree.0': '2010-06-30– true 人事院規則10―11 第9条 2010-06-30 A (2026-11-28)',
  exemptionUntilSchool: '人事院規則10―11 第9条 2025-04-01 B',
  'exemptionOfCarers.0': '2017-01-01– true 人事院規則10―11 第13条 2017-01-01 B (2026-11-28)',
  'nightLimit.0': '1999-04-01– true 人事院規則10―11 第6条 2002-04-01 A (2026-11-28)',
  'nightLimitOfCarers.0': '1999-04-01– true 人事院規則10―11 第13条 2002-04-01 B (2026-11-28)',
  'maternityOvertime.0': '1986-04-01– true 労働基準法 第66条第2項 1986-04-01 A (2026-11-28)',
  'maternityNight.0': '1986-04-01– true 労働基準法 第66条第3項 1986-04-01 A (2026-11-28)',
  maternityPeriod: '労働基準法 第64条の3第1項 1986-04-01 B',
  maternityOfManagers: '基発第151号 1986-03-20 A',
  managers: '労働基準法 第41条第1項第2号 2019-04-01 B',
  'shortTimeWork.0': '2007-08-01– true 勤務時間条例(準則) 第8条ただし書 2007-08-01 A (2026-11-28)',
  schoolEntry: '職福―443 第3条関係2 2025-04-25 A',
  ageReached: '年齢計算ニ関スル法律 第1項 1902-12-22 B',
  requestPeriod: '人事院規則10―11 第11条第1項 2010-06-30 B',
  noOverlap: '人事院規則10―11 第11条第1項 2010-06-30 A',
  nightRequestPeriod: '人事院規則10―11 第7条第1項 2002-04-01 A',
  disasterApart: '人事院規則10―11 第9条 2010-06-30 A',
  periodEnd: '民法 第143条第2項 2020-04-01 B',
  notPossible: '人事院規則10―11 第9条 2010-06-30 A',
  periodReading: '人事院規則10―11 第11条第1項 2010-06-30 C',
};

it('the provisions are as this table says', () => expect(citationLines({ ...citations })).toEqual(table));
