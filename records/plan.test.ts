import { describe, expect, it } from 'vitest';
import { decidePlan, evolvePlan, type Plan, type PlanCommand, type PlanLine, plannedMinutes } from './plan.ts';

const line = (given: Partial<PlanLine> = {}): PlanLine => ({
  staff: '100001',
  work: '資格データの検証',
  reason: '更新の切替え',
  weeks: null,
  minutes: 600,
  ...given,
});
const draft = (given: Partial<Extract<PlanCommand, { type: 'draft' }>> = {}): PlanCommand => ({
  type: 'draft',
  actor: '200001',
  department: '11',
  month: '2026-11',
  lines: [line()],
  remarks: '',
  weeks: 5,
  members: new Set(['100001', '100002']),
  reach: 'open',
  ...given,
});
const measures = [{ month: '2026-09', group: '', item: 'spread', feasible: true, words: '検証を2人で分ける' }] as const;
const head: PlanCommand = { type: 'agreeAsHead', actor: '200001', measures };
const union: PlanCommand = { type: 'agreeAsUnion', actor: 'union' };
const receive: PlanCommand = { type: 'receive', actor: '400001' };
const back = (as: 'union' | 'hr' | 'head', note = '3週目に偏っている'): PlanCommand => ({
  type: 'return',
  actor: as,
  as,
  note,
});

/** Runs commands; answers with the last refusal or the kinds of its events, and the plan after it. */
function after(...commands: readonly PlanCommand[]) {
  let state: Plan | null = null;
  let last: string | readonly string[] = [];
  for (const command of commands) {
    const answer = decidePlan(command, state);
    last = 'refused' in answer ? answer.refused.code : answer.events.map(({ kind }) => kind);
    if ('refused' in answer) continue;
    for (const event of answer.events) state = evolvePlan(state, { event, actor: command.actor, occurredAt: at });
  }
  return { last, plan: state };
}
const at = new Date(0);

describe('時間外勤務実施計画書', () => {
  it('goes from the head to the union and to 人事課, each once', () => {
    const { plan } = after(draft(), head, union, receive);
    expect(plan).toMatchObject({
      state: 'received',
      measures,
      head: { by: '200001' },
      union: { by: 'union' },
      received: { by: '400001' },
    });
    expect(plannedMinutes(plan?.lines ?? [])).toBe(600);
    for (const repeated of [
      [draft(), draft()],
      [draft(), head, head],
      [draft(), head, union, union],
      [draft(), head, union, receive, receive],
    ])
      expect(after(...repeated).last).toEqual([]);
  });
  it('skips nobody', () => {
    expect(after(head).last).toBe('plan.not-found');
    expect(after(draft(), union).last).toBe('plan.agree.not-before-union');
    expect(after(draft(), receive).last).toBe('plan.receive.not-agreed');
    expect(after(draft(), head, receive).last).toBe('plan.receive.not-agreed');
    expect(after(draft(), head, { ...union, actor: '200001' }).last).toBe('plan.agree.own');
    expect(after(draft(), head, union, head).last).toBe('plan.agree.not-drafted');
  });
  it('is returned with a reason by whoever it lies before, and begins anew', () => {
    expect(after(draft(), head, back('union')).plan).toMatchObject({
      state: 'returned',
      note: '3週目に偏っている',
      head: null,
      measures: [],
    });
    expect(after(draft(), head, back('head')).plan?.state).toBe('returned');
    expect(after(draft(), head, union, back('hr')).plan).toMatchObject({ state: 'returned', union: null });
    expect(after(draft(), head, back('union', ' ')).last).toBe('plan.return.note-missing');
    expect(after(draft(), head, union, back('union')).last).toBe('plan.return.not-yours');
    expect(after(draft(), head, union, back('head')).last).toBe('plan.return.not-yours');
    expect(after(draft(), head, union, receive, back('hr')).last).toBe('plan.return.not-yours');
    expect(after(draft(), head, back('union'), back('union')).last).toEqual([]);
    const again = after(draft(), head, back('union'), draft({ lines: [line({ minutes: 300 })] }));
    expect(again.plan).toMatchObject({ state: 'draft', note: '3週目に偏っている' });
    expect(after(draft(), head, back('union'), draft(), head).plan?.note).toBe('');
    expect(after(draft(), head, back('union'), draft(), head, union, receive).plan?.state).toBe('received');
  });
  it('is not changed while others look at it, nor for a month that is over or far ahead', () => {
    expect(after(draft(), head, draft({ remarks: '別の考え' })).last).toBe('plan.draft.under-way');
    expect(after(draft(), head, union, receive, draft({ remarks: '別の考え' })).last).toBe('plan.draft.under-way');
    expect(after(draft({ reach: 'over' })).last).toBe('plan.draft.month-over');
    expect(after(draft({ reach: 'early' })).last).toBe('plan.draft.too-early');
    expect(after(draft(), draft({ remarks: '月末に集める' })).last).toEqual(['PlanDrafted']);
  });
  it('refuses lines that say nothing, and no number of hours', () => {
    const refused = (...lines: readonly PlanLine[]) => after(draft({ lines })).last;
    expect(refused(line({ staff: '300001' }))).toBe('plan.line.not-of-section');
    expect(refused(line({ work: ' ' }))).toBe('plan.line.work-missing');
    expect(refused(line({ minutes: 0 }))).toBe('plan.line.no-hours');
    expect(refused(line(), line({ work: '資格データの検証 ' }))).toBe('plan.line.twice');
    expect(refused(line({ weeks: [0, 300, 300, 0, 0], minutes: 599 }))).toBe('plan.line.weeks-differ');
    expect(refused(line({ weeks: [300, 300], minutes: 600 }))).toBe('plan.line.weeks-differ');
    expect(refused(line({ weeks: [0, 300, 300, 0, 0] }), line({ work: '窓口', minutes: 12_000 }))).toEqual([
      'PlanDrafted',
    ]);
    expect(refused()).toEqual(['PlanDrafted']);
  });
});
