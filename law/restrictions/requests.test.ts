import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, testCases } from '../testing/cases.ts';
import { day, kindOf, refusing } from '../testing/restrictions/reading.ts';
import { samples } from '../testing/samples.ts';
import { formatLocalDate } from '../time/civil.ts';
import { ageReachedOn, lastDayBeforeSchool } from './eligibility.ts';
import { judgeRestrictions } from './restrictions.ts';
import { modelRestrictions, type RestrictionRules } from './rules.ts';
import type { Ground, RestrictionRequest } from './types.ts';

function groundOf(given: Given): Ground {
  if (given.has('care') && given.flag('care')) return { of: 'familyCare' };
  if (given.has('birth')) return { of: 'maternity', birth: given.day('birth') };
  if (given.has('pregnant') && given.flag('pregnant')) return { of: 'maternity' };
  const spouseCaresAtNight = given.has('spouse') && given.flag('spouse');
  return { of: 'child', bornOn: given.day('child'), spouseCaresAtNight };
}

testCases(new URL('./requests.cases.yaml', import.meta.url), (given) => {
  const from = given.day('from');
  const request: RestrictionRequest = {
    kind: kindOf(given.text('kind')),
    ground: groundOf(given),
    requestedOn: given.has('requested') ? given.day('requested') : from - 400,
    from,
    through: given.day('through'),
    ...(given.has('lapsedOn') ? { lapsedOn: given.day('lapsedOn') } : {}),
    ...(given.has('notPossible') ? { notPossible: given.text('notPossible') } : {}),
  };
  const rules: RestrictionRules = {
    ...modelRestrictions,
    ...(given.has('untilSchoolFrom') ? { exemptionUntilSchoolFrom: given.text('untilSchoolFrom') } : {}),
  };
  const managerial = given.has('managerial') && given.flag('managerial');
  return refusing(() => {
    const { outcome, steps } = judgeRestrictions({ requests: [request], months: [], asOf: from, managerial }, rules);
    const [judged] = outcome.requests;
    const { effective = null, eligibleThrough = null, defects = [] } = judged ?? {};
    return {
      answer: {
        effective:
          effective === null ? 'なし' : `${formatLocalDate(effective.from)} ${formatLocalDate(effective.through)}`,
        eligibleThrough: eligibleThrough === null ? 'なし' : formatLocalDate(eligibleThrough),
        defects,
      },
      steps,
    };
  });
});

describe('the age of a child', () => {
  it('is reached on the eve of the birthday, and school begins once in the six or seven years after birth', () => {
    fc.assert(
      fc.property(fc.integer({ min: day('2010-01-01'), max: day('2028-12-31') }), (bornOn) => {
        const last = lastDayBeforeSchool(bornOn);
        expect(formatLocalDate(last).slice(5)).toBe('03-31');
        expect(last).toBeGreaterThanOrEqual(ageReachedOn(bornOn, 6));
        expect(last - ageReachedOn(bornOn, 6)).toBeLessThanOrEqual(365);
        expect(lastDayBeforeSchool(bornOn + 1)).toBeGreaterThanOrEqual(last);
      }),
      { numRuns: samples(300) },
    );
  });
});
