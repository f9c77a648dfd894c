import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instrumentOf } from '../instruments/instruments.ts';
import { type Given, testCases } from '../testing/cases.ts';
import { samples } from '../testing/samples.ts';
import { parseLocalDate } from '../time/civil.ts';
import { formatDuration, type Minutes, parseDuration } from '../time/minutes.ts';
import { deriveDutyDay } from './derive-duty-day.ts';
import { explainDutyDay } from './explain-duty-day.ts';
import { netOvertime } from './net-overtime.ts';
import type { Allotment, DayFacts, DayRules, DutyDay, Mark, OvertimeCategory, OvertimeEntry } from './types.ts';

const hours = { from: 510, until: 1035 };
const breaks = [{ from: 720, until: 780 }];
const allotments: Readonly<Record<string, Allotment>> = {
  dutyDay: { kind: 'dutyDay', hours, breaks },
  legalHoliday: { kind: 'legalHoliday', hours, breaks, name: '文化の日' },
  weeklyDayOff: { kind: 'weeklyDayOff' },
};
const rules: DayRules = {
  dayBoundary: 300,
  discrepancyThreshold: 30,
  exceptionalCategories: ['exceptional', 'disaster', 'infection'],
};

function minutes(text: string): Minutes {
  const read = parseDuration(text);
  if (read === undefined) throw new Error(`${text}: h:mm is needed`);
  return read;
}

function markOf(text: string): Mark {
  const [at = '', direction, source = 'punch'] = text.split(' ');
  if (direction !== 'in' && direction !== 'out' && direction !== 'unknown') throw new Error(`${text}: no direction`);
  if (source !== 'punch' && source !== 'gate' && source !== 'pc') throw new Error(`${text}: no source`);
  return { at: minutes(at), direction, source };
}

const categories: readonly OvertimeCategory[] = ['normal', 'temporary', 'exceptional', 'disaster', 'infection'];

/** `17:15-20:00 [2:45] [disaster]`, or `2:00 [disaster]`. Without a length: that of the span, net. */
function entryOf(text: string, state: OvertimeEntry['state'], allotment: Allotment): OvertimeEntry {
  const [first = '', ...rest] = text.split(' ');
  const category = categories.find((any) => rest.includes(any)) ?? 'normal';
  const length = rest.find((word) => /^\d/.test(word));
  if (!first.includes('-')) return { state, span: null, minutes: minutes(first), category };
  const [from = '', until = ''] = first.split('-');
  const span = { from: minutes(from), until: minutes(until) };
  return { state, span, minutes: length === undefined ? netOvertime(span, allotment) : minutes(length), category };
}

function factsOf(given: Given): DayFacts {
  const allotment = allotments[given.has('kind') ? given.text('kind') : 'dutyDay'];
  if (allotment === undefined) throw new Error('unknown kind of day');
  const corrected = given.has('corrected') ? given.inner('corrected') : undefined;
  return {
    day: 20761,
    allotment,
    marks: given.texts('marks').map(markOf),
    corrected: corrected
      ? {
          in: corrected.has('in') ? corrected.minutes('in') : null,
          out: corrected.has('out') ? corrected.minutes('out') : null,
        }
      : null,
    overtime: [
      ...given.texts('ordered').map((text) => entryOf(text, 'ordered', allotment)),
      ...given.texts('confirmed').map((text) => entryOf(text, 'confirmed', allotment)),
    ],
    discrepancyAnswered: given.has('answered') && given.flag('answered'),
    clock: given.has('clock') ? given.minutes('clock') : 2880,
  };
}

const moments: ReadonlySet<string> = new Set(['firstIn', 'lastOut', 'pcFirst', 'pcLast'] satisfies (keyof DutyDay)[]);

function told(day: DutyDay): Record<string, string | boolean | null> {
  return Object.fromEntries(
    Object.entries(day).map(([figure, value]) => {
      if (typeof value !== 'number') return [figure, value];
      return [figure, moments.has(figure) && value === -1 ? null : formatDuration(value)];
    }),
  );
}

