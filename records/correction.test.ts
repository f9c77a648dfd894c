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
  answer: null,
} as const;
const report = { type: 'report', actor: '100001', subject, dayBoundary: 300 } as const satisfies CorrectionCommand;
const accept = { type: 'accept', actor: '200001', note: '' } as const satisfies CorrectionCommand;
const difference = {
  ...subject,
  about: 'discrepancy',
  out: null,
  reason: '片付け',
  answer: { says: 'work', from: 1170, until: 1242 },
} as const;
const said = (answer: Correction['answer']): CorrectionCommand => ({ ...report, subject: { ...difference, answer } });
const work = said(difference.answer);
const study = said({ says: 'notWork', reason: 'selfStudy' });
const investigate = {
  type: 'investigate',
  actor: '400001',
  note: '防犯カメラと本人の聞き取り',
  worked: null,
  subject: difference,
  grave: false,
} as const satisfies CorrectionCommand;
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
  it('takes what the person says about a difference, whatever its length; never without it', () => {
    expect(given().when(study).after).toMatchObject({ state: 'requested', finding: null });
    expect(given().when(said({ says: 'work', from: 480, until: 2880 })).after?.state).toBe('requested');
    expect(given().when(said(null)).code).toBe('correction.report.answer-missing');
    expect(given().when(said({ says: 'work', from: 1242, until: 1242 })).code).toBe('correction.report.out-before-in');
    const tomorrow = { ...difference, dutyDate: '2026-10-27', answer: { says: 'notWork', reason: 'break' } } as const;
    expect(given().when({ ...report, subject: tomorrow }).code).toBe('correction.report.in-future');
    const today = { ...difference, dutyDate: '2026-10-26' } as const;
    expect(given().when({ ...report, subject: today }).code).toBe('correction.report.in-future');
  });
});

describe('差異の確認', () => {
  const finding = (...commands: readonly CorrectionCommand[]) => {
    const last = commands.at(-1);
    return last === undefined ? null : given(...commands.slice(0, -1)).when(last).after?.finding;
  };
  it('agrees with work as told, or with other hours', () => {
    expect(finding(work, accept)).toEqual({ found: 'work', from: 1170, until: 1242, investigated: false });
    expect(finding(work, { ...accept, worked: { from: 1170, until: 1200 } })).toMatchObject({ until: 1200 });
    expect(given(work).when({ ...accept, worked: { from: 1200, until: 1200 } }).code).toBe('correction.accept.no-span');
  });
  it('confirms no work only with the ground, and finds work where none was told', () => {
    expect(given(study).when(accept).code).toBe('correction.accept.ground-missing');
    expect(finding(study, { ...accept, note: '講座の案内で確かめた' })).toEqual({
      found: 'notWork',
      investigated: false,
    });
    expect(finding(study, { ...accept, worked: { from: 1170, until: 1242 } })).toMatchObject({ found: 'work' });
  });
  it('a claim of work that is not shared is disputed, another answer is given back', () => {
    expect(given(work).when(reject).after).toMatchObject({ state: 'rejected', finding: { found: 'notWork' } });
    expect(given(study).when(reject).after).toMatchObject({ state: 'rejected', finding: null });
  });
  it('is decided by an investigation where it is disputed, grave or unanswered', () => {
    const found = { state: 'accepted', decidedBy: '400001', finding: { found: 'notWork', investigated: true } };
    expect(given(work, reject).when(investigate).after).toMatchObject(found);
    expect(given().when(investigate).after).toMatchObject({ ...found, answer: null, requestedBy: '400001' });
    const agreed = [study, { ...accept, note: '聞き取り' }] as const;
    expect(given(...agreed).when(investigate).code).toBe('correction.decide.already-decided');
    expect(given(...agreed).when({ ...investigate, grave: true }).after).toMatchObject(found);
    expect(given(work, reject).when({ ...investigate, worked: { from: 1170, until: 1242 } }).after?.finding).toEqual({
      found: 'work',
      from: 1170,
      until: 1242,
      investigated: true,
    });
  });
  it('is investigated once, with what was found, by another person', () => {
    expect(given(work, reject, investigate).when(investigate).events).toEqual([]);
    expect(given(work).when({ ...investigate, note: '' }).code).toBe('correction.investigate.note-missing');
    expect(given(work).when({ ...investigate, actor: '100001' }).code).toBe('correction.decide.own');
  });
  it('reads reasons that were told before answers were asked', () => {
    const { answer: _answer, ...before } = difference;
    const event = { kind: 'CorrectionReported', data: before } as const;
    const state = evolveCorrection(null, { event, actor: '100001', occurredAt: new Date(0) });
    expect(state.answer).toBeNull();
    expect(decideCorrection(accept, state, now)).toEqual({
      events: [{ kind: 'CorrectionAccepted', data: { note: '' } }],
    });
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
