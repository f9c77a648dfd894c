import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCitation } from '../decision/format-citation.ts';
import { type Given, testCases } from '../testing/cases.ts';
import { samples } from '../testing/samples.ts';
import { parseLocalDate } from '../time/civil.ts';
import { formatDuration, parseDuration } from '../time/minutes.ts';
import { firstDayOf, parseYearMonth } from '../time/months.ts';
import { ImpossibleSpans, type OvertimeSpan, type PayDayKind, type PayMonth, payHours } from './pay-hours.ts';
import { SIXTY, sameHourUntil } from './pay-rates.ts';

const dayKinds: Readonly<Record<string, PayDayKind>> = { 勤: 'dutyDay', 週: 'weeklyDayOff', 休: 'legalHoliday' };
const minute = (text: string): number => parseDuration(text) ?? Number.NaN;
const day = (text: string): number => parseLocalDate(text) ?? Number.NaN;

function overtimeSpan(text: string): OvertimeSpan {
  const [, date = '', kind = '', from = '', until = '', regular] =
    /^(\S+) (\S) (\S+)–([\d:]+)(?:\((\S+)\))?$/.exec(text) ?? [];
  const regularHours = regular === undefined ? {} : { regularHours: minute(regular) };
  return { dutyDate: day(date), dayKind: dayKinds[kind]!, from: minute(from), until: minute(until), ...regularHours };
}

const plainSpan = (text: string) => {
  const [, date = '', from = '', until = ''] = /^(\S+) (\S+)–(\S+)$/.exec(text) ?? [];
  return { dutyDate: day(date), from: minute(from), until: minute(until) };
};

/** `2026-11-01 週 24 2:30`: from a day on, so many days with such a span from 9:00. */
function dailySpans(given: Given): OvertimeSpan[] {
  if (!given.has('daily')) return [];
  const [date = '', kind = '', days = '', length = ''] = given.text('daily').split(' ');
  return Array.from({ length: Number(days) }, (_, at) => ({
    dutyDate: day(date) + at,
    dayKind: dayKinds[kind]!,
    from: 540,
    until: 540 + minute(length),
  }));
}

function monthOf(given: Given): PayMonth {
  return {
    month: given.month('month'),
    overtime: [...dailySpans(given), ...given.texts('spans').map(overtimeSpan)],
    holidayWork: given.texts('holidayWork').map(plainSpan),
    nightRegular: given.texts('nightRegular').map(plainSpan),
    reallotted: given.texts('reallotted').map((text) => {
      const [date = '', exceeding = ''] = text.split(' ');
      return { dutyDate: day(date), exceeding: minute(exceeding) };
    }),
  };
}

testCases(new URL('./pay-hours.cases.yaml', import.meta.url), (given) => {
  const month = monthOf(given);
  try {
    const { outcome, steps } = payHours(month);
    return {
      answer: {
        classes: outcome.classes.map((c) => `${c.allowance} ${c.rate} ${formatDuration(c.exact)}→${c.paid}`),
        beyondSixty: formatDuration(outcome.beyondSixty),
        timeOff: formatDuration(outcome.timeOffInLieu),
      },
      cites: steps.flatMap(({ citation }) => (citation === undefined ? [] : [formatCitation(citation)])),
    };
  } catch (error) {
    if (error instanceof ImpossibleSpans) return { answer: { refused: true } };
    throw error;
  }
});

describe('pay hours', () => {
  const month = parseYearMonth('2026-11')!;
  const arbitrary: fc.Arbitrary<PayMonth> = fc
    .array(
      fc.record({
        kind: fc.constantFrom<PayDayKind>('dutyDay', 'weeklyDayOff', 'legalHoliday'),
        from: fc.integer({ min: 0, max: 1380 }),
        length: fc.integer({ min: 1, max: 600 }),
        regular: fc.option(fc.integer({ min: 0, max: 465 })),
        none: fc.boolean(),
      }),
      { minLength: 15, maxLength: 15 },
    )
    .chain((days) =>
      fc
        .array(fc.record({ date: fc.integer({ min: 0, max: 29 }), exceeding: fc.integer({ min: 0, max: 465 }) }), {
          maxLength: 3,
        })
        .map((reallotted) => ({
          month,
          overtime: days.flatMap(({ kind, from, length, regular, none }, at) =>
            none
              ? []
              : [
                  {
                    dutyDate: firstDayOf(month) + 2 * at,
                    dayKind: kind,
                    from,
                    until: from + length,
                    ...(regular === null ? {} : { regularHours: regular }),
                  },
                ],
          ),
          holidayWork: [],
          nightRegular: [],
          reallotted: reallotted.map(({ date, exceeding }) => ({ dutyDate: firstDayOf(month) + date, exceeding })),
        })),
    );
  const lengthOf = ({ overtime, reallotted }: PayMonth) =>
    overtime.reduce((sum, { from, until }) => sum + until - from, 0) +
    reallotted.reduce((sum, { exceeding }) => sum + exceeding, 0);

  it('loses no minute and invents none', () => {
    fc.assert(
      fc.property(arbitrary, (given) => {
        const { classes, beyondSixty } = payHours(given).outcome;
        const total = lengthOf(given);
        expect(classes.reduce((sum, { exact }) => sum + exact, 0)).toBe(total);
        expect(beyondSixty).toBe(Math.max(0, total - SIXTY));
      }),
      { numRuns: samples(300) },
    );
  });

  it('does not depend on the order of what is given', () => {
    fc.assert(
      fc.property(arbitrary, (given) => {
        const turned = { ...given, overtime: given.overtime.toReversed() };
        expect(payHours(turned)).toEqual(payHours(given));
      }),
      { numRuns: samples(200) },
    );
  });

  it('pays no class of the night for a minute of the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2879 }), (at) => {
        const hour = Math.floor(at / 60) % 24;
        expect(sameHourUntil(at).night).toBe(hour < 5 || hour >= 22);
        expect(sameHourUntil(at).until).toBeGreaterThan(at);
      }),
      { numRuns: samples(500) },
    );
  });

  it('says of every minute which rate it has and why', () => {
    const { steps } = payHours({
      month,
      overtime: [{ dutyDate: firstDayOf(month) + 3, dayKind: 'dutyDay', from: 1260, until: 1380 }],
      holidayWork: [],
      nightRegular: [],
      reallotted: [{ dutyDate: firstDayOf(month) + 3, exceeding: 15 }],
    });
    expect(steps).toMatchObject([
      {
        says: 'pieceRated',
        figures: { from: 1260, until: 1320, rate: 125, night: 0 },
        words: { dutyDate: '2026-11-04' },
      },
      { says: 'pieceRated', figures: { from: 1320, until: 1380, rate: 150, night: 1 } },
      { says: 'reallottedRated', figures: { minutes: 15, rate: 25 } },
      { says: 'classRounded', figures: { rate: 25, exact: 15, paid: 0 } },
      { says: 'classRounded', figures: { rate: 125, exact: 60, paid: 1 } },
      { says: 'classRounded', figures: { rate: 150, exact: 60, paid: 1 } },
    ]);
  });
});