testCases(new URL('./derive-duty-day.cases.yaml', import.meta.url), (given) => {
  const facts = factsOf(given);
  const steps = explainDutyDay(facts, rules);
  return {
    answer: { ...told(deriveDutyDay(facts, rules)), steps: steps.map(({ says }) => says) },
    cites: steps.flatMap(({ citation }) => (citation ? [`${citation.instrument} ${citation.path}`] : [])),
  };
});

const anyMark = fc.record({
  at: fc.integer({ min: 300, max: 2000 }),
  direction: fc.constantFrom('in', 'out', 'unknown'),
  source: fc.constantFrom('punch', 'gate', 'pc'),
}) satisfies fc.Arbitrary<Mark>;
const anyEntry = fc
  .record({
    state: fc.constantFrom('ordered', 'confirmed'),
    from: fc.integer({ min: 300, max: 1700 }),
    length: fc.integer({ min: 1, max: 600 }),
    spanned: fc.boolean(),
    category: fc.constantFrom(...categories),
  })
  .map(({ state, from, length, spanned, category }): OvertimeEntry => {
    return { state, span: spanned ? { from, until: from + length } : null, minutes: length, category };
  });
const anyFacts = fc.record({
  day: fc.constant(20761),
  allotment: fc.constantFrom(...Object.values(allotments)),
  marks: fc.array(anyMark, { maxLength: 6 }),
  corrected: fc.constant(null),
  overtime: fc.array(anyEntry, { maxLength: 3 }),
  discrepancyAnswered: fc.boolean(),
  clock: fc.integer({ min: -3000, max: 6000 }),
}) satisfies fc.Arbitrary<DayFacts>;

describe('any duty date', () => {
  it('has figures that hold together', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const day = deriveDutyDay(facts, rules);
        expect(day.presence).toBeGreaterThanOrEqual(day.beyond);
        expect(day.beyond).toBeGreaterThanOrEqual(0);
        expect(day.overtime).toBeGreaterThanOrEqual(day.exceptional);
        expect(day.exceptional).toBeGreaterThanOrEqual(day.disaster + day.infection);
        expect(day.overtime).toBeGreaterThanOrEqual(day.night);
        expect(day.holidayWork).toBeGreaterThanOrEqual(0);
        expect(day.discrepancy === 0 || day.discrepancy > rules.discrepancyThreshold).toBe(true);
        expect(day.dayOffOvertime).toBe(facts.allotment.kind === 'weeklyDayOff' ? day.overtime : 0);
        for (const value of Object.values(day))
          if (typeof value === 'number') expect(Number.isInteger(value)).toBe(true);
      }),
      { numRuns: samples(500) },
    );
  });

  it('counts nothing but confirmed work as long as it is not judged', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const day = deriveDutyDay(facts, rules);
        const confirmed = facts.overtime.some(({ state }) => state === 'confirmed');
        if (day.state !== 'classified' && !confirmed)
          expect([day.overtime, day.holidayWork, day.discrepancy]).toEqual([0, 0, 0]);
        if (day.state === 'classified') expect([day.orderedAhead, day.unclassifiable]).toEqual([0, false]);
      }),
      { numRuns: samples(500) },
    );
  });

  it('counts ordered work no longer than the presence', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const overtime = facts.overtime.map((entry) => ({ ...entry, state: 'ordered' as const }));
        const day = deriveDutyDay({ ...facts, overtime }, rules);
        expect(day.overtime + day.holidayWork).toBeLessThanOrEqual(day.presence);
        expect(day.overtime).toBeLessThanOrEqual(Math.max(0, day.beyond));
      }),
      { numRuns: samples(500) },
    );
  });

  it('does not change what it is given, and answers alike again', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const before = structuredClone(facts);
        expect(deriveDutyDay(facts, rules)).toEqual(deriveDutyDay(facts, rules));
        expect(facts).toEqual(before);
      }),
    );
  });

  it('is explained by registered texts, and says when it cannot be judged', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const steps = explainDutyDay(facts, rules);
        for (const { citation } of steps) {
          expect(instrumentOf(citation?.instrument ?? '')).toBeDefined();
          expect(parseLocalDate(citation?.revision ?? '')).toBeDefined();
          expect(['A', 'B']).toContain(citation?.confidence);
        }
        expect(steps.some(({ says }) => says === 'dayUnclassifiable')).toBe(deriveDutyDay(facts, rules).unclassifiable);
      }),
    );
  });
});

