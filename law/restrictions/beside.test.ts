import { describe, expect, it } from 'vitest';
import { at, day } from '../testing/restrictions/reading.ts';
import { formatLocalDate } from '../time/civil.ts';
import { firstDayOf } from '../time/months.ts';
import { coverageOf, lastDayOfPeriod, unionOf } from './day-periods.ts';
import { ImpossibleRequest } from './requests.ts';
import { judgeRestrictions } from './restrictions.ts';
import { modelRestrictions } from './rules.ts';
import { type RestrictionStepName, restrictionStepNames } from './step-names.ts';
import type { Ground, RestrictedMonth, RestrictionRequest } from './types.ts';

const APRIL = at('2026-04');
const good: RestrictionRequest = {
  kind: 'overtimeLimit',
  ground: { of: 'familyCare' },
  requestedOn: day('2026-01-01'),
  from: day('2026-04-01'),
  through: day('2027-03-31'),
};
const april = { month: APRIL, overtime: 600, disasterNeed: 0 };
const ask = (more: Partial<RestrictionRequest>, months: readonly RestrictedMonth[] = [april], managerial = false) =>
  judgeRestrictions({ requests: [{ ...good, ...more }], months, asOf: day('2026-04-30'), managerial });

describe('what is given', () => {
  it('is refused when it cannot be', () => {
    expect(() => ask({}, [april, april])).toThrow(ImpossibleRequest);
    expect(() => ask({}, [{ ...april, overtime: -1 }])).toThrow(ImpossibleRequest);
    expect(() => ask({}, [{ ...april, overtime: 0.5 }])).toThrow(ImpossibleRequest);
    expect(() => ask({}, [{ ...april, disasterNeed: -1 }])).toThrow(ImpossibleRequest);
    expect(() => ask({ through: Number.NaN })).toThrow(ImpossibleRequest);
    expect(() => ask({ from: day('2026-04-01') + 0.5 })).toThrow(ImpossibleRequest);
    expect(ask({ through: good.from }).outcome.requests[0]?.effective).toEqual({ from: good.from, through: good.from });
  });

  it('of several limits takes the one that leaves least', () => {
    const two = [
      good,
      { ...good, requestedOn: good.requestedOn + 1, from: day('2026-03-01'), through: day('2026-12-31') },
    ];
    const months = [{ ...april, month: APRIL - 1, overtime: 8700 }, april];
    const { remaining } = judgeRestrictions({
      requests: two,
      months,
      asOf: day('2026-04-30'),
      managerial: false,
    }).outcome;
    expect(remaining).toEqual({ overtime: 0, binding: 'personalAnnual', notJudged: [] });
  });

  it('says each step, with its figures and a provision', () => {
    const maternity: Ground = { of: 'maternity', birth: day('2026-05-10') };
    const child: Ground = { of: 'child', bornOn: day('2021-05-10') };
    const steps = [
      ...ask({}).steps,
      ...ask({}, []).steps,
      ...ask({ ground: child, requestedOn: day('2026-04-01'), lapsedOn: day('2026-08-01') }).steps,
      ...ask({ from: day('2026-04-16') }, [{ ...april, overtime: 1500, disasterNeed: 10 }]).steps,
      ...ask({ kind: 'overtimeExemption', ground: child, from: day('2024-04-01'), through: day('2024-12-31') }).steps,
      ...ask({ kind: 'overtimeExemption', notPossible: '代替がない' }).steps,
      ...ask({ kind: 'maternityOvertime', ground: maternity }).steps,
      ...ask({ kind: 'lateNightLimit', through: day('2026-09-30') }).steps,
      ...ask({ kind: 'childcareShortTime', ground: child }).steps,
      ...ask({}, [april], true).steps,
    ];
    const seen = new Set<RestrictionStepName>(steps.map(({ says }) => says));
    expect([...seen].sort()).toEqual([...restrictionStepNames].sort());
    const find = (says: RestrictionStepName) => steps.find((step) => step.says === says);
    const year = { from: APRIL, through: APRIL + 11 };
    expect(find('monthlyCompared')?.figures).toEqual({ from: APRIL, through: APRIL, value: 600, cap: 1440, over: 0 });
    expect(find('annualCompared')?.figures).toEqual({ ...year, value: 600, cap: 9000, over: 0 });
    expect(find('exemptCompared')?.figures).toEqual({ month: APRIL, value: 600 });
    expect(find('unknownMonths')?.figures).toEqual({ from: APRIL, through: APRIL });
    expect(find('partOfMonth')?.figures).toEqual({ month: APRIL });
    expect(find('disasterLeftOut')?.figures).toEqual({ minutes: 10 });
    expect(find('personalRemaining')).toMatchObject({
      figures: { remaining: 840 },
      words: { limit: 'personalMonthly' },
    });
    expect(find('requestLate')?.words).toEqual({ requested: '2026-04-01', needed: '2026-03-31' });
    expect(find('requestLapsed')?.words).toEqual({ on: '2026-08-01' });
    expect(find('requestFails')?.words).toEqual({ kind: 'overtimeLimit', defect: 'managerial' });
    expect(find('requestDeclined')?.words).toEqual({ kind: 'overtimeExemption' });
    expect(find('requestHolds')?.words).toEqual({ kind: 'overtimeLimit', from: '2026-04-01', through: '2027-03-31' });
    expect(find('schoolEntryCounted')?.words).toEqual({ born: '2021-05-10', last: '2028-03-31' });
    expect(find('underThreeCounted')?.words).toEqual({ born: '2021-05-10', last: '2024-05-09' });
    expect(find('maternityCounted')?.words).toEqual({ last: '2027-05-10' });
    expect(find('exemptNow')?.words).toEqual({ on: '2026-04-30' });
    for (const { citation, figures: given } of steps) {
      expect(citation).toBeDefined();
      expect(Object.values(given).every(Number.isInteger)).toBe(true);
    }
  });
});

