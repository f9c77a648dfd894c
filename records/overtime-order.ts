import { parseLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import type { CapJudgement, CommandOf as Of } from './overtime-commands.ts';
import {
  groundsToCome,
  type Overtime,
  type OvertimeEvent,
  type OvertimeStateName,
  type OvertimeSubject,
} from './overtime-events.ts';
import { lengthOf } from './overtime-length.ts';
import { type DutyDateGround, misplacedRefused, overlapRefused } from './overtime-span.ts';
import { type Decided, type Moment, minutesSince, refuse } from './recorded.ts';

type Answer = Decided<OvertimeEvent>;
type Refused = ReturnType<typeof refuse>;
type Ordering = Of<'order'> | Of<'startOrder'>;

/** States in which overtime counts, and those in which it counts or waits to. A returned one is asked for again first. */
export const counting: readonly OvertimeStateName[] = ['ordered', 'confirmed'];
export const waiting: readonly OvertimeStateName[] = ['requested', 'firstApproved'];
export const standing: readonly OvertimeStateName[] = [...waiting, ...counting];

/** Whether two descriptions are of the same work. */
export const sameSubject = (a: OvertimeSubject, b: OvertimeSubject): boolean =>
  a.staff === b.staff &&
  a.dutyDate === b.dutyDate &&
  a.from === b.from &&
  a.until === b.until &&
  a.minutes === b.minutes &&
  a.category === b.category &&
  a.work === b.work;

/**
 * 命令 of what was requested or approved first. Where the final approval of the month lies with the head of the 部局 (承認者が上がる), the
 * order of anybody else is a first approval, unless it is an emergency.
 */
export function order(command: Of<'order'>, state: Overtime, now: Moment): Answer {
  if (state.staff === command.actor) return refuse('overtime.decide.own');
  const subject = shortened(state, command);
  if ('refused' in subject) return subject;
  const goal = goalOf(command);
  if (state.state === goal && sameSubject(state, subject)) return { events: [] };
  if (!waiting.includes(state.state)) return refuse('overtime.order.not-requested', {}, { state: state.state });
  // What waits for the one above cannot be approved a second time, nor by the same person from both posts.
  if (state.state === 'firstApproved' && goal === 'firstApproved') return refuse('overtime.order.approved-already');
  if (command.finality === 'moved' && state.firstApproval?.by === command.actor)
    return refuse('overtime.order.same-approver');
  return (
    cutWithoutReason(state, subject, command, now) ?? placed(subject, command, counting) ?? given(subject, command, now)
  );
}

/** 命令 without a request. */
export function startOrder(command: Of<'startOrder'>, state: Overtime | null, now: Moment): Answer {
  if (command.staff === command.actor) return refuse('overtime.decide.own');
  if (command.until <= command.from) return refuse('overtime.order.until-before-from', { from: command.from });
  const { staff, dutyDate, department, from, until, category, work } = command;
  const { minutes } = lengthOf(command, command.ground.allotment);
  const subject = { staff, dutyDate, department, from, until, minutes, category, work, why: '' };
  if (state !== null) {
    return state.state === goalOf(command) && sameSubject(state, subject)
      ? { events: [] }
      : refuse('overtime.order.id-taken');
  }
  if (minutes === 0) return refuse('overtime.order.within-regular-hours');
  return placed(subject, command, standing) ?? given(subject, command, now);
}

const goalOf = ({ finality, emergency }: Ordering): 'firstApproved' | 'ordered' =>
  finality === 'above' && !emergency ? 'firstApproved' : 'ordered';

/** The refusal of hours that are not of this duty date, or that another overtime in one of `states` holds. */
export function placed(
  hours: Pick<OvertimeSubject, 'dutyDate' | 'from' | 'until'>,
  { ground }: { readonly ground: DutyDateGround },
  states: readonly OvertimeStateName[],
): Refused | null {
  return misplacedRefused(hours, ground) ?? overlapRefused(hours, ground.others, states);
}

/** The order or first approval itself: kept within the caps, or exceptional work with the state of health confirmed where that is due. */
function given(subject: OvertimeSubject, command: Ordering, now: Moment): Answer {
  const { caps, note, healthConfirmed, capacity } = command;
  if (caps.over.length > 0 && !command.exceptionalCategories.includes(subject.category)) return overCap(caps);
  if (caps.healthCritical && !healthConfirmed) return refuse('overtime.order.health-not-confirmed');
  const emergency = command.finality === 'above' && command.emergency;
  if (emergency && note === '') return refuse('overtime.order.emergency-reason-missing');
  if (emergency && isOver(subject, now)) return refuse('overtime.order.emergency-over');
  if (note === '' && askedAfter(subject, now) && !(command.type === 'order' && command.askedLate))
    return refuse(`overtime.order.${command.type === 'order' ? 'late-decision' : 'after-reason-missing'}`);
  const beyond = beyondReach(subject, command);
  if (beyond !== null) return beyond;
  const data = {
    ...subject,
    overLimits: caps.over.map((each) => each.limit),
    healthConfirmed,
    note,
    ...(capacity === undefined ? {} : { capacity }),
    ...(command.type === 'startOrder' || command.cutGround === undefined ? {} : { ground: command.cutGround }),
  };
  if (goalOf(command) === 'firstApproved') return { events: [{ kind: 'OvertimeFirstApproved', data }] };
  const retroactive = isRetroactive(subject, command.orderDeadline, now);
  return { events: [{ kind: 'OvertimeOrdered', data: { ...data, retroactive, ...(emergency ? { emergency } : {}) } }] };
}

/** The work is over: what is ordered now can wait for the order above. */
function isOver({ dutyDate, until }: OvertimeSubject, now: Moment): boolean {
  return minutesSince(parseLocalDate(dutyDate) ?? Number.NaN, now) >= (until ?? 1440);
}

/** 事後の申請: asked for when the work had begun already. Hours without times are asked for after their day. */
export function askedAfter({ dutyDate, from }: Pick<OvertimeSubject, 'dutyDate' | 'from'>, now: Moment): boolean {
  return minutesSince(parseLocalDate(dutyDate) ?? Number.NaN, now) > (from ?? 1440);
}

/** 事後: given after the work began, or after the municipality's time of the duty date. It is marked, never refused. */
function isRetroactive({ dutyDate, from }: OvertimeSubject, deadline: Minutes, now: Moment): boolean {
  const since = minutesSince(parseLocalDate(dutyDate) ?? Number.NaN, now);
  return since > Math.min(deadline, from ?? deadline) || (from === null && since >= 1440);
}

/** What a limited 代決・専決 does not reach: the orders of one person and duty date together. */
function beyondReach({ minutes }: OvertimeSubject, { reach }: Ordering): Refused | null {
  if (reach === undefined || minutes + reach.alreadyOrdered <= reach.limit) return null;
  return refuse('overtime.order.beyond-mandate', { ...reach, minutes });
}

function overCap(caps: CapJudgement): Answer {
  const figures: Record<string, Minutes> = {};
  for (const each of caps.over) figures[each.limit] = each.by;
  if (caps.room !== null) figures.room = Math.max(0, caps.room);
  if (caps.latestUntil !== null) figures.latestUntil = caps.latestUntil;
  return refuse('overtime.order.over-cap', figures, { limits: caps.over.map((each) => each.limit).join(' ') });
}

/** The subject with the end and the category the head decides; an order may shorten a request, never lengthen it. */
function shortened(state: Overtime, command: Of<'order'>): OvertimeSubject | Refused {
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

/** A request made shorter is told to the person with its ground and in words (把握ガイドライン 3・4(3)). */
function cutWithoutReason(
  state: Overtime,
  subject: OvertimeSubject,
  command: Of<'order'>,
  now: Moment,
): Refused | null {
  if (subject.minutes >= state.minutes) return null;
  if (command.cutGround === undefined || command.note === '')
    return refuse('overtime.order.cut-reason-missing', { cut: state.minutes - subject.minutes });
  // The part that is cut has begun: it may have been worked.
  const begun = askedAfter({ dutyDate: subject.dutyDate, from: subject.until }, now);
  return begun && groundsToCome.includes(command.cutGround) ? refuse('overtime.order.ground-to-come') : null;
}
