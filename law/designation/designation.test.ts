import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotInForce } from '../decision/dated.ts';
import { type Answer, type Given, testCases } from '../testing/cases.ts';
import { samples } from '../testing/samples.ts';
import { formatLocalDate, parseLocalDate } from '../time/civil.ts';
import { firstDayOf, lengthOf, parseYearMonth } from '../time/months.ts';
import { ImpossibleDesignation, judgeDesignation, type NewDesignation } from './designation.ts';
import { kindOfMonth } from './kind-of-month.ts';
import { type DesignationRules, modelDesignation } from './rules.ts';
import { type DesignationStepName, designationStepNames } from './step-names.ts';

function refusing(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (error instanceof NotInForce || error instanceof ImpossibleDesignation)
      return { answer: { refused: error.name }, refusal: error };
    throw error;
  }
}

const unitOf = (text: string): DesignationRules['scope'] => (text === 'task' ? 'task' : 'department');

function rulesOf(given: Given): DesignationRules {
  return {
    ...modelDesignation,
    scope: given.has('scope') ? unitOf(given.text('scope')) : 'department',
    warnPercent: given.has('warnPercent') ? given.number('warnPercent') : modelDesignation.warnPercent,
    noticeBefore: given.has('noticeBefore') && given.text('noticeBefore') === 'day' ? 'day' : 'month',
    retroactiveWithReason: given.has('retroactiveWithReason') ? given.flag('retroactiveWithReason') : true,
    changingMonth:
      given.has('changingMonth') && given.text('changingMonth') === 'lastDay' ? 'lastDay' : 'externallyDriven',
  };
}

const people = ['青木', '石田', '上田'];

function staffOf(given: Given): NewDesignation['staff'] {
  const told = given.has('told') ? given.inner('told') : undefined;
  const since = given.has('since') ? given.inner('since') : undefined;
  return people
    .filter((id) => told?.has(id))
    .map((id) => {
      const text = told?.text(id) ?? '';
      return {
        id,
        since: since?.has(id) ? since.day(id) : 0,
        toldOn: text === 'なし' ? null : (parseLocalDate(text) ?? 0),
      };
    });
}

testCases(new URL('./designation.cases.yaml', import.meta.url), (given) => {
  const [driven, all] = given.text('departments').split('/').map(Number);
  const designation: NewDesignation = {
    unit: given.has('unit') ? unitOf(given.text('unit')) : 'department',
    from: given.day('from'),
    publishedOn: given.day('published'),
    staff: staffOf(given),
    departments: { all: all ?? 0, externallyDriven: driven ?? 0 },
    ...(given.has('reason') ? { retroactiveReason: given.text('reason') } : {}),
  };
  const rules = rulesOf(given);
  return refusing(() => {
    const { outcome, steps } = judgeDesignation(designation, rules);
    const notices = outcome.notices.map(({ id, by, state }) => `${id} ${formatLocalDate(by)} ${state}`);
    return { answer: { ...outcome, notices }, steps };
  });
});

const questionOf = (given: Given) => ({
  month: given.month('month'),
  posts: given.list('posts').map((post) => ({
    from: post.day('from'),
    until: post.day('until'),
    department: post.text('department'),
    tasks: post.texts('tasks'),
  })),
  designations: given.list('designations').map((each) => ({
    from: each.day('from'),
    until: each.day('until'),
    unit: each.text('unit'),
  })),
  yearStartMonth: given.has('yearStartMonth') ? given.number('yearStartMonth') : 4,
});

testCases(new URL('./kind-of-month.cases.yaml', import.meta.url), (given) => {
  const [question, rules] = [questionOf(given), rulesOf(given)];
  return refusing(() => {
    const { outcome, steps } = kindOfMonth(question, rules);
    const { kind, days, transfers } = outcome;
    return {
      answer: {
        kind,
        days: `${days.selfDirected}/${days.externallyDriven}`,
        transfers: transfers.map(({ on, from, to }) => `${formatLocalDate(on)} ${from} ${to}`),
      },
      steps,
    };
  });
});

