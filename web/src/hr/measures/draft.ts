import type { MeasureFields, measureWords } from '@tokimori/contract/measure-fields';
import { hm } from '@tokimori/wording/format';
import type { Answer } from '../../api/call.ts';
import { halfWidth, readCount, readLength } from '../../wording/read.ts';

/** The words of which measures are made, as the server tells them. */
export type Words = Answer<typeof measureWords>;

export type BoundDraft = Readonly<Record<'figure' | 'comparison' | 'value', string>>;
export type ConditionDraft = BoundDraft & { readonly and: readonly BoundDraft[] };
export type ActionDraft = Readonly<
  Record<'do' | 'what' | 'form' | 'lists' | 'monthsAfter' | 'day' | 'days', string> & {
    by: readonly string[];
    to: readonly string[];
    dueBy: 'none' | 'month' | 'days';
  }
>;
/** What stands in the fields of a measure. Blank = nothing typed or chosen; hours are h:mm. */
export type MeasureDraft = Readonly<
  Record<'title' | 'source' | 'confidence' | 'moment' | 'day' | 'per' | 'staff' | 'departments' | 'lasting', string> & {
    when: readonly ConditionDraft[];
    follows: readonly ActionDraft[];
  }
>;

export const emptyBound: BoundDraft = { figure: '', comparison: 'above', value: '' };
export const emptyCondition: ConditionDraft = { ...emptyBound, and: [] };
export const emptyAction: ActionDraft = {
  do: '',
  what: '',
  form: '',
  lists: '',
  by: [],
  to: [],
  dueBy: 'none',
  monthsAfter: '1',
  day: '',
  days: '',
};
export const emptyMeasure: MeasureDraft = {
  title: '',
  source: '',
  confidence: '',
  moment: '',
  day: '',
  per: '',
  staff: 'all',
  departments: 'all',
  lasting: '',
  when: [],
  follows: [emptyAction],
};

const typed = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);
const boundOf = ({ figure, comparison, value }: BoundFields): BoundDraft => ({
  figure,
  comparison,
  value: typed(value),
});
type BoundFields = Pick<MeasureFields['when'][number], 'figure' | 'comparison' | 'value'>;
type ActionFields = MeasureFields['follows'][number];

function dueOf(due: ActionFields['due']): Pick<ActionDraft, 'dueBy' | 'monthsAfter' | 'day' | 'days'> {
  const none = { dueBy: 'none', monthsAfter: '1', day: '', days: '' } as const;
  if (due === null) return none;
  return 'days' in due
    ? { ...none, dueBy: 'days', days: typed(due.days) }
    : { ...none, dueBy: 'month', monthsAfter: typed(due.monthsAfter), day: typed(due.day) };
}

/** The fields of a measure, filled in. */
export function draftOf(fields: MeasureFields): MeasureDraft {
  return {
    ...fields,
    day: typed(fields.day),
    lasting: typed(fields.lasting),
    when: fields.when.map(({ and = [], ...first }) => ({ ...boundOf(first), and: and.map(boundOf) })),
    follows: fields.follows.map(({ do: deed, what, form, lists, by, to, due }) => ({
      do: deed,
      what,
      form: typed(form),
      lists: typed(lists),
      by,
      to,
      ...dueOf(due),
    })),
  };
}

/** What a moment asks for; of one that is not chosen yet, everything may be. */
export const momentOf = (words: Words, key: string) => words.moments.find((moment) => moment.key === key);
export const deedOf = (words: Words, key: string) => words.deeds.find((deed) => deed.key === key);
export const unitOf = (words: Words, figure: string) => words.figures.find(({ key }) => key === figure)?.unit;

const count = (text: string): number | null => readCount(text) ?? null;

/** Hours as h:mm, a count as a number; what cannot be read stays as it was typed, and is told by the server. */
function boundOn(words: Words, { figure, value }: BoundDraft): string | number {
  const plain = halfWidth(value);
  if (unitOf(words, figure) === 'count') return readCount(plain) ?? plain;
  const minutes = readLength(plain);
  return minutes === undefined ? plain.slice(0, 20) : hm(minutes);
}

/** What the fields say. What does not apply, and is not shown, is not said either. */
export function fieldsOf(draft: MeasureDraft, words: Words): MeasureFields {
  const moment = momentOf(words, draft.moment);
  const bound = (one: BoundDraft): BoundFields => ({
    figure: one.figure,
    comparison: one.comparison,
    value: boundOn(words, one),
  });
  const when = moment?.conditions === 'none' ? [] : draft.when;
  const lasting = moment?.lasting === true && when.length > 0 ? count(draft.lasting) : null;
  return {
    title: draft.title,
    source: draft.source,
    confidence: draft.confidence,
    moment: draft.moment,
    day: moment?.day === true ? count(draft.day) : null,
    per: draft.per,
    staff: draft.staff,
    departments: draft.departments,
    when: when.map((one) => ({ ...bound(one), ...(one.and.length === 0 ? {} : { and: one.and.map(bound) }) })),
    ...(lasting === null ? {} : { lasting }),
    follows: draft.follows.map((action) => actionOf(action, words, moment?.due !== false)),
  };
}

function actionOf(action: ActionDraft, words: Words, hasDue: boolean): ActionFields {
  const parts = deedOf(words, action.do);
  const due =
    action.dueBy === 'days'
      ? { days: count(action.days) }
      : { monthsAfter: count(action.monthsAfter), day: count(action.day) };
  return {
    do: action.do,
    what: action.what,
    ...(action.form === '' || parts?.form === 'none' ? {} : { form: action.form }),
    ...(action.lists === '' || parts?.lists === 'none' ? {} : { lists: action.lists }),
    by: parts?.by === 'none' ? [] : [...action.by],
    to: parts?.to === 'none' ? [] : [...action.to],
    due: hasDue && action.dueBy !== 'none' ? due : null,
  };
}
