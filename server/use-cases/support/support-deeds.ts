import type { Answer, Input } from '@tokimori/contract/route';
import type {
  acceptSupport as acceptRoute,
  closeSupport as closeRoute,
  confirmSupportHours as confirmRoute,
  declineSupport as declineRoute,
  enterSupportHours as enterRoute,
  matchSupport as matchRoute,
  requestSupport as requestRoute,
} from '@tokimori/contract/support';
import { decideSupport, evolveSupport } from '@tokimori/records/support';
import type { SupportCommand, SupportMatch, SupportRequest } from '@tokimori/records/support-events';
import { ensure } from '../../access/policies.ts';
import {
  isSupportingSide,
  mayAskForSupport,
  mayAssignSupport,
  mayCloseSupport,
  mayEnterSupportHours,
} from '../../access/policies-plans.ts';
import { type Scope, scopeOf } from '../../access/scope.ts';
import type { Actor, Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { actorName, append, doDeedOnce } from '../journal.ts';
import { planSection } from '../plans/plan-section.ts';
import { dayInput } from '../reading/date-input.ts';
import { type Here, here } from '../reading/moment.ts';
import { refuseSupport } from './refused-support.ts';
import { readSupport, type SupportRow, writeSupport } from './support-rows.ts';
import { readSupporter, type SupporterRow } from './supporter-rows.ts';

type Done = { readonly id: string };
type Opened = {
  readonly tx: Tx;
  readonly at: Here;
  readonly scope: Scope;
  readonly row: SupportRow | null;
};

/** One deed on a request for support: held, asked who may, decided, written with its event. The same deed twice is done once. */
async function deedOn(
  context: Context,
  actor: Actor,
  id: string,
  reason: string,
  command: (opened: Opened) => Promise<SupportCommand>,
): Promise<Done> {
  return doDeedOnce(context, actor, async (tx) => {
    const at = await here(context, tx);
    const [scope, row] = await Promise.all([scopeOf(tx, actor, at.dutyDate), readSupport(tx, id, 'hold')]);
    const before = row?.request ?? null;
    const answer = decideSupport(await command({ tx, at, scope, row }), before, at);
    if ('refused' in answer) refuseSupport(answer.refused);
    if (answer.events.length === 0) return { id };
    const by = { actor: actorName(actor), occurredAt: at.now };
    const version = await append(tx, {
      stream: `support/${id}`,
      after: row?.version ?? 0,
      events: answer.events,
      reason,
      ...by,
    });
    const after = answer.events.reduce<SupportRequest | null>(
      (state, event) => evolveSupport(state, { event, ...by }),
      before,
    );
    if (after === null) throw new Error('an event leaves a request behind');
    await writeSupport(tx, id, after, { version, actor: by.actor, at: at.now });
    return { id };
  });
}

const theRequest = ({ row }: Opened): SupportRequest =>
  row?.request ?? refuseSupport({ code: 'support.not-found', figures: {}, words: {} });

function theMatch(opened: Opened, id: string): SupportMatch {
  const found = theRequest(opened).matches.find((match) => match.id === id);
  return found ?? refuseSupport({ code: 'support.match-not-found', figures: {}, words: {} });
}

async function theSupporter(tx: Tx, id: string): Promise<SupporterRow> {
  return (await readSupporter(tx, id)) ?? refuseSupport({ code: 'supporter.not-found', figures: {}, words: {} });
}

/** Asks for support. */
export async function requestSupport(
  context: Context,
  actor: Actor,
  input: Input<typeof requestRoute>,
): Promise<Answer<typeof requestRoute>> {
  dayInput('from', input.from);
  dayInput('through', input.through);
  return deedOn(context, actor, input.id, '', async ({ tx, at, scope }) => {
    const { department } = await planSection(tx, input.department, at.month, at);
    ensure(mayAskForSupport(actor, scope, department));
    const { work, skills, from, through, fromMinute, untilMinute, people } = input;
    const subject = { department, work, skills, from, through, fromMinute, untilMinute, people };
    return { type: 'request', actor: actorName(actor), subject };
  });
}

/** Looks for no more supporters. */
export const closeSupport = (context: Context, actor: Actor, input: Input<typeof closeRoute>): Promise<Done> =>
  deedOn(context, actor, input.id, input.note, async (opened) => {
    ensure(mayCloseSupport(actor, opened.scope, theRequest(opened).department));
    return { type: 'close', actor: actorName(actor), note: input.note };
  });

/** Offers a supporter from their own side, or assigns one as 人事課. */
export const matchSupport = (context: Context, actor: Actor, input: Input<typeof matchRoute>): Promise<Done> =>
  deedOn(context, actor, input.id, '', async (opened) => {
    theRequest(opened);
    const supporter = await theSupporter(opened.tx, input.supporter);
    const own = isSupportingSide(actor, opened.scope, supporter);
    ensure(own || mayAssignSupport(actor));
    const { department, staff } = supporter;
    const people = staff === null ? input.people : 1;
    return {
      type: mayAssignSupport(actor) ? 'assign' : 'offer',
      actor: actorName(actor),
      match: { id: input.match, supporter: supporter.id, department, staff, people },
      supporterReady: supporter.state === 'ready',
    };
  });

/** Accepts an offer as the asking head. */
export const acceptSupport = (context: Context, actor: Actor, input: Input<typeof acceptRoute>): Promise<Done> =>
  deedOn(context, actor, input.id, '', async (opened) => {
    ensure(mayAskForSupport(actor, opened.scope, theRequest(opened).department));
    return { type: 'accept', actor: actorName(actor), match: input.match };
  });

/** Declines an offer or ends a match: the asking head, the supporting side, 人事課. */
export const declineSupport = (context: Context, actor: Actor, input: Input<typeof declineRoute>): Promise<Done> =>
  deedOn(context, actor, input.id, input.note, async (opened) => {
    const match = theMatch(opened, input.match);
    const supporter = await theSupporter(opened.tx, match.supporter);
    ensure(
      mayAskForSupport(actor, opened.scope, theRequest(opened).department) ||
        isSupportingSide(actor, opened.scope, supporter) ||
        mayAssignSupport(actor),
    );
    return { type: 'decline', actor: actorName(actor), match: match.id, note: input.note };
  });

/** Enters hours of a day, as those who give the support. */
export const enterSupportHours = (context: Context, actor: Actor, input: Input<typeof enterRoute>): Promise<Done> => {
  dayInput('date', input.date);
  return deedOn(context, actor, input.id, '', async (opened) => {
    const match = theMatch(opened, input.match);
    ensure(mayEnterSupportHours(actor, opened.scope, await theSupporter(opened.tx, match.supporter)));
    const { date, minutes } = input;
    return { type: 'enterHours', actor: actorName(actor), match: match.id, date, minutes };
  });
};

/** Confirms hours as the asking head. */
export const confirmSupportHours = (context: Context, actor: Actor, input: Input<typeof confirmRoute>): Promise<Done> =>
  deedOn(context, actor, input.id, '', async (opened) => {
    ensure(mayAskForSupport(actor, opened.scope, theRequest(opened).department));
    return { type: 'confirmHours', actor: actorName(actor), match: input.match, dates: input.dates };
  });
