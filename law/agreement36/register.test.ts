import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeOvertime } from '../overtime/judge-overtime.ts';
import { changed, fullAgreement } from '../testing/agreement36/agreement.ts';
import { testCases } from '../testing/cases.ts';
import { samples } from '../testing/samples.ts';
import { stepText } from '../testing/step-text.ts';
import { epochDayOf, formatLocalDate } from '../time/civil.ts';
import { monthOf } from '../time/months.ts';
import { capsAgreementOf } from './maxima.ts';
import { agreementOn, findOverlaps, ImpossibleDay, judgeAgreementDay } from './register.ts';
import type { RegisteredAgreement } from './types.ts';

const textOf = stepText({ days: ['on', 'from', 'through'], counts: ['days'] });
const line = fullAgreement.lines[0]!;

testCases(new URL('./register.cases.yaml', import.meta.url), (given) => {
  if (given.has('overtime')) {
    const day = {
      overtime: given.minutes('overtime'),
      hazardous: given.has('hazardous') ? given.minutes('hazardous') : 0,
    };
    const daily = given.has('daily') ? given.minutes('daily') : null;
    try {
      const { outcome, steps } = judgeAgreementDay(day, { ...line, daily });
      return { answer: { verdict: `${outcome.daily} ${outcome.hazardous}`, steps: steps.map(textOf) } };
    } catch (error) {
      if (error instanceof ImpossibleDay) return { answer: { verdict: error.message }, refusal: error };
      throw error;
    }
  }
  const agreements = given.list('agreements').map((each) => changed([`id = ${each.text('id')}`, ...each.texts('set')]));
  const overlaps = findOverlaps(agreements).map(
    ({ first, second, from, through }) =>
      `${first} ${second} ${formatLocalDate(from)} ${through === null ? '-' : formatLocalDate(through)}`,
  );
  if (!given.has('on')) return { answer: { overlaps } };
  const { outcome, steps } = agreementOn(
    agreements,
    given.has('workplace') ? given.text('workplace') : '第一保育所',
    given.day('on'),
  );
  const state =
    outcome.state === 'inForce'
      ? `${outcome.agreement}${outcome.renewalDue ? ' renewal' : ''}`
      : outcome.state === 'none'
        ? outcome.because
        : outcome.agreements.join(' ');
  return { answer: { state, overlaps, steps: steps.map(textOf) } };
});

describe('the register', () => {
  const START = epochDayOf(2026, 4, 1);
  const arbitrary = fc
    .array(
      fc.record({
        workplace: fc.constantFrom('甲', '乙'),
        start: fc.nat(1000),
        years: fc.integer({ min: 1, max: 2 }),
        filed: fc.option(fc.integer({ min: -30, max: 500 })),
      }),
      { maxLength: 5 },
    )
    .map((all) =>
      all.map(({ workplace, start, years, filed }, at): RegisteredAgreement => {
        const from = START + start;
        return {
          ...fullAgreement,
          id: String(at),
          workplace,
          yearStart: from,
          term: { from, through: from + 366 * years },
          concludedOn: START - 60,
          filedOn: filed === null ? null : from + filed,
        };
      }),
    );

  it('has no day with several in force where nothing overlaps, and one where something does', () => {
    fc.assert(
      fc.property(arbitrary, (agreements) => {
        const overlaps = findOverlaps(agreements);
        for (const workplace of ['甲', '乙']) {
          const own = overlaps.filter((each) => each.workplace === workplace);
          for (const { from } of own) expect(agreementOn(agreements, workplace, from).outcome.state).toBe('several');
          if (own.length > 0) continue;
          for (let on = START; on < START + 2000; on += 97)
            expect(agreementOn(agreements, workplace, on).outcome.state).not.toBe('several');
        }
      }),
      { numRuns: samples(40) },
    );
  });

  it('does not depend on the order in which agreements were registered', () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(2000), (agreements, after) => {
        const reversed = agreements.toReversed();
        expect(findOverlaps(reversed)).toEqual(findOverlaps(agreements));
        expect(agreementOn(reversed, '甲', START + after)).toEqual(agreementOn(agreements, '甲', START + after));
      }),
      { numRuns: samples(40) },
    );
  });

  it('hands its numbers to the caps', () => {
    const month = monthOf(epochDayOf(2026, 6, 1));
    const agreement = capsAgreementOf(changed(['yearStart = 2026-06-01', 'special.monthlyTotal = 80:00']), line);
    expect(agreement).toEqual({
      monthly: 2700,
      annual: 21600,
      yearStartMonth: 6,
      special: { monthly: 4800, annual: 43200, times: 6 },
    });
    expect(capsAgreementOf(changed(['yearStart = null', 'special = null']), line).yearStartMonth).toBe(4);
    const { limits } = judgeOvertime({
      regime: 'article36',
      months: [{ month, department: 'selfDirected', overtime: 4500, exceptional: 0, legalHolidayWork: 301 }],
      transfers: [],
      asOf: epochDayOf(2026, 6, 30),
      employedFrom: month,
      agreement,
    });
    expect(limits.map(({ limit, verdict }) => [limit, verdict])).toContainEqual(['monthlyTotal', 'exceeded']);
  });
});
