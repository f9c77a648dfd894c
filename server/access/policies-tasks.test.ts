import { describe, expect, it } from 'vitest';
import type { FormScope } from './form-scope.ts';
import { maySettleDue, type PlacedDue } from './policies.ts';
import { asksPosts, isTaskOf } from './policies-tasks.ts';
import { actor, noPosts as nothing } from './testing/people.ts';

const due = (more: Partial<PlacedDue> = {}): PlacedDue => ({
  ...{ per: 'person', subject: '100001', section: '11', bureau: '10', by: ['manager'], to: ['hr'] },
  ...{ deed: 'interview', written: false },
  ...more,
});
/** Everybody of whom a measure or a form may ask something. */
const formRoles = [
  ...['person', 'subsectionChief', 'manager', 'director', 'bureauHead', 'laborOffice', 'hr', 'hrDirector'],
  ...['generalAffairs', 'health', 'viceMayor', 'union', 'everyone', 'managers'],
];
const head = actor('200001', 'staff', 'manager');
const headScope: FormScope = { ...nothing, headed: new Set(['11']), departments: new Set(['11', '111']) };
const hr = actor('400001', 'staff', 'hr');

describe('whose task something due is', () => {
  it('the head’s is the head’s, and no task of 人事課, who may say all the same that it is done', () => {
    expect(isTaskOf(head, headScope, due())).toBe(true);
    expect(isTaskOf(hr, nothing, due())).toBe(false);
    expect(maySettleDue(hr, nothing, due())).toBe(true);
  });
  it('a plan is a task of whoever writes it, though it is settled by writing it alone', () => {
    const plan = due({ per: 'section', subject: '11', written: true, deed: 'form' });
    expect(maySettleDue(head, headScope, plan)).toBe(false);
    expect(isTaskOf(head, headScope, plan)).toBe(true);
    expect(isTaskOf(actor('300001', 'staff', 'manager'), { ...nothing, headed: new Set(['21']) }, plan)).toBe(false);
  });
  it('what an office does, or is told alone, is a task of 人事課; of the union and the 副市長 it is not', () => {
    expect(isTaskOf(hr, nothing, due({ by: ['health'] }))).toBe(true);
    expect(isTaskOf(hr, nothing, due({ by: [], to: ['hr'] }))).toBe(true);
    for (const role of ['union', 'viceMayor']) expect(isTaskOf(hr, nothing, due({ by: [role], to: [] }))).toBe(false);
  });
  it('nobody of 人事課 settles what is about themselves', () => {
    const own = due({ subject: '400001', by: ['hr'], deed: 'hearing' });
    expect(maySettleDue(hr, nothing, own)).toBe(false);
    expect(isTaskOf(hr, nothing, own)).toBe(false);
    expect(isTaskOf(hr, nothing, due({ by: ['hr'], deed: 'hearing' }))).toBe(true);
  });
  it('asks for more than what is headed only of what a 係長 writes: the posts are read for that alone', () => {
    const chief = actor('100003', 'staff', 'manager');
    const charged: FormScope = {
      ...{ ...headScope, charges: new Set(['11/100001']), deputyIn: new Set(['10']), topOf: new Set(['10']) },
      offices: { named: new Set(['職員課長']), held: new Set(['職員課長']), vacant: new Set(['副市長']) },
      hrActs: false,
    };
    for (const role of formRoles) {
      const row = due({ by: [role], section: '11', written: true });
      const differs = [nothing, headScope].some((scope) => {
        const more = { ...charged, headed: scope.headed, departments: scope.departments };
        return isTaskOf(chief, more, row) !== isTaskOf(chief, scope, row);
      });
      expect([role, differs]).toEqual([role, asksPosts({ by_roles: [role] })]);
    }
  });
});
