import { Document, isCollection, isScalar, visit } from 'yaml';
import { list, record } from '../parameters/kinds/composites.ts';
import type { Kind, Words } from '../parameters/kinds/kind.ts';
import { date, text } from '../parameters/kinds/values.ts';
import type { OrdinanceProblem } from '../reading/problem.ts';
import { type Contradiction, readDocument } from '../reading/read-document.ts';
import { lastingFigures } from './bounds.ts';
import { type KnownForms, misnamedForms } from './forms-named.ts';
import { type Action, type Bound, type Measure, type MeasureSet, measureKind } from './measure.ts';
import { figures, reportedTo } from './vocabulary.ts';

/** More measures than this nobody follows. */
const MOST = 100;

export const measureSetKind: Kind<MeasureSet> = record<MeasureSet>(
  {
    name: text(60),
    about: text(300),
    effectiveFrom: date,
    // An id that stands twice is told where it stands again (`doubledIds`).
    measures: list(measureKind, { least: 1, most: MOST, repeats: true }),
  },
  ({ name }) => name,
);

export type MeasuresRead =
  | { readonly measures: MeasureSet; readonly problems: readonly [] }
  | { readonly measures: null; readonly problems: readonly OrdinanceProblem[] };

/** What each member alone allows but together makes no sense. */
function contradictions(
  { moment, day, per, when, lasting, follows }: Measure,
  writtenAt: (path: readonly PropertyKey[]) => unknown,
): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const needsDay = moment === 'onDay' || moment === 'beforeMonth';
  if (needsDay && day === null)
    found.push({
      path: ['day'],
      words: { ja: '毎月の日(1〜31)を書きます。', en: 'Give the day of the month (1 to 31).' },
    });
  if (!needsDay && day !== null)
    found.push({
      path: ['day'],
      words: { ja: 'この時点には日を書きません(null)。', en: 'This moment has no day: write null.' },
    });
  if (when.length === 0 && (moment === 'atOnce' || moment === 'daily'))
    found.push({
      path: ['when'],
      words: { ja: '何を超えたときかを、一つ以上書きます。', en: 'Say what must be exceeded.' },
    });
  if (when.length === 0 && per === 'person' && moment === 'onDay')
    found.push({
      path: ['when'],
      words: {
        ja: '条件がないと、全職員に一人ずつ生じます。per を section にするか、条件を書きます。',
        en: 'Without a condition it falls to every person. Make it per section, or give one.',
      },
    });
  if (lasting !== undefined && (when.length === 0 || (moment !== 'monthEnd' && moment !== 'atOnce')))
    found.push({
      path: ['lasting'],
      words: {
        ja: '続いた月の数は、条件があり、moment が monthEnd か atOnce のときだけ書けます。',
        en: 'A run of months needs conditions, and moment monthEnd or atOnce.',
      },
    });
  for (const [at, action] of follows.entries()) found.push(...metByNobody(action, at));
  if (moment === 'standing') found.push(...beyondStanding({ when, follows }));
  for (const [at, { and = [], ...first }] of when.entries()) {
    for (const [path, each] of [
      [['when', at], first],
      ...and.map((other, place) => [['when', at, 'and', place], other] as const),
    ] as const)
      found.push(...misfits(path, each, { moment, lasting }, writtenAt([...path, 'value'])));
  }
  return found;
}

/** An interview is held with somebody: an office to which it is reported does not sit in it. */
const metByNobody = ({ do: deed, to }: Action, at: number): readonly Contradiction[] =>
  deed !== 'interview' || to.some((role) => !reportedTo.has(role))
    ? []
    : [
        {
          path: ['follows', at, 'to'],
          words: {
            ja: '面談する相手がいません。to に本人(person)などを加えます。労務担当課(laborOffice)は報告を受けるだけです。',
            en: 'An interview needs somebody who is met, such as person; laborOffice is only told of it.',
          },
        },
      ];

