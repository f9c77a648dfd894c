import type { EpochDay } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';
import { type Decided, type Moment, minutesSince, type Recorded, refuse } from './recorded.ts';

/** What of a month is still open, by the name of the check: 打刻漏れ, 差異, 申請 … */
export type OpenPoints = Readonly<Record<string, number>>;

export type ClosingEvent =
  | {
      readonly kind: 'MonthClosed';
      readonly data: {
        readonly month: string;
        readonly section: string;
        readonly people: number;
        readonly points: OpenPoints;
        readonly reason: string;
      };
    }
  | {
      readonly kind: 'MonthReopened' | 'ReopeningAsked';
      readonly data: { readonly month: string; readonly section: string; readonly reason: string };
    }
  | { readonly kind: 'ClosingReminded'; readonly data: { readonly month: string; readonly section: string } };

/** 月の締め of a 課, or of the whole municipality (section `''`). */
export type Closing = {
  readonly state: 'open' | 'closed';
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
  readonly closeReason: string;
  readonly points: OpenPoints;
  readonly people: number;
  readonly askedBy: string | null;
  readonly askedAt: Date | null;
  readonly askReason: string;
  readonly remindedBy: string | null;
  readonly remindedAt: Date | null;
  readonly reopenedBy: string | null;
  readonly reopenedAt: Date | null;
  readonly reopenReason: string;
};

/** A month that nobody has touched. */
export const openClosing: Closing = {
  state: 'open',
  closedBy: null,
  closedAt: null,
  closeReason: '',
  points: {},
  people: 0,
  askedBy: null,
  askedAt: null,
  askReason: '',
  remindedBy: null,
  remindedAt: null,
  reopenedBy: null,
  reopenedAt: null,
  reopenReason: '',
};

type Of = { readonly actor: string; readonly month: string; readonly section: string };
export type ClosingCommand = Of &
  (
    | {
        readonly type: 'close';
        readonly people: number;
        readonly points: OpenPoints;
        /** 人事課 may close over open points; the head may not. */
        readonly overOpenPoints: boolean;
        readonly reason: string;
        readonly lastDay: EpochDay;
        /** 日の区切り: when the last duty date of the month is over. */
        readonly dayBoundary: Minutes;
      }
    | { readonly type: 'reopen' | 'askReopening'; readonly reason: string }
    | { readonly type: 'remind' }
  );

const sumOf = (points: OpenPoints): number => Object.values(points).reduce((sum, each) => sum + each, 0);

function close(command: Extract<ClosingCommand, { type: 'close' }>, state: Closing, now: Moment) {
  const { month, section, people, points, overOpenPoints, reason, lastDay, dayBoundary } = command;
  if (state.state === 'closed') return { events: [] };
  if (!(minutesSince(lastDay + 1, now) >= dayBoundary)) return refuse('closing.month-running', {}, { month });
  if (sumOf(points) > 0 && !overOpenPoints) return refuse('closing.open-points', points, { month });
  if (sumOf(points) > 0 && reason === '') return refuse('closing.reason-missing', points, { month });
  return { events: [{ kind: 'MonthClosed' as const, data: { month, section, people, points, reason } }] };
}

/**
 * Decides a deed on a month's closing. Closing or asking twice is the same as once. A month is closed only when its last duty
 * date is over, and by the head only when nothing of it is open.
 */
export function decideClosing(command: ClosingCommand, before: Closing | null, now: Moment): Decided<ClosingEvent> {
  const state = before ?? openClosing;
  const { month, section } = command;
  if (command.type === 'close') return close(command, state, now);
  if (command.type === 'remind') {
    if (state.state === 'closed') return refuse('closing.already-closed', {}, { month });
    return { events: [{ kind: 'ClosingReminded', data: { month, section } }] };
  }
  const { reason, type } = command;
  if (type === 'reopen' && state.state === 'open' && state.reopenedAt !== null) return { events: [] };
  if (state.state !== 'closed') return refuse('closing.not-closed', {}, { month });
  if (reason === '') return refuse(`closing.${type === 'reopen' ? 'reopen' : 'ask'}.reason-missing`);
  if (type === 'askReopening' && state.askedAt !== null && state.askReason === reason) return { events: [] };
  return {
    events: [{ kind: type === 'reopen' ? 'MonthReopened' : 'ReopeningAsked', data: { month, section, reason } }],
  };
}

/** Folds one event into the closing. Closing and reopening settle what the head asked for. */
export function evolveClosing(before: Closing | null, recorded: Recorded<ClosingEvent>): Closing {
  const state = before ?? openClosing;
  const { event, actor, occurredAt } = recorded;
  const settled = { askedBy: null, askedAt: null, askReason: '' };
  switch (event.kind) {
    case 'MonthClosed': {
      const { people, points, reason } = event.data;
      const closed = { closedBy: actor, closedAt: occurredAt, closeReason: reason, points, people };
      return { ...state, ...settled, ...closed, state: 'closed' };
    }
    case 'MonthReopened':
      return {
        ...state,
        ...settled,
        state: 'open',
        reopenedBy: actor,
        reopenedAt: occurredAt,
        reopenReason: event.data.reason,
      };
    case 'ReopeningAsked':
      return { ...state, askedBy: actor, askedAt: occurredAt, askReason: event.data.reason };
    case 'ClosingReminded':
      return { ...state, remindedBy: actor, remindedAt: occurredAt };
  }
}
