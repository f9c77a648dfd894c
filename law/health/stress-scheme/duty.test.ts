import { describe, expect, it } from 'vitest';
import { NotInForce } from '../../decision/dated.ts';
import { type Answer, type Given, testCases } from '../../testing/cases.ts';
import { formatLocalDate } from '../../time/civil.ts';
import { hours } from '../../time/minutes.ts';
import { firstDayOf } from '../../time/months.ts';
import { type Invitation, modelStressCheck } from '../rules.ts';
import { ImpossibleCheck, judgePersonDuty, judgeWorkplaceDuty } from './duty.ts';

const invitation = (given: Given, key: string): Invitation =>
  given.has(key) && given.text(key) === 'notInvited' ? 'notInvited' : 'invited';

function personOf(given: Given): Answer {
  const flag = (key: string) => given.has(key) && given.flag(key);
  const { outcome, steps } = judgePersonDuty(
    {
      termMonths: given.has('term') ? given.number('term') : null,
      expectedForYear: flag('expected'),
      weeklyHours: given.minutes('weekly'),
      normalWeeklyHours: given.has('normal') ? given.minutes('normal') : hours(38) + 45,
      specialReason: flag('special'),
    },
    given.has('duty') && given.text('duty') === 'effort' ? 'effort' : 'duty',
    {
      ...modelStressCheck,
      shortTerm: invitation(given, 'shortTerm'),
      lowHours: invitation(given, 'lowHours'),
      smallWorkplace: invitation(given, 'small'),
    },
  );
  const verdict = steps.at(-1);
  return {
    answer: { person: verdict?.words?.reached ?? '', because: [...outcome.because], invitation: outcome.invitation },
    steps,
  };
}

function workplaceOf(given: Given): Answer {
  const workplace = {
    staff: given.number('staff'),
    tableNumber: given.has('table') ? given.number('table') : null,
    hasPersonnelCommission: given.flag('commission'),
  };
  const { outcome, steps } = judgeWorkplaceDuty(workplace, formatLocalDate(given.day('on')));
  const { duty, becomesDutyBy, report } = outcome;
  return {
    answer: {
      duty: becomesDutyBy === null ? duty : `${duty} by ${becomesDutyBy}`,
      report: report === null ? 'none' : `${report.to}${report.electronic ? ' electronic' : ''}`,
    },
    steps,
  };
}

testCases(new URL('./duty.cases.yaml', import.meta.url), (given) => {
  try {
    return given.has('person') && given.flag('person') ? personOf(given) : workplaceOf(given);
  } catch (error) {
    if (error instanceof NotInForce || error instanceof ImpossibleCheck)
      return { answer: { refused: error.name }, refusal: error };
    throw error;
  }
});

describe('the duty of the check', () => {
  const workplace = { staff: 49, tableNumber: null, hasPersonnelCommission: false };

  it('is answered for every month from its start to 2028-03, for small and for large workplaces', () => {
    for (let month = 2015 * 12 + 11; month <= 2028 * 12 + 2; month += 1) {
      const on = formatLocalDate(firstDayOf(month));
      expect(judgeWorkplaceDuty(workplace, on).outcome.duty).toBe('effort');
      expect(judgeWorkplaceDuty({ ...workplace, staff: 50 }, on).outcome.duty).toBe('duty');
    }
    expect(() => judgeWorkplaceDuty(workplace, '2015-11-30')).toThrow(NotInForce);
  });

  it('is reasoned with the head count, the provision in force and the recipient', () => {
    expect(judgeWorkplaceDuty(workplace, '2026-11-01').steps).toMatchObject([
      { says: 'workplaceCounted', figures: { staff: 49, threshold: 50 } },
      { says: 'effort', words: { until: '2028-05-13' }, citation: { confidence: 'B' } },
      { says: 'reportNotNeeded', figures: { staff: 49, threshold: 50 } },
    ]);
    expect(judgeWorkplaceDuty({ ...workplace, staff: 50 }, '2026-11-01').steps).toMatchObject([
      { says: 'workplaceCounted' },
      { says: 'duty', words: {} },
      { says: 'reportTo', words: { to: 'headOfMunicipality' } },
    ]);
  });

  it('of a person is reasoned with term, hours and what is asked', () => {
    const person = {
      termMonths: 6,
      expectedForYear: false,
      weeklyHours: 900,
      normalWeeklyHours: 2325,
      specialReason: true,
    };
    expect(judgePersonDuty(person, 'duty').steps).toMatchObject([
      { says: 'termShort', figures: { months: 6 } },
      { says: 'hoursLow', figures: { weekly: 900, normal: 2325 } },
      { says: 'specialReason' },
      { says: 'personVerdict', words: { reached: 'no', invitation: 'excused' } },
    ]);
    const whole = { ...person, termMonths: null, weeklyHours: 2325, specialReason: false };
    expect(judgePersonDuty(whole, 'duty').steps.map(({ says }) => says)).toEqual([
      'withoutTerm',
      'hoursEnough',
      'personVerdict',
    ]);
    expect(judgePersonDuty({ ...whole, termMonths: 12 }, 'duty').steps[0]?.says).toBe('termLongEnough');
    for (const weeklyHours of [-1, 1.5])
      expect(() => judgePersonDuty({ ...whole, weeklyHours }, 'duty')).toThrow(ImpossibleCheck);
  });
});
