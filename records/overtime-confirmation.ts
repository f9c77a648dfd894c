import { parseLocalDate } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import { Spans } from '@tokimori/law/time/spans';
import type { Span } from '@tokimori/law/working-time/types';
import type { CommandOf } from './overtime-commands.ts';
import { groundsToCome, type Overtime, type OvertimeEvent, type OvertimeStateName } from './overtime-events.ts';
import { lengthOf } from './overtime-length.ts';
import { minutesBeyondRecord, minutesOutside, misplacedRefused, overlapRefused } from './overtime-span.ts';
import { type Decided, type Moment, minutesSince, type RefusedDeed, refuse } from './recorded.ts';

type Correcting = CommandOf<'correct'>;
type Confirming = CommandOf<'confirm'> | Correcting;
type Refused = { readonly refused: RefusedDeed };
/** What is confirmed: hours (null when only a length is known) and how long they count. */
type Claim = { readonly span: Span | null; readonly minutes: Minutes; readonly changed: boolean };

const open: readonly OvertimeStateName[] = ['ordered', 'firstApproved', 'requested', 'returned'];

/**
 * 実績の確認: what was really worked is taken whatever its length, also where no order preceded it (黙示の命令).
 * What goes beyond the order, or beyond the objective record of presence, needs a reason (把握ガイドライン 4(3)): it is
 * taken with one, and the reason stands in the journal.
 */
export function confirm(command: CommandOf<'confirm'>, state: Overtime, now: Moment): Decided<OvertimeEvent> {
  if (state.staff === command.actor) return refuse('overtime.decide.own');
  const claim = claimOf(command, state);
  if ('refused' in claim) return claim;
  const { span, minutes, changed } = claim;
  if (state.state === 'confirmed') return confirmedBefore(command, state, changed);
  if (!open.includes(state.state)) return refuse('overtime.confirm.not-open', {}, { state: state.state });
  const day = parseLocalDate(state.dutyDate) ?? Number.NaN;
  if (minutesSince(day, now) < (span?.until ?? 1440)) return refuse('overtime.confirm.not-yet-worked');
  const refused =
    misplaced(command, state, claim) ?? withoutReason(command, state, claim) ?? cutWithoutReason(command, state, claim);
  if (refused !== null) return refused;
  const data = {
    from: span?.from ?? state.from,
    until: span?.until ?? state.until,
    minutes,
    as: changed ? 'worked' : 'ordered',
    retroactive: state.retroactive || state.state !== 'ordered',
    note: command.note,
    ...(command.capacity === undefined ? {} : { capacity: command.capacity }),
    ...(command.cutGround === undefined ? {} : { ground: command.cutGround }),
  } as const;
  return { events: [{ kind: 'OvertimeConfirmed', data }] };
}

/** The same again is the same; other hours or other words are a correction, which is a deed of its own. */
function confirmedBefore(
  command: CommandOf<'confirm'>,
  { note, ground }: Overtime,
  changed: boolean,
): Decided<OvertimeEvent> {
  const said = command.note === note && (command.cutGround ?? null) === ground;
  const plain = command.note === '' && command.cutGround === undefined;
  return changed || !(said || plain) ? refuse('overtime.confirm.already-confirmed') : { events: [] };
}

/**
 * 実績の訂正: puts right what was confirmed, up or down, always with the reason; with a ground where hours go in which the person was present. What was
 * confirmed before stays in the journal.
 */
export function correct(command: Correcting, state: Overtime, now: Moment): Decided<OvertimeEvent> {
  if (state.staff === command.actor) return refuse('overtime.decide.own');
  if (state.state !== 'confirmed') return refuse('overtime.correct.not-confirmed', {}, { state: state.state });
  const claim = claimOf(command, state);
  if ('refused' in claim) return claim;
  const { minutes, changed } = claim;
  const { from, until, note } = command;
  // The same press again is the same; the same hours for another reason put nothing right.
  if (!changed) return note === state.note ? { events: [] } : refuse('overtime.correct.unchanged');
  if (note === '') return refuse('overtime.correct.reason-missing');
  const day = parseLocalDate(state.dutyDate) ?? Number.NaN;
  if (minutesSince(day, now) < until) return refuse('overtime.confirm.not-yet-worked');
  const refused = misplaced(command, state, claim) ?? cutWithoutReason(command, state, claim);
  if (refused !== null) return refused;
  const data = {
    ...{ from, until, minutes, note, before: { from: state.from, until: state.until, minutes: state.minutes } },
    ...(command.capacity === undefined ? {} : { capacity: command.capacity }),
    ...(command.cutGround === undefined ? {} : { ground: command.cutGround }),
  };
  return { events: [{ kind: 'OvertimeCorrected', data }] };
}

