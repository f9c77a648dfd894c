import { createHash } from 'node:crypto';
import { csvBytes, LosingText } from '@tokimori/forms/csv';
import { formatYearMonth } from '@tokimori/law/time/months';
import { headingOf, type PayCell, type PayFile, type PayLine, rowsOf } from '@tokimori/ordinances/pay-layout/render';
import { refuse } from '../../access/refusal.ts';

async function* cells(
  lines: AsyncIterable<PayLine>,
  file: PayFile,
  counted: () => void,
): AsyncGenerator<readonly PayCell[]> {
  yield* headingOf(file.layout);
  for await (const line of lines) {
    for (const row of rowsOf(line, file)) {
      counted();
      yield row;
    }
  }
}

/** The bytes of a file, piece by piece. */
export const payBytes = (
  lines: AsyncIterable<PayLine>,
  file: PayFile,
  counted: () => void = () => undefined,
): AsyncGenerator<Uint8Array> => csvBytes(cells(lines, file, counted), file.layout.encoding);

/** 給与連携_2026-10_未確定_差分.csv. */
export function payFileName(
  { month }: PayFile,
  { provisional, differences }: { readonly provisional: boolean; readonly differences: boolean },
): string {
  const parts = [
    '給与連携',
    formatYearMonth(month),
    ...(provisional ? ['未確定'] : []),
    ...(differences ? ['差分'] : []),
  ];
  return `${parts.join('_')}.csv`;
}

/**
 * Writes a file into nothing, for its fingerprint: SHA-256, and how many rows it has.
 * @throws Refusal `pay.not-in-cp932` for characters that the encoding of the layout does not have
 */
export async function fingerprint(
  lines: AsyncIterable<PayLine>,
  file: PayFile,
): Promise<{ hash: string; rows: number }> {
  const hash = createHash('sha256');
  let rows = 0;
  try {
    for await (const piece of payBytes(lines, file, () => (rows += 1))) hash.update(piece);
  } catch (error) {
    if (!(error instanceof LosingText)) throw error;
    const lost = error.lost.slice(0, 10).map(({ row, character }) => `${row}行目「${character}」`);
    refuse('pay.not-in-cp932', {
      status: 422,
      title: 'CP932 にない文字があります',
      detail: `CP932 で書けない文字は ${lost.join('、')} です。レイアウトの encoding を utf-8 にするか、氏名などの列を外してください。ファイルは作っていません。`,
    });
  }
  return { hash: hash.digest('hex'), rows };
}
