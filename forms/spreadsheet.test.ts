import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { type ListColumn, listBytes } from './spreadsheet.ts';

const columns: readonly ListColumn[] = [
  { header: '氏名', width: 10, as: 'text' },
  { header: '時間外', width: 10, as: 'duration' },
];

async function rowsOf(count: number): Promise<unknown[][]> {
  const rows = Array.from({ length: count }, (_, at) => [`職員${at}`, at === 0 ? null : at * 30]);
  const pieces: Uint8Array[] = [];
  for await (const piece of listBytes('一覧', columns, rows)) pieces.push(piece);
  return (await readXlsx(Buffer.concat(pieces))).sheets[0]!.rows;
}

test.each([0, 1, 2_000, 2_001, 2_500])('%d行の一覧は、短くても長くても同じ中身になる', async (count) => {
  const rows = await rowsOf(count);
  expect(rows).toHaveLength(count + 1);
  expect(rows[0]).toEqual(['氏名', '時間外']);
  // the reader gives a [h]:mm value as a moment since serial number 0, 1899-12-31
  const moment = new Date(Date.UTC(1899, 11, 31) + (count - 1) * 30 * 60_000);
  if (count > 1) expect(rows[count]).toEqual([`職員${count - 1}`, moment]);
});
