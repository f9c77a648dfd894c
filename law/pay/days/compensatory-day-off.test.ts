import { describe, expect, it } from 'vitest';
import { calendarDay } from '../../calendar/municipal-calendar.ts';
import { NotInForce } from '../../decision/dated.ts';
import { type Given, testCases } from '../../testing/cases.ts';
import { exampleCalendar, exampleKindOf } from '../../testing/pay/example-calendar.ts';
import { readPayRules } from '../../testing/pay/read-month.ts';
import { formatLocalDate, parseLocalDate } from '../../time/civil.ts';
import { modelPay } from '../rules.ts';
import { type CompensatoryInput, ImpossibleHoliday, judgeCompensatoryDayOff } from './compensatory-day-off.ts';
import { moveHolidays, NoDutyDay } from './moved-holidays.ts';

const dayOf = (text: string) => parseLocalDate(text) ?? Number.NaN;
const kindOf = exampleKindOf([]);

function inputOf(given: Given): CompensatoryInput {
  const holiday = given.day('holiday');
  const { kind, name } = calendarDay(exampleCalendar, holiday);
  const named = given.has('named') ? given.day('named') : undefined;
  const regular = given.has('regular') ? given.minutes('regular') : 465;
  return {
    holiday,
    holidayKind: kind,
    isHoliday: name !== undefined,
    transferred: given.has('transferred') && given.flag('transferred'),
    regular,
    required: given.has('required') ? given.minutes('required') : regular,
    ...(named === undefined
      ? {}
      : {
          named: {
            day: named,
            kind: kindOf(named),
            on: given.day('on'),
            declined: given.has('declined') && given.flag('declined'),
          },
        }),
  };
}

testCases(new URL('./compensatory-day-off.cases.yaml', import.meta.url), (given) => {
  const input = inputOf(given);
  const rules = readPayRules(given);
  try {
    const { outcome, steps } = judgeCompensatoryDayOff(input, rules);
    const { window, ...rest } = outcome;
    return {
      answer: { ...rest, window: `${formatLocalDate(window.first)}〜${formatLocalDate(window.last)}` },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleHoliday || error instanceof NotInForce)
      return { answer: { refused: error.name }, refusal: error };
    throw error;
  }
});

describe('a 代休日', () => {
  it('says what it compared, and what a named day is that has to be worked', () => {
    const { steps } = judgeCompensatoryDayOff({
      holiday: dayOf('2026-11-03'),
      holidayKind: 'legalHoliday',
      isHoliday: true,
      transferred: false,
      regular: 465,
      required: 465,
      named: { day: dayOf('2026-11-10'), kind: 'dutyDay', on: dayOf('2026-11-02'), declined: false },
    });
    expect(steps).toMatchObject([
      { says: 'holidayRead', figures: { fits: 1 }, words: { holiday: '2026-11-03', kind: 'legalHoliday' } },
      { says: 'wholeDayCompared', figures: { required: 465, regular: 465, fits: 1 } },
      { says: 'windowCompared', words: { first: '2026-11-04', last: '2026-12-28', named: '2026-11-10' } },
      { says: 'namedDayCompared', figures: { fits: 1 }, words: { named: '2026-11-10', kind: 'dutyDay' } },
      { says: 'namedBefore', figures: { fits: 1 }, words: { on: '2026-11-02', holiday: '2026-11-03' } },
      { says: 'treatmentVerdict', figures: { rate: 0, overtimeRate: 125 }, words: { treatment: 'compensated' } },
      { says: 'namedDayWorked', words: { named: '2026-11-10' } },
    ]);
  });

  it('is looked for and not found', () => {
    const says = (given: Partial<CompensatoryInput>) =>
      judgeCompensatoryDayOff({
        holiday: dayOf('2025-05-03'),
        holidayKind: 'weeklyDayOff',
        isHoliday: true,
        transferred: false,
        regular: 465,
        required: 465,
        ...given,
      }).steps.map((step) => step.says);
    expect(says({})).toEqual(['holidayRead', 'dayOffHoliday', 'treatmentVerdict']);
    expect(says({ transferred: true })).toEqual(['holidayRead', 'wholeDayCompared', 'noneNamed', 'treatmentVerdict']);
    const named = { day: dayOf('2025-05-12'), kind: 'dutyDay', on: dayOf('2025-05-02'), declined: true } as const;
    expect(says({ transferred: true, named })).toContain('declinedByStaff');
  });
});

describe('休日 of staff who do not work Monday to Friday', () => {
  /** Off on Tuesday and Wednesday. */
  const own = (text: string) => (day: number) => {
    const weekday = (((day + 4) % 7) + 7) % 7;
    if (weekday === 2 || weekday === 3) return 'weeklyDayOff';
    return text.split(' ').includes(formatLocalDate(day)) ? 'legalHoliday' : 'dutyDay';
  };
  const moved = (holidays: string, ownHolidays = '') =>
    moveHolidays(holidays.split(' ').map(dayOf), own(ownHolidays)).outcome.map(
      ({ holiday, to }) => `${formatLocalDate(holiday)}→${formatLocalDate(to)}`,
    );

  it.each([
    ['2026-11-03', '', ['2026-11-03→2026-11-05']],
    // みどりの日 (Monday) is worked as a 休日; こどもの日 and 振替休日 fall on days off, one after the other.
    ['2026-05-06 2026-05-05 2026-05-04', '2026-05-04', ['2026-05-05→2026-05-07', '2026-05-06→2026-05-08']],
    ['2027-02-23', '2027-02-25', ['2027-02-23→2027-02-26']],
    ['2026-11-23', '2026-11-23', []],
  ])('%s with %s of their own: %s', (holidays, ownHolidays, to) => expect(moved(holidays, ownHolidays)).toEqual(to));

  it('stay where they fell when the municipality does not move them', () => {
    const rules = { ...modelPay, holidayMovesToNextDutyDay: false };
    const { outcome, steps } = moveHolidays([dayOf('2026-11-03')], own(''), rules);
    expect(outcome).toEqual([]);
    expect(steps).toMatchObject([{ says: 'notMoved', words: { holiday: '2026-11-03' } }]);
  });

  it('say so', () => {
    expect(moveHolidays([dayOf('2026-11-03')], own('')).steps).toMatchObject([
      { says: 'movedTo', words: { holiday: '2026-11-03', to: '2026-11-05' } },
    ]);
    expect(moveHolidays([], own('')).steps).toMatchObject([{ says: 'noneOnDayOff' }]);
  });

  it('are refused before April 2010, and when there is no duty day', () => {
    expect(() => moveHolidays([dayOf('2010-03-31')], own(''))).toThrow(NotInForce);
    expect(() => moveHolidays([dayOf('2026-11-03')], () => 'weeklyDayOff')).toThrow(NoDutyDay);
  });
});