const MONTH = parseYearMonth('2026-11') ?? 0;
const good: NewDesignation = {
  unit: 'department',
  from: firstDayOf(MONTH),
  publishedOn: firstDayOf(MONTH),
  staff: [],
  departments: { all: 10, externallyDriven: 3 },
};

describe('a designation', () => {
  it('stands exactly when it is of the unit, and not retro-active or for a reason', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -40, max: 40 }),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (days, reason, allowed, fits) => {
          const { outcome } = judgeDesignation(
            {
              ...good,
              unit: fits ? 'department' : 'task',
              publishedOn: good.from + days,
              ...(reason ? { retroactiveReason: '理由' } : {}),
            },
            { ...modelDesignation, retroactiveWithReason: allowed },
          );
          expect(outcome.accepted).toBe(fits && (days <= 0 || (reason && allowed)));
          expect(outcome.warnings.includes('retroactive')).toBe(days > 0 && reason && allowed);
        },
      ),
      { numRuns: samples(300) },
    );
  });

  it('is warned about from one share on, and never again below it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.nat(),
        fc.integer({ min: 1, max: 100 }),
        (all, part, warnPercent) => {
          const externallyDriven = part % (all + 1);
          const warnings = (driven: number) =>
            judgeDesignation(
              { ...good, departments: { all, externallyDriven: driven } },
              { ...modelDesignation, warnPercent },
            ).outcome.warnings.length;
          if (externallyDriven > 0)
            expect(warnings(externallyDriven - 1)).toBeLessThanOrEqual(warnings(externallyDriven));
          expect(warnings(all)).toBe(1);
        },
      ),
      { numRuns: samples(200) },
    );
  });

  it('refuses a person twice and half a department', () => {
    const aoki = { id: '青木', since: 0, toldOn: null };
    expect(() => judgeDesignation({ ...good, staff: [aoki, aoki] })).toThrow(ImpossibleDesignation);
    expect(() => judgeDesignation({ ...good, departments: { all: 10, externallyDriven: 0.5 } })).toThrow(
      ImpossibleDesignation,
    );
    expect(() => judgeDesignation({ ...good, departments: { all: 10.5, externallyDriven: 1 } })).toThrow(
      ImpossibleDesignation,
    );
    expect(judgeDesignation({ ...good, departments: { all: 1, externallyDriven: 0 } }).outcome.warnings).toEqual([]);
  });

  it('is answered in every month to the end of the next fiscal year', () => {
    for (let month = parseYearMonth('2019-04') ?? 0; month <= (parseYearMonth('2028-03') ?? 0); month += 1) {
      const from = firstDayOf(month);
      expect(judgeDesignation({ ...good, from, publishedOn: from - 1 }).outcome.accepted).toBe(true);
      const posts = [{ from: 0, until: 40_000, department: '財政課', tasks: [] }];
      const designations = [{ from: 0, until: 40_000, unit: '財政課' }];
      const { outcome } = kindOfMonth({ month, posts, designations, yearStartMonth: 4 });
      expect(outcome.kind).toBe('externallyDriven');
      expect(outcome.days.externallyDriven).toBe(lengthOf(month));
    }
  });
});

describe('the kind of a month', () => {
  const cut = fc.integer({ min: -5, max: 35 });
  const span = fc
    .tuple(cut, cut)
    .map(([a, b]) => ({ from: firstDayOf(MONTH) + Math.min(a, b), until: firstDayOf(MONTH) + Math.max(a, b) }));
  const designations = fc
    .array(fc.record({ span, unit: fc.constantFrom('財政課', '市民課') }), { maxLength: 4 })
    .map((all) => all.map(({ span: days, unit }) => ({ ...days, unit })));
  const change = fc.integer({ min: 0, max: 30 });

  it('loses no day, does not depend on order, and is externally driven when every change says so', () => {
    fc.assert(
      fc.property(designations, change, (given, day) => {
        const moved = firstDayOf(MONTH) + day;
        const posts = [
          { from: 0, until: moved, department: '市民課', tasks: [] },
          { from: moved, until: 40_000, department: '財政課', tasks: [] },
        ];
        const question = { month: MONTH, posts, designations: given, yearStartMonth: 4 };
        const { outcome } = kindOfMonth(question);
        const { selfDirected, externallyDriven } = outcome.days;
        expect(selfDirected + externallyDriven).toBe(30);
        expect(
          kindOfMonth({ ...question, posts: posts.toReversed(), designations: given.toReversed() }).outcome,
        ).toEqual(outcome);
        if (outcome.transfers.length > 0) expect(outcome.kind).toBe('externallyDriven');
        if (externallyDriven === 30) expect(outcome.kind).toBe('externallyDriven');
        if (externallyDriven === 0 && outcome.transfers.length === 0) expect(outcome.kind).toBe('selfDirected');
      }),
      { numRuns: samples(150) },
    );
  });
});

