import type { Contradiction } from '../reading/read-document.ts';
import { lastingFigures } from './bounds.ts';
import type { Action, Bound, Measure } from './measure.ts';
import {
  conditionMoments,
  dayMoments,
  deedParts,
  deeds,
  figures,
  lastingMoments,
  memberNames,
  moments,
  rareMoments,
  reportedTo,
  risenTo,
  roles,
  subjects,
} from './vocabulary.ts';

/** What is wrong, as whoever writes the file reads it, and as the page says it, which has no keys of the file. */
export type MeasureContradiction = Contradiction & { readonly page: string };

const called = (member: keyof typeof memberNames): string => `「${memberNames[member]}」`;

/**
 * What each member of a measure alone allows but together makes no sense.
 * @param writtenAt what stands in the file at a place within the measure
 */
export function contradictions(
  measure: Measure,
  writtenAt: (path: readonly PropertyKey[]) => unknown,
): readonly MeasureContradiction[] {
  const { moment, when, lasting, follows } = measure;
  const found = [
    ...daysOf(measure),
    ...conditionsOf(measure),
    ...follows.flatMap((action, at) => [
      ...metByNobody(action, at),
      ...doneByNobody(action, at),
      ...risesNowhere(measure, action, at),
      ...dueBeforeItself(measure, action, at),
    ]),
    ...(moment === 'standing' ? beyondStanding(measure) : []),
  ];
  for (const [at, { and = [], ...first }] of when.entries()) {
    for (const [path, each] of [
      [['when', at], first],
      ...and.map((other, place) => [['when', at, 'and', place], other] as const),
    ] as const)
      found.push(...misfits(path, each, { moment, lasting }, writtenAt([...path, 'value'])));
  }
  return found;
}

/** A day where none belongs, and none where one is needed. */
function daysOf({ moment, day }: Measure): readonly MeasureContradiction[] {
  const needsDay = dayMoments.has(moment);
  if (needsDay && day === null)
    return [
      {
        path: ['day'],
        words: { ja: '毎月の日(1〜31)を書きます。', en: 'Give the day of the month (1 to 31).' },
        page: dayWords,
      },
    ];
  if (!needsDay && day !== null)
    return [
      {
        path: ['day'],
        words: { ja: 'この時点には日を書きません(null)。', en: 'This moment has no day: write null.' },
        page: `${called('moment')}が「${moments[moment]}」の対策には、日がありません。`,
      },
    ];
  return [];
}

/** Conditions that are missing, and a run of months where none can be asked for. */
function conditionsOf({ moment, per, when, lasting }: Measure): readonly MeasureContradiction[] {
  const found: MeasureContradiction[] = [];
  if (when.length === 0 && conditionMoments.has(moment))
    found.push({
      path: ['when'],
      words: { ja: '何を超えたときかを、一つ以上書きます。', en: 'Say what must be exceeded.' },
      page: '何を超えたときか、条件を一つ以上加えてください。',
    });
  if (when.length === 0 && per === 'person' && !conditionMoments.has(moment) && !rareMoments.has(moment))
    found.push({
      path: ['when'],
      words: {
        ja: '条件がないと、全職員に一人ずつ生じます。per を section にするか、条件を書きます。',
        en: 'Without a condition it falls to every person. Make it per section, or give one.',
      },
      page: `条件がないと、全職員に一人ずつ生じます。${called('per')}を「${subjects.section}」にするか、条件を加えてください。`,
    });
  if (lasting !== undefined && (when.length === 0 || !lastingMoments.has(moment)))
    found.push({
      path: ['lasting'],
      words: {
        ja: '続いた月の数は、条件があり、moment が monthEnd か atOnce のときだけ書けます。',
        en: 'A run of months needs conditions, and moment monthEnd or atOnce.',
      },
      page: `続いた月数は、条件があり、${called('moment')}が${[...lastingMoments].map((each) => `「${moments[each]}」`).join('か')}のときだけ決められます。`,
    });
  return found;
}

/** An interview is held with somebody: an office to which it is reported does not sit in it. */
const metByNobody = ({ do: deed, to }: Action, at: number): readonly MeasureContradiction[] =>
  deed !== 'interview' || to.some((role) => !reportedTo.has(role))
    ? []
    : [
        {
          path: ['follows', at, 'to'],
          words: {
            ja: '面談する相手がいません。to に本人(person)などを加えます。労務担当課(laborOffice)は報告を受けるだけです。',
            en: 'An interview needs somebody who is met, such as person; laborOffice is only told of it.',
          },
          page: `面談する相手がいません。${called('to')}で${roles.person}などを選んでください。${roles.laborOffice}は報告を受けるだけです。`,
        },
      ];

/** A deed that nobody does, or of which nobody learns. */
function doneByNobody({ do: deed, by, to }: Action, at: number): readonly MeasureContradiction[] {
  const parts = deedParts[deed];
  const found: MeasureContradiction[] = [];
  if (parts.by === 'needed' && by.length === 0)
    found.push({
      path: ['follows', at, 'by'],
      words: { ja: 'だれがするかを、一人以上書きます。', en: 'Say who does it.' },
      page: `${called('by')}を一つ以上選んでください。`,
    });
  if (parts.to === 'needed' && to.length === 0 && deed !== 'interview')
    found.push({
      path: ['follows', at, 'to'],
      words: { ja: 'だれに対してするかを、一人以上書きます。', en: 'Say to whom it is done.' },
      page: `${called('to')}を一つ以上選んでください。`,
    });
  return found;
}

