import { describe, expect, it } from 'vitest';
import type { StandingOvertime } from './overtime-span.ts';
import { asking, confirming, given, ground, nextMorning, ordering } from './testing/overtime-deeds.ts';

describe('the same time twice', () => {
  const other = (given: Partial<StandingOvertime>): { others: StandingOvertime[] } => ({
    others: [{ dutyDate: '2026-10-26', from: 1080, until: 1140, state: 'requested', ...given }],
  });
  const within = (given: Partial<StandingOvertime>) => ({ ground: { ...ground, ...other(given) } });
  const start = {
    ...ordering,
    type: 'startOrder',
    staff: '100001',
    dutyDate: '2026-10-26',
    department: 'D1',
    from: 1035,
    until: 1095,
    category: 'normal',
    work: '窓口',
  } as const;
  it.each(['requested', 'ordered', 'confirmed'] as const)('is neither asked nor ordered beside one %s', (state) => {
    for (const tried of [
      given().when({ ...asking, ...within({ state }) }),
      given().when({ ...start, ...within({ state }) }),
    ]) {
      expect([tried.code, tried.figures]).toEqual(['overtime.overlaps', { from: 1080, until: 1140 }]);
      expect(tried.answer).toMatchObject({ refused: { words: { date: '2026-10-26', state } } });
    }
  });
  it.each(['returned', 'rejected', 'withdrawn', 'revoked'] as const)('does not stand in one %s', (state) => {
    expect(given().when({ ...asking, ...within({ state }) }).kinds).toEqual(['OvertimeRequested']);
    expect(given().when({ ...start, ...within({ state }) }).kinds).toEqual(['OvertimeOrdered']);
  });
  it('is not ordered or confirmed beside what counts already', () => {
    for (const state of ['ordered', 'confirmed'] as const) {
      expect(given(asking).when({ ...ordering, ...within({ state }) }).code).toBe('overtime.overlaps');
      expect(given(asking, ordering).when({ ...confirming, ...within({ state }) }, nextMorning).code).toBe(
        'overtime.overlaps',
      );
    }
  });
  it('that another request asks for too may be decided, but a changed confirmation must not take it', () => {
    const waits = within({ from: 1185, until: 1200 });
    expect(given(asking).when({ ...ordering, ...within({}) }).kinds).toEqual(['OvertimeOrdered']);
    expect(given(asking, ordering).when({ ...confirming, ...waits }, nextMorning).kinds).toEqual(['OvertimeConfirmed']);
    const longer = { ...confirming, ...waits, until: 1190, note: '片付け' };
    expect(given(asking, ordering).when(longer, nextMorning).code).toBe('overtime.overlaps');
  });
  it('is not what only touches it', () => {
    expect(given().when({ ...asking, ...within({ from: 1185, until: 1200 }) }).kinds).toEqual(['OvertimeRequested']);
  });
  it('is found on the duty date beside it', () => {
    const morningOf = within({ dutyDate: '2026-10-27', from: 0, until: 60, state: 'ordered' });
    expect(given().when({ ...asking, until: 1441, ...morningOf }).code).toBe('overtime.overlaps');
    expect(given().when({ ...asking, until: 1440, ...morningOf }).kinds).toEqual(['OvertimeRequested']);
    const nightOf = within({ dutyDate: '2026-10-25', from: 1320, until: 1500, state: 'ordered' });
    expect(given().when({ ...asking, from: 59, until: 120, ...nightOf }).code).toBe('overtime.overlaps');
  });
  it('is not the same request again', () => {
    expect(given(asking).when({ ...asking, ...within({}) }).answer).toEqual({ events: [] });
  });
});

describe('hours that are not of their duty date', () => {
  const free = { ...ground, nextAllotment: { kind: 'weeklyDayOff' } } as const;
  it('are not asked for, so that nobody learns of it only from the head', () => {
    expect(given().when({ ...asking, until: 2880 }).code).toBe('overtime.span.longer-than-a-day');
    expect(given().when({ ...asking, until: 1951 }).code).toBe('overtime.span.next-duty');
    expect(given().when({ ...asking, from: 1740, until: 1800 }).code).toBe('overtime.span.next-day');
    expect(given().when({ ...asking, until: 1950 }).kinds).toEqual(['OvertimeRequested']);
  });
  it('are not ordered when the next day has become a duty day since', () => {
    const long = given({ ...asking, until: 1035 + 1440, ground: free });
    expect(long.when({ ...ordering, ground: free }).kinds).toEqual(['OvertimeOrdered']);
    expect(long.when(ordering).code).toBe('overtime.span.next-duty');
    expect(long.when({ ...ordering, until: 1950, cutGround: 'notNow', note: '続きは翌日に' }).kinds).toEqual([
      'OvertimeOrdered',
    ]);
  });
});
