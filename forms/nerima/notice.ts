import { eraDate, eraMonth } from '@tokimori/wording/format';
import type { FormDefinition, PrintedSheet } from '../sheet/definition.ts';
import { minutesOf } from '../sheet/figures.ts';
import { cumulative, type Given, type GivenPerson } from '../sheet/given.ts';
import { BLANK_DAY, hours } from '../sheet/words.ts';

const overMonth = (given: Given, person: GivenPerson): boolean => minutesOf(given, person) > 45 * 60;
const overYear = (given: Given, person: GivenPerson): boolean => cumulative(given, person) > 360 * 60;

/** What the person is over: 月45時間, 年360時間. */
const overOf = (given: Given, person: GivenPerson): string =>
  [overMonth(given, person) ? '月45時間超' : '', overYear(given, person) ? '年360時間超' : '']
    .filter(Boolean)
    .join('、');

/** 練馬区 縮減通知: every month, from the 健康管理部局 to the head of everybody over 45 hours in the month or 360 in the year. Nothing is typed. */
export const nerimaNotice: FormDefinition = {
  key: 'nerima-notice',
  title: '縮減通知',
  municipality: '練馬区',
  source: '総務省事例集(令和4年12月) 練馬区「毎月の縮減通知の送付」',
  per: 'section',
  ahead: 0,
  closes: 'monthOver',
  by: ['health'],
  concerns: (given, person) => overMonth(given, person) || overYear(given, person),
  route: [{ role: 'manager', label: '所属長' }],
  shown: (given) => [
    {
      title: '対象職員',
      columns: ['職員番号', '氏名', '所属', '当月', '年度の累計', '内容'],
      rows: given.people.map((person) => [
        person.staff,
        person.name,
        person.section,
        hours(minutesOf(given, person)),
        hours(cumulative(given, person)),
        overOf(given, person),
      ]),
    },
  ],
  parts: () => [],
  template: 'nerima/notice.typ',
  printed,
};

function printed({ given, submittedOn }: PrintedSheet): object {
  return {
    on: submittedOn === null ? BLANK_DAY : eraDate(submittedOn),
    section: given.section,
    head: given.head?.name ?? '',
    month: eraMonth(given.month),
    people: given.people.map((person) => ({
      staff: person.staff,
      name: person.name,
      section: person.section,
      month: hours(minutesOf(given, person)),
      year: hours(cumulative(given, person)),
      over: overOf(given, person),
    })),
  };
}
