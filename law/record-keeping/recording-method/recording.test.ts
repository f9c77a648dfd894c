import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, testCases } from '../../testing/cases.ts';
import { samples } from '../../testing/samples.ts';
import { formatLocalDate, parseLocalDate } from '../../time/civil.ts';
import { firstDayOf, parseYearMonth } from '../../time/months.ts';
import { modelRecordKeeping, type RecordingRules } from '../rules.ts';
import {
  type DaysBySource,
  type DepartmentRecording,
  ImpossibleRecording,
  judgeRecording,
  monthsAfter,
  recordSources,
} from './judge-recording.ts';

const model = modelRecordKeeping.recording;
const TODAY = parseLocalDate('2026-11-28') ?? 0;
const dayOf = (text: string): number | null => (text === '未' ? null : (parseLocalDate(text) ?? Number.NaN));
const people = (days: readonly string[]) => days.map((text, at) => ({ person: String(at), explainedOn: dayOf(text) }));

function daysOf([ic = 0, pc = 0, gate = 0, manager = 0, self = 0, none = 0]: readonly number[]): DaysBySource {
  return { ic, pc, gate, manager, self, none };
}

function rulesOf(given: Given): RecordingRules {
  if (!given.has('rules')) return model;
  const rules = given.inner('rules');
  return {
    ...model,
    selfPercent: rules.has('self') ? rules.number('self') : model.selfPercent,
    explanationMonths: rules.has('once') && rules.flag('once') ? null : model.explanationMonths,
  };
}

