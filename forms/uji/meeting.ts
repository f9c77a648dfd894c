import { eraDate, eraMonth } from '@tokimori/wording/format';
import { type FormDefinition, type Part, type PrintedSheet, textOf } from '../sheet/definition.ts';
import { minutesOf } from '../sheet/figures.ts';
import { cumulative, monthsOver45 } from '../sheet/given.ts';
import { BLANK_DAY, eraDayOr, hours } from '../sheet/words.ts';

const parts = (): readonly Part[] => [
  {
    id: 'meeting',
    title: '職場会議',
    about: '月60時間を超えた職員がいた要因を職場で分析し、縮減の対策を話し合います。',
    fields: [
      { id: 'heldOn', label: '開催日', kind: 'date', past: true, required: true },
      { id: 'participants', label: '出席者', hint: '氏名を続けて入力します。', kind: 'text', max: 400, required: true },
      { id: 'cause', label: '要因分析', kind: 'text', max: 800, required: true },
      { id: 'measures', label: '縮減対策', kind: 'text', max: 800, required: true },
    ],
  },
];

/** 宇治市 職場会議の記録: where anybody was over 60 hours in the month. Its layout is our own: the source tells the meeting, not a form. */
export const ujiMeeting: FormDefinition = {
  key: 'uji-meeting',
  title: '職場会議の記録(月60時間超)',
  municipality: '宇治市',
  source: '総務省通知(令和5年12月25日)別添2 宇治市「職場会議による時間外勤務抑制」対応フロー図',
  per: 'section',
  ahead: 0,
  closes: 'monthOver',
  by: ['manager'],
  concerns: (given, person) => minutesOf(given, person) > 60 * 60,
  route: [{ role: 'hr', label: '人事課' }],
  shown: (given) => [
    {
      title: '月60時間を超えた職員',
      columns: ['氏名', '所属', '時間外勤務', '年度の累計', '45時間超の月数'],
      rows: given.people.map((person) => [
        person.name,
        person.section,
        hours(minutesOf(given, person)),
        hours(cumulative(given, person)),
        `${monthsOver45(given, person)}月`,
      ]),
    },
  ],
  parts,
  template: 'uji/meeting.typ',
  printed: ({ given, filled, submittedOn, seals }: PrintedSheet) => {
    const of = (id: string) => textOf(parts(), filled, `meeting.${id}`);
    return {
      seals,
      on: submittedOn === null ? BLANK_DAY : eraDate(submittedOn),
      month: eraMonth(given.month),
      section: given.section,
      head: given.head?.name ?? '',
      people: given.people.map((person) => ({
        name: person.name,
        section: person.section,
        month: hours(minutesOf(given, person)),
        year: hours(cumulative(given, person)),
        times: String(monthsOver45(given, person)),
      })),
      heldOn: eraDayOr(of('heldOn')),
      participants: of('participants'),
      cause: of('cause'),
      measures: of('measures'),
    };
  },
};