describe('requests beside each other', () => {
  const exempt = { ...good, kind: 'overtimeExemption' } as const;
  const defectsOf = (...requests: readonly RestrictionRequest[]) =>
    judgeRestrictions({ requests, months: [], asOf: day('2026-04-30'), managerial: false }).outcome.requests.map(
      ({ defects }) => defects.join(' '),
    );

  it('the one made later is at fault, wherever it stands', () => {
    const later = { ...exempt, requestedOn: good.requestedOn + 1 };
    expect(defectsOf(good, later)).toEqual(['', 'overlaps']);
    expect(defectsOf(later, good)).toEqual(['overlaps', '']);
  });

  it('of two made on one day, the one that begins later; of two that begin together, the limit', () => {
    const begins = { ...exempt, from: good.from + 10 };
    expect(defectsOf(good, begins)).toEqual(['', 'overlaps']);
    expect(defectsOf(begins, good)).toEqual(['overlaps', '']);
    expect(defectsOf(good, exempt)).toEqual(['overlaps', '']);
    expect(defectsOf(exempt, good)).toEqual(['', 'overlaps']);
  });

  it('meet on one day or not at all', () => {
    const until = { ...exempt, through: day('2026-09-30') };
    const after = (from: string) => ({
      ...good,
      requestedOn: good.requestedOn + 1,
      from: day(from),
      through: day('2027-08-31'),
    });
    expect(defectsOf(until, after('2026-09-30'))).toEqual(['', 'overlaps']);
    expect(defectsOf(until, after('2026-10-01'))).toEqual(['', '']);
    const before = { ...exempt, requestedOn: good.requestedOn + 1, from: day('2025-10-01') };
    expect(defectsOf(good, { ...before, through: day('2026-04-01') })).toEqual(['', 'late overlaps']);
    expect(defectsOf(good, { ...before, through: day('2026-03-31') })).toEqual(['', 'late']);
    const lapsed = { ...until, lapsedOn: day('2026-08-01') };
    const year = (from: string) => ({ ...after(from), through: day('2027-07-30') });
    expect(defectsOf(lapsed, year('2026-07-31'))).toEqual(['', 'overlaps']);
    expect(defectsOf(lapsed, year('2026-08-01'))).toEqual(['', '']);
  });

  it('one that does not hold is in nobody’s way', () => {
    const declined = { ...exempt, requestedOn: good.requestedOn - 1, notPossible: '代替がない' };
    expect(defectsOf(declined, good)).toEqual(['', '']);
    const third = { ...good, requestedOn: good.requestedOn + 2, from: day('2026-10-01'), through: day('2027-09-30') };
    const shut = { ...exempt, requestedOn: good.requestedOn + 1, through: day('2026-12-31') };
    expect(defectsOf(good, shut, third)).toEqual(['', 'overlaps', '']);
  });

  it('two of the same kind, or of kinds that have nothing to do with each other, do not fall out', () => {
    expect(defectsOf(good, { ...good, requestedOn: good.requestedOn + 1 })).toEqual(['', '']);
    expect(defectsOf(exempt, { ...good, kind: 'maternityOvertime', ground: { of: 'maternity' } })).toEqual(['', '']);
  });

  it('exempt on their first day and their last, also when both kinds hold at once', () => {
    const maternity: RestrictionRequest = { ...exempt, kind: 'maternityOvertime', ground: { of: 'maternity' } };
    const rest = (asOf: string, ...requests: readonly RestrictionRequest[]) =>
      judgeRestrictions({ requests, months: [april], asOf: day(asOf), managerial: false }).outcome.remaining.overtime;
    expect(rest('2026-04-01', exempt, maternity)).toBe(0);
    expect(rest('2026-04-01', exempt)).toBe(0);
    expect(rest('2027-03-31', exempt)).toBe(0);
    expect(rest('2027-04-01', exempt)).toBeNull();
  });

  it('each verdict cites the request that holds, not one that fails', () => {
    const child: Ground = { of: 'child', bornOn: day('2015-05-10') };
    const failed = { ...good, ground: child };
    const { outcome } = judgeRestrictions({
      requests: [failed, good],
      months: [april],
      asOf: day('2026-04-30'),
      managerial: false,
    });
    expect(outcome.verdicts.map(({ citation }) => citation.path)).toEqual(['a=13', 'a=13']);
    const night: RestrictionRequest = {
      ...good,
      kind: 'lateNightLimit',
      ground: { of: 'child', bornOn: day('2022-05-10') },
      through: day('2026-09-30'),
    };
    const two = [{ ...exempt, requestedOn: good.requestedOn }, night];
    const said = judgeRestrictions({
      requests: two,
      months: [april],
      asOf: day('2026-04-30'),
      managerial: false,
    }).steps;
    const cited = (says: string) => said.filter((step) => step.says === says).map(({ citation }) => citation?.path);
    expect(cited('exemptNow')).toEqual(['a=13']);
    expect(cited('nightForbidden')).toEqual(['a=6']);
    const bySelf = (request: Partial<RestrictionRequest>, says: string) =>
      ask(request)
        .steps.filter((step) => step.says === says)
        .map(({ citation }) => citation?.path);
    expect(bySelf({ kind: 'maternityOvertime', ground: { of: 'maternity' } }, 'holidayForbidden')).toEqual([
      'a=66/p=2',
    ]);
    expect(bySelf({ kind: 'maternityOvertime', ground: { of: 'maternity' } }, 'exemptNow')).toEqual(['a=66/p=2']);
    expect(bySelf({ kind: 'maternityNight', ground: { of: 'maternity' } }, 'nightForbidden')).toEqual(['a=66/p=3']);
    const bornOn = day('2022-05-10');
    expect(bySelf({ kind: 'childcareShortTime', ground: { of: 'child', bornOn } }, 'graveReasonNeeded')).toEqual([
      'a=8/ただし書',
    ]);
    expect(bySelf({ kind: 'overtimeLimit', ground: { of: 'maternity' } }, 'requestHolds')).toEqual([]);
  });

  it('the years are in the order of their months, whatever the order of the requests', () => {
    const early = { ...good, from: day('2025-04-01'), through: day('2026-03-31') };
    const short = { ...good, through: day('2026-12-31'), requestedOn: good.requestedOn + 1 };
    const years = (...requests: readonly RestrictionRequest[]) =>
      judgeRestrictions({ requests, months: [april], asOf: day('2026-04-30'), managerial: false })
        .outcome.verdicts.filter(({ limit }) => limit === 'personalAnnual')
        .map(({ from, through }) => `${from - APRIL}–${through - APRIL}`);
    expect(years(good, short, early)).toEqual(['-12–-1', '0–8', '0–11']);
    expect(years(early, short, good)).toEqual(['-12–-1', '0–8', '0–11']);
  });

  it('of the fiscal year only the running one leaves something, and only what is restricted counts', () => {
    const both = { ...good, from: day('2026-01-01'), through: day('2026-12-31') };
    const months = [
      { ...april, month: APRIL - 4, overtime: 6000 },
      { ...april, month: APRIL - 3, overtime: 8999 },
      { ...april, month: APRIL - 2, overtime: 0 },
      { ...april, month: APRIL - 1, overtime: 0 },
      { ...april, overtime: 60 },
    ];
    const { remaining, verdicts } = judgeRestrictions(
      { requests: [both], months, asOf: day('2026-04-30'), managerial: false },
      { ...modelRestrictions, yearOf: 'fiscalYear' },
    ).outcome;
    expect(remaining).toEqual({ overtime: 1380, binding: 'personalMonthly', notJudged: [] });
    const years = verdicts.filter(({ limit }) => limit === 'personalAnnual');
    expect(years.map(({ value, verdict }) => `${value} ${verdict}`)).toEqual(['8999 within', '60 within']);
    const heavy = months.map((month) => (month.month === APRIL ? { ...month, overtime: 9001 } : month));
    const after = judgeRestrictions(
      { requests: [both], months: heavy, asOf: day('2026-04-30'), managerial: false },
      { ...modelRestrictions, yearOf: 'fiscalYear', yearStartMonth: 4 },
    ).outcome.verdicts;
    expect(after.filter(({ verdict }) => verdict === 'exceeded').map(({ limit }) => limit)).toEqual([
      'personalMonthly',
      'personalMonthly',
      'personalAnnual',
    ]);
  });

  it('a child may be born on the last day asked for, and months to come carry no disaster', () => {
    expect(
      ask({ kind: 'overtimeExemption', ground: { of: 'child', bornOn: good.through } }).outcome.requests[0]?.effective,
    ).toEqual({
      from: good.through,
      through: good.through,
    });
    const may = { month: APRIL + 1, overtime: 600, disasterNeed: 60 };
    expect(ask({}, [april, may]).steps.filter(({ says }) => says === 'disasterLeftOut')).toEqual([]);
    expect(ask({}, [{ ...april, disasterNeed: 60 }]).outcome.remaining.overtime).toBe(900);
  });

  it('says over only of what is over', () => {
    const over = (overtime: number) =>
      ask({}, [{ ...april, overtime }]).steps.find(({ says }) => says === 'monthlyCompared')?.figures.over;
    expect([over(1439), over(1440), over(1441)]).toEqual([0, 0, 1]);
  });
});

