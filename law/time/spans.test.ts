import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOfSpan, type Span, Spans, sharedMinutes } from './spans.ts';

const span = fc
  .tuple(fc.integer({ min: -60, max: 300 }), fc.integer({ min: -5, max: 90 }))
  .map(([from, length]): Span => ({ from, until: from + length }));
const list = fc.array(span, { maxLength: 6 });
const set = list.map((spans) => Spans.of(...spans));

/** The same set spelt out minute by minute. */
const minutesOf = (spans: Spans): Set<number> => {
  const all = new Set<number>();
  for (const { from, until } of spans.list) for (let minute = from; minute < until; minute += 1) all.add(minute);
  return all;
};
const sorted = (all: Iterable<number>): number[] => [...all].sort((a, b) => a - b);

describe('span sets', () => {
  it('hold the minutes of their spans, in whatever order they are given', () => {
    fc.assert(
      fc.property(list, (spans) => {
        const all = new Set<number>();
        for (const { from, until } of spans) for (let minute = from; minute < until; minute += 1) all.add(minute);
        expect(sorted(minutesOf(Spans.of(...spans)))).toEqual(sorted(all));
        expect(Spans.of(...spans.toReversed())).toEqual(Spans.of(...spans));
      }),
    );
  });

  it('are ascending and apart, also when computed', () => {
    fc.assert(
      fc.property(set, set, fc.integer({ min: 0, max: 60 }), (a, b, length) => {
        for (const { list: spans } of [a, a.or(b), a.and(b), a.minus(b), a.without(length, length)]) {
          spans.forEach((one, index) => {
            expect(one.until).toBeGreaterThan(one.from);
            if (index > 0) expect(one.from).toBeGreaterThan(spans[index - 1]!.until);
          });
        }
      }),
    );
  });

  it('that only touch share nothing and leave each other whole', () => {
    const [a, b] = [Spans.of({ from: 0, until: 60 }), Spans.of({ from: 60, until: 120 })];
    expect([a.and(b).list, a.minus(b).list, b.minus(a).list]).toEqual([[], a.list, b.list]);
    expect(a.minus(a).list).toEqual([]);
    expect(a.minus(Spans.of({ from: 0, until: 30 })).list).toEqual([{ from: 30, until: 60 }]);
    expect(a.minus(Spans.of({ from: 30, until: 60 })).list).toEqual([{ from: 0, until: 30 }]);
  });

  it('union, intersection and difference are those of minutes', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const [x, y] = [minutesOf(a), minutesOf(b)];
        expect(sorted(minutesOf(a.or(b)))).toEqual(sorted(new Set([...x, ...y])));
        expect(sorted(minutesOf(a.and(b)))).toEqual(sorted([...x].filter((minute) => y.has(minute))));
        expect(sorted(minutesOf(a.minus(b)))).toEqual(sorted([...x].filter((minute) => !y.has(minute))));
      }),
    );
  });

  it('a difference and an intersection make up the whole', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(a.minus(b).total + a.and(b).total).toBe(a.total);
        expect(a.or(b).total).toBe(a.total + b.total - a.and(b).total);
        expect(a.and(b)).toEqual(b.and(a));
        expect(a.or(b)).toEqual(b.or(a));
      }),
    );
  });

  it('lose a length after their first minutes', () => {
    fc.assert(
      fc.property(set, fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 120 }), (a, length, after) => {
        const all = sorted(minutesOf(a));
        const left = [...all.slice(0, after), ...all.slice(after + length)];
        expect(sorted(minutesOf(a.without(length, after)))).toEqual(left);
      }),
    );
  });

  it('know their ends', () => {
    expect([Spans.none.isEmpty, Spans.none.start, Spans.none.end, Spans.none.total]).toEqual([
      true,
      undefined,
      undefined,
      0,
    ]);
    const two = Spans.of({ from: 780, until: 1035 }, { from: 510, until: 720 });
    expect([two.isEmpty, two.start, two.end, two.total]).toEqual([false, 510, 1035, 465]);
  });

  it('join spans that touch', () =>
    expect(Spans.of({ from: 0, until: 5 }, { from: 5, until: 9 }).list).toEqual([{ from: 0, until: 9 }]));
});

describe('single spans', () => {
  it('have no minutes when reversed', () => {
    expect(lengthOfSpan({ from: 10, until: 25 })).toBe(15);
    expect(lengthOfSpan({ from: 25, until: 10 })).toBe(0);
  });

  it('share what both hold', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        expect(sharedMinutes(a, b)).toBe(Spans.of(a).and(Spans.of(b)).total);
      }),
    );
  });
});
