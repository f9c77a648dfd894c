import type { FormView, formView as viewRoute } from '@tokimori/contract/forms';
import type { Input } from '@tokimori/contract/route';
import { formDefinition } from '@tokimori/forms/catalogue';
import { type Field, keyOf, type Part, valueAt } from '@tokimori/forms/sheet/definition';
import type { Filled, Given } from '@tokimori/forms/sheet/given';
import { healthStanding, withoutHealth } from '@tokimori/forms/sheet/health';
import { formatYearMonth } from '@tokimori/law/time/months';
import { mayViewExceptional } from '../../access/policies-agreements.ts';
import { mayFillForm, mayWritePart } from '../../access/policies-forms.ts';
import type { Actor, Context } from '../../context.ts';
import { formatInstant } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { noticesBetween } from '../designations/notice-rows.ts';
import { monthDate, monthEnd } from '../reading/moment.ts';
import { isClosedByHealth, type OpenForm, openForm } from './open.ts';
import { isBeforeItsEnd } from './openable.ts';
import { historyOf, routeView, turnOf } from './way.ts';

type FieldView = FormView['parts'][number]['fields'][number];

function fieldView(
  parts: readonly Part[],
  part: Part,
  field: Field,
  filled: Filled,
  hidden: ReadonlySet<string>,
): FieldView {
  const value = valueAt(parts, filled, keyOf(part, field));
  return {
    key: keyOf(part, field),
    label: field.label,
    kind: field.kind,
    hint: field.hint ?? '',
    required: field.required,
    requiredWhen: whenOf(field),
    max: 'max' in field ? field.max : null,
    options: 'options' in field ? [...field.options] : [],
    value: typeof value === 'string' ? value : [...value],
    typed: filled[keyOf(part, field)] !== undefined,
    hidden: hidden.has(keyOf(part, field)),
  };
}

/** What else asks for a field, as the page reads it. */
const whenOf = ({ requiredWhen: when }: Field): FieldView['requiredWhen'] =>
  when === undefined
    ? null
    : { key: when.key, is: 'is' in when ? when.is : null, above: 'above' in when ? when.above : null };

/** The name of what a form is about. */
export const subjectNameOf = ({ place, given, tree }: Pick<OpenForm, 'place' | 'given' | 'tree'>): string => {
  if (place.per === 'person') return given.people[0]?.name ?? place.subject;
  return place.subject === '' ? given.municipality : (tree.find(place.subject)?.name ?? place.subject);
};

/** What a form says to whoever looks: without its words about health, where those are not theirs to see. */
export function toldTo({ definition, given, row, seesHealth }: OpenForm): {
  readonly given: Given;
  readonly filled: Filled;
} {
  const filled = row?.filled ?? {};
  if (seesHealth) return { given, filled };
  const { earlier } = definition;
  return withoutHealth(definition, earlier === undefined ? undefined : formDefinition(earlier), { given, filled });
}

/** What the register of prior notices has of the person and month; null where the form is none, or the caller does not see the register. */
async function priorNoticeOf(tx: Tx, actor: Actor, open: OpenForm): Promise<FormView['priorNotice']> {
  const { definition, place, scope, key } = open;
  if (definition.notice === undefined || !mayViewExceptional(actor, scope, place.section)) return null;
  const days = { from: monthDate(key.month), through: monthEnd(key.month) };
  const rows = await noticesBetween(tx, [key.subject], days);
  const health = rows.some((row) => row.health === 'missing');
  return { department: place.section, filed: rows.length, health };
}

/** A form for whoever may see it. */
export async function formView(context: Context, actor: Actor, input: Input<typeof viewRoute>): Promise<FormView> {
  return context.store.tenant(actor.municipality, async (tx) => {
    const open = await openForm(context, tx, actor, input);
    const { definition, sheet, row, scope, place, due } = open;
    const { given, filled } = toldTo(open);
    const parts = definition.parts(given);
    const hidden = new Set(open.seesHealth ? [] : healthStanding(open.parts, row?.filled ?? {}));
    const { history, nameOf } = await historyOf(tx, open);
    const mayFill =
      (sheet.state === 'draft' || sheet.state === 'returned') &&
      mayFillForm(actor, scope, place, definition.by) &&
      !isClosedByHealth(open);
    // Whoever writes sees what is theirs to write; a reader sees all.
    const mine = parts.filter(({ by }) => mayWritePart(actor, scope, place, by));
    const shownParts = mayFill ? mine : parts;
    return {
      title: definition.title,
      municipality: definition.municipality,
      source: definition.source,
      workbook: definition.workbook !== undefined,
      month: formatYearMonth(open.key.month),
      subjectName: subjectNameOf(open),
      section: given.section,
      state: row === null ? 'none' : sheet.state,
      saves: row?.saves ?? 0,
      savedAt: row === null ? null : formatInstant(row.saved_at),
      dueOn: due?.open === true ? due.dueOn : null,
      note: sheet.state === 'returned' ? sheet.note : '',
      shown: definition.shown(given).map(({ title, columns, rows }) => ({
        title,
        columns: [...columns],
        rows: rows.map((cells) => [...cells]),
      })),
      parts: shownParts.map((part) => ({
        id: part.id,
        title: part.title,
        about: part.about ?? '',
        fields: part.fields.map((field) => fieldView(parts, part, field, filled, hidden)),
      })),
      route: routeView(open, nameOf),
      history,
      priorNotice: await priorNoticeOf(tx, actor, open),
      mayFill,
      maySubmit: mayFill && mine.length === parts.length,
      submitFrom:
        due === null && isBeforeItsEnd(definition, open.key.month, open.at) ? monthDate(open.key.month + 1) : null,
      ...turnOf(actor, open),
    };
  });
}
