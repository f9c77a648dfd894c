import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCitation } from '../../decision/format-citation.ts';
import { instrumentOf } from '../../instruments/instruments.ts';
import { testCases } from '../../testing/cases.ts';
import { samples } from '../../testing/samples.ts';
import { parseLocalDate } from '../../time/civil.ts';
import { formatDuration, parseDuration } from '../../time/minutes.ts';
import { firstDayOf } from '../../time/months.ts';
import { annualLeaveCitations, leaveKindCitations, partialChildcareCitations } from '../citations.ts';
import { type LeaveRules, modelLeave } from '../rules.ts';
import { daysOfLimit, ImpossibleLeaveRules, kindsOf, masterKinds } from './master.ts';
import { okinawaRegister } from './register-presets.ts';
import { ImpossibleRegister, type RegisterMark, tallyRegister } from './register-tally.ts';

function markOf(text: string): RegisterMark {
  const [day = '', code = '', time] = text.split(' ');
  const on = parseLocalDate(day);
  if (on === undefined) throw new Error(`not a day: ${text}`);
  return { on, code, minutes: time === undefined ? null : (parseDuration(time) ?? Number.NaN) };
}

testCases(new URL('./register.cases.yaml', import.meta.url), (given) => {
  const okinawa = given.has('preset') && given.text('preset') === 'okinawa';
  const rules = okinawa ? { ...modelLeave, registerCategories: okinawaRegister } : modelLeave;
  const marks = given.texts('marks').map(markOf);
  try {
    const { outcome, steps } = tallyRegister(given.month('month'), marks, rules);
    const counted = outcome.categories.filter(({ days, minutes }) => days + minutes > 0);
    const loose = outcome.uncounted.map(({ code, days, minutes }) => `${code} ${days} ${formatDuration(minutes)}`);
    return {
      answer: {
        counts: counted.map(({ label, days, minutes }) => `${label} ${days} ${formatDuration(minutes)}`),
        uncounted: loose.length === 0 ? ['–'] : loose,
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleRegister) return { answer: { impossible: error.message }, refusal: error };
    throw error;
  }
});

testCases(new URL('./kinds.cases.yaml', import.meta.url), () => ({
  answer: {
    kinds: masterKinds.map((kind) => {
      const { code, name, group, pay, attendance, units, finishing, counts, limit, who, citation } = kind;
      const cited = `${formatCitation(citation)} ${citation.revision} ${citation.confidence}`;
      const how = [units.join('・') || '–', finishing ? '使い切り可' : '–', counts, Object.values(limit).join(' ')];
      return [code, name, group, pay, attendance, ...how, who, cited].join(' / ');
    }),
  },
}));

describe('the master table of kinds', () => {
  it('has every code once, a name, a condition and a registered citation', () => {
    expect(new Set(masterKinds.map(({ code }) => code)).size).toBe(masterKinds.length);
    expect(new Set(masterKinds.map(({ name }) => name)).size).toBe(masterKinds.length);
    for (const { name, condition, citation } of masterKinds) {
      expect(`${name}${condition}`).toMatch(/[ぁ-ん一-龠]/);
      expect(instrumentOf(citation.instrument)).toBeDefined();
    }
    const cites = [annualLeaveCitations, leaveKindCitations, partialChildcareCitations].flatMap(Object.values);
    for (const citation of cites) expect(instrumentOf(citation.instrument)).toBeDefined();
  });

  it('says how a kind that is taken is taken', () => {
    for (const { code, limit, units } of masterKinds) {
      expect(`${code} ${limit.per === 'fact' || limit.per === 'week' || units.length > 0}`).toBe(`${code} true`);
    }
  });

  it('gives the days of the municipality', () => {
    const days = Object.fromEntries(masterKinds.map((kind) => [kind.code, daysOfLimit(kind.limit, modelLeave)]));
    expect(days).toMatchObject({
      volunteer: { days: 5 },
      marriage: { days: 5 },
      fertility: { days: 5, more: 10 },
      spouseBirth: { days: 2 },
      fatherhood: { days: 5 },
      sickChildLeave: { days: 5, more: 10 },
      shortCaregiverLeave: { days: 5, more: 10 },
      summer: { days: 3 },
      memorial: { days: 1 },
      disaster: { days: 7 },
      sickLeave: { days: 90 },
      civicDuty: null,
      annualPaidLeave: null,
    });
    const none = { ...modelLeave, specialDays: { ...modelLeave.specialDays, summer: null, fertilityAssisted: null } };
    expect(daysOfLimit({ per: 'year', days: 'summer' }, none)).toBeNull();
    expect(daysOfLimit({ per: 'year', days: 'fertility', more: 'fertilityAssisted' }, none)).toEqual({
      days: 5,
      more: 5,
    });
  });

  it('is changed by a municipality only as far as it makes sense', () => {
    const own = { name: '赴任', pay: 'paid', attendance: 'present', units: ['day'], daysPerYear: null } as const;
    const having = (change: Partial<LeaveRules>) => kindsOf({ ...modelLeave, ...change }).map(({ code }) => code);
    expect(having({ municipalKinds: [{ ...own, code: 'relocation' }] })).toContain('relocation');
    expect(having({ absentKinds: ['memorial'] })).not.toContain('memorial');
    expect(having({})).toHaveLength(masterKinds.length);
    expect(() => having({ municipalKinds: [{ ...own, code: 'summer' }] })).toThrow('summer: kindTwice');
    const twice = [
      { ...own, code: 'relocation' },
      { ...own, code: 'relocation' },
    ];
    expect(() => having({ municipalKinds: twice })).toThrow(ImpossibleLeaveRules);
    expect(() => having({ absentKinds: ['vacation'] })).toThrow('vacation: unknownAbsentKind');
  });
});

describe('the register', () => {
  it('has no code in two categories, and none that nobody knows', () => {
    const tally = (codes: readonly (readonly string[])[]) => {
      const registerCategories = codes.map((each, at) => ({ label: `${at}`, codes: each, sure: 'legible' as const }));
      return tallyRegister(2026 * 12 + 4, [], { ...modelLeave, registerCategories });
    };
    expect(() => tally([['attendance'], ['attendance']])).toThrow('attendance: categoryCodeTwice');
    expect(() => tally([['vacation']])).toThrow('vacation: unknownCategoryCode');
    expect(tally([['attendance']]).outcome.categories).toEqual([{ label: '0', sure: 'legible', days: 0, minutes: 0 }]);
    const absent = { ...modelLeave, absentKinds: ['memorial'] };
    expect(tallyRegister(2026 * 12 + 4, [], absent).outcome.uncounted).toEqual([]);
  });

  it('of 沖縄県 marks the cells that could not be read for sure', () => {
    const rules = { ...modelLeave, registerCategories: okinawaRegister };
    const { categories } = tallyRegister(2026 * 12 + 4, [], rules).outcome;
    expect(categories).toHaveLength(18);
    const doubtful = categories.filter(({ sure }) => sure !== 'legible').map(({ label, sure }) => `${label} ${sure}`);
    expect(doubtful).toEqual(['研修 fair', '病休 guess', '特休 fair', '慶弔 guess', ' unknown', ' unknown']);
  });

  it('loses no day and no minute, in whatever order the marks are', () => {
    const codes = masterKinds.map(({ code }) => code);
    const marks = fc
      .array(fc.record({ code: fc.constantFrom(...codes), minutes: fc.option(fc.integer({ min: 1, max: 600 })) }), {
        maxLength: 31,
        size: 'max',
      })
      .map((list) => list.map((mark, at): RegisterMark => ({ ...mark, on: firstDayOf(2026 * 12 + 4) + at })));
    fc.assert(
      fc.property(marks, (list) => {
        const { outcome } = tallyRegister(2026 * 12 + 4, list);
        const all = [...outcome.categories, ...outcome.uncounted];
        expect(all.reduce((sum, { days }) => sum + days, 0)).toBe(
          list.filter(({ minutes }) => minutes === null).length,
        );
        expect(all.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(
          list.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
        );
        expect(tallyRegister(2026 * 12 + 4, list.toReversed()).outcome).toEqual(outcome);
      }),
      { numRuns: samples(150) },
    );
  });
});
