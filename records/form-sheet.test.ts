import { describe, expect, it } from 'vitest';
import { decideSheet, evolveSheet, type FormSheetCommand } from './form-sheet.ts';
import { blankSheet, type FormSheet } from './form-sheet-events.ts';
import { lastApproved } from './form-sheet-way.ts';

const route = [{ label: '所属長' }, { label: '職員課長' }, { label: '副市長' }];
const at = new Date('2026-11-05T00:00:00Z');

function after(state: FormSheet, command: FormSheetCommand, actor = '200001', reason = ''): FormSheet {
  const answer = decideSheet(command, state);
  if ('refused' in answer) throw new Error(answer.refused.code);
  return answer.events.reduce(
    (sheet, event) => evolveSheet(sheet, { event, actor, occurredAt: at, reason, steps: route.length }),
    state,
  );
}
const code = (state: FormSheet, command: FormSheetCommand): string => {
  const answer = decideSheet(command, state);
  return 'refused' in answer ? answer.refused.code : 'done';
};
const submit = (own = 0, vacant: readonly number[] = []): FormSheetCommand => ({
  ...{ type: 'submit', route, filled: { 'a.b': 'x' }, given: {} },
  own,
  vacant,
});
type Stamping = Partial<Extract<FormSheetCommand, { type: 'stamp' }>>;
const stamp = (step: number, actor: string, more: Stamping = {}): FormSheetCommand => ({
  ...{ type: 'stamp', route, paper: null, held: [], vacant: [] },
  step,
  actor,
  ...more,
});
const giveBack = (reason: string, vacant: readonly number[] = []): FormSheetCommand => ({
  ...{ type: 'return', route, reason },
  vacant,
});
const reopen = (reason: string): FormSheetCommand => ({ type: 'reopen', route, reason });
const paper = { by: '西園 修', on: '2026-11-04' };
const stampBy = (sheet: FormSheet, step: number, actor: string, more: Stamping = {}) =>
  after(sheet, stamp(step, actor, more), actor);
const accepted = () => stampBy(stampBy(stampBy(after(blankSheet, submit()), 0, '1'), 1, '2'), 2, '3');

describe('a form on its way', () => {
  it('is handed in, passes each post in order, and is received after the last', () => {
    let sheet = after(blankSheet, submit());
    expect(sheet).toMatchObject({ state: 'submitted', step: 0, submittedBy: '200001' });
    expect(code(sheet, stamp(1, '400001'))).toBe('form.stamp.not-its-turn');
    expect(code(sheet, stamp(7, '400001'))).toBe('form.stamp.not-its-turn');
    sheet = stampBy(stampBy(sheet, 0, '200001'), 1, '400001', { paper });
    expect(sheet).toMatchObject({ state: 'submitted', step: 2 });
    sheet = stampBy(sheet, 2, '900001');
    expect(sheet.state).toBe('accepted');
    expect(sheet.stamps.map(({ label, by, forPost, paper }) => [label, by, forPost, paper?.by])).toEqual([
      ['所属長', '200001', false, undefined],
      ['職員課長', '400001', true, '西園 修'],
      ['副市長', '900001', false, undefined],
    ]);
  });
  it('carries the approval of the one who hands it in, where that is the first post', () => {
    expect(after(blankSheet, submit(1))).toMatchObject({ state: 'submitted', step: 1 });
  });
  it('is received at once where nobody is to approve', () => {
    const [event] = (decideSheet({ ...submit(), route: [] } as FormSheetCommand, blankSheet) as { events: [never] })
      .events;
    expect(evolveSheet(blankSheet, { event, actor: '1', occurredAt: at, reason: '', steps: 0 }).state).toBe('accepted');
  });
  it('is approved once, however often it is pressed', () => {
    const sheet = stampBy(after(blankSheet, submit()), 0, '200001');
    expect(decideSheet(stamp(0, '200001'), sheet)).toEqual({ events: [] });
  });
  it('is returned with a reason on its way, and begins anew', () => {
    const sheet = stampBy(after(blankSheet, submit()), 0, '200001');
    expect(code(sheet, giveBack('  '))).toBe('form.return.reason-missing');
    const returned = after(sheet, giveBack('理由が足りません'), '400001', '理由が足りません');
    expect(returned).toMatchObject({ state: 'returned', step: 0, stamps: [], note: '理由が足りません' });
    expect(decideSheet(giveBack('もう一度'), returned)).toEqual({ events: [] });
    expect(code(returned, stamp(0, '200001'))).toBe('form.stamp.not-submitted');
    expect(after(returned, submit(1))).toMatchObject({ state: 'submitted', step: 1, note: '' });
  });
  it('is reopened once it was accepted, as a deed of its own with a reason, and not returned', () => {
    const done = accepted();
    expect(code(done, giveBack('数字が違います'))).toBe('form.return.accepted');
    expect(code(done, reopen(' '))).toBe('form.return.reason-missing');
    expect(code(after(blankSheet, submit()), reopen('x'))).toBe('form.reopen.not-accepted');
    expect(decideSheet(reopen('数字が違います'), done)).toEqual({
      events: [{ kind: 'FormReopened', data: { step: 2, label: '副市長' } }],
    });
    const reopened = after(done, reopen('数字が違います'), '3', '数字が違います');
    expect(reopened).toMatchObject({ state: 'returned', stamps: [], note: '数字が違います' });
    expect(decideSheet(reopen('もう一度'), reopened)).toEqual({ events: [] });
  });
  it('is not handed in twice, and a draft is neither approved nor returned', () => {
    expect(code(after(blankSheet, submit()), submit())).toBe('form.submit.submitted');
    expect(code(blankSheet, stamp(0, '1'))).toBe('form.stamp.not-submitted');
    expect(code(blankSheet, giveBack('x'))).toBe('form.return.not-submitted');
  });
});

