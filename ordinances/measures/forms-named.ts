import type { MeasureContradiction } from './contradictions.ts';
import type { Measure } from './measure.ts';
import { memberNames, type Subject, subjects } from './vocabulary.ts';

/**
 * The forms and sheets that a measure may name, by key, with whose they are: a measure brings a form due for its own subject, so it has to be one of
 * those. This room does not know the forms; whoever reads a file hands them in.
 */
export type KnownForms = ReadonlyMap<string, readonly Subject[]>;

/** Forms that do not exist, and those that are not of the subject of their measure. */
export const misnamedForms = ({ follows, per }: Measure, known: KnownForms): readonly MeasureContradiction[] =>
  follows.flatMap(({ form }, at) => {
    if (form === undefined) return [];
    const whose = known.get(form);
    if (whose?.includes(per) === true) return [];
    const keys = [...known].filter(([, fits]) => fits.includes(per)).map(([key]) => key);
    return [
      {
        path: ['follows', at, 'form'],
        ...(whose === undefined ? unknown(form, per, keys) : unfitting(form, per, whose, keys)),
      },
    ];
  });

type Said = Omit<MeasureContradiction, 'path'>;

const unknown = (form: string, per: Subject, keys: readonly string[]): Said => ({
  words: {
    ja: `「${form}」という様式はありません。${choiceOf(per, keys)}`,
    en: `There is no form "${form}". With per: ${per}, take one of ${keys.join(', ')}, or leave the line out.`,
  },
  page: 'この様式はありません。様式を選び直してください。',
});

function unfitting(form: string, per: Subject, whose: readonly Subject[], keys: readonly string[]): Said {
  const each = whose.map((subject) => `「${subjects[subject]}」`).join('か');
  return {
    words: {
      ja: `「${form}」は${whose.map((subject) => `${subjects[subject]}ごと(${subject})`).join('か')}の様式なので、per が ${per} の対策では開けません。per を ${whose.join(' か ')} にします。様式を変えるときは、${choiceOf(per, keys)}`,
      en: `The form "${form}" is one of ${whose.join(', ')}, but the measure has per: ${per}. Change per, or take one of ${keys.join(', ')}.`,
    },
    page: `この様式は${each}ごとに作る様式です。様式を選び直すか、「${memberNames.per}」を${each}にしてください。`,
  };
}

const choiceOf = (per: Subject, keys: readonly string[]): string =>
  `per が ${per} のときに使える ${keys.join('、')} から選ぶか、この行を取り除きます。`;
