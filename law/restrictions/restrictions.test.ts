import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotInForce } from '../decision/dated.ts';
import { formatCitation } from '../decision/format-citation.ts';
import { type Given, testCases } from '../testing/cases.ts';
import { at, citesOf, day, kindOf, refusing } from '../testing/restrictions/reading.ts';
import { samples } from '../testing/samples.ts';
import type { EpochDay } from '../time/civil.ts';
import { formatDuration, parseDuration } from '../time/minutes.ts';
import { firstDayOf, formatYearMonth, lastDayOf } from '../time/months.ts';
import { judgeRestrictions } from './restrictions.ts';
import { modelRestrictions } from './rules.ts';
import {
  type Ground,
  type PersonalVerdict,
  type RestrictedMonth,
  type RestrictionKind,
  type RestrictionRequest,
  type Restrictions,
  restrictionKinds,
} from './types.ts';

/** A request of the cases: 「制限 2026-04-01 2027-03-31」, made long before, for a child of three. */
function requestOf(text: string, position: number): RestrictionRequest {
  const [kind = '', from = '', through = ''] = text.split(' ');
  const maternity = kind.startsWith('妊産婦');
  return {
    kind: kindOf(kind),
    ground: maternity ? { of: 'maternity' } : { of: 'child', bornOn: day('2024-05-10') },
    requestedOn: day('2026-01-01') + position,
    from: day(from),
    through: day(through),
  };
}

function monthsOf(given: Given): readonly RestrictedMonth[] {
  const months = given.inner('months');
  const disaster = given.has('disaster') ? given.inner('disaster') : undefined;
  const first = months.month('from');
  return months.texts('overtime').flatMap((text, position) => {
    const overtime = parseDuration(text);
    const name = formatYearMonth(first + position);
    const disasterNeed = disaster?.has(name) ? disaster.minutes(name) : 0;
    return overtime === undefined ? [] : [{ month: first + position, overtime, disasterNeed }];
  });
}

const figures = ({ value, cap, verdict, because }: PersonalVerdict) =>
  `${value === null ? null : formatDuration(value)}/${formatDuration(cap)} ${verdict}${because === undefined ? '' : ` ${because}`}`;

function say(verdict: PersonalVerdict): string {
  const { limit, from, through } = verdict;
  const span =
    limit === 'personalAnnual' ? `${formatYearMonth(from)} ${formatYearMonth(through)}` : formatYearMonth(from);
  return `${limit} ${span} ${figures(verdict)}`;
}

function sayToday({ overtime, holidayWork, night, needsGraveReason }: Restrictions['today']): string {
  const said = [overtime && '時間外', holidayWork && '休日', night && '深夜', needsGraveReason && '著しい支障'];
  const forbidden = said.filter((each) => each !== false);
  return forbidden.length === 0 ? 'なし' : forbidden.join(' ');
}

testCases(new URL('./restrictions.cases.yaml', import.meta.url), (given) => {
  const input = {
    requests: given.texts('requests').map(requestOf),
    months: monthsOf(given),
    asOf: given.day('asOf'),
    managerial: false,
  };
  const fiscal = given.has('yearOf') && given.text('yearOf') === 'fiscalYear';
  return refusing(() => {
    const { outcome, steps } = judgeRestrictions(input, {
      ...modelRestrictions,
      yearOf: fiscal ? 'fiscalYear' : 'requestPeriod',
    });
    const { remaining, verdicts, requests, today } = outcome;
    const overtime = remaining.overtime === null ? null : formatDuration(remaining.overtime);
    const said = verdicts.map(say);
    return {
      answer: {
        verdicts: said,
        first: said[0] ?? null,
        second: said[1] ?? null,
        annual: verdicts
          .filter(({ limit }) => limit === 'personalAnnual')
          .map(figures)
          .join(', '),
        remaining: `${overtime} ${remaining.binding}`,
        notJudged: remaining.notJudged,
        defects: requests.map(({ defects }) => (defects.length === 0 ? 'なし' : defects.join(' '))),
        today: sayToday(today),
      },
      cites: [...citesOf(steps), ...verdicts.map(({ citation }) => formatCitation(citation))],
    };
  });
});

const APRIL = at('2026-04');
const arbitraryMonths: fc.Arbitrary<readonly RestrictedMonth[]> = fc
  .array(
    fc.record({ known: fc.integer({ min: 0, max: 8 }), overtime: fc.integer({ min: 0, max: 1800 }), part: fc.nat(3) }),
    {
      minLength: 8,
      maxLength: 8,
    },
  )
  .map((all) =>
    all.flatMap(({ known, overtime, part }, position) =>
      known === 0
        ? []
        : [{ month: APRIL + position, overtime, disasterNeed: part === 0 ? Math.min(overtime, 120) : 0 }],
    ),
  );