describe('two posts in a row', () => {
  const sheet = () => stampBy(after(blankSheet, submit()), 0, '200001');
  it('are not given by one person, unless both are held by name; then the seal tells both', () => {
    expect(code(sheet(), stamp(1, '200001'))).toBe('form.stamp.twice-in-a-row');
    expect(code(sheet(), stamp(1, '200001', { held: [1] }))).toBe('form.stamp.twice-in-a-row');
    expect(stampBy(sheet(), 1, '200001', { held: [0, 1] }).stamps[1]).toMatchObject({ by: '200001', also: '所属長' });
    // Not in a row: somebody else decided between.
    expect(code(stampBy(sheet(), 1, '400001'), stamp(2, '200001'))).toBe('done');
  });
  it('are not, when the one between is vacant', () => {
    const first = stampBy(after(blankSheet, submit()), 0, '200001', { vacant: [1] });
    expect(first).toMatchObject({ step: 2 });
    expect(code(first, stamp(2, '200001', { vacant: [1] }))).toBe('form.stamp.twice-in-a-row');
  });
  it('may be recorded by one person who decided neither; the same name on paper twice is told', () => {
    const once = stampBy(sheet(), 1, '400001', { paper });
    expect(stampBy(once, 2, '400001', { paper: { ...paper, by: '東 一' } }).stamps[2]?.also).toBeUndefined();
    expect(stampBy(once, 2, '400001', { paper }).stamps[2]).toMatchObject({ forPost: true, also: '職員課長' });
    // Recording is no decision: the recorder may decide the next in an own post.
    expect(code(once, stamp(2, '400001'))).toBe('done');
  });
});

describe('a post that nobody holds', () => {
  it('is passed with 欠, at handing in, after an approval, and when it falls vacant while it is awaited', () => {
    expect(after(blankSheet, submit(0, [0])).stamps).toMatchObject([{ label: '所属長', vacant: true }]);
    expect(after(blankSheet, submit(1, [1, 2]))).toMatchObject({ state: 'accepted', step: 3 });
    const waiting = stampBy(after(blankSheet, submit()), 0, '200001');
    expect(waiting.step).toBe(1);
    const passed = stampBy(waiting, 2, '900001', { vacant: [1] });
    expect(passed).toMatchObject({ state: 'accepted' });
    expect(passed.stamps.map(({ vacant }) => vacant ?? false)).toEqual([false, true, false]);
  });
  it('never blocks at the end: pressing on records it', () => {
    const waiting = stampBy(stampBy(after(blankSheet, submit()), 0, '1'), 1, '2');
    expect(stampBy(waiting, 2, '400001', { vacant: [2] })).toMatchObject({ state: 'accepted' });
    // The last office that approved is the one before the vacant ones.
    expect(lastApproved(stampBy(waiting, 2, '400001', { vacant: [2] }))).toBe(1);
  });
  it('is not where a form comes back from: the next that somebody holds returns it; the post itself where none is left', () => {
    const waiting = after(blankSheet, submit(1));
    const from = (vacant: readonly number[]) => {
      const answer = decideSheet(giveBack('理由が足りません', vacant), waiting);
      return 'refused' in answer ? [] : answer.events.map(({ data }) => data);
    };
    expect(from([])).toEqual([{ step: 1, label: '職員課長' }]);
    expect(from([1])).toEqual([{ step: 2, label: '副市長' }]);
    expect(from([1, 2])).toEqual([{ step: 1, label: '職員課長' }]);
  });
  it('is not passed by somebody whose turn it is not', () => {
    expect(code(after(blankSheet, submit()), stamp(1, '9', { vacant: [1] }))).toBe('form.stamp.not-its-turn');
  });
});
