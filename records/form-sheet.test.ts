import { describe, expect, it } from 'vitest';
import { blankSheet, decideSheet, evolveSheet, type FormSheet, type FormSheetCommand } from './form-sheet.ts';

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
const submit = (own = 0): FormSheetCommand => ({ type: 'submit', route, filled: { 'a.b': 'x' }, given: {}, own });
const stamp = (step: number, forPost = false): FormSheetCommand => ({ type: 'stamp', route, step, forPost });
const giveBack = (reason: string): FormSheetCommand => ({ type: 'return', route, reason });

describe('a form on its way', () => {
  it('is handed in, passes each post in order, and is received after the last', () => {
    let sheet = after(blankSheet, submit());
    expect(sheet).toMatchObject({ state: 'submitted', step: 0, submittedBy: '200001' });
    expect(code(sheet, stamp(1))).toBe('form.stamp.not-its-turn');
    expect(code(sheet, stamp(7))).toBe('form.stamp.not-its-turn');
    sheet = after(after(sheet, stamp(0)), stamp(1, true), '400001');
    expect(sheet).toMatchObject({ state: 'submitted', step: 2 });
    sheet = after(sheet, stamp(2), '900001');
    expect(sheet.state).toBe('accepted');
    expect(sheet.stamps.map(({ label, by, forPost }) => [label, by, forPost])).toEqual([
      ['所属長', '200001', false],
      ['職員課長', '400001', true],
      ['副市長', '900001', false],
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
    const sheet = after(after(blankSheet, submit()), stamp(0));
    expect(decideSheet(stamp(0), sheet)).toEqual({ events: [] });
  });
  it('is returned with a reason, also after it was received, and begins anew', () => {
    const sheet = after(after(blankSheet, submit()), stamp(0));
    expect(code(sheet, giveBack('  '))).toBe('form.return.reason-missing');
    const returned = after(sheet, giveBack('理由が足りません'), '400001', '理由が足りません');
    expect(returned).toMatchObject({ state: 'returned', step: 0, stamps: [], note: '理由が足りません' });
    expect(decideSheet(giveBack('もう一度'), returned)).toEqual({ events: [] });
    expect(code(returned, stamp(0))).toBe('form.stamp.not-submitted');
    expect(after(returned, submit(1))).toMatchObject({ state: 'submitted', step: 1, note: '' });
    let done = after(blankSheet, submit());
    for (const step of [0, 1, 2]) done = after(done, stamp(step));
    expect(code(done, giveBack('数字が違います'))).toBe('done');
  });
  it('is not handed in twice, and a draft is neither approved nor returned', () => {
    expect(code(after(blankSheet, submit()), submit())).toBe('form.submit.submitted');
    expect(code(blankSheet, stamp(0))).toBe('form.stamp.not-submitted');
    expect(code(blankSheet, giveBack('x'))).toBe('form.return.not-submitted');
  });
});
