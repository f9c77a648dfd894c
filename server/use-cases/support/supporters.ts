import type { Answer, Input } from '@tokimori/contract/route';
import type {
  consentSupporter as consentRoute,
  endSupporter as endRoute,
  registerSupporter as registerRoute,
} from '@tokimori/contract/support';
import { decideSupporter, evolveSupporter, type Supporter, type SupporterCommand } from '@tokimori/records/supporter';
import { ensure } from '../../access/policies.ts';
import { mayConsentSupporter, mayEndSupporter, mayRegisterSupporter } from '../../access/policies-plans.ts';
import { type Scope, scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName, append, doDeedOnce } from '../journal.ts';
import { planSection } from '../plans/plan-section.ts';
import { type Here, here } from '../reading/moment.ts';
import { personOn } from '../reading/persons.ts';
import { refuseSupport } from './refused-support.ts';
import { insertSupporter, readSupporter, type SupporterRow, updateSupporter } from './supporter-rows.ts';

type Done = { readonly id: string };
type Opened = { readonly tx: Tx; readonly at: Here; readonly scope: Scope; readonly row: SupporterRow | null };

async function deedOn(
  context: Context,
  actor: Actor,
  id: string,
  reason: string,
  command: (opened: Opened) => Promise<SupporterCommand>,
): Promise<Done> {
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const [scope, row] = await Promise.all([scopeOf(tx, actor, at.dutyDate), readSupporter(tx, id)]);
    const answer = decideSupporter(await command({ tx, at, scope, row }), row);
    if ('refused' in answer) refuseSupport(answer.refused);
    if (answer.events.length === 0) return { id };
    const by = { actor: actorName(actor), occurredAt: at.now };
    const after = answer.events.reduce<Supporter | null>(
      (state, event) => evolveSupporter(state, { event, ...by }),
      row,
    );
    if (after === null) throw new Error('an event leaves a supporter behind');
    const version = await append(tx, {
      stream: `supporter/${id}`,
      after: row?.version ?? 0,
      events: answer.events,
      reason,
      ...by,
    });
    if (row !== null) await updateSupporter(tx, id, after, version);
    else if (!(await insertSupporter(tx, id, after, { version, actor: by.actor, at: at.now })))
      refuseSupport({ code: 'supporter.registered', figures: {}, words: {} });
    return { id };
  });
}

/** Registers oneself, a section (its head) or わくわく (人事課). */
export const registerSupporter = (
  context: Context,
  actor: Actor,
  input: Input<typeof registerRoute>,
): Promise<Answer<typeof registerRoute>> =>
  deedOn(context, actor, input.id, '', async ({ tx, at, scope }) => {
    const staff = input.kind === 'staff' ? actor.staff : null;
    const department = await placeOf(tx, at, input, staff);
    const { kind, skills, availability } = input;
    ensure(mayRegisterSupporter(actor, scope, { kind, staff, department }));
    return { type: 'register', actor: actorName(actor), subject: { kind, staff, department, skills, availability } };
  });

/** The section of the person today, the section named, or none of the workstation. */
async function placeOf(tx: Tx, at: Here, { kind, department }: Input<typeof registerRoute>, staff: string | null) {
  if (kind === 'workstation') return '';
  const place = kind === 'staff' && staff !== null ? (await personOn(tx, staff, at.dutyDate)).department : department;
  return (await planSection(tx, place ?? '', at.month, at)).department;
}

const theSupporter = ({ row }: Opened): SupporterRow =>
  row ?? refuseSupport({ code: 'supporter.not-found', figures: {}, words: {} });

/** Consents, as the head of the section the person registered from. */
export const consentSupporter = (
  context: Context,
  actor: Actor,
  input: Input<typeof consentRoute>,
): Promise<Answer<typeof consentRoute>> =>
  deedOn(context, actor, input.id, '', async (opened) => {
    ensure(mayConsentSupporter(actor, opened.scope, theSupporter(opened)));
    return { type: 'consent', actor: actorName(actor) };
  });

/** Ends a registration, or does not consent to it. */
export const endSupporter = (
  context: Context,
  actor: Actor,
  input: Input<typeof endRoute>,
): Promise<Answer<typeof endRoute>> =>
  deedOn(context, actor, input.id, input.note, async (opened) => {
    ensure(mayEndSupporter(actor, opened.scope, theSupporter(opened)));
    return { type: 'end', actor: actorName(actor), note: input.note };
  });