describe('the steps of a duty date', () => {
  const facts: DayFacts = {
    day: 20761,
    allotment: allotments.dutyDay!,
    marks: [markOf('8:22 in'), markOf('20:31 out')],
    corrected: null,
    overtime: [{ state: 'ordered', span: { from: 1035, until: 1230 }, minutes: 195, category: 'exceptional' }],
    discrepancyAnswered: false,
    clock: 2880,
  };
  const figuresOf = (changed: Partial<DayFacts>) =>
    Object.fromEntries(
      explainDutyDay({ ...facts, ...changed }, rules).map(({ says, figures, words }) => [
        says,
        words ? { ...figures, ...words } : figures,
      ]),
    );

  it('carry their figures', () => {
    expect(
      figuresOf({ overtime: [{ ...facts.overtime[0]!, span: { from: 1035, until: 1200 }, minutes: 165 }] }),
    ).toEqual({
      dayPresence: { firstIn: 502, lastOut: 1231, presence: 729 },
      dayOutsideAllotment: { from: 510, until: 1035, beyond: 204 },
      dayOrdered: { ordered: 165, counted: 165 },
      dayExceptional: { minutes: 165 },
      dayDiscrepancy: { lastOut: 1231, minutes: 31, threshold: 30 },
    });
  });

  it('tell how much of an order counted', () => {
    expect(figuresOf({ marks: [markOf('8:22 in'), markOf('18:15 out')] }).dayOrdered).toEqual({
      ordered: 195,
      counted: 60,
    });
  });

  it('tell what a correction replaced, -1 for what it left', () => {
    expect(figuresOf({ corrected: { in: null, out: 1100 } }).dayCorrected).toEqual({ in: -1, out: 1100 });
    expect(figuresOf({ corrected: { in: 480, out: null } }).dayCorrected).toEqual({ in: 480, out: -1 });
  });

  it('tell the break of a 週休日', () => {
    const overtime: OvertimeEntry[] = [
      { state: 'ordered', span: { from: 540, until: 1020 }, minutes: 435, category: 'normal' },
    ];
    const marks = [markOf('9:00 in'), markOf('17:00 out')];
    const steps = figuresOf({ allotment: allotments.weeklyDayOff!, overtime, marks });
    expect([steps.dayStatutoryBreak, steps.dayOffPresence]).toEqual([{ minutes: 45 }, { presence: 480 }]);
  });

  it('tell that a reason was accepted, once the day is judged', () => {
    expect(figuresOf({ discrepancyAnswered: true }).dayDiscrepancyAnswered).toEqual({ lastOut: 1231 });
    expect(figuresOf({ discrepancyAnswered: true, marks: [] }).dayDiscrepancyAnswered).toBeUndefined();
  });

  it('tell the one mark that is there', () => {
    expect(figuresOf({ marks: [markOf('20:31 out')] }).dayPresence).toEqual({
      firstIn: -1,
      lastOut: 1231,
      presence: 0,
    });
    expect(figuresOf({ marks: [markOf('0:00 in')] }).dayPresence).toEqual({ firstIn: 0, lastOut: -1, presence: 0 });
  });

  it('tell why a day is not judged', () => {
    expect(figuresOf({ marks: [markOf('8:22 in')] }).dayUnclassifiable).toEqual({
      ordered: 195,
      because: 'missingOut',
    });
    expect(figuresOf({ marks: [], clock: 600 })).toEqual({
      dayOrderedAhead: { minutes: 195 },
      dayNotYetJudged: { clock: 600 },
    });
  });

  it('tell the night, confirmed work and 休日勤務', () => {
    const confirmed: OvertimeEntry[] = [
      { state: 'confirmed', span: { from: 960, until: 1380 }, minutes: 420, category: 'normal' },
    ];
    const steps = figuresOf({ allotment: allotments.legalHoliday!, overtime: confirmed });
    expect([steps.dayConfirmed, steps.dayHolidayWork, steps.dayNight]).toEqual([
      { confirmed: 345 },
      { minutes: 75 },
      { minutes: 60 },
    ]);
  });
});
