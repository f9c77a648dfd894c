import {
  type keepWorkReview as keepRoute,
  type workReviews as listRoute,
  type workReviewEntry as oneRoute,
  type WorkReview,
  workReview,
} from '@tokimori/contract/registers/entries';
import { reviewSteps, savingMeasureWords } from '@tokimori/contract/registers/words';
import type { Answer, Input } from '@tokimori/contract/route';
import { savedBy, savedByAll, savedByMeasure, savedBySection, waitingStep } from '@tokimori/forms/yamagata/review';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, firstMonthOf, fiscalYearOf } from '@tokimori/law/time/months';
import { ensure } from '../../access/policies.ts';
import { mayViewEntry, mayViewRegisters } from '../../access/policies-registers.ts';
import { scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { dayInput } from '../reading/date-input.ts';
import { readTree } from '../reading/department-tree.ts';
import { type Here, here } from '../reading/moment.ts';
import { namesOf } from '../reading/names.ts';
import {
  entriesBetween,
  entryFor,
  headOfEntry,
  type KeptEntry,
  keepEntry,
  type Looking,
  type Register,
  registered,
  sectionOfEntry,
  sectionsFor,
} from './entries.ts';

type Measure = WorkReview['savings'][number]['measure'];
export const measures = Object.keys(savingMeasureWords) as Measure[];

/** First and last day of a fiscal year, `YYYY-MM-DD`. */
export function yearSpan(
  fiscalYear: number,
  yearStartMonth: number,
): { readonly from: string; readonly through: string } {
  const first = firstMonthOf(fiscalYear, yearStartMonth);
  return { from: formatLocalDate(firstDayOf(first)), through: formatLocalDate(firstDayOf(first + 12) - 1) };
}

/** 事務事業の見直し (山形県). Before it is closed: its outcome, every step, and the hours that were saved. */
export const workReviewRegister: Register<WorkReview> = {
  name: 'workReviews',
  stream: 'review',
  read: (stored) => workReview.parse(stored),
  span: (content, { yearStartMonth }) => {
    for (const { on } of content.steps) if (on !== null) dayInput('steps', on);
    if (content.external?.on != null) dayInput('external', content.external.on);
    return yearSpan(content.fiscalYear, yearStartMonth);
  },
  missing: ({ kind, decision, steps, savings }) => [
    ...(decision === null ? ['decision'] : []),
    ...(waitingStep(reviewSteps[kind], steps) === null ? [] : ['steps']),
    ...(savings.some(({ actual }) => actual === null) ? ['actual'] : []),
  ],
};

/** Entries of a fiscal year that the caller may see, with those who look. */
export async function readReviews(
  tx: Tx,
  at: Here,
  actor: Actor,
  year: number,
): Promise<{ readonly entries: readonly KeptEntry<WorkReview>[]; readonly looking: Looking }> {
  const { from, through } = yearSpan(year, at.parameters.yearStartMonth);
  const [scope, tree, all] = await Promise.all([
    scopeOf(tx, actor, at.dutyDate),
    readTree(tx, at.dutyDay),
    entriesBetween(tx, workReviewRegister, from, through),
  ]);
  const entries = all.filter(({ state, content }) =>
    mayViewEntry(actor, scope, { state, department: content.department }),
  );
  const names = await namesOf(
    tx,
    entries.map(({ changedBy }) => changedBy),
  );
  return { entries, looking: { actor, scope, tree, names } };
}

/** The entries of a fiscal year with the hours they save. Drafts count nothing in the sums: they are not yet told. */
export async function readReviewsOfYear(tx: Tx, at: Here, actor: Actor, wanted: number | undefined) {
  const year = wanted ?? fiscalYearOf(at.month, at.parameters.yearStartMonth);
  const { entries, looking } = await readReviews(tx, at, actor, year);
  const told = registered(entries).map(({ content }) => content);
  return {
    looking,
    entries,
    sums: {
      year,
      byMeasure: savedByMeasure(measures, told),
      bySection: savedBySection(
        told.map((content) => ({ ...content, section: sectionOfEntry(looking, content.department) })),
      ),
      total: savedByAll(told),
    },
  };
}

/** 事務事業の見直し of a fiscal year. */
export async function workReviews(
  context: Context,
  actor: Actor,
  input: Input<typeof listRoute>,
): Promise<Answer<typeof listRoute>> {
  ensure(mayViewRegisters(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const { looking, entries, sums } = await readReviewsOfYear(tx, await here(context, tx), actor, input.year);
    const sections = sectionsFor(looking);
    return {
      ...sums,
      mayAdd: sections.length > 0,
      sections,
      entries: entries.map((entry) => ({
        ...headOfEntry(looking, entry),
        kind: entry.content.kind,
        name: entry.content.name,
        decision: entry.content.decision,
        next: waitingStep(reviewSteps[entry.content.kind], entry.content.steps),
        ...savedBy(entry.content),
      })),
    };
  });
}

/** One 事務事業の見直し. */
export async function workReviewEntry(
  context: Context,
  actor: Actor,
  { id }: Input<typeof oneRoute>,
): Promise<Answer<typeof oneRoute>> {
  ensure(mayViewRegisters(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [scope, tree] = await Promise.all([scopeOf(tx, actor, at.dutyDate), readTree(tx, at.dutyDay)]);
    const entry = await entryFor(tx, workReviewRegister, { actor, scope }, id);
    const looking = { actor, scope, tree, names: await namesOf(tx, [entry.changedBy]) };
    return { ...headOfEntry(looking, entry), content: entry.content, sections: sectionsFor(looking) };
  });
}

/** Drafts, registers, changes, closes or opens a 事務事業の見直し again. */
export const keepWorkReview = (
  context: Context,
  actor: Actor,
  input: Input<typeof keepRoute>,
): Promise<Answer<typeof keepRoute>> => keepEntry(context, actor, workReviewRegister, input);
