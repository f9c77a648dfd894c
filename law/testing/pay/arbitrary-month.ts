import fc from 'fast-check';
import { type OvertimeSpan, type PayDayKind, type PayMonth, type PaySpan, payDayKinds } from '../../pay/pay-types.ts';
import { modelPay, type PayRules } from '../../pay/rules.ts';
import { firstDayOf, lengthOf, parseYearMonth } from '../../time/months.ts';

const month = parseYearMonth('2026-11') ?? 0;
const first = firstDayOf(month);

type Drawn = {
  readonly date: number;
  readonly room: 'overtime' | 'holidayWork' | 'nightRegular';
  readonly from: number;
  readonly length: number;
  readonly travel: NonNullable<OvertimeSpan['travel']> | null;
};

/** Days at the border, lengths that fill sixty hours now and then, hours of the day and the night. */
const drawn: fc.Arbitrary<Drawn> = fc.record({
  date: fc.integer({ min: 0, max: lengthOf(month) - 1 }),
  room: fc.constantFrom('overtime', 'overtime', 'overtime', 'overtime', 'overtime', 'holidayWork', 'nightRegular'),
  from: fc.oneof(fc.constantFrom(300, 1035, 1320, 1440, 1740), fc.integer({ min: 0, max: 2000 })),
  length: fc.oneof(fc.constantFrom(60, 465), fc.integer({ min: 1, max: 800 })),
  travel: fc.option(fc.constantFrom('ordered' as const, 'notOrdered' as const), { freq: 10 }),
});
type Day = { readonly kind: PayDayKind; readonly next: PayDayKind; readonly regular: number | null };
const day: fc.Arbitrary<Day> = fc.record({
  kind: fc.constantFrom(...payDayKinds),
  next: fc.constantFrom(...payDayKinds),
  regular: fc.option(fc.constantFrom(0, 240, 345, 464, 465), { freq: 2 }),
});

/** The spans that leave no minute to two of them. */
function apart(spans: readonly Drawn[]): readonly Drawn[] {
  let end = Number.NEGATIVE_INFINITY;
  return [...spans]
    .sort((a, b) => a.date * 1440 + a.from - (b.date * 1440 + b.from))
    .filter(({ date, from, length }) => {
      if (date * 1440 + from < end) return false;
      end = date * 1440 + from + length;
      return true;
    });
}

const plain = ({ date, from, length }: Drawn): PaySpan => ({ dutyDate: first + date, from, until: from + length });

/** One person's November 2026. */
export const arbitraryPayMonth: fc.Arbitrary<PayMonth> = fc
  .record({
    spans: fc.array(drawn, { maxLength: 26, size: 'max' }).map(apart),
    weekHours: fc.constantFrom(0, 1860, 2310, 2325, 2400),
    days: fc.array(day, { minLength: lengthOf(month), maxLength: lengthOf(month) }),
    reallotted: fc.array(
      fc.record({
        dutyDate: fc.integer({ min: first, max: first + lengthOf(month) - 1 }),
        exceeding: fc.constantFrom(0, 15, 240, 465, 930),
      }),
      { maxLength: 3 },
    ),
    statutoryDaysOff: fc.option(
      fc.uniqueArray(fc.integer({ min: first, max: first + lengthOf(month) }), { maxLength: 5 }),
    ),
  })
  .map(({ spans, weekHours, days, reallotted, statutoryDaysOff }) => ({
    month,
    overtime: spans
      .filter(({ room }) => room === 'overtime')
      .map((span): OvertimeSpan => {
        const { kind, next, regular } = days[span.date] as Day;
        return {
          ...plain(span),
          dayKind: kind,
          nextDayKind: next,
          ...(regular === null ? {} : { regularHours: regular }),
          weekHours,
          ...(span.travel === null ? {} : { travel: span.travel }),
        };
      }),
    holidayWork: spans.filter(({ room }) => room === 'holidayWork').map(plain),
    nightRegular: spans.filter(({ room }) => room === 'nightRegular').map(plain),
    reallotted,
    ...(statutoryDaysOff === null ? {} : { statutoryDaysOff }),
  }));

/** Every choice that changes hours by class. */
export const arbitraryPayRules: fc.Arbitrary<PayRules> = fc
  .record({
    holidayWorkRate: fc.constantFrom(125, 135, 150),
    holidayWorkSplit: fc.constantFrom('WHOLE', 'BASE_AND_PREMIUM', 'PREMIUM_ONLY'),
    compensatedHolidayRate: fc.constantFrom('DUTY_DAY', 'OTHER_DAY'),
    sixtyExcludes: fc.constantFrom('NONE', 'SUNDAY_TYPE'),
    reallottedCountsToSixty: fc.boolean(),
    reallottedEnters: fc.constantFrom('WEEK_END', 'DUTY_DATE', 'MONTH_END'),
    shortTimeWithoutHours: fc.constantFrom('OTHER_DAY', 'FULL_WEEK'),
    weekStart: fc.integer({ min: 0, max: 6 }),
    overnightRateBy: fc.constantFrom('START_DAY', 'CALENDAR_DATE'),
    payRoundingUpFrom: fc.constantFrom(1, 15, 30),
  })
  .map((chosen): PayRules => ({ ...modelPay, ...chosen }) as PayRules);
