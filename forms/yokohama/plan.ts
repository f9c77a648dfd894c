import { eraDate, eraMonth } from '@tokimori/wording/format';
import { type FormDefinition, type Part, type PrintedSheet, textOf } from '../sheet/definition.ts';
import { minutesOf, ordinaryOf } from '../sheet/figures.ts';
import { type Given, type GivenPerson, monthOf } from '../sheet/given.ts';
import { BLANK_DAY, hours } from '../sheet/words.ts';

/** 80時間超(特例除く): strictly more than 80 hours without 特例業務. */
const over80 = (given: Given, person: GivenPerson): boolean => (ordinaryOf(monthOf(given, person)) ?? 0) > 80 * 60;
/** 100時間以上: 100 hours or more, 特例業務 included. */
const from100 = (given: Given, person: GivenPerson): boolean => minutesOf(given, person) >= 100 * 60;

const LEVELS = [
  ['whole', '組織全体'],
  ['place', '職場・個人'],
  ['surroundings', '必要な環境整備'],
] as const;

const parts = (): readonly Part[] =>
  LEVELS.map(([id, title]) => ({
    id,
    title,
    fields: [
      { id: 'cause', label: `${title}の要因分析`, kind: 'text', max: 350, required: true },
      { id: 'action', label: `${title}の取組・働きかけ`, kind: 'text', max: 350, required: true },
      {
        id: 'state',
        label: `${title}の実施・対応状況`,
        hint: '報告の時点で実施していること、対応した結果があれば入力します。',
        kind: 'text',
        max: 350,
        required: false,
      },
    ],
  }));

/** 横浜市 取組計画: from a 区局 with anybody over 80 hours without 特例業務 or at 100 hours, by the 区局長 to the 副市長. */
export const yokohamaPlan: FormDefinition = {
  key: 'yokohama-plan',
  title: '長時間労働者是正に向けた取組計画(報告)',
  municipality: '横浜市',
  source: '総務省事例集(令和4年12月) 横浜市「取組計画書提出(要因分析)と副市長への報告」',
  per: 'bureau',
  ahead: 0,
  by: ['bureauHead'],
  concerns: (given, person) => over80(given, person) || from100(given, person),
  route: [
    { role: 'bureauHead', label: '区局長' },
    { role: 'viceMayor', label: '副市長' },
  ],
  shown: (given) => [
    {
      title: '発生状況',
      columns: ['氏名', '所属', '時間外勤務', 'うち特例業務'],
      rows: given.people.map((person) => {
        const month = monthOf(given, person);
        return [person.name, person.section, hours(month.total), hours(month.exceptional)];
      }),
    },
  ],
  parts,
  template: 'yokohama/plan.typ',
  printed,
};

function printed({ given, filled, submittedOn, seals }: PrintedSheet): object {
  const concerned = given.people.filter((person) => over80(given, person) || from100(given, person));
  return {
    seals: seals.toReversed(),
    on: submittedOn === null ? BLANK_DAY : eraDate(submittedOn),
    month: eraMonth(given.month),
    bureau: given.bureau,
    head: given.head?.name ?? '',
    sections: [...new Set(concerned.map(({ section }) => section))].join('、'),
    over80: String(given.people.filter((person) => over80(given, person)).length),
    from100: String(given.people.filter((person) => from100(given, person)).length),
    levels: LEVELS.map(([id, title]) => ({
      title,
      cause: textOf(parts(), filled, `${id}.cause`),
      action: textOf(parts(), filled, `${id}.action`),
      state: textOf(parts(), filled, `${id}.state`),
    })),
  };
}