/** The final approval of a person's month moves to the head of the 部局, and to nobody else. */
function risesNowhere({ per }: Measure, { do: deed, by }: Action, at: number): readonly MeasureContradiction[] {
  if (deed !== 'approver') return [];
  const found: MeasureContradiction[] = [];
  if (per !== 'person')
    found.push({
      path: ['per'],
      words: { ja: '承認者が上がる対策は、per を person にします。', en: 'The approver moves up for a person.' },
      page: `「${deeds.approver}」対策は、${called('per')}を「${subjects.person}」にしてください。`,
    });
  if (by.length > 0 && !by.every((role) => risenTo.has(role)))
    found.push({
      path: ['follows', at, 'by'],
      words: {
        ja: '承認者になれるのは、部長(director)か部局長(bureauHead)です。',
        en: 'The approval moves up to director or bureauHead.',
      },
      page: `承認者になれるのは、${[...risenTo].map((role) => roles[role]).join('か')}です。`,
    });
  return found;
}

/** A deadline by a day of the month that is over when the measure comes to be due. */
function dueBeforeItself({ moment, day }: Measure, { due }: Action, at: number): readonly MeasureContradiction[] {
  if (due === null || 'days' in due || due.monthsAfter > 0) return [];
  const comes = moment === 'monthEnd' ? 31 : moment === 'onDay' || moment === 'beforeMonth' ? (day ?? 0) : 0;
  if (due.day >= comes) return [];
  return [
    {
      path: ['follows', at, 'due'],
      words: {
        ja: '期限が、対策の日より前です。後の日か、後の月にします。',
        en: 'The deadline is before the day of the measure: take a later one.',
      },
      page: `期限が、${called('moment')}の日より前です。後の日か、後の月にしてください。`,
    },
  ];
}

/** What is done every day has no condition and no day by which it is done. */
const beyondStanding = ({ when, follows }: Pick<Measure, 'when' | 'follows'>): readonly MeasureContradiction[] => [
  ...(when.length === 0
    ? []
    : [
        {
          path: ['when'],
          words: {
            ja: '日々の運用(standing)は予定を作らないので、条件は使われません。[] にするか、moment を変えます。',
            en: 'A standing measure has no conditions: write [], or take another moment.',
          },
          page: `日々の運用は予定を作らないので、条件は使われません。条件を取り除くか、${called('moment')}を変えてください。`,
        },
      ]),
  ...follows.flatMap(({ due }, at) =>
    due === null
      ? []
      : [
          {
            path: ['follows', at, 'due'],
            words: {
              ja: '日々の運用(standing)は予定を作らないので、期限は使われません。null にするか、moment を変えます。',
              en: 'A standing measure has no deadline: write null, or take another moment.',
            },
            page: `日々の運用は予定を作らないので、期限は使われません。期限をなしにするか、${called('moment')}を変えてください。`,
          },
        ],
  ),
];

/** A bound that does not fit its figure, or a figure that does not fit the moment. */
function misfits(
  path: readonly PropertyKey[],
  { figure }: Bound,
  { moment, lasting }: Pick<Measure, 'moment' | 'lasting'>,
  written: unknown,
): readonly MeasureContradiction[] {
  const found: MeasureContradiction[] = [];
  const { unit, reach: of } = figures[figure];
  // "0:10" and 10 are the same number: hours are told from counts by how they are written.
  if (unit === 'count' ? typeof written !== 'number' : typeof written !== 'string')
    found.push({ path: [...path, 'value'], ...valueWords[unit] });
  if (of === 'day' && moment !== 'daily')
    found.push({
      path: [...path, 'figure'],
      words: {
        ja: 'その日の差は、moment が daily のときだけ使えます。',
        en: 'A figure of a day needs moment daily.',
      },
      page: `その日の差は、${called('moment')}が「${moments.daily}」のときだけ使えます。`,
    });
  if (lasting !== undefined && !lastingFigures.has(figure))
    found.push({
      path: [...path, 'figure'],
      words: {
        ja: '続いた月の数(lasting)とは一緒に使えません。月の時間外勤務など、月の終わりの数字を使います。',
        en: 'Not together with lasting: take a figure that is known of the end of a month.',
      },
      page: '続いた月数と一緒には使えません。月の時間外勤務など、月の終わりの数字を選んでください。',
    });
  if (of !== 'day' && moment === 'daily')
    found.push({
      path: [...path, 'figure'],
      words: { ja: 'daily には、その日の差だけが使えます。', en: 'Moment daily takes figures of a day alone.' },
      page: `「${moments.daily}」の対策には、その日の差だけが使えます。`,
    });
  return found;
}

/** How a day of the month is typed. */
export const dayWords = '日を1〜31の数字で入力してください。31は、その月の末日です。';

/** How a bound is written, by the unit of its figure. */
export const valueWords = {
  count: {
    words: { ja: '回数(0〜12の整数)を書きます。', en: 'Give a count, 0 to 12.' },
    page: '回数を0〜12の数字で入力してください。',
  },
  minutes: {
    words: { ja: '時間を引用符で囲んだ "h:mm" で書きます。', en: 'Give hours as "h:mm".' },
    page: '時間を 45:00 の形で入力してください。',
  },
} as const;
