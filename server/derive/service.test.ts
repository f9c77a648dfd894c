import { modelOvertime } from '@tokimori/law/overtime/rules';
import { parseLocalDate } from '@tokimori/law/time/civil';
import { parseYearMonth } from '@tokimori/law/time/months';
import { describe, expect, it } from 'vitest';
import { departmentBook } from './departments.ts';
import { chainPosts, postOf, type Service, servesIn, transfersOfYear } from './service.ts';

const on = (date: string) => parseLocalDate(date)!;
const month = (text: string) => parseYearMonth(text)!;
const from = (date: string, until?: string) => ({ from: on(date), until: until === undefined ? Infinity : on(until) });
const today = on('2027-03-31');

/** 企画課 is designated for the year; 係 stands below it until July. */
const book = departmentBook(
  [
    { department: 'kikaku', parent: null, ...from('2000-04-01') },
    { department: 'kakari', parent: 'kikaku', ...from('2000-04-01', '2026-07-01') },
    { department: 'kakari', parent: 'somu', ...from('2026-07-01') },
    { department: 'somu', parent: null, ...from('2000-04-01') },
  ],
  [{ department: 'kikaku', ...from('2026-04-01', '2027-04-01') }],
);

const serving = (...posts: readonly [string, string][]): Service => ({
  ...from('2015-04-01'),
  posts: chainPosts(posts.map(([date, department]) => ({ ...from(date), department, managerial: false }))),
});
const driven = (service: Service, text: string) =>
  postOf(service, book, month(text), { yearStartMonth: 4, rules: modelOvertime, today }).externallyDriven;

describe('departments', () => {
  it('are designated by what stands above them, as long as it does', () => {
    expect(book.designatedDays('kakari')).toEqual([from('2026-04-01', '2026-07-01')]);
    expect(book.designatedOn('kakari', on('2026-06-30'))).toBe(true);
    expect(book.designatedOn('kakari', on('2026-07-01'))).toBe(false);
    expect(book.designatedDays('somu')).toEqual([]);
  });
});

describe('the kind of a month', () => {
  it('is externally driven in the month of a transfer, in both directions', () => {
    expect(driven(serving(['2015-04-01', 'kikaku'], ['2026-10-15', 'somu']), '2026-10')).toBe(true);
    expect(driven(serving(['2015-04-01', 'kikaku'], ['2026-10-15', 'somu']), '2026-11')).toBe(false);
    expect(driven(serving(['2015-04-01', 'somu'], ['2026-10-31', 'kikaku']), '2026-10')).toBe(true);
    expect(driven(serving(['2015-04-01', 'somu'], ['2026-10-31', 'kikaku']), '2026-09')).toBe(false);
  });

  it('is externally driven when the transfer is on the first of the month, unless the year begins on it', () => {
    expect(driven(serving(['2015-04-01', 'kikaku'], ['2026-10-01', 'somu']), '2026-10')).toBe(true);
    const lateDesignation = departmentBook([], [{ department: 'kikaku', ...from('2025-04-01') }]);
    const moved = serving(['2015-04-01', 'kikaku'], ['2026-04-01', 'somu']);
    const kind = postOf(moved, lateDesignation, month('2026-04'), { yearStartMonth: 4, rules: modelOvertime, today });
    expect(kind).toEqual({ department: 'somu', managerial: false, externallyDriven: false });
  });

  it('reads a move on a first day as the municipality does', () => {
    const book2025 = departmentBook([], [{ department: 'kikaku', ...from('2025-04-01') }]);
    const kind = (moved: string, rules: Partial<typeof modelOvertime>) =>
      postOf(serving(['2015-04-01', 'kikaku'], [moved, 'somu']), book2025, month(moved.slice(0, 7)), {
        yearStartMonth: 4,
        rules: { ...modelOvertime, ...rules },
        today,
      }).externallyDriven;
    expect(kind('2026-04-01', { transferOnFirstDayOfYear: 'counts' })).toBe(true);
    expect(kind('2026-10-01', { transferOnFirstDayOfMonth: 'confirmsKind' })).toBe(false);
    expect(kind('2026-10-02', { transferOnFirstDayOfMonth: 'confirmsKind' })).toBe(true);
  });

  it('does not count what takes effect later in the running month', () => {
    const service = serving(['2015-04-01', 'somu'], ['2026-10-15', 'kikaku']);
    const before = postOf(service, book, month('2026-10'), {
      yearStartMonth: 4,
      rules: modelOvertime,
      today: on('2026-10-14'),
    });
    expect(before).toMatchObject({ department: 'somu', externallyDriven: false });
    const then = postOf(service, book, month('2026-10'), {
      yearStartMonth: 4,
      rules: modelOvertime,
      today: on('2026-10-15'),
    });
    expect(then).toMatchObject({ department: 'kikaku', externallyDriven: true });
  });
});

describe('transfers', () => {
  it('are moves between departments of different kind within the year', () => {
    const service = serving(
      ['2015-04-01', 'somu'],
      ['2026-03-15', 'kakari'],
      ['2026-05-01', 'kikaku'],
      ['2026-10-15', 'somu'],
    );
    expect(transfersOfYear(service, book, month('2026-12'), 4)).toEqual([
      { on: on('2026-10-15'), from: 'externallyDriven', to: 'selfDirected' },
    ]);
    expect(transfersOfYear(service, book, month('2026-09'), 4)).toEqual([]);
  });
});

describe('service', () => {
  it('covers the months from the day of joining to the last day', () => {
    const service = { ...serving(['2015-04-01', 'somu']), ...from('2026-04-30', '2026-06-01') };
    expect(['2026-03', '2026-04', '2026-05', '2026-06'].map((m) => servesIn(service, month(m)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('gives a post to one department only, when two begin on the same day', () => {
    const posts = serving(['2015-04-01', 'a'], ['2026-04-01', 'c'], ['2026-04-01', 'b']).posts;
    expect(posts.map((p) => p.department)).toEqual(['a', 'c']);
  });
});
