import { eraMonth } from '@tokimori/wording/format';
import { type FormDefinition, type Part, type PrintedSheet, textOf } from '../sheet/definition.ts';
import { minutesOf, worksOf } from '../sheet/figures.ts';
import { type Given, type GivenPerson, monthsOver45 } from '../sheet/given.ts';
import { eraDayOr, hours } from '../sheet/words.ts';

/** The original has the choice without its words; the last one, which asks for words, is the original's. */
const OTHER = 'その他';
const REASONS = [
  '業務量の増加',
  '時期による業務の集中',
  '突発的な業務への対応',
  '災害・緊急時の対応',
  '期限の短い依頼・照会への対応',
  '欠員・休暇等による人員の不足',
  '業務の進め方・習熟',
  OTHER,
] as const;

const MAX = 150;

const partOf = (person: GivenPerson): Part => {
  const text = (id: string, label: string) => ({ id, label, kind: 'text', max: MAX, required: true }) as const;
  return {
    id: person.staff,
    title: `${person.name}(${person.staff})`,
    fields: [
      { ...text('work', '長時間勤務となった主な業務'), start: worksOf(person, ({ work }) => work, MAX) },
      { id: 'reason', label: '長時間勤務となった理由', kind: 'choice', options: REASONS, required: true },
      {
        ...text('other', '具体的理由'),
        hint: `理由で「${OTHER}」を選んだときに入力します。`,
        required: false,
        requiredWhen: { key: `${person.staff}.reason`, is: OTHER },
      },
      text('outlook', '今後の見込み'),
      { id: 'interviewedOn', label: '職員との面談日', kind: 'date', past: true, required: true },
      { ...text('health', '職員の健康状態'), health: true },
      // What long hours did to the person is told here too: sleep, pain, the family.
      { ...text('effect', '長時間勤務による影響'), health: true },
      text('opinion', '改善に向けた職員の意見'),
    ],
  };
};

const parts = (given: Given): readonly Part[] => given.people.map(partOf);

/** 横浜市 様式1: after an interview with everybody over 45 hours in the month, from the 課長 to the 労務担当課. */
export const yokohamaReport: FormDefinition = {
  key: 'yokohama-1',
  title: '【月間】長時間勤務実施状況報告書(様式1)',
  municipality: '横浜市',
  source: '総務省事例集(令和4年12月) 横浜市「45時間超は報告書を作成」様式1',
  per: 'person',
  ahead: 0,
  closes: 'monthOver',
  by: ['subsectionChief', 'manager'],
  concerns: (given, person) => minutesOf(given, person) > 45 * 60,
  route: [
    { role: 'manager', label: '課長' },
    { role: 'laborOffice', label: '労務担当課' },
  ],
  shown: (given) => [
    {
      title: '報告対象者',
      columns: ['所属', '職員番号', '氏名', '超過勤務時間', '45時間超回数'],
      rows: given.people.map((person) => [
        person.section,
        person.staff,
        person.name,
        hours(minutesOf(given, person)),
        `${monthsOver45(given, person)}回`,
      ]),
    },
  ],
  parts,
  template: 'yokohama/report.typ',
  printed,
};

function printed({ given, filled, seals }: PrintedSheet): object {
  const fields = parts(given);
  const seal = seals.find(({ label }) => label === '課長');
  return {
    rows: given.people.map((person) => {
      const of = (id: string) => textOf(fields, filled, `${person.staff}.${id}`);
      return {
        section: person.section,
        staff: person.staff,
        name: person.name,
        month: eraMonth(given.month),
        hours: hours(minutesOf(given, person)),
        work: of('work'),
        reason: of('reason'),
        other: of('reason') === OTHER ? of('other') : '',
        outlook: of('outlook'),
        interviewedOn: eraDayOr(of('interviewedOn')),
        health: of('health'),
        effect: of('effect'),
        opinion: of('opinion'),
        times: String(monthsOver45(given, person)),
        sealName: seal?.name ?? '',
        sealOn: seal?.on ?? '',
        sealNote: seal?.note ?? '',
      };
    }),
  };
}
