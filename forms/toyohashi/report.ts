import { measureItemWords } from '@tokimori/contract/plan-words';
import type { ReportMeasure } from '@tokimori/records/plan';
import { eraMonth } from '@tokimori/wording/format';
import { type Field, type FormDefinition, type Part, type PrintedSheet, textOf } from '../sheet/definition.ts';
import { minutesOf } from '../sheet/figures.ts';
import type { Filled, Given } from '../sheet/given.ts';
import { hours } from '../sheet/words.ts';

const DOABLE = ['実施可', '実施不可'] as const;
/** ①–③: the name of the field, and the item that the plan knows it by. */
const MEASURES = [
  ['spread', 'spread'],
  ['moves', 'reassign'],
  ['support', 'support'],
] as const;

const measureFields = ([id, item]: (typeof MEASURES)[number]): readonly Field[] => [
  { id: `${id}-doable`, label: measureItemWords[item], kind: 'choice', options: DOABLE, required: true },
  {
    id,
    label: `${measureItemWords[item]}の内容又は理由`,
    hint: '実施可の場合は具体的内容、不可の場合はその理由を入力します。',
    kind: 'text',
    max: 300,
    required: true,
  },
];

const OTHER_GROUP = 'ほかのグループ';

/** The groups that the records know are offered; where they know none, and for one they do not know, the name is typed. */
function groupFields(groups: readonly string[]): readonly Field[] {
  const base = { id: 'name', label: 'グループ名', required: true };
  if (groups.length === 0) return [{ ...base, kind: 'line', max: 40 }];
  return [
    { ...base, kind: 'choice', options: [...groups.filter((name) => name !== OTHER_GROUP), OTHER_GROUP] },
    {
      ...{ id: 'other', label: 'ほかのグループの名前', kind: 'line', max: 40, required: false },
      hint: `「${OTHER_GROUP}」を選んだときに入力します。`,
      requiredWhen: { key: 'group.name', is: OTHER_GROUP },
    },
  ];
}

/** The name of the group that a report is of. */
function groupOf(given: Given, filled: Filled): string {
  const name = textOf(parts(given), filled, 'group.name');
  return name === OTHER_GROUP ? textOf(parts(given), filled, 'group.other') : name;
}

const parts = ({ groups = [] }: Pick<Given, 'groups'>): readonly Part[] => [
  {
    id: 'group',
    title: 'グループ',
    about: 'この報告書はグループごとに作成します。',
    fields: groupFields(groups),
  },
  {
    id: 'report',
    title: '業務内容と理由',
    fields: [
      { id: 'work', label: '当該グループの業務内容', kind: 'text', max: 500, required: true },
      {
        id: 'reason',
        label: '時間外勤務が所定の時間数を超過した理由',
        hint: '所定の時間数は、月100時間超、直近2〜6か月平均80時間超、月80時間超のいずれかです。',
        kind: 'text',
        max: 500,
        required: true,
      },
    ],
  },
  {
    id: 'measures',
    title: '長時間勤務防止のための所属における今後の対策',
    about:
      '①〜③の対策について、実施可の場合は具体的内容、不可の場合はその理由をそれぞれ入力します。提出すると、次に作る時間外勤務実施計画書に入ります。',
    fields: [
      ...MEASURES.flatMap(measureFields),
      { id: 'other', label: measureItemWords.other, kind: 'text', max: 300, required: false },
    ],
  },
];

/** 豊橋市 長時間勤務防止対策報告書: of a group with anybody over 80 hours in the month or on average of two to six months, to the 人事課. */
export const toyohashiReport: FormDefinition = {
  key: 'toyohashi-report',
  title: '長時間勤務防止対策報告書',
  municipality: '豊橋市',
  source: '総務省事例集(令和4年12月) 豊橋市「長時間勤務防止対策報告書の見直し」',
  per: 'section',
  ahead: 0,
  closes: 'monthOver',
  by: ['manager'],
  concerns: (given, person) => minutesOf(given, person) > 80 * 60 || (person.average?.minutes ?? 0) > 80 * 60,
  route: [{ role: 'hr', label: '人事課' }],
  shown: (given) => [
    {
      title: '対象職員',
      columns: ['氏名', '所属', '時間外勤務', '2〜6か月平均の最大'],
      rows: given.people.map((person) => [
        person.name,
        person.section,
        hours(minutesOf(given, person)),
        person.average === null ? '' : `${hours(person.average.minutes)}(${person.average.months}か月)`,
      ]),
    },
  ],
  parts,
  byGroups: true,
  follows: ({ given, filled }) => [
    { kind: 'reportMeasures', group: groupOf(given, filled), measures: measuresOf(given, filled) },
  ],
  template: 'toyohashi/report.typ',
  printed,
};

/** ①–③ as they were answered, ④ where there is any. */
function measuresOf(given: Given, filled: Filled): readonly ReportMeasure[] {
  const of = (key: string) => textOf(parts(given), filled, key);
  const other = of('measures.other');
  return [
    ...MEASURES.map(([id, item]) => {
      return { item, feasible: of(`measures.${id}-doable`) === DOABLE[0], words: of(`measures.${id}`) };
    }),
    ...(other === '' ? [] : [{ item: 'other', feasible: true, words: other } as const]),
  ];
}

function printed({ given, filled }: PrintedSheet): object {
  const of = (key: string) => textOf(parts(given), filled, key);
  return {
    section: given.section,
    group: groupOf(given, filled),
    head: given.head?.name ?? '',
    month: eraMonth(given.month),
    names: namesOf(given),
    work: of('report.work'),
    reason: of('report.reason'),
    measures: MEASURES.map(([id, item]) => ({
      title: measureItemWords[item],
      choices: DOABLE.map((word) => ({ word, on: of(`measures.${id}-doable`) === word })),
      text: of(`measures.${id}`),
    })),
    other: of('measures.other'),
  };
}

/** The boxes ① to ⑩; further rows of five for more people. */
function namesOf(given: Given): readonly { readonly no: string; readonly name: string }[] {
  const boxes = Math.max(10, Math.ceil(given.people.length / 5) * 5);
  return Array.from({ length: boxes }, (_, at) => ({ no: numberIn(at), name: given.people[at]?.name ?? '' }));
}

/** ① to ⑳, then plain figures. */
const numberIn = (at: number): string => (at < 20 ? String.fromCodePoint(0x2460 + at) : String(at + 1));
