import type { FormView } from '@tokimori/contract/forms';
import { formatLocalDate } from '@tokimori/law/time/civil';
import type { Stamp } from '@tokimori/records/form-sheet-events';
import { gaveBefore, lastApproved } from '@tokimori/records/form-sheet-way';
import { holdsPost, mayRecordOnPaper, mayReopenForm, mayReturnForm } from '../../access/policies-forms.ts';
import type { Actor } from '../../context.ts';
import { formatInstant, tokyoOf } from '../../runtime/clock.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName } from '../journal.ts';
import { namesOf } from '../reading/names.ts';
import { awaitedOf } from './awaited.ts';
import { heldBy } from './decide.ts';
import type { OpenForm } from './open.ts';

type NameOf = (actor: string) => string;
type HistoryRow = {
  kind: string;
  actor: string;
  reason: string;
  data: { label?: string } & Partial<Pick<Stamp, 'forPost' | 'paper' | 'vacant'>>;
  occurred_at: Date;
};
const deeds: Readonly<Record<string, FormView['history'][number]['deed']>> = {
  FormSubmitted: 'submitted',
  FormStamped: 'stamped',
  FormReturned: 'returned',
  FormReopened: 'reopened',
};

export const dateOf = (instant: Date): string => formatLocalDate(tokyoOf(instant).day);

const howOf = ({ vacant, forPost }: Partial<Pick<Stamp, 'vacant' | 'forPost'>>): FormView['route'][number]['how'] =>
  vacant === true ? 'vacant' : forPost === true ? 'paper' : 'own';

/** What was done with a form, the latest first, and the names of those who did. */
export async function historyOf(
  tx: Tx,
  { row, sheet }: Pick<OpenForm, 'row' | 'sheet'>,
): Promise<{ readonly history: FormView['history']; readonly nameOf: NameOf }> {
  const events =
    row === null
      ? []
      : await tx.query<HistoryRow>(
          `select e.kind, e.actor, e.reason, e.data - 'given' - 'filled' as data, e.occurred_at from tk.event e
           where e.municipality = $1 and e.stream = $2 order by e.seq desc limit 100`,
          [tx.municipality, `form/${row.id}`],
        );
  const names = await namesOf(tx, [...events.map(({ actor: who }) => who), ...sheet.stamps.map(({ by }) => by)]);
  const nameOf: NameOf = (who) => names.get(who) ?? who;
  const history = events.map(({ kind, actor: who, reason, data, occurred_at }) => ({
    at: formatInstant(occurred_at),
    by: nameOf(who),
    deed: deeds[kind] ?? 'submitted',
    label: data.label ?? '',
    how: howOf(data),
    decidedBy: data.paper?.by ?? '',
    decidedOn: data.paper?.on ?? null,
    reason: kind === 'FormStamped' ? '' : reason,
  }));
  return { history, nameOf };
}

/** The posts that a form passes, with who approved. What was approved on paper has whom the recorder named, and the recorder apart. */
export function routeView({ route, sheet }: Pick<OpenForm, 'route' | 'sheet'>, nameOf: NameOf): FormView['route'] {
  return route.map(({ label }, step) => {
    const stamp = sheet.stamps[step];
    if (stamp === undefined) return { label, by: '', on: null, how: 'own', recorder: '', also: '' };
    const how = howOf(stamp);
    const { paper, also = '' } = stamp;
    if (how === 'vacant') return { label, by: '', on: null, how, recorder: '', also };
    if (how === 'own') return { label, by: nameOf(stamp.by), on: dateOf(stamp.at), how, recorder: '', also };
    return { label, by: paper?.by ?? '', on: paper?.on ?? null, how, recorder: nameOf(stamp.by), also };
  });
}

type Turn = Pick<FormView, 'awaits' | 'mayStamp' | 'gaveBefore' | 'mayRecord' | 'mayPass' | 'mayReturn' | 'mayReopen'>;

/** Whose turn it is, and what the caller may do about it. */
export function turnOf(actor: Actor, open: OpenForm): Turn {
  const { route, posts, sheet, scope, place, vacant } = open;
  const isOnItsWay = sheet.state === 'submitted';
  const { step, label, post } = awaitedOf(open, sheet.step, vacant);
  const isTurn = isOnItsWay && post !== undefined && holdsPost(actor, scope, place, post);
  const held = heldBy(actor, open);
  const isBoth = held.includes(step) && held.includes(lastApproved(sheet) ?? -1);
  const isAgain = isTurn && gaveBefore(sheet, step, actorName(actor)) && !isBoth;
  const mayRecord = isOnItsWay && mayRecordOnPaper(actor, place);
  const last = posts[lastApproved(sheet) ?? route.length - 1];
  return {
    awaits: isOnItsWay ? { step, label } : null,
    mayStamp: isTurn && !isAgain,
    gaveBefore: isAgain,
    mayRecord: mayRecord && post !== undefined,
    mayPass: mayRecord && post === undefined,
    mayReturn: isOnItsWay && mayReturnForm(actor, scope, place, post),
    mayReopen: sheet.state === 'accepted' && mayReopenForm(actor, scope, place, last),
  };
}
