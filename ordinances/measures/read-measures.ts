import { list, record } from '../parameters/kinds/composites.ts';
import type { Kind, Words } from '../parameters/kinds/kind.ts';
import { date, eraDateOf, text } from '../parameters/kinds/values.ts';
import type { OrdinanceProblem } from '../reading/problem.ts';
import { type Contradiction, readDocument } from '../reading/read-document.ts';
import { contradictions, type MeasureContradiction } from './contradictions.ts';
import { type KnownForms, misnamedForms } from './forms-named.ts';
import { type MeasureSet, measureKind } from './measure.ts';

/** More measures than this nobody follows. */
export const MOST = 100;

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
export const overBefore = (
  { effectiveFrom }: Pick<MeasureSet, 'effectiveFrom'>,
  today: string,
): readonly MeasureContradiction[] =>
  effectiveFrom >= today
    ? []
    : [
        {
          path: ['effectiveFrom'],
          words: {
            ja: `過ぎた日からは変えられないので、今日(${today})か、それより後の日にします。`,
            en: `What held in the past is not changed: give today (${today}) or a later day.`,
          },
          page: `過ぎた日からは変えられません。今日(${eraDateOf(today)})か、それより後の日を入力してください。`,
        },
      ];

/** What a file is read against, beside itself. What is left out is not looked at. */
export type ReadAgainst = {
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

const whole: Words = {
  ja: 'ファイルの全体は、name、about、effectiveFrom、measures の4つの項目です。',
  en: 'The file consists of name, about, effectiveFrom and measures.',
};
