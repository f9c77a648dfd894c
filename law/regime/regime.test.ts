import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Citation } from '../decision/citation.ts';
import { NotInForce } from '../decision/dated.ts';
import { formatCitation } from '../decision/format-citation.ts';
import { type Answer, type Given, testCases } from '../testing/cases.ts';
import { samples } from '../testing/samples.ts';
import { formatLocalDate, parseLocalDate } from '../time/civil.ts';
import { firstDayOf, lastDayOf, parseYearMonth } from '../time/months.ts';
import * as cites from './citations.ts';
import { ImpossiblePost, regimeOn } from './regime.ts';
import { regimeOfMonth } from './regime-of-month.ts';
import { modelRegime, type RegimeRules } from './rules.ts';
import { type RegimeStepName, regimeStepNames } from './step-names.ts';
import { type AppointmentKind, appointmentKinds, type Category, categories, type Post, type Regime } from './types.ts';

const categoryOf: Readonly<Record<string, Category>> = {
  一般職: 'regularService',
  公営企業: 'publicEnterprise',
  単純労務: 'simpleLabor',
  教育職員: 'schoolTeacher',
  医師: 'physician',
};
const appointmentOf: Readonly<Record<string, AppointmentKind>> = {
  常勤: 'fullTime',
  再任用短時間: 'shortTimeReappointee',
  会計年度フル: 'fiscalYearFullTime',
  会計年度パート: 'fiscalYearPartTime',
};

function postOf(given: Given): Post {
  const text = (key: string, otherwise: string) => (given.has(key) ? given.text(key) : otherwise);
  const workplace = given.text('workplace');
  const category = categoryOf[text('category', '一般職')];
  const appointment = appointmentOf[text('appointment', '常勤')];
  if (category === undefined || appointment === undefined) throw new Error('an unknown 区分 or 任用');
  return {
    workplace: workplace === 'なし' ? null : Number(workplace.replace('号', '')),
    category,
    appointment,
    managerial: given.has('managerial') && given.flag('managerial'),
  };
}

function rulesOf(given: Given): RegimeRules {
  const flag = (key: 'personnelCommission' | 'managersNightAllowance' | 'managersGuidance') =>
    given.has(key) ? given.flag(key) : modelRegime[key];
  return {
    personnelCommission: flag('personnelCommission'),
    managersNightAllowance: flag('managersNightAllowance'),
    managersGuidance: flag('managersGuidance'),
    simpleLaborAtUnlisted:
      given.has('simpleLaborAtUnlisted') && given.text('simpleLaborAtUnlisted') === 'ordinance'
        ? 'ordinance'
        : 'article36',
  };
}

function sayPay({ payBasis, paid, specialDutyAllowance }: Regime): string {
  const allowances = [
    paid.overtime ? '時間外' : '',
    paid.holiday ? '休日' : '',
    paid.night ? '夜間' : '',
    specialDutyAllowance ? '管理職員特別勤務手当' : '',
  ];
  return [payBasis, ...allowances.filter((each) => each !== '')].join(' ');
}

function refusing(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (error instanceof NotInForce || error instanceof ImpossiblePost)
      return { answer: { refused: error.name }, refusal: error };
    throw error;
  }
}

testCases(new URL('./regime.cases.yaml', import.meta.url), (given) => {
  const [post, rules, day] = [postOf(given), rulesOf(given), given.day('on')];
  return refusing(() => {
    const { outcome, steps } = regimeOn(post, day, rules);
    if (outcome.answered === 'separateScheme') {
      return { answer: { separateScheme: outcome.scheme }, cites: [formatCitation(outcome.citation)], steps };
    }
    const { regime, orderBasis, inspection, duties, warnings, switchedOff } = outcome;
    return {
      answer: {
        regime,
        orderBasis,
        pay: sayPay(outcome),
        inspection,
        duties,
        warnings,
        switchedOff: switchedOff.map(({ provision }) => provision),
        lastSwitchedOff: switchedOff.at(-1)?.provision ?? null,
      },
      cites: [outcome.citation, ...switchedOff.map(({ citation }) => citation)].map(formatCitation),
      steps,
    };
  });
});