function claimOf(command: Confirming, state: Overtime): Claim | Refused {
  const from = command.from ?? state.from;
  const until = command.until ?? state.until;
  if (from === null && until === null) return { span: null, minutes: state.minutes, changed: false };
  if (from === null || until === null) return refuse('overtime.confirm.half-span');
  if (until <= from) return refuse('overtime.confirm.until-before-from', { from });
  const changed = from !== state.from || until !== state.until;
  const span = { from, until };
  return { span, changed, minutes: changed ? lengthOf(span, command.ground.allotment).minutes : state.minutes };
}

/** A span of its own must not take hours that wait for a decision either; an unchanged one only those that count. */
function misplaced({ ground }: Confirming, { dutyDate }: Overtime, { span, minutes, changed }: Claim): Refused | null {
  if (span === null) return null;
  if (minutes === 0) return refuse('overtime.confirm.within-regular-hours');
  const hours = { dutyDate, ...span };
  const states = ['ordered', 'confirmed', ...(changed ? (['requested', 'firstApproved'] as const) : [])] as const;
  return misplacedRefused(hours, ground) ?? overlapRefused(hours, ground.others, states);
}

/** The refusal that names what exceeds what, as long as no reason is given. */
function withoutReason(command: Confirming, state: Overtime, { span, minutes }: Claim): Refused | null {
  if (command.note !== '') return null;
  const figures: Record<string, Minutes> = { ...span, ...beyondOrder(state, span, minutes) };
  const beyondRecord = minutesBeyondRecord({ span, minutes }, command.presence, command.ground.allotment);
  if (beyondRecord > 0) figures.beyondRecord = beyondRecord;
  const [first, last] = [command.presence.at(0), command.presence.at(-1)];
  if (first !== undefined && last !== undefined) Object.assign(figures, { firstIn: first.from, lastOut: last.until });
  if (figures.beyondOrder === undefined && figures.beyondRecord === undefined) return null;
  return refuse('overtime.confirm.reason-missing', figures, { state: state.state });
}

/** Hours of the claim in which the record shows presence are not taken away without a ground and words (把握ガイドライン 3・4(3)ウ). */
function cutWithoutReason(command: Confirming, state: Overtime, { span }: Claim): Refused | null {
  if (span === null || state.from === null || state.until === null) return null;
  const present = Spans.of(...command.presence).and(Spans.of({ from: state.from, until: state.until }));
  const cut = present
    .minus(Spans.of(span))
    .list.reduce((sum, piece) => sum + lengthOf(piece, command.ground.allotment).minutes, 0);
  if (cut === 0) return null;
  if (command.cutGround === undefined || command.note === '')
    return refuse(
      'overtime.confirm.cut-reason-missing',
      { cut },
      {
        lacks: [command.cutGround === undefined ? 'ground' : '', command.note === '' ? 'note' : ''].join(' ').trim(),
      },
    );
  return groundsToCome.includes(command.cutGround) ? refuse('overtime.confirm.ground-to-come', { cut }) : null;
}

function beyondOrder({ from, until, minutes: ordered }: Overtime, span: Span | null, minutes: Minutes) {
  if (from === null || until === null) return minutes > ordered ? { beyondOrder: minutes - ordered } : {};
  const beyond = span === null ? 0 : minutesOutside(span, { from, until });
  return beyond > 0 ? { beyondOrder: beyond, orderFrom: from, orderUntil: until } : {};
}
