import { eraMonth } from '@tokimori/wording/format';
import { type FormDefinition, type Part, type PrintedSheet, textOf } from '../sheet/definition.ts';
import { monthNumber } from '../sheet/figures.ts';
import { cumulative, type Given, type GivenPerson, lastYearOf, monthOf, monthsOver45 } from '../sheet/given.ts';
import { hours } from '../sheet/words.ts';

/** Managers are ordered no overtime: what they are present beyond their hours is told of them, as the source has it. */
const asTold = (person: GivenPerson): GivenPerson =>
  person.managerial
    ? { ...person, months: person.months.map((month) => ({ ...month, total: month.presence })) }
    : person;

const parts = (): readonly Part[] => [
  {
    id: 'remark',
    title: '備考',
    fields: [
      {
        id: 'text',
        label: '備考',
        hint: '時間数は記録から入ります。伝えたいことがあるときだけ入力します。',
        kind: 'text',
        max: 300,
        required: false,
      },
    ],
  },
];

/** 座間市 時間外勤務状況報告書: every month, of everybody in the section, managers with them, beside the months of the year before. */
export const zamaMonthly: FormDefinition = {
  key: 'zama-monthly',
  title: '時間外勤務状況報告書',
  municipality: '座間市',
  source: '総務省事例集(令和4年12月) 座間市「管理職を含む全職員の時間外勤務状況の把握」',
  per: 'section',
  ahead: 0,
  closes: 'monthOver',
  by: ['manager'],
  concerns: 'all',
  route: [{ role: 'hr', label: '職員課' }],
  shown: (given) => [
    {
      title: '時間外勤務の状況',
      columns: ['氏名', '時間外勤務時間', '累積時間', '45時間超過月数', '超えた上限'],
      rows: given.people
        .map(asTold)
        .map((person) => [
          person.managerial ? `${person.name}(管理職・在庁)` : person.name,
          hours(monthOf(given, person).total),
          hours(cumulative(given, person)),
          String(monthsOver45(given, person)),
          person.over.join('、'),
        ]),
    },
  ],
  parts,
  template: 'zama/monthly.typ',
  printed,
};

function printed({ given, filled }: PrintedSheet): object {
  return {
    month: eraMonth(given.month),
    section: given.section,
    people: given.people.map(asTold).map((person, at) => ({
      no: String(at + 1),
      name: person.name,
      managerial: person.managerial,
      month: hours(monthOf(given, person).total),
      year: hours(cumulative(given, person)),
      times: String(monthsOver45(given, person)),
      over: person.over.join('、'),
      last: lastYearOf(person).map(({ month, total }) => ({
        month: monthNumber(month),
        hours: hours(total),
        over45: (total ?? 0) > 45 * 60,
      })),
    })),
    passed: String(passedIn(given)),
    remark: textOf(parts(), filled, 'remark.text'),
  };
}

const passedIn = (given: Given): number => given.people.filter(({ over }) => over.length > 0).length;