testCases(new URL('./regime-of-month.cases.yaml', import.meta.url), (given) => {
  const posts = given.list('posts').map((post) => ({
    ...postOf(post),
    from: post.day('from'),
    until: post.day('until'),
  }));
  const month = given.month('month');
  return refusing(() => {
    const { outcome, steps } = regimeOfMonth(posts, month);
    const { spans, mixed, severalAgreements, judgedUnder } = outcome;
    const written = spans.map(({ from, until, answer }) => {
      const name = answer.answered === 'regime' ? answer.regime : answer.answered;
      return `${formatLocalDate(from)} ${formatLocalDate(until)} ${name}`;
    });
    return { answer: { spans: written, mixed, severalAgreements, judgedUnder }, steps };
  });
});

const FIRST = parseLocalDate('2023-04-01') ?? 0;
const arbitraryPost: fc.Arbitrary<Post> = fc.record({
  workplace: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 15 })),
  category: fc.constantFrom(...categories),
  appointment: fc.constantFrom(...appointmentKinds),
  managerial: fc.boolean(),
});
const arbitraryRules: fc.Arbitrary<RegimeRules> = fc.record({
  personnelCommission: fc.boolean(),
  simpleLaborAtUnlisted: fc.constantFrom('article36', 'ordinance'),
  managersNightAllowance: fc.boolean(),
  managersGuidance: fc.boolean(),
});

describe('the regime', () => {
  it('answers every post in every month to the end of the next fiscal year', () => {
    const posts = categories.map(
      (category): Post => ({ workplace: null, category, appointment: 'fullTime', managerial: false }),
    );
    for (let month = parseYearMonth('2019-04') ?? 0; month <= (parseYearMonth('2028-03') ?? 0); month += 1) {
      for (const post of posts) {
        expect(regimeOn(post, firstDayOf(month)).steps.length).toBeGreaterThan(3);
        expect(regimeOn(post, lastDayOf(month)).outcome.answered).not.toBe('');
      }
    }
  });

  it('is refused on the day before it began, for each kind of appointment', () => {
    const since: Readonly<Record<AppointmentKind, string>> = {
      fullTime: '2019-04-01',
      shortTimeReappointee: '2023-04-01',
      fiscalYearFullTime: '2020-04-01',
      fiscalYearPartTime: '2020-04-01',
    };
    for (const appointment of appointmentKinds) {
      const post: Post = { workplace: null, category: 'regularService', appointment, managerial: false };
      const day = parseLocalDate(since[appointment]) ?? 0;
      expect(regimeOn(post, day).outcome.answered).toBe('regime');
      expect(() => regimeOn(post, day - 1)).toThrow(NotInForce);
    }
  });

  it('never leaves a manager to a cap, nor anybody without hours and guidance', () => {
    fc.assert(
      fc.property(arbitraryPost, arbitraryRules, fc.nat(1800), (post, rules, later) => {
        const { outcome } = regimeOn(post, FIRST + later, rules);
        if (outcome.answered === 'separateScheme') {
          expect(['schoolTeacher', 'physician']).toContain(post.category);
          return;
        }
        expect(outcome.regime === 'manager').toBe(post.managerial);
        expect(outcome.orderBasis.length === 0).toBe(post.managerial);
        expect(outcome.duties).toEqual(expect.arrayContaining(['trackWorkingHours', 'guidance']));
        expect(outcome.paid.overtime).toBe(!post.managerial);
        expect(outcome.specialDutyAllowance).toBe(post.managerial);
      }),
      { numRuns: samples(300) },
    );
  });

  it('puts no listed workplace under the ordinance, and none under the inspection office that 58条5項 leaves out', () => {
    fc.assert(
      fc.property(arbitraryPost, arbitraryRules, (post, rules) => {
        const { outcome } = regimeOn(post, FIRST, rules);
        if (outcome.answered === 'separateScheme') return;
        if (post.workplace !== null) expect(outcome.regime).not.toBe('ordinance');
        if (post.category === 'regularService' && [null, 11, 12].includes(post.workplace)) {
          expect(outcome.inspection).toBe(rules.personnelCommission ? 'personnelCommission' : 'headOfBody');
        } else {
          expect(outcome.inspection).toBe('laborStandardsOffice');
        }
      }),
      { numRuns: samples(300) },
    );
  });

  it('rests each step on a provision and knows each by its name', () => {
    const seen = new Set<RegimeStepName>();
    fc.assert(
      fc.property(arbitraryPost, arbitraryRules, (post, rules) => {
        for (const { says, citation, figures } of regimeOn(post, FIRST, rules).steps) {
          expect(citation).toBeDefined();
          expect(Object.values(figures).every(Number.isInteger)).toBe(true);
          seen.add(says);
        }
      }),
      { numRuns: 400 },
    );
    expect([...seen].sort()).toEqual([...regimeStepNames].sort());
  });

  it('says what a step needs: the number, whether physicians have caps, how many provisions are off', () => {
    const figures = (post: Partial<Post>, says: RegimeStepName, on = '2026-11-04') =>
      regimeOn(
        { workplace: null, category: 'regularService', appointment: 'fullTime', managerial: false, ...post },
        parseLocalDate(on) ?? 0,
      ).steps.find((step) => step.says === says);
    expect(figures({ workplace: 13 }, 'workplaceListed')?.figures).toEqual({ number: 13 });
    expect(figures({ workplace: 13 }, 'inspectedByOffice')?.figures).toEqual({ number: 13 });
    expect(figures({}, 'inspectedByHead')?.figures).toEqual({ number: 0 });
    expect(figures({ category: 'physician' }, 'separatePhysicians')?.figures).toEqual({ ownCaps: 1 });
    expect(figures({ category: 'physician' }, 'separatePhysicians', '2024-03-31')?.figures).toEqual({ ownCaps: 0 });
    expect(figures({}, 'switchedOff')?.figures).toEqual({ count: 12 });
    expect(figures({ category: 'simpleLabor' }, 'article58Apart')?.words).toEqual({ category: 'simpleLabor' });
    expect(figures({ category: 'simpleLabor' }, 'simpleLaborAtUnlisted')?.words).toEqual({ taken: 'article36' });
    expect(figures({ category: 'simpleLabor' }, 'paidBy')?.words).toEqual({ pay: 'enterpriseRules' });
    expect(figures({}, 'paidBy')?.words).toEqual({ pay: 'salaryOrdinance' });
  });
});

