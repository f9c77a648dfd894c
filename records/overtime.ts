import type { Minutes } from '@tokimori/law/time/minutes';
import type { CommandOf as Of, OvertimeCommand } from './overtime-commands.ts';
import { confirm, correct } from './overtime-confirmation.ts';
import { type Capacity, groundsToCome, type Overtime, type OvertimeEvent } from './overtime-events.ts';
import { lengthOf } from './overtime-length.ts';
import { askedAfter, order, placed, sameSubject, standing, startOrder, waiting } from './overtime-order.ts';
import type { DutyDateGround } from './overtime-span.ts';
import { type Decided, type Moment, type Recorded, refuse } from './recorded.ts';

type Answer = Decided<OvertimeEvent>;

const NOTHING: Answer = { events: [] };
const one = (event: OvertimeEvent): Answer => ({ events: [event] });
const inPlace = (capacity: Capacity | undefined) => (capacity === undefined ? {} : { capacity });

/**
 * Decides a deed about one overtime. Pure; `now` is the clock in Asia/Tokyo.
 * No request and no confirmation of real work is refused for its number of hours (the working-time guideline forbids
 * an upper bound on declarations). Only an order that would break a cap by other than exceptional work is refused,
 * because the caps bind the one who orders (規則15―14 第16条の2の2).
 */
export function decide(command: OvertimeCommand, state: Overtime | null, now: Moment): Answer {
  switch (command.type) {
    case 'request':
      return request(command, state, now);
    case 'startOrder':
      return startOrder(command, state, now);
    case 'import':
      return importRecord(command, state);
    default:
      if (state === null) return refuse('overtime.not-found');
  }
  switch (command.type) {
    case 'order':
      return order(command, state, now);
    case 'confirm':
      return confirm(command, state, now);
    case 'correct':
      return correct(command, state, now);
    case 'withdraw':
      return withdraw(command, state);
    case 'return':
      return giveBack(command, state);
    case 'reject':
      return reject(command, state, now);
    case 'revoke':
      return revoke(command, state);
  }
}

function request(command: Of<'request'>, state: Overtime | null, now: Moment): Answer {
  const { type: _type, actor: _actor, ground, ...about } = command;
  const subject = { ...about, minutes: lengthOf(about, ground.allotment).minutes };
  if (state !== null && state.staff !== command.staff) return refuse('overtime.request.id-taken');
  if (state !== null && sameSubject(state, subject) && state.state !== 'returned') return NOTHING;
  if (state !== null && state.state !== 'returned')
    return refuse('overtime.request.id-taken', {}, { state: state.state });
  return (
    requestRefused(command, ground) ??
    lateWithoutReason(command, now) ??
    one({ kind: 'OvertimeRequested', data: subject })
  );
}

/** The reason is the person's; whoever enters the request for them gives another, which the journal keeps. */
function lateWithoutReason(command: Of<'request'>, now: Moment): ReturnType<typeof refuse> | null {
  const owed = command.actor === command.staff && command.why === '' && askedAfter(command, now);
  return owed ? refuse('overtime.request.after-reason-missing', { from: command.from }) : null;
}

/** The refusal of hours that cannot be asked for, whoever asks. Their number is never a reason. */
export function requestRefused(
  hours: { readonly dutyDate: string; readonly from: Minutes; readonly until: Minutes },
  ground: DutyDateGround,
): ReturnType<typeof refuse> | null {
  if (hours.until <= hours.from) return refuse('overtime.request.until-before-from', { from: hours.from });
  if (lengthOf(hours, ground.allotment).minutes === 0) return refuse('overtime.request.within-regular-hours');
  return placed(hours, { ground }, standing);
}

/** 差戻し: ends the wait for a decision, and the request may be put right and asked again. */
function giveBack(command: Of<'return'>, state: Overtime): Answer {
  const settled = settledBefore(command, state, 'returned');
  return settled ?? one({ kind: 'OvertimeReturned', data: { note: command.note, ...inPlace(command.capacity) } });
}

/** 却下: ends the request, with a ground of the list and in words. What has begun is not turned down by a ground for work to come. */
function reject(command: Of<'reject'>, state: Overtime, now: Moment): Answer {
  const { note, rejectGround: ground, capacity } = command;
  const settled = settledBefore(command, state, 'rejected');
  if (settled !== null) return settled;
  if (groundsToCome.includes(ground) && askedAfter(state, now)) return refuse('overtime.reject.ground-to-come');
  return one({ kind: 'OvertimeRejected', data: { note, ground, ...inPlace(capacity) } });
}

/** Both answer what waits, also what waits for the one above; neither undoes an order. */
function settledBefore(
  command: Of<'return'> | Of<'reject'>,
  state: Overtime,
  goal: 'returned' | 'rejected',
): Answer | null {
  if (state.staff === command.actor) return refuse('overtime.decide.own');
  if (state.state === goal) return NOTHING;
  return waiting.includes(state.state)
    ? null
    : refuse(`overtime.${command.type}.not-requested`, {}, { state: state.state });
}

