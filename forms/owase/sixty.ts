import { formatDuration } from '@tokimori/law/time/minutes';
import { eraDate, eraMonth } from '@tokimori/wording/format';
import { type FormDefinition, type Part, type PrintedSheet, textOf } from '../sheet/definition.ts';
import { minutesOf, subjectOf, worksOf } from '../sheet/figures.ts';
import { type Given, type GivenPerson, monthOf } from '../sheet/given.ts';
import { BLANK_DAY, hours, hoursInWords, typedHoursInWords } from '../sheet/words.ts';

/** The check items of the original. */
const CHECKS = [
  '突発的事務事業の場合、事前に計画して作業を行えなかったのか。',
  '定型的事務事業の場合、所属内で応援態勢を組むことができないのか。',
  '慢性的な超過勤務の場合、業務の効率化を図ることはできないのか。',
  '夜間や休日に業務を行う必要性を検証したのか。',
] as const;

const text = (id: string, label: string, max: number, start = '') =>
  ({ id, label, kind: 'text', max, required: true, start }) as const;

function personPart(given: Given, person: GivenPerson | undefined): Part {
  const soFar = person === undefined ? 0 : minutesOf(given, person);
  const rest = person?.forecast == null ? null : Math.max(0, person.forecast - soFar);
  const works = worksOf(person, ({ work, minutes }) => `${work} ${hours(minutes)}`, 400);
  return {
    id: 'person',
    title: '(1) 超過勤務対象者が記入する項目',
    fields: [
      text('before', '調書提出までの事業名及び業務内容等', 400, works),
      text('after', '調書提出後の予定の事業名及び業務内容等', 400),
      {
        id: 'afterHours',
        label: '調書提出後の予定の所要時間数',
        kind: 'hours',
        required: true,
        start: rest === null ? '' : formatDuration(rest),
      },
    ],
  };
}

const headPart: Part = {
  id: 'head',
  title: '(2) 所属長が記入する項目',
  by: 'manager',
  fields: [
    text('action', '超過勤務抑制についての対応方法等', 600),
    {
      id: 'checks',
      label: 'チェック項目',
      hint: '確かめた項目を選びます。',
      kind: 'checks',
      options: CHECKS,
      required: true,
    },
  ],
};

const parts = (given: Given): readonly Part[] => [personPart(given, subjectOf(given)), headPart];

/** 尾鷲市 超過勤務状況調書: before the month of a person comes to 60 hours, on which the 副市長, 総務課長 and the head talk. */
export const owaseSixty: FormDefinition = {
  key: 'owase-60',
  title: '超過勤務状況調書(月60時間を超える場合)',
  municipality: '尾鷲市',
  source: '総務省通知(令和5年12月25日)別添2 尾鷲市「早期の要因分析・副市長も交えた対策検討」資料②',
  per: 'person',
  ahead: 0,
  by: ['manager', 'person'],
  concerns: (given, person) => Math.max(minutesOf(given, person), person.forecast ?? 0) >= 60 * 60,
  route: [
    { role: 'generalAffairs', label: '総務課長' },
    { role: 'viceMayor', label: '副市長' },
  ],
  shown: (given) => [
    {
      title: '当月の超過勤務',
      columns: ['氏名', '所属係名', '調書提出までの時間', '月末の見込み'],
      rows: given.people.map((person) => [
        person.name,
        person.section,
        hours(monthOf(given, person).total),
        hours(person.forecast),
      ]),
    },
  ],
  parts,
  template: 'owase/sixty.typ',
  printed,
};

function printed({ given, filled, submittedOn }: PrintedSheet): object {
  const person = subjectOf(given);
  const of = (key: string) => textOf(parts(given), filled, key);
  const checked = filled['head.checks'] ?? [];
  return {
    on: submittedOn === null ? BLANK_DAY : eraDate(submittedOn),
    department: given.section,
    head: given.head?.name ?? '',
    month: eraMonth(given.month),
    section: person?.section ?? '',
    name: person?.name ?? '',
    before: of('person.before'),
    beforeHours: hoursInWords(person === undefined ? null : monthOf(given, person).total),
    after: of('person.after'),
    afterHours: typedHoursInWords(of('person.afterHours')),
    action: of('head.action'),
    checks: CHECKS.map((word) => ({ word, on: checked.includes(word) })),
  };
}
