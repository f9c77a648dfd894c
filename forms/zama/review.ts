import { eraDate, eraMonth } from '@tokimori/wording/format';
import { type FormDefinition, type Part, type PrintedSheet, textOf } from '../sheet/definition.ts';
import { type Given, monthOf } from '../sheet/given.ts';
import { BLANK_DAY, hours, upTo } from '../sheet/words.ts';

const parts = (given: Given): readonly Part[] => [
  {
    id: 'review',
    title: '検証の結果',
    about: '災害その他避けることのできない事由により、緊急の必要があったかどうかを検証します。',
    fields: [
      {
        id: 'work',
        label: '時間外勤務の業務内容',
        kind: 'text',
        max: 600,
        required: true,
        start: upTo(600, [...new Set(given.people.flatMap(({ works }) => works.map(({ work }) => work)))].join('\n')),
      },
      { id: 'reason', label: '上限時間等を超えた理由', kind: 'text', max: 600, required: true },
      { id: 'measures', label: '今後の対応方法、改善策', kind: 'text', max: 600, required: true },
    ],
  },
];

/** 座間市 時間外勤務検証結果報告書: once an upper bound was passed, from the head through the 部長 to the 副市長, with the 総務部 in between. */
export const zamaReview: FormDefinition = {
  key: 'zama-review',
  title: '時間外勤務検証結果報告書',
  municipality: '座間市',
  source: '総務省事例集(令和4年12月) 座間市「特例業務発生時の要因の整理・分析・検証」',
  per: 'section',
  ahead: 0,
  closes: 'monthOver',
  by: ['manager'],
  concerns: (_given, person) => person.over.length > 0,
  route: [
    { role: 'manager', label: '所属長' },
    { role: 'director', label: '次長' },
    { role: 'bureauHead', label: '部(局・室)長' },
    { role: 'hr', label: '給与厚生係' },
    { role: 'hr', label: '人事研修係' },
    { role: 'hr', label: '職員課長' },
    { role: 'hrDirector', label: '総務部長' },
    { role: 'viceMayor', label: '副市長' },
  ],
  shown: (given) => [
    {
      title: '該当職員・時間数',
      columns: ['氏名', '所属', '時間外勤務', '超えた上限'],
      rows: given.people.map((person) => [
        person.name,
        person.section,
        hours(monthOf(given, person).total),
        person.over.join('、'),
      ]),
    },
  ],
  parts,
  template: 'zama/review.typ',
  printed,
};

function printed({ given, filled, submittedOn, seals }: PrintedSheet): object {
  const fields = parts(given);
  const office = new Set(['総務部長', '職員課長', '人事研修係', '給与厚生係']);
  return {
    // On paper the highest post stands first.
    sectionSeals: seals.filter(({ label }) => !office.has(label)).toReversed(),
    officeSeals: seals.filter(({ label }) => office.has(label)).toReversed(),
    on: submittedOn === null ? BLANK_DAY : eraDate(submittedOn),
    head: given.head?.name ?? '',
    section: given.section,
    month: eraMonth(given.month),
    people: given.people.map((person) => ({
      name: person.name,
      hours: hours(monthOf(given, person).total),
      over: person.over.join('、'),
    })),
    work: textOf(fields, filled, 'review.work'),
    reason: textOf(fields, filled, 'review.reason'),
    measures: textOf(fields, filled, 'review.measures'),
  };
}
