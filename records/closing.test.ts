import { epochDayOf } from '@tokimori/law/time/civil';
import { describe, expect, it } from 'vitest';
import { type Closing, type ClosingCommand, type ClosingEvent, decideClosing, evolveClosing } from './closing.ts';
import type { Moment } from './recorded.ts';

const at = new Date('2026-11-02T01:00:00Z');
const now: Moment = { day: epochDayOf(2026, 11, 2), minute: 600 };
const of = { actor: '200001', month: '2026-10', section: '11' };
const lastDay = epochDayOf(2026, 10, 31);
const close = (given: Partial<Extract<ClosingCommand, { type: 'close' }>> = {}): ClosingCommand => ({
  ...of,
  type: 'close',
  people: 3,
  points: { missing: 0 },
  overOpenPoints: false,
  reason: '',
  lastDay,
  dayBoundary: 300,
  ...given,
});
const ask = (reason: string): ClosingCommand => ({ ...of, type: 'askReopening', reason });
const reopen = (reason: string): ClosingCommand => ({ ...of, actor: '400001', type: 'reopen', reason });

/** Does deeds one after the other; the last answer with the state it leaves. */
function doing(...commands: readonly ClosingCommand[]) {
  let state: Closing | null = null;
  let answer: ReturnType<typeof decideClosing> = { events: [] };
  for (const command of commands) {
    answer = decideClosing(command, state, now);
    if ('events' in answer)
      for (const event of answer.events) state = evolveClosing(state, { event, actor: command.actor, occurredAt: at });
  }
  return { answer, state };
}
const kinds = (answer: ReturnType<typeof decideClosing>) =>
  'events' in answer ? answer.events.map((event: ClosingEvent) => event.kind) : answer.refused.code;

describe('closing a month', () => {
  it('closes when nothing is open, and once', () => {
    const { answer, state } = doing(close());
    expect(kinds(answer)).toEqual(['MonthClosed']);
    expect(state).toMatchObject({ state: 'closed', closedBy: '200001', closedAt: at, people: 3 });
    expect(kinds(doing(close(), close()).answer)).toEqual([]);
  });
  it('waits for the end of the last duty date: 5:00 of the first', () => {
    const first = { day: epochDayOf(2026, 11, 1), minute: 299 };
    expect(kinds(decideClosing(close(), null, first))).toBe('closing.month-running');
    expect(kinds(decideClosing(close(), null, { ...first, minute: 300 }))).toEqual(['MonthClosed']);
  });
  it('is not done by the head while anything is open', () => {
    const { answer } = doing(close({ points: { missing: 1, result: 2 }, reason: '急ぐ' }));
    expect(answer).toEqual({
      refused: { code: 'closing.open-points', figures: { missing: 1, result: 2 }, words: { month: '2026-10' } },
    });
  });
  it('is done by 人事課 over open points, with a reason that stays', () => {
    const over = { points: { missing: 1 }, overOpenPoints: true };
    expect(kinds(doing(close(over)).answer)).toBe('closing.reason-missing');
    expect(doing(close({ ...over, reason: '退職者' })).state).toMatchObject({
      state: 'closed',
      closeReason: '退職者',
      points: { missing: 1 },
    });
  });
});

describe('reopening a month', () => {
  it('is asked for by the head, and settled by the reopening', () => {
    const asked = doing(close(), ask('10月5日の記録'));
    expect(asked.state).toMatchObject({ state: 'closed', askedBy: '200001', askReason: '10月5日の記録' });
    expect(kinds(doing(close(), ask('同じ'), ask('同じ')).answer)).toEqual([]);
    const { state, answer } = doing(close(), ask('10月5日の記録'), reopen('訂正のため'));
    expect(kinds(answer)).toEqual(['MonthReopened']);
    expect(state).toMatchObject({ state: 'open', askedAt: null, reopenedBy: '400001', reopenReason: '訂正のため' });
    expect(kinds(doing(close(), reopen('訂正のため'), reopen('訂正のため')).answer)).toEqual([]);
  });
  it('wants a reason, and a month that is closed', () => {
    expect(kinds(doing(close(), reopen('')).answer)).toBe('closing.reopen.reason-missing');
    expect(kinds(doing(close(), ask('')).answer)).toBe('closing.ask.reason-missing');
    expect(kinds(doing(reopen('訂正')).answer)).toBe('closing.not-closed');
    expect(kinds(doing(ask('訂正')).answer)).toBe('closing.not-closed');
  });
  it('can be closed again', () =>
    expect(doing(close(), reopen('訂正のため'), close()).state).toMatchObject({
      state: 'closed',
      reopenReason: '訂正のため',
    }));
});

describe('reminding', () => {
  it('is for a month that is open', () => {
    const remind: ClosingCommand = { ...of, actor: '400001', type: 'remind' };
    expect(doing(remind).state).toMatchObject({ state: 'open', remindedBy: '400001', remindedAt: at });
    expect(kinds(doing(close(), remind).answer)).toBe('closing.already-closed');
  });
});
