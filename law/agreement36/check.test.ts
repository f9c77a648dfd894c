import { describe, expect, it } from 'vitest';
import { NotInForce } from '../decision/dated.ts';
import { changed, fullAgreement } from '../testing/agreement36/agreement.ts';
import { testCases } from '../testing/cases.ts';
import { stepText } from '../testing/step-text.ts';
import { epochDayOf, formatLocalDate } from '../time/civil.ts';
import { firstDayOf, parseYearMonth } from '../time/months.ts';
import { checkAgreement, ImpossibleAgreement } from './check.ts';
import { yearsAfter } from './conditions.ts';
import { modelAgreement36 } from './rules.ts';
import type { RegisteredAgreement } from './types.ts';

const textOf = stepText({
  days: ['from', 'through', 'until', 'filed', 'date'],
  counts: ['times', 'years', 'forNow', 'statute', 'percent', 'floor', 'lessThan'],
});
const countText = stepText({ days: [], counts: ['value', 'maximum'] });
const dayText = (day: number | null | undefined) => (day === null || day === undefined ? null : formatLocalDate(day));

testCases(new URL('./check.cases.yaml', import.meta.url), (given) => {
  const agreement = changed(given.texts('set'));
  const rules = given.has('retention')
    ? { ...modelAgreement36, retentionYears: given.number('retention') }
    : modelAgreement36;
  try {
    const { outcome, steps } = checkAgreement(agreement, rules);
    return {
      answer: {
        lawful: outcome.lawful,
        from: dayText(outcome.effective?.from),
        through: dayText(outcome.effective?.through),
        found: outcome.findings.map(({ kind, path, says }) => `${kind} ${path} ${says}`),
        kept: dayText(outcome.measuresKeptThrough),
        steps: steps.map((step) => (step.says === 'countAboveMaximum' ? countText : textOf)(step)),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleAgreement)
      return { answer: { refused: `${error.defect} ${error.path}` }, refusal: error };
    if (error instanceof NotInForce) return { answer: { refused: 'NotInForce' }, refusal: error };
    throw error;
  }
});

describe('the check of an agreement', () => {
  it('says of each finding what it says in its steps', () => {
    const { outcome, steps } = checkAgreement(changed(['lines[0].monthly = 50:00', 'representative = null']));
    expect(outcome.findings.map(({ says, path }) => [says, path])).toEqual([
      ['itemMissing', 'representative'],
      ['aboveMaximum', 'lines[0].monthly'],
    ]);
    expect(steps.slice(0, 2).map(({ says, words }) => [says, words?.path])).toEqual([
      ['itemMissing', 'representative'],
      ['aboveMaximum', 'lines[0].monthly'],
    ]);
    expect(steps[1]?.figures).toEqual({ value: 3000, maximum: 2700, lessThan: 0 });
  });

  it('covers every month since 2019-04 as the start of a year', () => {
    for (let month = parseYearMonth('2019-04') ?? 0; month <= (parseYearMonth('2028-03') ?? 0); month += 1) {
      const from = firstDayOf(month);
      const agreement: RegisteredAgreement = {
        ...fullAgreement,
        yearStart: from,
        term: { from, through: yearsAfter(from, 1) - 1 },
        concludedOn: from - 20,
        filedOn: from - 10,
      };
      expect(checkAgreement(agreement).outcome.lawful).toBe(true);
    }
    const before = { ...fullAgreement, yearStart: epochDayOf(2019, 3, 31), term: null, collective: true };
    expect(() => checkAgreement(before)).toThrow(NotInForce);
  });

  it('names what cannot be', () =>
    expect(new ImpossibleAgreement('negative', 'lines[0].daily')).toMatchObject({
      name: 'ImpossibleAgreement',
      message: 'negative lines[0].daily',
    }));
});
