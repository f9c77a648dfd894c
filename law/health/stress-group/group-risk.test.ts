import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samples } from '../../testing/samples.ts';
import { himejiStressGroup, ImpossibleHealthRules, modelStressGroup, type StressGroupRules } from '../rules.ts';
import type { Sex } from '../stress-scales.ts';
import { editionOf, riskEditions } from './editions.ts';
import { type GroupInput, type GroupRisk, type GroupSums, ImpossibleGroup, judgeGroupRisk } from './group-risk.ts';

/** Sums of a group from its means in tenths. */
const group = (sex: Sex, answers: number, [amount, control, chief, colleagues]: readonly number[]): GroupSums => ({
  sex,
  answers,
  amount: (amount! * answers) / 10,
  control: (control! * answers) / 10,
  chief: (chief! * answers) / 10,
  colleagues: (colleagues! * answers) / 10,
});
const worked = [95, 70, 70, 80];
const judge = (sexes: readonly GroupSums[], rules: StressGroupRules = modelStressGroup, consentOfAll = false) =>
  judgeGroupRisk({ sexes, consentOfAll }, rules);
function shown(decision: { readonly outcome: GroupRisk }): GroupRisk & { readonly shown: true } {
  if (!decision.outcome.shown) throw new Error(decision.outcome.because);
  return decision.outcome;
}
const legacy: StressGroupRules = { ...modelStressGroup, riskTableVersion: 'legacy' };
const risks = (decision: { readonly outcome: GroupRisk }) => {
  const { workload, support, total } = shown(decision).group!;
  return [workload, support, total].map((tenths) => tenths / 10);
};

describe('健康リスク', () => {
  it.each<[string, Sex, StressGroupRules, readonly number[]]>([
    ['men, current means', 'male', modelStressGroup, [115.1, 106.0, 122.0]],
    ['men, older means', 'male', legacy, [116.2, 107.0, 124.3]],
    ['women, current means', 'female', modelStressGroup, [109.2, 98.1, 107.1]],
    ['women, older means', 'female', legacy, [109.2, 98.1, 107.1]],
  ])('of %s', (_, sex, rules, expected) => {
    const decision = judge([group(sex, 20, worked)], rules);
    expect(risks(decision)).toEqual(expected);
    expect(shown(decision).group!.means).toEqual({ amount: 950, control: 700, chief: 700, colleagues: 800 });
    expect(shown(decision).edition).toBe(rules.riskTableVersion);
  });

  it('is 100 at the national means', () => {
    for (const edition of riskEditions) {
      for (const sex of ['male', 'female'] as const) {
        const { amount, control, chief, colleagues } = edition.means[sex];
        const rules = { ...modelStressGroup, riskTableVersion: edition.version };
        expect(risks(judge([group(sex, 10, [amount, control, chief, colleagues])], rules))).toEqual([100, 100, 100]);
      }
    }
  });

  it('is the product of both parts, rounded once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 60, max: 240 }), { minLength: 4, maxLength: 4 }), ([a, b, c, d]) => {
        const sums = { sex: 'male', answers: 20, amount: a!, control: b!, chief: c!, colleagues: d! } as const;
        const { workload, support, total } = shown(judge([sums])).group!;
        // Tenths of either part are off by half a tenth at most.
        const slack = (workload + support) / 2000 + 0.6;
        return Math.abs((workload * support) / 1000 - total) <= slack;
      }),
      { numRuns: samples(200) },
    );
  });

  it('rises with the amount of work and falls with control and support', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 60, max: 239 }), { minLength: 4, maxLength: 4 }), ([a, b, c, d]) => {
        const sums = { sex: 'female', answers: 20, amount: a!, control: b!, chief: c!, colleagues: d! } as const;
        const total = (more: Partial<GroupSums>) => shown(judge([{ ...sums, ...more }])).group!.total;
        const base = total({});
        return (
          total({ amount: a! + 1 }) >= base &&
          total({ control: b! + 1 }) <= base &&
          total({ chief: c! + 1 }) <= base &&
          total({ colleagues: d! + 1 }) <= base
        );
      }),
      { numRuns: samples(150) },
    );
  });

  it('refuses sums that answers cannot have, a sex twice, and no group', () => {
    const sums = group('male', 20, worked);
    for (const wrong of [
      [],
      [sums, sums],
      [{ ...sums, amount: 59 }],
      [{ ...sums, colleagues: 241 }],
      [{ ...sums, chief: 140.5 }],
      [{ ...sums, answers: -1 }],
      [{ ...sums, answers: 20.5 }],
    ]) {
      expect(() => judge(wrong)).toThrow(ImpossibleGroup);
    }
    expect(shown(judge([{ ...sums, amount: 60, colleagues: 240 }])).group).not.toBeNull();
    expect(() => editionOf('none' as 'legacy')).toThrow(RangeError);
  });
});

