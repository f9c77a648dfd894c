import { describe, expect, it } from 'vitest';
import { withFewColumnsJoined } from './few-columns.ts';
import { type SheetOneInput, sheetOne } from './sheet-one.ts';

const input: SheetOneInput = {
  month: 24_321,
  unit: 'minutes',
  departments: ['総務部', '会計課', '土木部', '議会事務局'],
  hours: {
    normal: { cells: [600, 60, 900, 30] },
    infection: { cells: [0, 5, 0, 0] },
    disaster: { cells: [0, 0, 120, 10] },
  },
  lastYearNormal: [500, 40, 800, 10],
  headcount: [10, 2, 12, 3],
  lastYearHeadcount: [10, 3, 12, 3],
  overview: [],
};

describe('資料① for the 部局', () => {
  it('joins those of few people, and the total stays', () => {
    const joined = withFewColumnsJoined(input, 5);
    expect(joined).toMatchObject({
      departments: ['総務部', '土木部', 'その他'],
      hours: { normal: { cells: [600, 900, 90] }, infection: { cells: [0, 0, 5] }, disaster: { cells: [0, 120, 10] } },
      lastYearNormal: [500, 800, 50],
      headcount: [10, 12, 5],
      lastYearHeadcount: [10, 12, 6],
      remarks: ['人数が少ない部局は「その他」にまとめています: 会計課、議会事務局'],
    });
    const totals = (of: SheetOneInput) => sheetOne(of).lines.map(({ total }) => total);
    expect(totals(joined)).toEqual(totals(input));
  });
  it('takes the smallest of the others with one that would follow from the total', () => {
    const one = { ...input, headcount: [10, 2, 12, 6], lastYearHeadcount: [10, 5, 12, 6] };
    expect(withFewColumnsJoined(one, 5).departments).toEqual(['総務部', '土木部', 'その他']);
  });
  it('is the sheet itself where every 部局 has enough people', () => {
    expect(withFewColumnsJoined(input, 2)).toBe(input);
  });
});
