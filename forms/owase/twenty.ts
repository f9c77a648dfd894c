import { formatDuration } from '@tokimori/law/time/minutes';
import { eraDate, eraMonth } from '@tokimori/wording/format';
import { type FormDefinition, type Part, type PrintedSheet, textOf } from '../sheet/definition.ts';
import { coveredThrough, minutesOf, monthNumber, subjectOf } from '../sheet/figures.ts';
import { type Given, type GivenPerson, monthOf } from '../sheet/given.ts';
import { BLANK_DAY, hours, hoursInWords, typedHoursInWords, upTo } from '../sheet/words.ts';

const workPart = (person: GivenPerson | undefined): Part => ({
  id: 'work',
  title: '超過勤務対象者が記入する項目',
  fields: [
    {
      id: 'project',
      label: '事業名',
      kind: 'line',
      max: 60,
      required: true,
      start: upTo(60, person?.works[0]?.work ?? ''),
    },
    {
      id: 'content',
      label: '業務内容及び勤務時間数',
      hint: '業務ごとに、内容とかかる時間を詳細に入力します。',
      kind: 'text',
      max: 800,
      required: true,
    },
    {
      id: 'expected',
      label: '当月の予想時間外',
      hint: '予想される最終の時間外勤務時間です。',
      kind: 'hours',
      required: true,
      start: person?.forecast == null ? '' : formatDuration(person.forecast),
    },
  ],
});

const opinion = (id: string, post: string, max: number, required: boolean) =>
  ({ id, label: `所属長意見(${post})`, kind: 'text', max, required }) as const;
const opinionPart: Part = {
  id: 'opinion',
  title: '所属長意見',
  by: 'manager',
  fields: [
    opinion('manager', '課長', 300, true),
    opinion('deputy', '課長補佐', 120, false),
    opinion('chief', '係長', 120, false),
  ],
};

const parts = (given: Given): readonly Part[] => [workPart(subjectOf(given)), opinionPart];

/** 尾鷲市 超過勤務伺書: before the month of a person comes to 20 hours, through the 総務課 to the 副市長. */
export const owaseTwenty: FormDefinition = {
  key: 'owase-20',
  title: '超過勤務伺書(月20時間を超える場合)',
  municipality: '尾鷲市',
  source: '総務省通知(令和5年12月25日)別添2 尾鷲市「早期の要因分析・副市長も交えた対策検討」資料①',
  per: 'person',
  ahead: 0,
  by: ['manager', 'person'],
  concerns: (given, person) => Math.max(minutesOf(given, person), person.forecast ?? 0) >= 20 * 60,
  route: [
    { role: 'generalAffairs', label: '総務・職員係' },
    { role: 'generalAffairs', label: '総務・職員係長' },
    { role: 'generalAffairs', label: '総務課長補佐' },
    { role: 'generalAffairs', label: '総務課長' },
    { role: 'viceMayor', label: '副市長' },
  ],
  shown: (given) => [
    {
      title: '当月の超過勤務',
      columns: ['氏名', '所属課・係名', '現在までの時間', '月末の見込み'],
      rows: given.people.map((person) => [
        person.name,
        person.section,
        hours(monthOf(given, person).total),
        hours(person.forecast),
      ]),
    },
  ],
  parts,
  least: (given) => {
    const person = subjectOf(given);
    if (person === undefined) return [];
    return [{ key: 'work.expected', minutes: minutesOf(given, person), what: 'これまでの時間外勤務' }];
  },
  template: 'owase/twenty.typ',
  printed,
};

function printed({ given, filled, submittedOn, seals }: PrintedSheet): object {
  const person = subjectOf(given);
  const of = (key: string) => textOf(parts(given), filled, key);
  const through = coveredThrough(given);
  return {
    // On paper the highest post stands first.
    seals: seals.toReversed(),
    month: eraMonth(given.month),
    on: submittedOn === null ? BLANK_DAY : eraDate(submittedOn),
    manager: of('opinion.manager'),
    deputy: of('opinion.deputy'),
    chief: of('opinion.chief'),
    section: person?.section ?? given.section,
    name: person?.name ?? '',
    project: of('work.project'),
    content: of('work.content'),
    throughMonth: monthNumber(through.slice(0, 7)),
    throughDay: String(Number(through.slice(8))),
    soFar: hoursInWords(person === undefined ? null : monthOf(given, person).total),
    expected: typedHoursInWords(of('work.expected')),
  };
}