testCases(new URL('./recording.cases.yaml', import.meta.url), (given) => {
  const department: DepartmentRecording = {
    department: '税務課',
    days: daysOf(given.texts('days').map(Number)),
    selfDeclaring: people(given.texts('staff')),
    timeKeepers: people(given.texts('keepers')),
    surveyedOn: given.has('surveyed') ? dayOf(given.text('surveyed')) : null,
  };
  try {
    const { outcome, steps } = judgeRecording([department], TODAY, rulesOf(given));
    const [judged] = outcome.departments;
    return {
      answer: {
        method: judged?.method ?? '',
        flagged: judged?.flagged ?? false,
        body: outcome.selfOnly,
        shares: recordSources.map((source) => judged?.perMille[source] ?? -1),
        open: (judged?.open ?? []).map(({ duty, count }) => `${duty} ${count}`),
        says: steps
          .map(({ says }) => says)
          .filter((says) => !['sourcesCounted', 'dutiesOpen', 'selfOnlyBody'].includes(says)),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleRecording) return { answer: { refused: error.defect }, refusal: error };
    throw error;
  }
});

const anyDays = fc.record({
  ic: fc.nat(50),
  pc: fc.nat(50),
  gate: fc.nat(50),
  manager: fc.nat(50),
  self: fc.nat(50),
  none: fc.nat(50),
});
const of = (department: string, days: DaysBySource): DepartmentRecording => ({
  department,
  days,
  selfDeclaring: [],
  timeKeepers: [],
  surveyedOn: TODAY,
});
const nothing = daysOf([]);

describe('the method of recording', () => {
  it('sums the departments to the whole', () => {
    fc.assert(
      fc.property(fc.array(anyDays, { maxLength: 6 }), (all) => {
        const { whole, departments } = judgeRecording(
          all.map((days, at) => of(String(at), days)),
          TODAY,
        ).outcome;
        expect(whole.total).toBe(departments.reduce((sum, { total }) => sum + total, 0));
        for (const source of recordSources) {
          expect(whole.days[source]).toBe(all.reduce((sum, days) => sum + days[source], 0));
        }
      }),
      { numRuns: samples(100) },
    );
  });

  it('gives shares that add up to the whole but for their rounding', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const { perMille, total } = judgeRecording([of('課', days)], TODAY).outcome.whole;
        const sum = recordSources.reduce((all, source) => all + perMille[source], 0);
        expect(Math.abs(sum - (total === 0 ? 0 : 1000))).toBeLessThanOrEqual(3);
      }),
      { numRuns: samples(100) },
    );
  });

  it('flags the whole body only when nobody is recorded otherwise', () => {
    const self = of('甲', { ...nothing, self: 10 });
    expect(judgeRecording([self, of('乙', { ...nothing, self: 1 })], TODAY).outcome.selfOnly).toBe(true);
    expect(judgeRecording([self, of('乙', { ...nothing, ic: 1 })], TODAY).outcome.selfOnly).toBe(false);
    expect(judgeRecording([], TODAY).outcome).toMatchObject({ selfOnly: false, openDuties: 0 });
  });

  it('names who is still to be told, and counts what is owed', () => {
    const told = { person: 'b', explainedOn: TODAY };
    const department = {
      ...of('甲', { ...nothing, self: 10, none: 3 }),
      selfDeclaring: [{ person: 'a', explainedOn: null }, told],
      timeKeepers: [told, { person: 'k', explainedOn: null }],
      surveyedOn: null,
    };
    const { outcome, steps } = judgeRecording([department], TODAY);
    expect(outcome.departments[0]?.open).toEqual([
      { duty: 'record', count: 3, people: [] },
      { duty: 'explainToStaff', count: 1, people: ['a'] },
      { duty: 'explainToTimeKeepers', count: 1, people: ['k'] },
      { duty: 'survey', count: 1, people: [] },
    ]);
    expect(outcome.openDuties).toBe(4);
    expect(steps.find(({ says }) => says === 'surveyDue')?.figures).toEqual({ months: 12, never: 1 });
    expect(steps.find(({ says }) => says === 'staffNotExplained')?.figures).toEqual({ count: 1, of: 2 });
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2026-11-28', 12, '2027-11-28'],
  ])('%s and %i months are %s', (from, months, until) => {
    expect(formatLocalDate(monthsAfter(parseLocalDate(from) ?? 0, months))).toBe(until);
  });

  it.each([
    ['departmentTwice', [of('甲', nothing), of('甲', nothing)]],
    ['notDays', [of('甲', { ...nothing, ic: -1 })]],
    ['notDays', [of('甲', { ...nothing, none: 0.5 })]],
    [
      'personTwice',
      [{ ...of('甲', nothing), selfDeclaring: people(['未', '未']).map((each) => ({ ...each, person: 'a' })) }],
    ],
    [
      'personTwice',
      [{ ...of('甲', nothing), timeKeepers: people(['未', '未']).map((each) => ({ ...each, person: 'a' })) }],
    ],
    ['ahead', [{ ...of('甲', nothing), timeKeepers: [{ person: 'a', explainedOn: TODAY + 1 }] }]],
  ] as const)('refuses %s', (defect, departments) => {
    expect(() => judgeRecording(departments, TODAY)).toThrow(defect);
  });

  it.each([
    { explanationMonths: 0 },
    { surveyMonths: 0 },
    { surveyMonths: 1.5 },
    { selfPercent: -1 },
    { selfPercent: 101 },
    { selfPercent: 0.5 },
  ])('refuses the rules %j', (wrong) => {
    expect(() => judgeRecording([], TODAY, { ...model, ...wrong })).toThrow('rules');
  });

  it('is answered for every month since the guideline to 2028-03, and refused before it', () => {
    const first = parseLocalDate('2017-01-20') ?? 0;
    expect(judgeRecording([], first).outcome.openDuties).toBe(0);
    expect(() => judgeRecording([], first - 1)).toThrow('notInForce');
    for (let month = parseYearMonth('2017-02') ?? 0; month <= (parseYearMonth('2028-03') ?? 0); month += 1) {
      const department = { ...of('甲', { ...nothing, ic: 1 }), surveyedOn: null };
      expect(judgeRecording([department], firstDayOf(month)).outcome.openDuties).toBe(0);
    }
  });
});