/** 取下げ: by the one who asked, or for them with a reason, before the order. */
function withdraw(command: Of<'withdraw'>, state: Overtime): Answer {
  const { actor, reason, onBehalf = false } = command;
  if (onBehalf === (state.staff === actor)) return refuse('overtime.withdraw.not-own');
  if (state.state === 'withdrawn') return NOTHING;
  if (!waiting.includes(state.state) && state.state !== 'returned') {
    return refuse('overtime.withdraw.already-decided', {}, { state: state.state });
  }
  if (onBehalf && reason === '') return refuse('overtime.on-behalf.reason-missing');
  const capacity = onBehalf ? ({ as: 'onBehalf', for: state.staff } as const) : undefined;
  return one({ kind: 'OvertimeWithdrawn', data: { note: reason, ...inPlace(capacity) } });
}

/** 取消: by the head, of an order already given. */
function revoke(command: Of<'revoke'>, state: Overtime): Answer {
  if (state.staff === command.actor) return refuse('overtime.decide.own');
  if (state.state === 'revoked') return NOTHING;
  if (state.state === 'confirmed') return refuse('overtime.revoke.already-confirmed');
  if (state.state !== 'ordered') return refuse('overtime.revoke.not-ordered', {}, { state: state.state });
  return one({ kind: 'OvertimeRevoked', data: { note: command.note, ...inPlace(command.capacity) } });
}

/** A record of another system. The same line again changes nothing; a changed line replaces what was imported before. */
function importRecord(command: Of<'import'>, state: Overtime | null): Answer {
  const { subject, allowance, source } = command;
  if (
    state !== null &&
    (state.requestedBy !== null || state.decidedBy === null || !state.decidedBy.startsWith('system:'))
  ) {
    return refuse('overtime.import.id-taken');
  }
  if (state !== null && sameSubject(state, subject) && state.allowance === allowance) return NOTHING;
  return one({ kind: 'OvertimeImported', data: { ...subject, allowance, source } });
}

/** What a fresh request or record has not gone through. */
export const untouched = { capacity: null, firstApproval: null, emergency: false, ground: null } as const;

/** Folds one event into the overtime. */
export function evolve(state: Overtime | null, recorded: Recorded<OvertimeEvent>): Overtime {
  const { event, actor, occurredAt } = recorded;
  const by = { decidedBy: actor, decidedAt: occurredAt };
  switch (event.kind) {
    case 'OvertimeRequested': {
      const asked = { requestedBy: actor, requestedAt: occurredAt, decidedBy: null, decidedAt: null };
      return {
        ...event.data,
        ...untouched,
        ...asked,
        state: 'requested',
        retroactive: false,
        allowance: null,
        note: '',
      };
    }
    case 'OvertimeImported': {
      const { source, ...subject } = event.data;
      const asked = { requestedBy: null, requestedAt: null };
      return { ...subject, ...untouched, ...asked, ...by, state: 'confirmed', retroactive: false, note: source };
    }
    case 'OvertimeFirstApproved':
    case 'OvertimeOrdered':
      return givenOver(state, recorded, event);
  }
  if (state === null) throw new Error(`${event.kind} cannot open an overtime`);
  const { note, capacity = null } = event.data;
  const decided = { ...state, ...by, note, capacity };
  switch (event.kind) {
    case 'OvertimeReturned':
      return { ...decided, state: 'returned' };
    case 'OvertimeRejected':
      return { ...decided, state: 'rejected', ground: event.data.ground ?? null };
    case 'OvertimeWithdrawn':
      return { ...decided, state: 'withdrawn' };
    case 'OvertimeRevoked':
      return { ...decided, state: 'revoked' };
    case 'OvertimeCorrected': {
      const { from, until, minutes, ground = null } = event.data;
      return { ...decided, from, until, minutes, ground };
    }
    case 'OvertimeConfirmed': {
      const { from, until, minutes, retroactive } = event.data;
      return {
        ...decided,
        from,
        until,
        minutes,
        retroactive,
        state: 'confirmed',
        ground: event.data.ground ?? state.ground,
      };
    }
  }
}

type Giving = Extract<OvertimeEvent, { kind: 'OvertimeFirstApproved' | 'OvertimeOrdered' }>;

/** Approved first, or ordered: both names are kept. */
function givenOver(state: Overtime | null, { actor, occurredAt }: Recorded<OvertimeEvent>, event: Giving): Overtime {
  const {
    overLimits: _over,
    healthConfirmed: _health,
    capacity = null,
    ground = state?.ground ?? null,
    ...rest
  } = event.data;
  const kept = {
    requestedBy: state?.requestedBy ?? null,
    requestedAt: state?.requestedAt ?? null,
    allowance: state?.allowance ?? null,
    decidedBy: actor,
    decidedAt: occurredAt,
    capacity,
    ground,
  };
  if (event.kind === 'OvertimeFirstApproved') {
    const firstApproval = { by: actor, at: occurredAt, capacity };
    return { ...rest, ...kept, firstApproval, state: 'firstApproved', retroactive: false, emergency: false };
  }
  const { retroactive, emergency = false } = event.data;
  return { ...rest, ...kept, firstApproval: state?.firstApproval ?? null, state: 'ordered', retroactive, emergency };
}