describe('a month of several posts', () => {
  it('covers each day that has a post exactly once, whatever their order', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: -40, max: 70 }), { minLength: 2, maxLength: 5 });
    const month = parseYearMonth('2026-11') ?? 0;
    fc.assert(
      fc.property(cuts, fc.array(arbitraryPost, { minLength: 4, maxLength: 4 }), (given, posts) => {
        const days = given.toSorted((a, b) => a - b).map((cut) => firstDayOf(month) + cut);
        const held = days.slice(1).flatMap((until, at) => {
          const [from, post] = [days[at], posts[at]];
          return from === undefined || post === undefined ? [] : [{ ...post, from, until }];
        });
        const inMonth = held.filter(({ from, until }) => from < firstDayOf(month + 1) && until > firstDayOf(month));
        fc.pre(inMonth.length > 0);
        const { outcome } = regimeOfMonth(held, month);
        const total = outcome.spans.reduce((sum, { from, until }) => sum + until - from, 0);
        const first = Math.max(days[0] ?? 0, firstDayOf(month));
        const end = Math.min(days.at(-1) ?? 0, firstDayOf(month + 1));
        expect(total).toBe(end - first);
        expect(regimeOfMonth(held.toReversed(), month).outcome).toEqual(outcome);
      }),
      { numRuns: samples(200) },
    );
  });
});

describe('the citations', () => {
  it('are of registered texts', () => {
    const flat = Object.values(cites).flatMap((each): Citation[] => ('instrument' in each ? [each] : []));
    for (const citation of flat) expect(formatCitation(citation)).not.toBe('');
    expect(flat.length).toBeGreaterThan(20);
  });
});
