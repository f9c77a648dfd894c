import { parseLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import type { CapJudgement, CommandOf as Of, OvertimeCommand } from './overtime-commands.ts';
import { confirm } from './overtime-confirmation.ts';
import type { Overtime, OvertimeEvent, OvertimeStateName, OvertimeSubject } from './overtime-events.ts';
import { lengthOf } from './overtime-length.ts';
import { type DutyDateGround, misplacedRefused, overlapRefused } from './overtime-span.ts';
import { type Decided, type Moment, minutesSince, type Recorded, refuse } from './recorded.ts';

type Answer = Decided<OvertimeEvent>;

const NOTHING: Answer = { events: [] };
const one = (event: OvertimeEvent): Answer => ({ events: [event] });
/** States in which overtime counts, and those in which it counts or waits to. A returned one is asked for again first. */
const counting: readonly OvertimeStateName[] = ['ordered', 'confirmed'];
const standing: readonly OvertimeStateName[] = ['requested', ...counting];
const dayOf = (subject: OvertimeSubject): number => parseLocalDate(subject.dutyDate) ?? Number.NaN;

const sameSubject = (a: OvertimeSubject, b: OvertimeSubject): boolean =>
  a.staff === b.staff &&
  a.dutyDate === b.dutyDate &&
  a.from === b.from &&
  a.until === b.until &&
  a.minutes === b.minutes &&
  a.category === b.category &&
  a.work === b.work;

/**
 * Decides a deed about one overtime. Pure; `now` is the clock in Asia/Tokyo.
 * No request and no confirmation of real work is refused for its number of hours (the working-time guideline forbids
 * an upper bound on declarations). Only an order that would break a cap by other than exceptional work is refused,
 * because the caps bind the one who orders (規則15―14 第16条の2の2).
 */
export function decide(command: OvertimeCommand, state: Overtime | null, now: Moment): Answer {
  switch (command.type) {
    case 'request':
      return request(command, state);
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
    case 'withdraw':
      return withdraw(command, state);
    case 'return':
      return settle(command, state, 'returned', 'OvertimeReturned');
    case 'reject':
      return settle(command, state, 'rejected', 'OvertimeRejected');
    case 'revoke':
      return revoke(command, state);
  }
}

function request(command: Of<'request'>, state: Overtime | null): Answer {
  const { type: _type, actor: _actor, ground, ...about } = command;
  const subject = { ...about, minutes: lengthOf(about, ground.allotment).minutes };
  if (state !== null && state.staff !== command.staff) return refuse('overtime.request.id-taken');
  if (state !== null && sameSubject(state, subject) && state.state !== 'returned') return NOTHING;
  if (state !== null && state.state !== 'returned')
    return refuse('overtime.request.id-taken', {}, { state: state.state });
  return requestRefused(command, ground) ?? one({ kind: 'OvertimeRequested', data: subject });
}

/** The refusal of hours that cannot be asked for, whoever asks. Their number is never a reason. */
export function requestRefused(
  hours: { readonly dutyDate: string; readonly from: Minutes; readonly until: Minutes },
  ground: DutyDateGround,
): ReturnType<typeof refuse> | null {
  if (hours.until <= hours.from) return refuse('overtime.request.until-before-from', { from: hours.from });
  if (lengthOf(hours, ground.allotment).minutes === 0) return refuse('overtime.request.within-regular-hours');
  return placedWrongly(hours, { ground }, standing);
}

function order(command: Of<'order'>, state: Overtime, now: Moment): Answer {
  if (state.staff === command.actor) return refuse('overtime.decide.own');
  const subject = shortened(state, command);
  if ('refused' in subject) return subject;
  if (state.state === 'ordered' && sameSubject(state, subject)) return NOTHING;
  if (state.state !== 'requested') return refuse('overtime.order.not-requested', {}, { state: state.state });
  return placedWrongly(subject, command, counting) ?? ordered(subject, command, now);
}

function startOrder(command: Of<'startOrder'>, state: Overtime | null, now: Moment): Answer {
  if (command.staff === command.actor) return refuse('overtime.decide.own');
  if (command.until <= command.from) return refuse('overtime.order.until-before-from', { from: command.from });
  const { staff, dutyDate, department, from, until, category, work } = command;
  const { minutes } = lengthOf(command, command.ground.allotment);
  const subject = { staff, dutyDate, department, from, until, minutes, category, work, why: '' };
  if (state !== null) {
    return state.state === 'ordered' && sameSubject(state, subject) ? NOTHING : refuse('overtime.order.id-taken');
  }
  if (minutes === 0) return refuse('overtime.order.within-regular-hours');
  return placedWrongly(subject, command, standing) ?? ordered(subject, command, now);
}

/** Hours that are not of this duty date, or that another overtime holds. */
function placedWrongly(
  hours: Pick<OvertimeSubject, 'dutyDate' | 'from' | 'until'>,
  { ground }: Pick<Of<'order'>, 'ground'>,
  states: readonly OvertimeStateName[],
): ReturnType<typeof refuse> | null {
  return misplacedRefused(hours, ground) ?? overlapRefused(hours, ground.others, states);
}

type Ordering = Pick<Of<'order'>, 'exceptionalCategories' | 'caps' | 'healthConfirmed' | 'note'>;

/** The order itself: kept within the caps, or exceptional work with the state of health confirmed where that is due. */
function ordered(subject: OvertimeSubject, command: Ordering, now: Moment): Answer {
  const { caps } = command;
  if (caps.over.length > 0 && !command.exceptionalCategories.includes(subject.category)) return overCap(caps);
  if (caps.healthCritical && !command.healthConfirmed) return refuse('overtime.order.health-not-confirmed');
  const since = minutesSince(dayOf(subject), now);
  return one({
    kind: 'OvertimeOrdered',
    data: {
      ...subject,
      retroactive: subject.from === null ? since >= 1440 : since > subject.from,
      overLimits: caps.over.map((each) => each.limit),
      healthConfirmed: command.healthConfirmed,
      note: command.note,
    },
  });
}

function overCap(caps: CapJudgement): Answer {
  const figures: Record<string, Minutes> = {};
  for (const each of caps.over) figures[each.limit] = each.by;
  if (caps.room !== null) figures.room = Math.max(0, caps.room);
  if (caps.latestUntil !== null) figures.latestUntil = caps.latestUntil;
  return refuse('overtime.order.over-cap', figures, { limits: caps.over.map((each) => each.limit).join(' ') });
}

/** The subject with the end and the category the head decides; an order may shorten a request, never lengthen it. */
function shortened(state: Overtime, command: Of<'order'>): OvertimeSubject | ReturnType<typeof refuse> {
  const { staff, dutyDate, department, from, work, why } = state;
  const category = command.category ?? state.category;
  const until = command.until ?? state.until;
  if (from === null || until === null) {
    return { staff, dutyDate, department, from, until: state.until, minutes: state.minutes, category, work, why };
  }
  if (state.until !== null && until > state.until)
    return refuse('overtime.order.longer-than-requested', { until: state.until });
  const { minutes } = lengthOf({ from, until }, command.ground.allotment);
  if (until <= from || minutes === 0) return refuse('overtime.order.until-before-from', { from });
  return { staff, dutyDate, department, from, until, minutes, category, work, why };
}

/** 差戻し and 却下: both end the wait for a decision, but a returned request may be put right and asked again. */
function settle(
  command: Of<'return' | 'reject' | 'revoke'>,
  state: Overtime,
  goal: 'returned' | 'rejected',
  kind: 'OvertimeReturned' | 'OvertimeRejected',
): Answer {
  if (state.staff === command.actor) return refuse('overtime.decide.own');
  if (state.state === goal) return NOTHING;
  if (state.state !== 'requested') {
    return refuse(`overtime.${command.type}.not-requested`, {}, { state: state.state });
  }
  return one({ kind, data: { note: command.note } });
}

/** 取下げ: by the one who asked, before the decision. */
function withdraw(command: Of<'withdraw'>, state: Overtime): Answer {
  if (state.staff !== command.actor) return refuse('overtime.withdraw.not-own');
  if (state.state === 'withdrawn') return NOTHING;
  if (state.state !== 'requested' && state.state !== 'returned') {
    return refuse('overtime.withdraw.already-decided', {}, { state: state.state });
  }
  return one({ kind: 'OvertimeWithdrawn', data: { note: command.reason } });
}

/** 取消: by the head, of an order already given. */
function revoke(command: Of<'return' | 'reject' | 'revoke'>, state: Overtime): Answer {
  if (state.staff === command.actor) return refuse('overtime.decide.own');
  if (state.state === 'revoked') return NOTHING;
  if (state.state === 'confirmed') return refuse('overtime.revoke.already-confirmed');
  if (state.state !== 'ordered') return refuse('overtime.revoke.not-ordered', {}, { state: state.state });
  return one({ kind: 'OvertimeRevoked', data: { note: command.note } });
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

/** Folds one event into the overtime. */
export function evolve(state: Overtime | null, recorded: Recorded<OvertimeEvent>): Overtime {
  const { event, actor, occurredAt } = recorded;
  const decided = { decidedBy: actor, decidedAt: occurredAt };
  switch (event.kind) {
    case 'OvertimeRequested':
      return {
        ...event.data,
        state: 'requested',
        retroactive: false,
        allowance: null,
        requestedBy: actor,
        requestedAt: occurredAt,
        decidedBy: null,
        decidedAt: null,
        note: '',
      };
    case 'OvertimeOrdered': {
      const { overLimits: _over, healthConfirmed: _health, ...subject } = event.data;
      const asked = { requestedBy: state?.requestedBy ?? null, requestedAt: state?.requestedAt ?? null };
      return { ...subject, ...asked, ...decided, state: 'ordered', allowance: state?.allowance ?? null };
    }
    case 'OvertimeImported': {
      const { source, ...subject } = event.data;
      const asked = { requestedBy: null, requestedAt: null };
      return { ...subject, ...asked, ...decided, state: 'confirmed', retroactive: false, note: source };
    }
  }
  if (state === null) throw new Error(`${event.kind} cannot open an overtime`);
  switch (event.kind) {
    case 'OvertimeReturned':
      return { ...state, ...decided, state: 'returned', note: event.data.note };
    case 'OvertimeRejected':
      return { ...state, ...decided, state: 'rejected', note: event.data.note };
    case 'OvertimeWithdrawn':
      return { ...state, ...decided, state: 'withdrawn', note: event.data.note };
    case 'OvertimeRevoked':
      return { ...state, ...decided, state: 'revoked', note: event.data.note };
    case 'OvertimeConfirmed': {
      const { as: _as, ...worked } = event.data;
      return { ...state, ...decided, ...worked, state: 'confirmed' };
    }
  }
}
