import { describe, expect, it } from 'vitest';
import { earliestStart, nextAllottedStart, restBetweenShifts, restShortage } from './rest-between-shifts.ts';
import type { Allotment } from './types.ts';

const duty: Allotment = { kind: 'dutyDay', hours: { from: 510, until: 1035 }, breaks: [] };
const holiday: Allotment = { ...duty, kind: 'legalHoliday' };
const off: Allotment = { kind: 'weeklyDayOff' };

describe('勤務間のインターバル', () => {
  it('from 23:40 to 8:30 is 8:50, 2:10 short of 11:00', () => {
    const end = { date: 100, minute: 23 * 60 + 40 };
    const rest = restBetweenShifts(end, { date: 101, minute: 510 });
    expect([rest, restShortage(rest, 660)]).toEqual([530, 130]);
    expect(earliestStart(end, 660)).toEqual({ date: 101, minute: 640 });
  });

  it('counts an end past midnight on the duty date of the shift', () => {
    expect(restBetweenShifts({ date: 100, minute: 1570 }, { date: 101, minute: 510 })).toBe(380);
    expect(earliestStart({ date: 100, minute: 1570 }, 660)).toEqual({ date: 101, minute: 790 });
  });

  it('is negative when the shift runs into the next', () => {
    expect(restBetweenShifts({ date: 100, minute: 2000 }, { date: 101, minute: 510 })).toBe(-50);
  });

  it.each([
    [659, 1],
    [660, 0],
    [661, 0],
  ])('of %d minutes lacks %d', (rest, lacking) => expect(restShortage(rest, 660)).toBe(lacking));

  it('ends with the next duty day: 週休日 and 休日 are rest', () => {
    const days = [duty, off, off, holiday, duty];
    const allotmentOf = (day: number) => days[day] ?? off;
    expect(nextAllottedStart(0, allotmentOf)).toEqual({ date: 4, minute: 510 });
    expect(nextAllottedStart(3, allotmentOf)).toEqual({ date: 4, minute: 510 });
    expect(nextAllottedStart(0, allotmentOf, 4)).toEqual({ date: 4, minute: 510 });
    expect(nextAllottedStart(0, allotmentOf, 3)).toBeUndefined();
    expect(nextAllottedStart(4, allotmentOf)).toBeUndefined();
  });
});
