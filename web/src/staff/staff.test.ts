import { category, type DayView } from '@tokimori/contract/values';
import { describe, expect, test } from 'vitest';
import { safeNext } from '../entrance/sign-in.tsx';
import { rowsOf, totalName } from './day-rows.ts';
import { recordedAt } from './recorded-at.ts';
import { emptyDraft, mistakesOf, readDraft, readHours } from './request-draft.ts';
import { categoryOptions } from './request-form.tsx';
import { dueWords } from './tasks.tsx';
import { sumEquation } from './why-chapters.tsx';

const rest = (date: string, holidayName: string | null = null): DayView => ({
  date,
  state: holidayName === null ? 'dayOff' : 'holiday',
  holidayName,
  allotment: null,
  firstIn: null,
  lastOut: null,
  pcFirst: null,
  pcLast: null,
  presence: 0,
  beyond: 0,
  overtime: 0,
  exceptional: 0,
  orderedAhead: 0,
  requested: 0,
  discrepancy: 0,
  cumulative: 0,
  spans: [],
});

describe('rows of a month', () => {
  test('empty days off fold into one row, a holiday keeps its name', () => {
    const rows = rowsOf([rest('2026-10-10'), rest('2026-10-11'), rest('2026-10-12', 'スポーツの日')]);
    expect(rows).toMatchObject([
      { kind: 'folded', days: '10日・11日', weekdays: '土日', words: '週休日' },
      { kind: 'folded', days: '12日', words: '休日 スポーツの日' },
    ]);
  });
  test('a day off with work is a row of its own', () => {
    const worked = { ...rest('2026-10-17'), state: 'classified' as const, firstIn: 532, lastOut: 785 };
    expect(rowsOf([worked, rest('2026-10-18')]).map((row) => row.kind)).toEqual(['day', 'folded']);
  });
  test('the total says what is not in it', () => {
    expect(totalName([])).toBe('合計');
    expect(totalName(['2026-10-23'])).toBe('合計(10月23日を除く)');
    expect(totalName(['2026-10-21', '2026-10-22', '2026-10-23'])).toBe('合計(3日を除く)');
  });
});

describe('what is to be done', () => {
  test('by when, and that the day has passed', () => {
    const due = (...days: string[]) => days.map((dueOn) => ({ dueOn }));
    expect(dueWords([], '2026-11-20')).toBeUndefined();
    expect(dueWords(due('2026-12-05'), '2026-11-20')).toBe('締め(12月5日)までに');
    expect(dueWords(due('2026-11-05'), '2026-11-05')).toBe('締め(11月5日)までに');
    expect(dueWords(due('2026-11-05'), '2026-11-06')).toBe('締め(11月5日)を過ぎています');
    expect(dueWords(due('2026-11-05', '2026-12-05'), '2026-11-20')).toBe('締め(11月5日)を過ぎています(1件)');
  });
});

describe('categories of a request', () => {
  test('are all that the server takes', () => {
    expect(categoryOptions.map(({ value }) => value)).toEqual([...category.options]);
  });
});

describe('draft of a request', () => {
  const draft = { ...emptyDraft('2026-10-26', 1035), until: '19:45', work: '検証' };
  const morning = '2026-10-26T08:29:00+09:00';
  test('after the beginning the reason is asked for', () => {
    const late = '2026-10-26T17:16:00+09:00';
    expect(mistakesOf(draft, late).map(({ field }) => field)).toEqual(['why']);
    expect(mistakesOf({ ...draft, why: '窓口が長引いた' }, late)).toEqual([]);
    expect(mistakesOf(draft, '2026-10-26T17:15:00+09:00')).toEqual([]);
  });
  test('a complete draft has no mistake', () => {
    expect(mistakesOf(draft, morning)).toEqual([]);
    expect(readDraft(draft)).toEqual({
      date: '2026-10-26',
      from: 1035,
      until: 1185,
      category: 'normal',
      work: '検証',
      why: '',
      task: null,
    });
  });
  test('an end before the beginning is told with the beginning', () => {
    const wrong = { ...draft, until: '16:45', work: ' ' };
    expect(mistakesOf(wrong, morning).map((m) => m.message)).toEqual([
      '終了時刻は、開始 17:15 より後にしてください',
      '業務の内容を入力してください',
    ]);
    expect(readHours(wrong)).toBeUndefined();
  });
  test('an end at the beginning is no time', () =>
    expect(mistakesOf({ ...draft, until: '17:15' }, morning)).toHaveLength(1));
  test('a night may pass 24:00', () => expect(readHours({ ...draft, until: '26:10' })?.until).toBe(1570));
});

describe('sumEquation', () => {
  const on = (day: number, overtime: number) => ({ date: `2026-10-${String(day).padStart(2, '0')}`, overtime });
  test('long months are told by their first and last days', () => {
    expect(sumEquation([on(1, 200), on(2, 245), on(5, 60), on(22, 315), on(23, 210)], 1030)).toBe(
      '3:20 + 4:05 + … + 5:15(22日) + 3:30(23日) = 17:10',
    );
  });
  test('short months in full', () =>
    expect(sumEquation([on(1, 60), on(2, 0), on(5, 90)], 150)).toBe('1:00(1日) + 1:30(5日) = 2:30'));
  test('no overtime', () => expect(sumEquation([], 0)).toBe('時間外はありません = 0:00'));
});

test('sign-in returns only to own pages', () => {
  expect(safeNext('/month/2026-10')).toBe('/month/2026-10');
  expect(safeNext('//evil.example')).toBeUndefined();
  expect(safeNext('/\\evil.example')).toBeUndefined();
  expect(safeNext('https://evil.example')).toBeUndefined();
  expect(safeNext('/sign-in?next=/')).toBeUndefined();
});

describe('recordedAt', () => {
  const open = { ...rest('2026-10-26'), state: 'open' as const, firstIn: 504 };
  const record = (time: string, direction: 'in' | 'out', source: 'card' | 'page' | 'pc' = 'card') => ({
    occurredAt: `2026-10-26T${time}:00+09:00`,
    minute: 0,
    direction,
    source,
    device: '',
  });
  const at = (records: ReturnType<typeof record>[], direction: 'in' | 'out') =>
    recordedAt({ day: open, dutyDate: '2026-10-26', records }, direction);
  test('a punch just made counts before the day is derived', () => {
    expect(at([record('08:24', 'in'), record('17:20', 'out', 'page')], 'out')).toBe(1040);
  });
  test('while nothing was punched after coming, leaving is open', () =>
    expect(at([record('08:24', 'in')], 'out')).toBeNull());
  test('coming back opens it again', () => {
    expect(at([record('08:24', 'in'), record('12:00', 'out'), record('14:00', 'in')], 'out')).toBeNull();
  });
  test('a PC log-off is no leaving', () =>
    expect(at([record('08:24', 'in'), record('17:10', 'out', 'pc')], 'out')).toBeNull());
  test('the first in-punch, also before the day knows it', () => {
    expect(
      recordedAt({ day: { ...open, firstIn: null }, dutyDate: '2026-10-26', records: [record('08:24', 'in')] }, 'in'),
    ).toBe(504);
  });
});