/** What is done every day has no condition and no day by which it is done. */
const beyondStanding = ({ when, follows }: Pick<Measure, 'when' | 'follows'>): readonly Contradiction[] => [
  ...(when.length === 0
    ? []
    : [
        {
          path: ['when'],
          words: {
            ja: '日々の運用(standing)は予定を作らないので、条件は使われません。[] にするか、moment を変えます。',
            en: 'A standing measure has no conditions: write [], or take another moment.',
          },
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
): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const { unit, reach: of } = figures[figure];
  // "0:10" and 10 are the same number: hours are told from counts by how they are written.
  if (unit === 'count' ? typeof written !== 'number' : typeof written !== 'string')
    found.push({
      path: [...path, 'value'],
      words:
        unit === 'count'
          ? { ja: '回数(0〜12の整数)を書きます。', en: 'Give a count, 0 to 12.' }
          : { ja: '時間を引用符で囲んだ "h:mm" で書きます。', en: 'Give hours as "h:mm".' },
    });
  if (of === 'day' && moment !== 'daily')
    found.push({
      path: [...path, 'figure'],
      words: {
        ja: 'その日の差は、moment が daily のときだけ使えます。',
        en: 'A figure of a day needs moment daily.',
      },
    });
  if (lasting !== undefined && !lastingFigures.has(figure))
    found.push({
      path: [...path, 'figure'],
      words: {
        ja: '続いた月の数(lasting)とは一緒に使えません。月の時間外勤務など、月の終わりの数字を使います。',
        en: 'Not together with lasting: take a figure that is known of the end of a month.',
      },
    });
  if (of !== 'day' && moment === 'daily')
    found.push({
      path: [...path, 'figure'],
      words: { ja: 'daily には、その日の差だけが使えます。', en: 'Moment daily takes figures of a day alone.' },
    });
  return found;
}

/** Every measure is known by its id: one that stands again. */
const doubledIds = ({ measures }: MeasureSet): readonly Contradiction[] =>
  measures.flatMap(({ id }, at) => {
    const first = measures.findIndex((other) => other.id === id);
    return first === at
      ? []
      : [
          {
            path: ['measures', at, 'id'],
            words: {
              ja: `measures[${first}] の id と同じなので、ほかの id にします。`,
              en: `It is the id of measures[${first}] as well: give another.`,
            },
          },
        ];
  });

/** What holds in the past is not changed. */
const overBefore = ({ effectiveFrom }: MeasureSet, today: string): readonly Contradiction[] =>
  effectiveFrom >= today
    ? []
    : [
        {
          path: ['effectiveFrom'],
          words: {
            ja: `過ぎた日からは変えられないので、今日(${today})か、それより後の日にします。`,
            en: `What held in the past is not changed: give today (${today}) or a later day.`,
          },
        },
      ];

/** What a file is read against, beside itself. What is left out is not looked at. */
type ReadAgainst = {
  readonly forms?: KnownForms;
  /** The day on which it is decided, `YYYY-MM-DD`: it holds from then on at the earliest. */
  readonly today?: string;
};

/**
 * Reads a file of measures (YAML 1.2). Nothing is guessed: every unknown key, wrong value or contradiction is a problem with its line, and
 * all are told at once.
 */
export function readMeasures(source: string, file: string, { forms, today }: ReadAgainst = {}): MeasuresRead {
  const { document, problems } = readDocument(source, file, measureSetKind, {
    whole,
    contradictions: (set, writtenAt) => [
      ...(today === undefined ? [] : overBefore(set, today)),
      ...doubledIds(set),
      ...set.measures.flatMap((measure, at) =>
        [
          ...contradictions(measure, (path) => writtenAt(['measures', at, ...path])),
          ...(forms === undefined ? [] : misnamedForms(measure, forms)),
        ].map(({ path, words }) => ({ path: ['measures', at, ...path], words })),
      ),
    ],
  });
  return document === null ? { measures: null, problems } : { measures: document, problems: [] };
}

/** Hours and dates stand in quotation marks, as people write them. */
const QUOTED = /^(\d+:\d\d|\d{4}-\d\d-\d\d)$/;
/** Members that are short and stand on one line. */
const ONE_LINE: ReadonlySet<string> = new Set(['when', 'by', 'to', 'due']);

/** A practice as a file, to be read again by {@link readMeasures}. */
export function writeMeasures(set: MeasureSet): string {
  const document = new Document(measureSetKind.writes(set));
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && QUOTED.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
    Pair: (_, { key, value }) => {
      if (isScalar(key) && ONE_LINE.has(String(key.value)) && isCollection(value)) value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 });
}

const whole: Words = {
  ja: 'ファイルの全体は、name、about、effectiveFrom、measures の4つの項目です。',
  en: 'The file consists of name, about, effectiveFrom and measures.',
};
