import type { PlanState } from '@tokimori/records/plan';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../context.ts';
import * as others from './policies.ts';
import {
  mayAgreeAsUnion,
  mayAskForSupport,
  mayAssignSupport,
  mayCloseSupport,
  mayConsentSupporter,
  mayDraftPlan,
  mayEndSupporter,
  mayEnterSupportHours,
  mayReceivePlan,
  mayRegisterSupporter,
  mayViewDailyClose,
  mayViewPlan,
  mayViewPlanActuals,
  mayViewPlansOfAll,
  mayViewSupportOfAll,
  mayWriteReportMeasures,
} from './policies-plans.ts';
import type { Scope } from './scope.ts';
import { type Name, type Policy, people, whoMay } from './testing/people.ts';

const plan = (state: PlanState | null) => (a: Actor, s: Scope) => mayViewPlan(a, s, { department: '1101', state });
const person = { kind: 'staff', staff: '100001', department: '1101' } as const;
const section = { kind: 'section', staff: null, department: '1101' } as const;
const workstation = { kind: 'workstation', staff: null, department: '' } as const;
const city = ['hr', 'executive', 'auditor'] as const;

const table: readonly (readonly [string, Policy, readonly Name[]])[] = [
  ['see a plan not begun', plan(null), ['manager', ...city]],
  ['see a draft', plan('draft'), ['manager', ...city]],
  ['see a returned plan', plan('returned'), ['manager', ...city]],
  ['see a plan before the union', plan('agreedByHead'), ['manager', ...city, 'union']],
  ['see a plan the union agreed to', plan('agreedByUnion'), ['manager', ...city, 'union']],
  ['see a received plan', plan('received'), ['manager', ...city, 'union']],
  ['see the draft of another section', (a, s) => mayViewPlan(a, s, { department: '1102', state: 'draft' }), [...city]],
  ['see the hours beside a plan', (a, s) => mayViewPlanActuals(a, s, '1101'), ['manager', ...city]],
  ['draft a plan', (a, s) => mayDraftPlan(a, s, '1101'), ['manager']],
  ['draft the plan of another section', (a, s) => mayDraftPlan(a, s, '1102'), []],
  ['agree as 職員組合', (a) => mayAgreeAsUnion(a), ['union']],
  ['receive', (a) => mayReceivePlan(a), ['hr']],
  ['see the plans of all', (a) => mayViewPlansOfAll(a), [...city]],
  ['write measures of reports', (a, s) => mayWriteReportMeasures(a, s, '1101'), ['manager', 'hr']],
  ['write measures of another section', (a, s) => mayWriteReportMeasures(a, s, '1102'), ['hr']],
  ['see 終礼', (a, s) => mayViewDailyClose(a, s, '1101'), ['manager', 'hr']],
  ['see 終礼 of another section', (a, s) => mayViewDailyClose(a, s, '1102'), ['hr']],
  ['ask for support', (a, s) => mayAskForSupport(a, s, '1101'), ['manager']],
  ['ask for another section', (a, s) => mayAskForSupport(a, s, '1102'), []],
  ['register 100001', (a, s) => mayRegisterSupporter(a, s, person), ['staff']],
  ['register the section', (a, s) => mayRegisterSupporter(a, s, section), ['manager']],
  ['register わくわく', (a, s) => mayRegisterSupporter(a, s, workstation), ['hr']],
  ['consent for 100001', (a, s) => mayConsentSupporter(a, s, person), ['manager']],
  ['consent for oneself', (a, s) => mayConsentSupporter(a, s, { ...person, staff: a.staff }), []],
  ['consent for a section', (a, s) => mayConsentSupporter(a, s, section), []],
  ['end the registration of 100001', (a, s) => mayEndSupporter(a, s, person), ['staff', 'manager', 'hr']],
  ['end that of わくわく', (a, s) => mayEndSupporter(a, s, workstation), ['hr']],
  ['enter the hours of 100001', (a, s) => mayEnterSupportHours(a, s, person), ['staff', 'manager']],
  ['enter the hours of a section', (a, s) => mayEnterSupportHours(a, s, section), ['manager']],
  ['enter the hours of わくわく', (a, s) => mayEnterSupportHours(a, s, workstation), ['hr']],
  ['assign supporters', (a) => mayAssignSupport(a), ['hr']],
  ['close a request', (a, s) => mayCloseSupport(a, s, '1101'), ['manager', 'hr']],
  ['see the sums of all', (a) => mayViewSupportOfAll(a), [...city]],
];

describe('計画・終礼・応援: who may', () => {
  test.each(table)('%s', (_deed, policy, allowed) => {
    const may = whoMay(policy);
    expect(may.sort()).toEqual([...allowed].sort());
  });

  test('職員組合 sees nothing but plans: every other sentence denies it', () => {
    const [union, scope] = people.union;
    const member = { staff: '100011', departments: ['110101'], department: '110101' };
    const due = {
      deed: 'form',
      written: false,
      per: 'person',
      subject: '100011',
      section: '110101',
      bureau: '11',
      by: ['union'],
      to: ['union'],
    } as const;
    const granted = [
      others.mayViewStaff(union, scope, member),
      others.mayViewSection(union, scope, '110101'),
      others.mayViewCity(union),
      others.mayRequestOvertime(union, '100011'),
      others.mayDecideOvertime(union, scope, member),
      others.mayDecideCorrection(union, scope, member),
      others.mayFindStaff(union),
      others.mayImport(union),
      others.mayReport(union),
      others.mayViewDepartments(union),
      others.mayDesignate(union),
      others.mayAdministerDevices(union),
      others.mayViewSettings(union),
      others.mayViewMeasures(union),
      others.mayDecideMeasures(union),
      others.mayViewDuesOfAll(union),
      others.mayViewDue(union, scope, due),
      others.maySettleDue(union, scope, due),
      others.mayReadJournal(union),
    ];
    expect(granted.filter(Boolean)).toEqual([]);
  });
});
