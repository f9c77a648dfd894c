import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NotInForce } from '../../decision/dated.ts';
import { testCases } from '../../testing/cases.ts';
import { readDayKind, readPayRules } from '../../testing/pay/read-month.ts';
import { samples } from '../../testing/samples.ts';
import { parseLocalDate } from '../../time/civil.ts';
import { formatDuration, parseDuration } from '../../time/minutes.ts';
import { payDayKinds } from '../pay-types.ts';
import { modelPay } from '../rules.ts';
import { ImpossibleOccasion, managersAllowance, type Occasion } from './managers-allowance.ts';

const needs = { 臨時: 'temporary', 災害: 'disaster', なし: 'none' } as const;

function occasionOf(text: string): Occasion {
  const [date = '', kind = '', spans = '', need = '', grade = ''] = text.split(' ');
  return {
    dutyDate: parseLocalDate(date) ?? Number.NaN,
    dayKind: readDayKind(kind),
    spans: spans.split('、').map((span) => {
      const [from = 0, until = 0] = span.split('–').map((time) => parseDuration(time) ?? Number.NaN);
      return { from, until };
    }),
    need: needs[need as keyof typeof needs],
    grade,
  };
}

testCases(new URL('./managers-allowance.cases.yaml', import.meta.url), (given) => {
  const managersAmounts = given.texts('amounts').map((text) => {
    const [grade = '', dayOff, night] = text.split(' ');
    return { grade, dayOff: Number(dayOff), night: Number(night) };
  });
  const rules = { ...readPayRules(given), managersAmounts };
  const occasions = given.texts('occasions').map(occasionOf);
  try {
    const { outcome, steps } = managersAllowance(occasions, rules);
    return {
      answer: {
        occasions: outcome.occasions.map(({ class: of, minutes, inBand, longer, yen }) =>
          [of, formatDuration(minutes), formatDuration(inBand), ...(longer ? ['longer'] : []), yen ?? '?'].join(' '),
        ),
        dayOff: formatDuration(outcome.dayOffMinutes),
        other: formatDuration(outcome.otherMinutes),
        night: formatDuration(outcome.statutoryNight),
        rate: outcome.nightRate,
        belowLaw: outcome.belowLaw,
        total: outcome.total,
        says: steps.map(({ says }) => says),
      },
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleOccasion || error instanceof NotInForce)
      return { answer: { refused: error.name }, refusal: error };
    throw error;
  }
});

it('says each occasion with its hours and amount', () => {
  const occasions = [
    occasionOf('2026-11-07 週 9:00–16:00 臨時 部長'),
    occasionOf('2026-11-10 勤 21:00–23:00 災害 部長'),
    occasionOf('2026-11-11 勤 18:00–19:00 災害 部長'),
    occasionOf('2026-11-12 勤 18:00–19:00 臨時 部長'),
    occasionOf('2026-11-13 勤 18:00–19:00 なし 部長'),
  ];
  const rules = { ...modelPay, managersAmounts: [{ grade: '部長', dayOff: 10_000, night: 5000 }] };
  const words = (dutyDate: string, because: string) => ({ dutyDate, because });
  expect(managersAllowance(occasions, rules).steps).toMatchObject([
    { says: 'dayOffOccasion', figures: { minutes: 420, long: 360, longer: 1 }, words: { need: 'temporary' } },
    { says: 'amountRead', figures: { yen: 15_000, base: 10_000, longer: 1 }, words: { grade: '部長' } },
    { says: 'nightOccasion', figures: { minutes: 120, inBand: 60, from: 1320 }, words: { dutyDate: '2026-11-10' } },
    { says: 'amountRead', figures: { yen: 5000, base: 5000, longer: 0 } },
    { says: 'noOccasion', figures: { minutes: 60 }, words: words('2026-11-11', 'outsideBand') },
    { says: 'noOccasion', words: words('2026-11-12', 'notDisaster') },
    { says: 'noOccasion', words: words('2026-11-13', 'noNeed') },
    { says: 'managersSummed', figures: { dayOff: 420, other: 300 } },
    { says: 'nightSummed', figures: { minutes: 60, rate: 25 } },
  ]);
  expect(() => managersAllowance([{ ...occasions[0]!, spans: [] }])).toThrow('2026-11-07');
});

it('keeps every minute, whatever it earns, in any order', () => {
  const occasion = fc.record({
    dutyDate: fc.integer({ min: 20_760, max: 20_789 }),
    dayKind: fc.constantFrom(...payDayKinds),
    span: fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 700 })),
    need: fc.constantFrom('temporary', 'disaster', 'none'),
  });
  const each = fc.uniqueArray(occasion, { selector: ({ dutyDate }) => dutyDate, maxLength: 8 });
  fc.assert(
    fc.property(each, (drawn) => {
      const occasions = drawn.map(
        ({ span: [from, length], ...rest }) => ({ ...rest, spans: [{ from, until: from + length }] }) as Occasion,
      );
      const { outcome } = managersAllowance(occasions);
      const total = drawn.reduce((sum, { span }) => sum + span[1], 0);
      expect(outcome.dayOffMinutes + outcome.otherMinutes).toBe(total);
      expect(outcome.statutoryNight).toBeLessThanOrEqual(total);
      expect(managersAllowance(occasions.toReversed())).toEqual(managersAllowance(occasions));
    }),
    { numRuns: samples(100) },
  );
});
