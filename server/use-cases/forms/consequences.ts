import type { Consequence } from '@tokimori/forms/sheet/consequence';
import type { Filled } from '@tokimori/forms/sheet/given';
import { formatYearMonth } from '@tokimori/law/time/months';
import type { Actor } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName } from '../journal.ts';
import { recordReportMeasures, withdrawReportMeasures } from '../plans/measures-of-report.ts';
import type { OpenForm } from './open.ts';

/** Where what follows from a form comes from: the form, its section and month, who did the deed and when. */
type Origin = {
  readonly source: string;
  readonly department: string;
  readonly month: string;
  readonly actor: string;
  readonly at: Date;
};
type Doer<C extends Consequence> = {
  /** Carries it out; what the form brought about before was undone when it was returned. */
  readonly follow: (tx: Tx, origin: Origin, consequence: C) => Promise<unknown>;
  readonly undo: (tx: Tx, origin: Origin, consequence: C, reason: string) => Promise<unknown>;
};

/** How each kind of consequence is carried out and undone. */
const doers: { readonly [Kind in Consequence['kind']]: Doer<Extract<Consequence, { kind: Kind }>> } = {
  reportMeasures: {
    follow: (tx, origin, { group, measures }) => recordReportMeasures(tx, { ...origin, group, measures }),
    undo: (tx, origin, _consequence, reason) => withdrawReportMeasures(tx, { ...origin, reason }),
  },
};

type Form = Pick<OpenForm, 'definition' | 'given' | 'key' | 'place' | 'at'>;

const originOf = ({ key, place, at }: Form, actor: Actor, id: string): Origin => ({
  source: `report/${id}`,
  department: place.section,
  month: formatYearMonth(key.month),
  actor: actorName(actor),
  at: at.now,
});

/** Carries out what a form lets follow from handing it in, in the transaction of the deed. */
export async function followSubmission(
  tx: Tx,
  actor: Actor,
  form: Form,
  { id, filled }: { readonly id: string; readonly filled: Filled },
): Promise<void> {
  const { definition, given } = form;
  for (const each of definition.follows?.({ given, filled }) ?? [])
    await doers[each.kind].follow(tx, originOf(form, actor, id), each);
}

/** Undoes what followed from handing a form in, when it is returned. */
export async function undoSubmission(
  tx: Tx,
  actor: Actor,
  form: Form & Pick<OpenForm, 'row'>,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<void> {
  const { definition, given, row } = form;
  for (const each of definition.follows?.({ given, filled: row?.filled ?? {} }) ?? [])
    await doers[each.kind].undo(tx, originOf(form, actor, id), each, reason);
}