describe('men and women together', () => {
  const men = group('male', 20, worked);
  const women = group('female', 10, worked);

  it('are weighted by their answers, each for itself besides when neither is too small', () => {
    const decision = judge([men, women]);
    // (20 × 115.13… + 10 × 109.20…) / 30, and so on
    expect(risks(decision)).toEqual([113.2, 103.4, 117.1]);
    expect(shown(decision).sexes).toMatchObject({ male: { total: 1220, answers: 20 }, female: { total: 1071 } });
    expect(decision.steps.map(({ says }) => says)).toEqual(['editionUsed', 'riskOfSex', 'riskOfSex', 'riskWeighted']);
    expect(decision.steps.at(-1)?.figures).toEqual({ answers: 30, workload: 1132, support: 1034, total: 1171 });
  });

  it('show no sex for itself when the other is too small: it would follow by subtraction', () => {
    const decision = judge([men, group('female', 9, [100, 100, 100, 100])]);
    expect(shown(decision).sexes).toEqual({});
    expect(shown(decision).group!.answers).toBe(29);
    expect(decision.steps.map(({ says }) => says)).toContain('sexHidden');
  });

  it('make a group of nine men and a woman, which shows only both together', () => {
    const decision = judge([group('male', 9, [100, 100, 100, 100]), group('female', 1, [100, 100, 100, 100])]);
    expect(shown(decision).group!.answers).toBe(10);
    expect(shown(decision).sexes).toEqual({});
  });

  it('stand apart where the municipality does not mix them', () => {
    const apart: StressGroupRules = { ...modelStressGroup, mixedSex: 'apart' };
    const both = shown(judge([men, women], apart));
    expect(both.group).toBeNull();
    expect(Object.keys(both.sexes)).toEqual(['male', 'female']);
    const oneTooSmall = judge([men, group('female', 9, [100, 100, 100, 100])], apart);
    expect(Object.keys(shown(oneTooSmall).sexes)).toEqual(['male']);
    expect(oneTooSmall.steps.map(({ says }) => says)).toContain('sexHidden');
    const bothTooSmall = judge(
      [group('male', 9, [100, 100, 100, 100]), group('female', 9, [100, 100, 100, 100])],
      apart,
    );
    expect(bothTooSmall).toMatchObject({
      outcome: { shown: false, because: 'eachSexTooSmall' },
      steps: [{ says: 'eachSexTooSmall', figures: { minimum: 10 } }],
    });
    expect(shown(judge([men], apart)).group).toMatchObject({ total: 1220 });
  });

  it('leave out a sex without answers', () => {
    const none = { ...women, answers: 0, amount: 0, control: 0, chief: 0, colleagues: 0 };
    expect(shown(judge([men, none])).sexes).toMatchObject({ male: { total: 1220 } });
    expect(Object.keys(shown(judge([men, none])).sexes)).toEqual(['male']);
  });
});