const arbitraryRequest: fc.Arbitrary<RestrictionRequest> = fc
  .record({
    kind: fc.constantFrom<RestrictionKind>('overtimeLimit', 'overtimeExemption', 'lateNightLimit', 'maternityOvertime'),
    from: fc.integer({ min: -40, max: 200 }),
    length: fc.integer({ min: 0, max: 180 }),
    back: fc.integer({ min: 40, max: 80 }),
    care: fc.boolean(),
  })
  .map(({ kind, from, length, back, care }) => {
    const first = firstDayOf(APRIL) + from;
    const child: Ground = care ? { of: 'familyCare' } : { of: 'child', bornOn: day('2022-08-08') };
    return {
      kind,
      ground: kind === 'maternityOvertime' ? { of: 'maternity' } : child,
      requestedOn: first - back,
      from: first,
      through: first + length,
    };
  });
const arbitraryInput = fc.record({
  requests: fc.array(arbitraryRequest, { maxLength: 4 }),
  months: arbitraryMonths,
  asOf: fc.integer({ min: firstDayOf(APRIL), max: lastDayOf(APRIL + 7) }),
  managerial: fc.boolean(),
});

describe('limits on request', () => {
  it('leave less after more overtime, and never a negative rest', () => {
    fc.assert(
      fc.property(arbitraryInput, fc.nat(), fc.integer({ min: 1, max: 600 }), (input, pick, more) => {
        const before = judgeRestrictions(input).outcome.remaining.overtime;
        const heavier = input.months.map((month, position) =>
          position === pick % Math.max(1, input.months.length) ? { ...month, overtime: month.overtime + more } : month,
        );
        const after = judgeRestrictions({ ...input, months: heavier }).outcome.remaining.overtime;
        if (before === null) return;
        expect(after ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(before);
        expect(before).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: samples(200) },
    );
  });

  it('do not depend on the order of months and requests', () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const { requests, ...rest } = judgeRestrictions(input).outcome;
        const turned = judgeRestrictions({
          ...input,
          months: input.months.toReversed(),
          requests: input.requests.toReversed(),
        }).outcome;
        expect({ ...turned, requests: [], verdicts: turned.verdicts.map(say).sort() }).toEqual({
          ...rest,
          requests: [],
          verdicts: rest.verdicts.map(say).sort(),
        });
        expect(turned.requests.map(({ effective }) => effective).toReversed()).toEqual(
          requests.map(({ effective }) => effective),
        );
      }),
      { numRuns: samples(200) },
    );
  });

  it('hold only on days that were asked for, and a request less never tightens', () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const { outcome } = judgeRestrictions(input);
        for (const [position, { effective }] of outcome.requests.entries()) {
          const asked = input.requests[position];
          if (effective === null || asked === undefined) continue;
          expect(effective.from).toBeGreaterThanOrEqual(asked.from);
          expect(effective.through).toBeLessThanOrEqual(asked.through);
          expect(effective.from).toBeLessThanOrEqual(effective.through);
        }
        const none = judgeRestrictions({ ...input, requests: [] }).outcome;
        expect(none.remaining).toEqual({ overtime: null, binding: null, notJudged: [] });
        expect(none.verdicts).toEqual([]);
      }),
      { numRuns: samples(200) },
    );
  });

  it('answer in every month to the end of the next fiscal year, and refuse the day before each began', () => {
    const since: Readonly<Record<RestrictionKind, string>> = {
      overtimeLimit: '2002-04-01',
      overtimeExemption: '2010-06-30',
      lateNightLimit: '1999-04-01',
      maternityOvertime: '1986-04-01',
      maternityNight: '1986-04-01',
      childcareShortTime: '2007-08-01',
    };
    for (const kind of restrictionKinds) {
      const begins = day(since[kind]);
      const asked = (from: EpochDay): RestrictionRequest => ({
        kind,
        ground: kind.startsWith('maternity') ? { of: 'maternity' } : { of: 'child', bornOn: from - 100 },
        requestedOn: from - 50,
        from,
        through: from + 60,
      });
      const holds = (from: EpochDay) =>
        judgeRestrictions({ requests: [asked(from)], months: [], asOf: from, managerial: false }).outcome.requests[0]
          ?.effective;
      expect(holds(begins)).toEqual({ from: begins, through: begins + 60 });
      expect(() => holds(begins - 1)).toThrow(NotInForce);
      for (let month = at('2019-04'); month <= at('2028-03'); month += 1)
        expect(holds(firstDayOf(month))).not.toBeNull();
    }
  });
});