describe('the steps', () => {
  it('each is reached, rests on a provision, and has whole figures', () => {
    const late = { ...good, publishedOn: good.from + 1 };
    const tell = (toldOn: number | null) => ({ ...good, staff: [{ id: '青木', since: 0, toldOn }] });
    const posts = [{ from: 0, until: 40_000, department: '財政課', tasks: [] }];
    const ended = (month: string, until: string) =>
      kindOfMonth({
        month: parseYearMonth(month) ?? 0,
        posts,
        designations: [{ from: 0, until: parseLocalDate(until) ?? 0, unit: '財政課' }],
        yearStartMonth: 4,
      }).steps;
    const steps = [
      ...judgeDesignation(good).steps,
      ...judgeDesignation({ ...good, unit: 'task' }).steps,
      ...judgeDesignation(late).steps,
      ...judgeDesignation({ ...late, retroactiveReason: '理由' }).steps,
      ...judgeDesignation({ ...late, retroactiveReason: '理由' }, { ...modelDesignation, retroactiveWithReason: false })
        .steps,
      ...judgeDesignation({ ...good, departments: { all: 10, externallyDriven: 6 } }).steps,
      ...judgeDesignation({ ...good, departments: { all: 10, externallyDriven: 10 } }).steps,
      ...judgeDesignation(tell(null)).steps,
      ...ended('2026-11', '2026-11-16'),
      ...ended('2026-04', '2026-04-01'),
    ];
    const seen = new Set<DesignationStepName>(steps.map(({ says }) => says));
    expect([...seen].sort()).toEqual([...designationStepNames].sort());
    for (const { citation, figures } of steps) {
      expect(citation).toBeDefined();
      expect(Object.values(figures).every(Number.isInteger)).toBe(true);
    }
    const find = (says: DesignationStepName) => steps.find((step) => step.says === says);
    expect(find('manyDesignated')?.figures).toEqual({ driven: 6, all: 10, percent: 50 });
    expect(find('allDesignated')?.figures).toEqual({ all: 10 });
    expect(find('noticesMissing')?.figures).toEqual({ count: 1, of: 1 });
    expect(find('noticesInTime')?.figures).toEqual({ count: 0 });
    expect(find('designatedLate')?.words).toEqual({ from: '2026-11-01', published: '2026-11-02' });
    expect(find('unitDoesNotFit')?.words).toEqual({ unit: 'task', scope: 'department' });
    expect(find('monthChanges')?.figures).toEqual({ month: MONTH, days: 15 });
    expect(find('monthChanges')?.words).toEqual({ kind: 'externallyDriven' });
    expect(find('firstDayConfirms')?.words).toEqual({ on: '2026-04-01', kind: 'selfDirected' });
    expect(find('monthWhole')).toMatchObject({ words: { kind: 'selfDirected' }, figures: { month: 24_315 } });
    expect(find('monthChanges')?.citation?.confidence).toBe('A');
    expect(find('firstDayConfirms')?.citation?.confidence).toBe('B');
    const begins = (until: string) => [
      { from: parseLocalDate('2026-11-16') ?? 0, until: parseLocalDate(until) ?? 0, unit: '財政課' },
    ];
    const sure = (until: string) =>
      kindOfMonth({ month: MONTH, posts, designations: begins(until), yearStartMonth: 4 }).steps.at(-1)?.citation
        ?.confidence;
    // Entering alone is a reading; with a leaving in the month too, the notice says so.
    expect([sure('2027-04-01'), sure('2026-11-20')]).toEqual(['B', 'A']);
  });
});