describe('a group that is too small', () => {
  const sums = (answers: number) => group('male', answers, [100, 100, 100, 100]);
  const consented: StressGroupRules = { ...modelStressGroup, belowMinimum: 'withConsentOfAll' };

  it('of nine answers shows nothing at all, of ten it is shown', () => {
    expect(judge([sums(9)])).toMatchObject({
      outcome: { shown: false, because: 'tooFewAnswers' },
      steps: [{ says: 'tooFewAnswers', figures: { minimum: 10 } }],
    });
    expect(shown(judge([sums(10)])).group!.answers).toBe(10);
  });

  it('is shown with the consent of all where the municipality allows it, never a handful', () => {
    expect(judge([sums(9)], consented).outcome.shown).toBe(false);
    expect(judge([sums(9)], modelStressGroup, true).outcome.shown).toBe(false);
    const decision = judge([sums(3)], consented, true);
    expect(shown(decision).group!.answers).toBe(3);
    expect(decision.steps[0]).toMatchObject({ says: 'consentedByAll', figures: { most: 2 } });
    expect(judge([sums(2)], consented, true)).toMatchObject({
      outcome: { shown: false },
      steps: [{ says: 'handful' }],
    });
  });

  it('follows a minimum that was raised, never one below ten', () => {
    expect(judge([sums(14)], { ...modelStressGroup, minimum: 15 }).outcome.shown).toBe(false);
    expect(judge([sums(15)], { ...modelStressGroup, minimum: 15 }).outcome.shown).toBe(true);
    expect(() => judge([sums(15)], { ...modelStressGroup, minimum: 9 })).toThrow(ImpossibleHealthRules);
  });

  it('below the recommended number is shown with a note', () => {
    const small = judge([sums(19)].map((each) => ({ ...each })) as GroupInput['sexes']);
    expect(shown(small).small).toBe(true);
    expect(small.steps.at(-1)).toMatchObject({ says: 'smallGroup', figures: { answers: 19, recommended: 20 } });
    expect(shown(judge([sums(20)])).small).toBe(false);
  });
});

describe('what a municipality adds', () => {
  it('高ストレス職場 is one whose shown total is more than 120', () => {
    const of = (means: readonly number[]) => judge([group('male', 20, means)], himejiStressGroup);
    expect(shown(of(worked))).toMatchObject({ highStressWorkplace: true });
    expect(of(worked).steps.at(-1)).toMatchObject({
      says: 'highStressCompared',
      figures: { total: 1220, above: 120, high: 1 },
      citation: { path: '事例4' },
    });
    expect(shown(of([87, 79, 75, 81])).highStressWorkplace).toBe(false);
    expect(shown(judge([group('male', 20, worked)])).highStressWorkplace).toBeNull();
    const at122 = { ...modelStressGroup, highStressAbove: 122 };
    expect(shown(judge([group('male', 20, worked)], at122)).highStressWorkplace).toBe(false);
  });

  it('of two sexes apart the higher total decides', () => {
    const rules: StressGroupRules = { ...himejiStressGroup, mixedSex: 'apart' };
    const both = [group('female', 20, [79, 72, 66, 82]), group('male', 20, worked)];
    expect(shown(judge(both, rules)).highStressWorkplace).toBe(true);
  });

  it('a floor and a cap of what is shown', () => {
    const extreme = { sex: 'male', answers: 10, amount: 120, control: 30, chief: 30, colleagues: 30 } as const;
    expect(shown(judge([extreme])).group!.total).toBeGreaterThan(3500);
    const bounds: StressGroupRules = { ...modelStressGroup, riskFloor: 50, riskCap: 350 };
    const capped = judge([extreme], bounds);
    expect(shown(capped).group!.total).toBe(3500);
    expect(capped.steps.find(({ says }) => says === 'boundsApplied')?.figures).toEqual({ floor: 50, cap: 350 });
    const calm = { sex: 'male', answers: 10, amount: 30, control: 120, chief: 120, colleagues: 120 } as const;
    expect(shown(judge([calm], bounds)).group!.total).toBe(500);
    const onlyCap = judge([calm], { ...bounds, riskFloor: null });
    expect(onlyCap.steps.find(({ says }) => says === 'boundsApplied')?.figures).toEqual({ cap: 350 });
    const onlyFloor = judge([calm], { ...bounds, riskCap: null });
    expect(onlyFloor.steps.find(({ says }) => says === 'boundsApplied')?.figures).toEqual({ floor: 50 });
  });

  it('shows raw means to the hundredth, half up', () => {
    const sums = { sex: 'male', answers: 16, amount: 100, control: 101, chief: 102, colleagues: 103 } as const;
    expect(shown(judge([sums])).group!.means).toEqual({ amount: 625, control: 631, chief: 638, colleagues: 644 });
  });
});
