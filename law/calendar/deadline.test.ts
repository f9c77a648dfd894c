import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instrumentOf } from '../instruments/instruments.ts';
import { testCases } from '../testing/cases.ts';
import { samples } from '../testing/samples.ts';
import { epochDayOf, formatLocalDate, weekdayOf } from '../time/civil.ts';
import { deadlineCitations, judgeDeadline } from './deadline.ts';
import { type CalendarRules, calendarDay, OutsideCalendar } from './municipal-calendar.ts';

const model: CalendarRules = {
  weeklyDaysOff: [0, 6],
  yearEndClosing: { from: '12-29', through: '01-03' },
  anniversaries: [],
  allotment: { hours: { from: 510, until: 1035 }, breaks: [{ from: 720, until: 780 }] },
};

testCases(new URL('./deadline.cases.yaml', import.meta.url), (given) => {
  const closing = given.has('yearEndClosing') ? given.inner('yearEndClosing') : undefined;
  const rules: CalendarRules = {
    ...model,
    ...(given.has('weeklyDaysOff') ? { weeklyDaysOff: given.texts('weeklyDaysOff').map(Number) } : {}),
    ...(closing ? { yearEndClosing: { from: closing.text('from'), through: closing.text('through') } } : {}),
    anniversaries: given.list('anniversaries').map((each) => ({ on: each.text('on'), name: each.text('name') })),
  };
  const deadline = {
    on: given.day('on'),
    basis: given.has('basis') && given.text('basis') === 'act' ? 'act' : 'ordinance',
    byHours: given.has('byHours') && given.flag('byHours'),
    ownProvision: given.has('ownProvision') && given.flag('ownProvision'),
  } as const;
  try {
    const { outcome, steps } = judgeDeadline(deadline, rules);
    const closed = outcome.closed.map(({ day, name }) =>
      [formatLocalDate(day), ...(name === null ? [] : [name])].join(' '),
    );
    return { answer: { due: formatLocalDate(outcome.due), closed }, steps };
  } catch (error) {
    if (error instanceof OutsideCalendar) return { answer: { refused: true }, refusal: error };
    throw error;
  }
});

describe('deadlines', () => {
  const judged = (on: number) =>
    judgeDeadline({ on, basis: 'ordinance', byHours: false, ownProvision: false }, model).outcome;

  it('end on an open day, with closed days alone between', () => {
    fc.assert(
      fc.property(fc.nat(366 * 30), (shift) => {
        const on = epochDayOf(2019, 4, 1) + shift;
        const { due, closed } = judged(on);
        expect(calendarDay(model, due).kind).toBe('dutyDay');
        expect([0, 6]).not.toContain(weekdayOf(due));
        expect(closed.map(({ day }) => day)).toEqual(Array.from({ length: due - on }, (_, at) => on + at));
        for (const { day } of closed) expect(calendarDay(model, day).kind).not.toBe('dutyDay');
      }),
      { numRuns: samples(100) },
    );
  });

  it('are known for every day from 2019-04-01 to 2028-03-31', () => {
    for (let on = epochDayOf(2019, 4, 1); on <= epochDayOf(2028, 3, 31); on += 1) {
      expect(judged(on).due - on).toBeLessThanOrEqual(10);
    }
  });

  it('rest on registered texts', () => {
    for (const { instrument } of Object.values(deadlineCitations)) expect(instrumentOf(instrument)).toBeDefined();
  });
});
