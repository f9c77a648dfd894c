import {
  type DigitalEffect,
  digitalEffect,
  type keepDigitalEffect as keepRoute,
  type digitalEffects as listRoute,
  type digitalEffectEntry as oneRoute,
} from '@tokimori/contract/registers/entries';
import { digitalToolWords } from '@tokimori/contract/registers/words';
import type { Answer, Input } from '@tokimori/contract/route';
import { byTool, effectOf, yearOfEffects } from '@tokimori/forms/kochi/effects';
import { fiscalYearOf } from '@tokimori/law/time/months';
import { ensure } from '../../access/policies.ts';
import { mayViewEntry, mayViewRegisters } from '../../access/policies-registers.ts';
import { refuse } from '../../access/refusal.ts';
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
  OPEN,
  type Register,
  registered,
  sectionsFor,
} from './entries.ts';
import { readMeasured } from './measured-effect.ts';
import { yearSpan } from './work-reviews.ts';

const tools = Object.keys(digitalToolWords) as DigitalEffect['tool'][];
/** Fiscal years whose totals stand beside each other. */
const YEARS = 3;

/** デジタル化の効果 (高知県・京都市). An entry is closed when the tool is no longer used. */
export const digitalEffectRegister: Register<DigitalEffect> = {
  name: 'digitalEffects',
  stream: 'effect',
  read: (stored) => digitalEffect.parse(stored),
  span: ({ since, until }) => {
    const first = dayInput('since', since);
    if (until !== null && dayInput('until', until) < first)
      refuse('register.ends-before-begin', {
        title: '使い終わった日が、使い始めた日より前です',
        detail: '使い始めた日と使い終わった日を確かめてください。',
        fields: [{ field: 'until', code: 'ends-before-begin', message: '使い始めた日以後の日を入力してください' }],
      });
    return { from: since, through: until ?? OPEN };
  },
  missing: ({ until }) => (until === null ? ['until'] : []),
};

/** Entries in use in the fiscal years up to one that the caller may see, with those who look. */
export async function readEffects(
  tx: Tx,
  at: Here,
  actor: Actor,
  year: number,
): Promise<{ readonly entries: readonly KeptEntry<DigitalEffect>[]; readonly looking: Looking }> {
  const { yearStartMonth } = at.parameters;
  const { from } = yearSpan(year - YEARS + 1, yearStartMonth);
  const { through } = yearSpan(year, yearStartMonth);
  const [scope, tree, all] = await Promise.all([
    scopeOf(tx, actor, at.dutyDate),
    readTree(tx, at.dutyDay),
    entriesBetween(tx, digitalEffectRegister, from, through),
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

/** The entries of a fiscal year with the totals of three, and by tool. Drafts count nothing in the sums. */
export async function readEffectsOfYear(tx: Tx, at: Here, actor: Actor, wanted: number | undefined) {
  const { yearStartMonth } = at.parameters;
  const year = wanted ?? fiscalYearOf(at.month, yearStartMonth);
  const { entries, looking } = await readEffects(tx, at, actor, year);
  const own = inUse(entries, yearSpan(year, yearStartMonth).from);
  const told = (all: readonly KeptEntry<DigitalEffect>[]) => registered(all).map(({ content }) => content);
  return {
    looking,
    own,
    sums: {
      year,
      years: Array.from({ length: YEARS }, (_, i) => year - i).map((each) =>
        yearOfEffects(told(entries), { fiscalYear: each, ...yearSpan(each, yearStartMonth) }),
      ),
      byTool: byTool(tools, told(own)),
    },
  };
}

/** デジタル化の効果: tools in use in a fiscal year, and the totals of three. */
export async function digitalEffects(
  context: Context,
  actor: Actor,
  input: Input<typeof listRoute>,
): Promise<Answer<typeof listRoute>> {
  ensure(mayViewRegisters(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const { looking, own, sums } = await readEffectsOfYear(tx, await here(context, tx), actor, input.year);
    const sections = sectionsFor(looking);
    return {
      ...sums,
      mayAdd: sections.length > 0,
      sections,
      entries: own.map((entry) => {
        const { tool, name, before, robot, human, since, until } = entry.content;
        const shown = { tool, name, before, robot, human, since, until };
        return { ...headOfEntry(looking, entry), ...shown, ...effectOf(entry.content) };
      }),
    };
  });
}

/** Those still used on the first day of a fiscal year or later. */
export const inUse = (
  entries: readonly KeptEntry<DigitalEffect>[],
  firstDay: string,
): readonly KeptEntry<DigitalEffect>[] =>
  entries.filter(({ content: { until } }) => until === null || until >= firstDay);

/** One デジタル化の効果, with the overtime of its section before and after. */
export async function digitalEffectEntry(
  context: Context,
  actor: Actor,
  { id }: Input<typeof oneRoute>,
): Promise<Answer<typeof oneRoute>> {
  ensure(mayViewRegisters(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const [scope, tree] = await Promise.all([scopeOf(tx, actor, at.dutyDate), readTree(tx, at.dutyDay)]);
    const entry = await entryFor(tx, digitalEffectRegister, { actor, scope }, id);
    const [names, measured] = await Promise.all([namesOf(tx, [entry.changedBy]), readMeasured(tx, at, entry.content)]);
    const looking = { actor, scope, tree, names };
    return {
      ...headOfEntry(looking, entry),
      content: entry.content,
      sections: sectionsFor(looking),
      ...effectOf(entry.content),
      measured,
    };
  });
}

/** Drafts, registers, changes, closes or opens a デジタル化の効果 again. */
export const keepDigitalEffect = (
  context: Context,
  actor: Actor,
  input: Input<typeof keepRoute>,
): Promise<Answer<typeof keepRoute>> => keepEntry(context, actor, digitalEffectRegister, input);
