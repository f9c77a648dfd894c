import { type Consequence, consequencesOf } from '@tokimori/forms/sheet/consequence';
import type { Filled } from '@tokimori/forms/sheet/given';
import { formatYearMonth } from '@tokimori/law/time/months';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName } from '../journal.ts';
import { recordReportMeasures, withdrawReportMeasures } from '../plans/measures-of-report.ts';
import type { OpenForm } from './open.ts';
import { recordNotice } from './record-notice.ts';

/** The deed from which something follows: a form, by its id, that somebody hands in or returns. */
type Deed = {
  readonly context: Context;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly form: OpenForm;
  readonly id: string;
};
type Doer<C extends Consequence> = {
  /** Carries it out; what the form brought about before was undone when it was returned. */
  readonly follow: (deed: Deed, consequence: C) => Promise<unknown>;
  /** Absent for what stands while the form is returned, and is corrected when it is handed in again. */
  readonly undo?: (deed: Deed, reason: string) => Promise<unknown>;
};

/** Where measures of a report come from: the form, its section and month, who did the deed and when. */
const originOf = ({ form: { key, place, at }, actor, id }: Deed) => ({
  source: `report/${id}`,
  department: place.section,
  month: formatYearMonth(key.month),
  actor: actorName(actor),
  at: at.now,
});

/** How each kind of consequence is carried out and undone. */
const doers: { readonly [Kind in Consequence['kind']]: Doer<Extract<Consequence, { kind: Kind }>> } = {
  reportMeasures: {
    follow: (deed, { group, measures }) => recordReportMeasures(deed.tx, { ...originOf(deed), group, measures }),
    undo: (deed, reason) => withdrawReportMeasures(deed.tx, { ...originOf(deed), reason }),
  },
  priorNotice: {
    follow: ({ context, tx, actor, form }, { content }) => recordNotice(context, tx, actor, form, content),
  },
};

function follow(deed: Deed, each: Consequence): Promise<unknown> {
  switch (each.kind) {
    case 'reportMeasures':
      return doers.reportMeasures.follow(deed, each);
    case 'priorNotice':
      return doers.priorNotice.follow(deed, each);
  }
}

/** Carries out what a form lets follow from handing it in, in the transaction of the deed. */
export async function followSubmission(deed: Deed, filled: Filled): Promise<void> {
  const { definition, given } = deed.form;
  for (const each of consequencesOf(definition, { given, filled })) await follow(deed, each);
}

/** Undoes what followed from handing a form in, when it is returned. */
export async function undoSubmission(deed: Deed, reason: string): Promise<void> {
  const { definition, given, row } = deed.form;
  for (const { kind } of consequencesOf(definition, { given, filled: row?.filled ?? {} }))
    await doers[kind].undo?.(deed, reason);
}
