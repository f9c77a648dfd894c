import { parseYearMonth } from '@tokimori/law/time/months';
import { describe, expect, it } from 'vitest';
import { defaultLayout } from './default-layout.ts';
import type { PayLayout } from './layout.ts';
import { readLayout, writeLayout } from './read-layout.ts';
import { headingOf, type PayFile, type PayLine, rowsOf, withoutPlace } from './render.ts';

const classes = ['overtime/125', 'overtime/150', 'holiday/135', 'night/25'];
const start = defaultLayout(classes, '2026-11-01');
const line = (given: Partial<PayLine> = {}): PayLine => ({
  staff: '001234',
  name: '森下 千尋',
  kana: 'モリシタ チヒロ',
  department: '111',
  departmentName: '国保係',
  closed: true,
  figures: { byClass: [620, 29, 465, 0], beyondSixty: 0, timeOffInLieu: 0 },
  before: null,
  ...given,
});
const file = (layout: PayLayout): PayFile => ({
  layout,
  classes,
  month: parseYearMonth('2026-10') ?? Number.NaN,
  roundingUpFrom: 30,
});
const read = (text: string) => readLayout(text, '様式');
const told = (text: string) => read(text).problems.map(({ line: at, key, message }) => `${at} ${key} ${message}`);

describe('the layout of a file for payroll', () => {
  it('is written and read again as it was', () => {
    const text = writeLayout(start);
    expect(text).toContain('- { heading: 職員番号, gives: staff }');
    expect(read(text)).toEqual({ document: start, problems: [] });
  });
  it('tells every fault with its line', () => {
    const text = writeLayout(start).replace('gives: name', 'gives: nama').replace('unit: wholeHours', 'unit: hours');
    expect(told(text)).toHaveLength(2);
    expect(told(text)[0]).toMatch(/^7 unit .*wholeHours/);
  });
  it('refuses columns that do not fit its rows', () => {
    expect(told(writeLayout({ ...start, rows: 'personAndClass' })).join('\n')).toMatch(
      /区分ごとに1行のときは hours を使います/,
    );
    const coded = { ...start, columns: [...start.columns, { heading: 'コード', gives: 'classCode' as const }] };
    expect(told(writeLayout(coded)).join('\n')).toMatch(/一人1行のときは使えません[\s\S]*区分のコードを書きます/);
    const nobody = { ...start, columns: start.columns.filter(({ gives }) => gives !== 'staff') };
    expect(told(writeLayout(nobody)).join('\n')).toMatch(/職員番号\(staff\)の列が要ります/);
    const unfit = { ...start, columns: [{ heading: '職員番号', gives: 'staff' as const, of: 'night/25' as const }] };
    expect(told(writeLayout(unfit)).join('\n')).toMatch(/of は、gives が class の列にだけ/);
  });
});

describe('rows of a file for payroll', () => {
  it('are one a person, each class rounded for the month by itself', () => {
    expect(headingOf(start)[0]?.slice(0, 6)).toEqual([
      '職員番号',
      '氏名',
      '所属コード',
      '年月',
      '時間外 125/100',
      '時間外 150/100',
    ]);
    // 10:20 → 10, 0:29 → 0, 7:45 → 8.
    expect(rowsOf(line(), file(start))).toEqual([
      ['001234', '森下 千尋', '111', '202610', 10, 0, 8, 0, '0:00', '0:00', '確定'],
    ]);
    const half = line({ figures: { byClass: [630, 30, 464, 0], beyondSixty: 90, timeOffInLieu: 22 }, closed: false });
    expect(rowsOf(half, file(start))[0]?.slice(4)).toEqual([11, 1, 8, 0, '1:30', '0:22', '未確定']);
  });
  it('are one a person and class, with the code of the class', () => {
    const layout: PayLayout = {
      ...start,
      rows: 'personAndClass',
      unit: 'hhmm',
      columns: [
        { heading: '番号', gives: 'staff' },
        { heading: 'コード', gives: 'classCode' },
        { heading: '時間', gives: 'hours' },
        { heading: '分', gives: 'hours', unit: 'minutes' },
        { heading: '小数', gives: 'hours', unit: 'decimal' },
      ],
      codes: [
        { of: 'overtime/125', code: '0101' },
        { of: 'overtime/150', code: '0102' },
        { of: 'holiday/135', code: '0201' },
      ],
    };
    expect(read(writeLayout(layout)).problems).toEqual([]);
    expect(rowsOf(line(), file(layout))).toEqual([
      ['001234', '0101', '10:20', 620, '10.33'],
      ['001234', '0102', '0:29', 29, '0.48'],
      ['001234', '0201', '7:45', 465, '7.75'],
    ]);
    expect(withoutPlace(layout, classes)).toEqual(['night/25']);
  });
  it('of differences hold the new values, or the change of what was told', () => {
    const before = { byClass: [690, 29, 465, 0], beyondSixty: 0, timeOffInLieu: 0 };
    expect(rowsOf(line({ before }), file(start))[0]?.slice(4, 8)).toEqual([10, 0, 8, 0]);
    const change = { ...start, differences: 'change' as const };
    expect(rowsOf(line({ before }), file(change))[0]?.slice(4, 8)).toEqual([-2, 0, 0, 0]);
    expect(rowsOf(line({ before }), file({ ...change, unit: 'hhmm' }))[0]?.[4]).toBe('-1:10');
    expect(rowsOf(line({ before }), file({ ...change, unit: 'decimal' }))[0]?.[4]).toBe('-1.17');
  });
  it('lose no hours: a class without a column is named', () => {
    expect(withoutPlace(start, classes)).toEqual([]);
    expect(withoutPlace(start, ['overtime/160'])).toEqual(['overtime/160']);
  });
});