describe('days and periods', () => {
  it('a period of months ends on the eve of the same number, or with the month that has none', () => {
    const last = (from: string, months: number) => formatLocalDate(lastDayOfPeriod(day(from), months));
    expect(last('2026-04-01', 12)).toBe('2027-03-31');
    expect(last('2026-04-16', 1)).toBe('2026-05-15');
    expect(last('2026-03-31', 6)).toBe('2026-09-30');
    expect(last('2026-03-30', 6)).toBe('2026-09-29');
    expect(last('2024-02-29', 12)).toBe('2025-02-28');
    expect(last('2027-01-31', 1)).toBe('2027-02-28');
  });

  it('periods that meet are one, those with a day between are two', () => {
    const one = { from: 10, through: 20 };
    expect(unionOf([{ from: 21, through: 30 }, one])).toEqual([{ from: 10, through: 30 }]);
    expect(unionOf([{ from: 22, through: 30 }, one])).toEqual([one, { from: 22, through: 30 }]);
    expect(unionOf([one, { from: 12, through: 15 }, { from: 20, through: 21 }])).toEqual([{ from: 10, through: 21 }]);
    expect(unionOf([one, { from: 30, through: 40 }, { from: 41, through: 42 }])).toEqual([
      one,
      { from: 30, through: 42 },
    ]);
  });

  it('a month is covered in whole, in part, or not at all', () => {
    const first = firstDayOf(APRIL);
    expect(coverageOf(APRIL, [{ from: first, through: first + 29 }])).toBe('whole');
    expect(coverageOf(APRIL, [{ from: first - 9, through: first + 40 }])).toBe('whole');
    expect(coverageOf(APRIL, [{ from: first, through: first + 28 }])).toBe('part');
    expect(coverageOf(APRIL, [{ from: first + 29, through: first + 60 }])).toBe('part');
    expect(coverageOf(APRIL, [{ from: first + 30, through: first + 60 }])).toBe('none');
    expect(coverageOf(APRIL, [])).toBe('none');
  });
});
