import { expect, it } from 'vitest';
import { citationLines } from '../testing/citations/citation-lines.ts';
import * as citations from './citations.ts';

/** What each provision is, written down a second time: place, day of the wording, how sure. */
const table = {
  designatedDepartment: '人事院規則15―14 第16条の2の2第1項第2号 2019-04-01 A',
  departmentUnit: '職職―328 第10 2019-04-01 B',
  taskUnit: '総務省事例集(令和4年12月) うきは市 2022-12-26 A',
  beforehand: '総行公第139号 2(2) 2023-12-25 A',
  smallestNumber: '総行公第139号 2(2) 2023-12-25 A',
  priorNotice: '職職―328 第10第10項・第11項 2019-04-01 A',
  changeOfScope: '東近江市訓令第5号 第2条第2項第1号 2019-04-01 A',
  monthOfChange: '大山崎町告示 別表第1 2019-04-01 A',
  monthOfEntry: '大山崎町告示 別表第1 2019-04-01 B',
  'designationsSince.0': '2019-04-01– true 人事院規則15―14 第16条の2の2第1項第2号 2019-04-01 A (2026-11-28)',
  exceptionalWork: '人事院規則15―14 第16条の2の2第2項 2019-04-01 A',
  'healthConfirmation.0': '2019-04-01–2025-04-01 false 人事院規則15―14 第16条の2の2第2項 2019-04-01 A (2026-11-28)',
  'healthConfirmation.1': '2025-04-01– true 職職―99 1 2025-04-01 A (2026-11-28)',
  confirmationAge: '職職―99 1 2025-04-01 C',
  breachItems: '総行公第139号 2(3) 2023-12-25 A',
  breachNotice: '職職―328 第10第16項から第18項まで 2019-04-01 A',
  'reviewSince.0': '2019-04-01– {"months":6} 人事院規則15―14 第16条の2の2第3項 2019-04-01 B (2026-11-28)',
  periodEnd: '民法 第143条第2項 2020-04-01 B',
  monthlyReview: '総務省事例集(令和4年12月) 練馬区 2022-12-26 A',
};

it('the provisions are as this table says', () => expect(citationLines({ ...citations })).toEqual(table));
