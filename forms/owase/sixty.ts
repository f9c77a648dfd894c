import { formatDuration } from '@tokimori/law/time/minutes';
import { eraDate, eraMonth } from '@tokimori/wording/format';
import { type Field, type FormDefinition, type Part, type PrintedSheet, textOf } from '../sheet/definition.ts';
import { minutesOf, subjectOf } from '../sheet/figures.ts';
import { type Given, type GivenPerson, monthOf } from '../sheet/given.ts';
import { BLANK_DAY, hours, hoursInWords, typedHoursInWords, upTo } from '../sheet/words.ts';

/** The check items of the original. */
const CHECKS = [
  '突発的事務事業の場合、事前に計画して作業を行えなかったのか。',
  '定型的事務事業の場合、所属内で応援態勢を組むことができないのか。',
  '慢性的な超過勤務の場合、業務の効率化を図ることはできないのか。',
  '夜間や休日に業務を行う必要性を検証したのか。',
] as const;

const text = (id: string, label: string, max: number, start = '') =>
  ({ id, label, kind: 'text', max, required: true, start }) as const;

/** Lines of 事業 with their hours: so far, and planned. */
const [BEFORE, AFTER] = [5, 3];
/** Letters of 事業名及び業務内容等, to be told in detail: what all lines together leave room for on the one sheet, in the smallest letters. */
const DETAIL = 130;
/** Who sits in beside the three, where it is needed (※2). */
const SITTING_IN = ['所属係長', '超過勤務対象職員'] as const;

type Line = { readonly work: string; readonly hours: string };
/** The key of the first line has no number: it was the only one in earlier versions. */
const keyOf = (id: string, at: number): string => (at === 0 ? id : `${id}${at + 1}`);
const numbered = (label: string, at: number): string => (at === 0 ? label : `${label}(${at + 1})`);

/** 事業名及び業務内容等 and its 所要時間数, line by line; the first is asked for. */
const linesOf = (id: string, label: string, count: number, start: (at: number) => Line): readonly Field[] =>
  Array.from({ length: count }, (_, at): readonly Field[] => [
    {
      ...text(keyOf(id, at), numbered(`${label}事業名及び業務内容等`, at), DETAIL, start(at).work),
      required: at === 0,
    },
    {
      id: keyOf(`${id}Hours`, at),
      label: numbered(`${label}所要時間数`, at),
      kind: 'hours',
      required: at === 0,
      start: start(at).hours,
    },
  ]).flat();

function personPart(given: Given, person: GivenPerson | undefined): Part {
  const soFar = person === undefined ? 0 : minutesOf(given, person);
  const rest = person?.forecast == null ? null : Math.max(0, person.forecast - soFar);
  const worked = (at: number): Line => {
    const work = person?.works[at];
    return work === undefined
      ? { work: '', hours: '' }
      : { work: upTo(DETAIL, work.work), hours: formatDuration(work.minutes) };
  };
  const planned = (at: number): Line => ({ work: '', hours: at > 0 || rest === null ? '' : formatDuration(rest) });
  return {
    id: 'person',
    title: '(1) 超過勤務対象者が記入する項目',
    about: '事業ごとに、業務内容と所要時間数を入力します。',
    fields: [
      ...linesOf('before', '調書提出までの', BEFORE, worked),
      ...linesOf('after', '調書提出後の予定の', AFTER, planned),
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
    {
      id: 'sittingIn',
      label: '面談の同席者',
      hint: '面談は副市長、総務課長、所属長の3者で行います。必要に応じて同席する人を選びます。',
      kind: 'checks',
      options: SITTING_IN,
      required: false,
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
  const sitting = filled['head.sittingIn'] ?? [];
  const lines = (id: string, count: number): readonly Line[] =>
    Array.from({ length: count }, (_, at) => ({
      work: of(`person.${keyOf(id, at)}`),
      hours: of(`person.${keyOf(`${id}Hours`, at)}`),
    }))
      .filter(({ work, hours: taken }, at) => at === 0 || work !== '' || taken !== '')
      .map(({ work, hours: taken }) => ({ work, hours: typedHoursInWords(taken) }));
  return {
    on: submittedOn === null ? BLANK_DAY : eraDate(submittedOn),
    department: given.section,
    head: given.head?.name ?? '',
    month: eraMonth(given.month),
    section: person?.section ?? '',
    name: person?.name ?? '',
    before: lines('before', BEFORE),
    beforeHours: hoursInWords(person === undefined ? null : monthOf(given, person).total),
    after: lines('after', AFTER),
    action: of('head.action'),
    checks: CHECKS.map((word) => ({ word, on: checked.includes(word) })),
    sittingIn: SITTING_IN.map((word) => ({ word, on: sitting.includes(word) })),
  };
}
