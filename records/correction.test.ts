import { epochDayOf } from '@tokimori/law/time/civil';
import { describe, expect, it } from 'vitest';
import { type Correction, type CorrectionCommand, decideCorrection, evolveCorrection } from './correction.ts';
import type { Moment } from './recorded.ts';

const now: Moment = { day: epochDayOf(2026, 10, 26), minute: 509 };
const subject = {
  staff: '100001',
  dutyDate: '2026-10-23',
  about: 'punch',
  in: null,
  out: 1180,
  reason: 'かざし忘れ',
} as const;
const report = { type: 'report', actor: '100001', subject, dayBoundary: 300 } as const satisfies CorrectionCommand;
const accept = { type: 'accept', actor: '200001', note: '' } as const satisfies CorrectionCommand;
const reject = { type: 'reject', actor: '200001', note: '記録と合わない' } as const satisfies CorrectionCommand;

function given(...commands: readonly CorrectionCommand[]) {
  let state: Correction | null = null;
  const run = (command: CorrectionCommand) => {
    const answer = decideCorrection(command, state, now);
    if ('refused' in answer) return { code: answer.refused.code, events: [], after: state };
    const after = answer.events.reduce<Correction | null>(
      (before, event) => evolveCorrection(before, { event, actor: command.actor, occurredAt: new Date(0) }),
      state,
    );
    return { code: null, events: answer.events, after };
  };
  for (const command of commands) {
    const done = run(command);
    if (done.code !== null) throw new Error(done.code);
    state = done.after;
  }
  return { when: run };
}

describe('訂正の届出', () => {
  it('waits for a decision', () => {
    expect(given().when(report).after).toMatchObject({ state: 'requested', out: 1180, requestedBy: '100001' });
  });
  it('comes once', () => {
    expect(given(report).when(report).events).toEqual([]);
    expect(given(report).when({ ...report, subject: { ...subject, out: 1200 } }).code).toBe(
      'correction.report.id-taken',
    );
  });
  it('needs a time that has passed', () => {
    expect(given().when({ ...report, subject: { ...subject, out: null } }).code).toBe('correction.report.time-missing');
    expect(given().when({ ...report, subject: { ...subject, dutyDate: '2026-10-26' } }).code).toBe(
      'correction.report.in-future',
    );
    expect(given().when({ ...report, subject: { ...subject, in: 1180 } }).code).toBe('correction.report.out-before-in');
    const at = (times: { in: number | null; out: number | null }) =>
      given().when({ ...report, subject: { ...subject, dutyDate: '2026-10-20', ...times } }).code;
    expect(at({ in: 480, out: 480 + 1440 })).toBeNull();
    expect(at({ in: 480, out: 481 + 1440 })).toBe('correction.report.longer-than-a-day');
    expect(at({ in: null, out: 2160 })).toBeNull();
    expect(at({ in: null, out: 2161 })).toBe('correction.report.longer-than-a-day');
    expect(at({ in: 1739, out: null })).toBeNull();
    expect(at({ in: 1740, out: null })).toBe('correction.report.next-day');
  });
  it('takes the reason of a difference without a time', () => {
    const reason = { ...subject, about: 'discrepancy', out: null } as const;
    expect(given().when({ ...report, subject: reason }).after?.state).toBe('requested');
    expect(given().when({ ...report, subject: { ...reason, dutyDate: '2026-10-27' } }).code).toBe(
      'correction.report.in-future',
    );
  });
});

describe('決裁', () => {
  it('accepts or rejects, by another person', () => {
    expect(given(report).when(accept).after).toMatchObject({ state: 'accepted', decidedBy: '200001' });
    expect(given(report).when(reject).after).toMatchObject({ state: 'rejected', note: '記録と合わない' });
    expect(given(report).when({ ...accept, actor: '100001' }).code).toBe('correction.decide.own');
  });
  it('twice is once, the opposite is refused', () => {
    expect(given(report, accept).when(accept)).toMatchObject({ code: null, events: [] });
    expect(given(report, accept).when(reject).code).toBe('correction.decide.already-decided');
  });
  it('rejects only with words, and never what was not reported', () => {
    expect(given(report).when({ ...reject, note: '' }).code).toBe('correction.reject.note-missing');
    expect(given().when(accept).code).toBe('correction.not-found');
  });
});
