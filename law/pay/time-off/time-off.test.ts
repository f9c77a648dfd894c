import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotInForce } from '../../decision/dated.ts';
import { testCases } from '../../testing/cases.ts';
import { arbitraryPayMonth } from '../../testing/pay/arbitrary-month.ts';
import { exampleKindOf } from '../../testing/pay/example-calendar.ts';
import { readPayMonth, readPayRules } from '../../testing/pay/read-month.ts';
import { samples } from '../../testing/samples.ts';
import { formatLocalDate, parseLocalDate } from '../../time/civil.ts';
import { formatDuration, parseDuration } from '../../time/minutes.ts';
import { firstDayOf, parseYearMonth } from '../../time/months.ts';
import { payHours } from '../pay-hours.ts';
import { modelPay, type PayRules } from '../rules.ts';
import { type Designation, ImpossibleDesignation } from './designation.ts';
import { type BeyondHours, mostByUnits, timeOffInLieu } from './time-off.ts';

const kindOf = exampleKindOf([]);
const minutes = (text: string | undefined) => (text === undefined ? 0 : (parseDuration(text) ?? Number.NaN));

/** `2026-11-10 8:30–13:30(1:00) 勤務0:30` */
function designationOf(text: string): Designation {
  const [, date = '', from, until, leave, more = ''] =
    /^(\S+) ([\d:]+)–([\d:]+)(?:\(([\d:]+)\))?(?: (\S+))?$/.exec(text) ?? [];
  const day = parseLocalDate(date) ?? Number.NaN;
  return {
    day,
    span: { from: minutes(from), until: minutes(until) },
    leave: minutes(leave),
    dayKind: more === '代休日' ? 'compensatoryDayOff' : kindOf(day),
    hours: { from: 510, until: 1035 },
    breaks: [{ from: 720, until: 780 }],
    declined: more === '望まない',
    workedAfterAll: more.startsWith('勤務') ? minutes(more.slice(2)) : 0,
  };
}

const told = (hours: readonly BeyondHours[]) => hours.map((each) => `${each.kind} ${formatDuration(each.minutes)}`);

testCases(new URL('./time-off.cases.yaml', import.meta.url), (given) => {
  const month = readPayMonth(given);
  const rules = readPayRules(given);
  const designations = given.texts('off').map(designationOf);
  try {
    const { outcome, steps } = timeOffInLieu(month, designations, rules);
    const { entitlement, byUnits, window, used, worked, remainder, withheld, paidInFull, classes } = outcome;
    return {
      answer: {
        entitlement: formatDuration(entitlement),
        byUnits: formatDuration(byUnits),
        window: `${formatLocalDate(window.first)}〜${formatLocalDate(window.last)}`,
        used: formatDuration(used),
        worked: formatDuration(worked),
        remainder: formatDuration(remainder),
        withheld: told(withheld),
        paidInFull: told(paidInFull),
        obstacles: outcome.designations.flatMap(({ obstacles }) => obstacles),
        classes: classes.map((c) => `${c.allowance} ${c.rate} ${formatDuration(c.exact)}→${c.paid}`),
        says: steps.map(({ says }) => says),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleDesignation || error instanceof NotInForce) {
      return { answer: { refused: error.name }, refusal: error };
    }
    throw error;
  }
});

describe('time off in lieu', () => {
  it('says what it weighed, designated and left', () => {
    const month = parseYearMonth('2026-10')!;
    const overtime = Array.from({ length: 20 }, (_, at) => ({
      dutyDate: firstDayOf(month) + at,
      dayKind: 'dutyDay' as const,
      from: 540,
      until: 540 + 240,
    }));
    const given = { month, overtime, holidayWork: [], nightRegular: [], reallotted: [] };
    const { steps } = timeOffInLieu(given, [designationOf('2026-11-10 8:30–13:30')]);
    expect(steps).toMatchObject([
      { says: 'beyondWeighed', figures: { minutes: 1200, factor: 25, timeOff: 30_000 }, words: { kind: 'dutyDay' } },
      { says: 'entitlementSummed', figures: { entitlement: 300, byUnits: 240 } },
      {
        says: 'windowCompared',
        figures: { fits: 1 },
        words: { day: '2026-11-10', first: '2026-11-01', last: '2026-12-31' },
      },
      { says: 'dayCompared', figures: { fits: 1 }, words: { day: '2026-11-10', kind: 'dutyDay' } },
      { says: 'edgeCompared', figures: { from: 510, until: 810, fits: 1 } },
      { says: 'unitCompared', figures: { length: 240, timeOff: 240, leave: 0, fits: 1 } },
      { says: 'leftCompared', figures: { timeOff: 240, left: 300, fits: 1 } },
      { says: 'dayUsed', figures: { timeOff: 240, worked: 0, possible: 1 }, words: { day: '2026-11-10' } },
      { says: 'remainderLeft', figures: { entitlement: 300, used: 240, worked: 0, remainder: 60 } },
      { says: 'paidBack', figures: { minutes: 240, factor: 25 }, words: { kind: 'dutyDay', order: 'LATEST' } },
      { says: 'withheld', figures: { minutes: 960, rate: 125 }, words: { kind: 'dutyDay' } },
    ]);
  });

  it.each([
    [0, 0],
    [239, 0],
    [240, 240],
    [464, 240],
    [465, 465],
    [479, 465],
    [480, 480],
    [705, 705],
    [719, 705],
    [720, 720],
    [945, 945],
  ])('of %i minutes, %i by whole units', (entitlement, most) => expect(mostByUnits(entitlement)).toBe(most));

  const orders: readonly PayRules['timeOffRemainderFrom'][] = [
    'LATEST',
    'EARLIEST',
    'SMALLEST_FACTOR',
    'GREATEST_FACTOR',
  ];

  it('pays every minute once, at one rate or the other, and nothing less without time off', () => {
    fc.assert(
      fc.property(arbitraryPayMonth, fc.constantFrom(...orders), fc.nat(3), (given, timeOffRemainderFrom, days) => {
        const rules = { ...modelPay, timeOffRemainderFrom };
        const off = ['2026-12-08', '2026-12-09', '2026-12-10'].slice(0, days);
        const designations = off.map((date) => designationOf(`${date} 8:30–13:30`));
        const before = payHours(given, rules).outcome;
        const { outcome } = timeOffInLieu(given, designations, rules);
        const total = (classes: typeof before.classes) => classes.reduce((sum, { exact }) => sum + exact, 0);
        const weighed = (classes: typeof before.classes) =>
          classes.reduce((sum, { exact, rate }) => sum + exact * rate, 0);
        expect(outcome.entitlement).toBe(before.timeOffInLieu);
        expect(total(outcome.classes)).toBe(total(before.classes));
        if (outcome.used === 0) expect(outcome.classes).toEqual(before.classes);
        // What is not paid is at most the time off, and less by no more than a part of one minute's rise.
        const less = weighed(before.classes) - weighed(outcome.classes);
        expect(less).toBeLessThanOrEqual(outcome.used * 100);
        expect(less).toBeGreaterThan(outcome.used * 100 - 50);
      }),
      { numRuns: samples(120) },
    );
  });
});
