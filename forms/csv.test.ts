import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { type CsvEncoding, type CsvValue, csvBytes, LosingText } from './csv.ts';

async function written(rows: readonly (readonly CsvValue[])[], encoding?: CsvEncoding): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of csvBytes(rows, encoding)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('CSVに書く', () => {
  test('UTF-8はBOM付き、CRLF、必要なところだけ引用符', async () => {
    const bytes = await written([
      ['職員番号', '氏名'],
      ['1', '佐賀, "葉"子'],
      [null, 3.5],
    ]);
    expect(bytes.toString('utf8')).toBe('\ufeff職員番号,氏名\r\n1,"佐賀, ""葉""子"\r\n,3.5\r\n');
  });
  test('式に見える文字列は、式にしない', async () => {
    expect(
      (await written([['=SUM(A1)', '@x', '-1.5', '+a', '+1+1', '-1-cmd', '+1:30', '-1,200.5%', '\t=1']])).toString(
        'utf8',
      ),
    ).toBe("\ufeff'=SUM(A1),'@x,-1.5,'+a,'+1+1,'-1-cmd,+1:30,\"-1,200.5%\",'\t=1\r\n");
  });
  test('CP932は、波ダッシュなどを仲間の文字に置きかえて書く', async () => {
    const bytes = await written([['8:30〜17:15', '−1', '—‖', '髙﨑①']], 'cp932');
    expect(iconv.decode(bytes, 'cp932')).toBe('8:30～17:15,－1,―∥,髙﨑①\r\n');
    expect(new TextDecoder('shift_jis', { fatal: true }).decode(bytes)).toBe('8:30～17:15,－1,―∥,髙﨑①\r\n');
  });
  test('CP932にない文字は、行と文字を添えて断る', async () => {
    const rows = [['氏名'], ['𠮷田'], ['渡邉󠄂']];
    await expect(written(rows, 'cp932')).rejects.toThrow(LosingText);
    await expect(written(rows, 'cp932')).rejects.toMatchObject({ lost: [{ row: 2, character: '𠮷' }, { row: 3 }] });
  });
  test('千行を超えても順に続く', async () => {
    const rows = Array.from({ length: 2_500 }, (_, at) => [at]);
    const text = (await written(rows)).toString('utf8');
    expect(text.split('\r\n').slice(0, 2_500)).toEqual(['\ufeff0', ...rows.slice(1).map(([n]) => String(n))]);
  });
});
