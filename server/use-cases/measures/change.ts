import type { changeMeasures as changeRoute, measureWords as wordsRoute } from '@tokimori/contract/measure-fields';
import type { Answer, Input } from '@tokimori/contract/route';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { lastingFigures } from '@tokimori/ordinances/measures/bounds';
import { changeMeasures as changed } from '@tokimori/ordinances/measures/change-measures';
import { MOST_LASTING, MOST_MONTHS_AFTER, sayMonthAfter } from '@tokimori/ordinances/measures/measure';
import {
  comparisons,
  conditionMoments,
  confidences,
  dayMoments,
  deedParts,
  deeds,
  departmentScopes,
  figures,
  lastingMoments,
  listings,
  memberNames,
  moments,
  roles,
  staffScopes,
  subjects,
} from '@tokimori/ordinances/measures/vocabulary';
import { ensure, mayDecideMeasures } from '../../access/policies.ts';
import type { Actor, Context } from '../../context.ts';
import { here } from '../reading/moment.ts';
import { formTitles, knownForms } from './known-forms.ts';
import { saidOf } from './practice.ts';

/** One change of a file of measures, as fields bring it. Nothing is decided by it, and nothing kept. */
export async function changeMeasures(
  context: Context,
  actor: Actor,
  { text, change }: Input<typeof changeRoute>,
): Promise<Answer<typeof changeRoute>> {
  ensure(mayDecideMeasures(actor));
  const { day } = await context.store.tenant(actor.municipality, (tx) => here(context, tx));
  const after = changed(text, change, { forms: knownForms, today: formatLocalDate(day) });
  const said = after.measure === null ? null : saidOf(after.measure);
  return { text: after.text, problems: [...after.problems], said };
}

/** Words as choices, in the order of the vocabulary. */
const choices = <K extends string>(words: Readonly<Record<K, string>>): { key: K; name: string }[] =>
  (Object.keys(words) as K[]).map((key) => ({ key, name: words[key] }));

/** The words of which a measure is made, for the fields of the page. */
export async function measureWords(_: Context, actor: Actor): Promise<Answer<typeof wordsRoute>> {
  ensure(mayDecideMeasures(actor));
  return {
    members: memberNames,
    moments: choices(moments).map((moment) => ({
      ...moment,
      day: dayMoments.has(moment.key),
      conditions: moment.key === 'standing' ? 'none' : conditionMoments.has(moment.key) ? 'needed' : 'possible',
      lasting: lastingMoments.has(moment.key),
      ofDay: moment.key === 'daily',
      due: moment.key !== 'standing',
      ahead: moment.key === 'beforeMonth' ? 1 : 0,
    })),
    subjects: choices(subjects),
    staff: choices(staffScopes),
    departments: choices(departmentScopes),
    figures: Object.entries(figures).map(([key, { title, unit, reach }]) => ({
      key,
      name: title,
      unit,
      ofDay: reach === 'day',
      lasting: [...lastingFigures].some((figure) => figure === key),
    })),
    comparisons: choices(comparisons),
    lasting: MOST_LASTING,
    deeds: choices(deeds).map((deed) => ({ ...deed, ...deedParts[deed.key] })),
    roles: choices(roles),
    forms: [...knownForms].map(([key, whose]) => ({ key, name: formTitles.get(key) ?? key, subjects: [...whose] })),
    listings: choices(listings),
    monthsAfter: Array.from({ length: MOST_MONTHS_AFTER + 1 }, (_month, after) => sayMonthAfter(after)),
    monthBefore: sayMonthAfter(-1),
    confidences: choices(confidences),
  };
}
