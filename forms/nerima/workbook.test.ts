import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Filled } from '../sheet/given.ts';
import { sampleGiven, samplePerson } from '../sheet/testing/sample.ts';
import { writeSheet } from '../spreadsheet.ts';
import { nerimaPrior, nerimaReview } from './exceptional.ts';

const person = { ...samplePerson('100001', '森下 千尋', [10, 20, 30, 10, 20, 30, 50]), externallyDriven: true };
const earlier: Filled = {
  'prior.overview': '選挙事務(100%)',
  'prior.staffing': '2人が担当\n=1+1',
  'prior.talkedOn': '2026-09-16',
  'hours.ordinary-2026-10': '5:00',
  'hours.exceptional-2026-10': '60:00',
};
const given = sampleGiven({ people: [person], on: '2026-12-10', earlier: { on: '2026-09-18', filled: earlier } });

/** Where a length of `[h]:mm` stands when it is read: a moment since serial number 0. */
const lengthOf = (hours: number) => new Date(Date.UTC(1899, 11, 31) + hours * 3_600_000);

async function readBack(definition: typeof nerimaPrior, filled: Filled) {
  const sheet = definition.workbook?.({ given, filled, submittedOn: '2026-12-10', seals: [] });
  if (sheet === undefined) throw new Error('no workbook');
  const { sheets } = await readXlsx(Buffer.from(await writeSheet(sheet)));
  return { sheet, rows: sheets[0]!.rows };
}

describe('事前届出・事後検証報告書 as a sheet of a spreadsheet', () => {
  it('has 事前届出 on the left and 事後検証 on the right, row by row beside each other', async () => {
    const { rows } = await readBack(nerimaReview, { 'review.staffing': '3人に増員' });
    const row = (words: string) => rows.find(([first]) => typeof first === 'string' && first.startsWith(words)) ?? [];
    expect(rows[0]?.[0]).toBe('事前届出日：令和8年9月18日　(他律職場)');
    expect(rows[0]?.[15]).toBe('事後検証日：令和8年12月10日');
    expect([row('1')[1], row('1')[16]]).toEqual(['100001', '100001']);
    expect(row('①').slice(1, 4)).toEqual(['4月', '5月', '6月']);
    expect(row('該当').slice(1, 14).indexOf('○')).toBe(6);
    // 10月 is the seventh month of the year.
    expect([row('合計時間')[7], row('通常業務')[7], row('特例業務')[7]]).toEqual([65, 5, 60].map(lengthOf));
    expect(row('合計時間')[15 + 7]).toEqual(lengthOf(50));
    expect([row('③')[1], row('③')[16]]).toEqual(['2人が担当\n=1+1', '3人に増員']);
    expect(row('⑩')[1]).toBe('令和8年9月16日');
  });

  it('leaves the right half of a 事前届出 empty, and keeps its words as words', async () => {
    const { sheet } = await readBack(nerimaPrior, { 'prior.staffing': '=HYPERLINK("x")' });
    const staffing = sheet.rows.find(([first]) => String(first?.value).startsWith('③')) ?? [];
    expect(staffing[1]).toEqual({ value: '=HYPERLINK("x")', look: 'prose' });
    expect(staffing.slice(16).every(({ value }) => value === null || value === '')).toBe(true);
    expect(new Set(sheet.rows.slice(1, -1).map((cells) => cells.length))).toEqual(new Set([29]));
  });
});
