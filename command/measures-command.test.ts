import { describe, expect, it, vi } from 'vitest';
import { tokimori } from './testing/tokimori.ts';

/** Each call is a process of its own, and the first one builds. None of them needs a database. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('tokimori measures', () => {
  it('lists the practices of the case books', async () => {
    const { code, out } = await tokimori(['measures']);
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(15);
    for (const name of ['横浜市', '練馬区', '豊橋市', '座間市', '南砺市', 'うきは市', 'さいたま市'])
      expect(out).toContain(name);
  });

  it('says a practice in words, with its source', async () => {
    const { code, out } = await tokimori(['measures', 'yokohama']);
    expect(code).toBe(0);
    expect(out).toContain('月の時間外勤務が 60:00 を超えるとき');
    expect(out).toContain('すること: 部長が承認者になる');
    expect(out).toContain('根拠: 総務省事例集(令和4年12月)4ページ 横浜市');
  });

  it('prints a file that it takes again, and tells what was changed in it', async () => {
    const { out: file } = await tokimori(['measures', 'ukiha', '--file']);
    expect(await tokimori(['measures', '-', '--check'], file)).toEqual({
      code: 0,
      err: '',
      out: '正しく読めます(うきは市、対策 7)。\n',
    });
    expect(await tokimori(['measures', 'ukiha', '--compare', '-'], file)).toMatchObject({
      code: 0,
      out: '違いはありません。\n',
    });
    const { out } = await tokimori(['measures', 'ukiha', '--compare', '-'], file.replace('"15:00"', '"18:00"'));
    expect(out).toContain('変わる: 10日時点で15時間を超えたら、本人と所属長にメールする(ukiha-alert-10)');
    expect(out).toContain('+ 毎月10日、職員ごとに(管理職を含む全職員)。月の時間外勤務が 18:00 を超えるとき');
  });

  it('refuses a file with every fault by line and key', async () => {
    const { out: file } = await tokimori(['measures', 'ukiha', '--file']);
    const wrong = file.replace('value: "15:00"', 'value: 15').replace('moment: monthEnd', 'moment: monthend');
    const { code, out, err } = await tokimori(['measures', '-', '--check'], wrong);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^事象: 対策のファイルを受け付けられません\(2か所\)/);
    expect(err).toMatch(/標準入力の\d+行目「measures\[0\]\.moment」: 値 "monthend" は使えません/);
    expect(err).toMatch(/標準入力の\d+行目「measures\[2\]\.when\[0\]\.value」: .*引用符/);
    expect(err).toMatch(/^対処: /m);
  });

  it('refuses a form that does not exist, by line and key', async () => {
    const { out: file } = await tokimori(['measures', 'ukiha', '--file']);
    const { code, err } = await tokimori(
      ['measures', '-', '--check'],
      file.replace('form: ukiha-record', 'form: none-9'),
    );
    expect(code).toBe(1);
    expect(err).toMatch(/標準入力の\d+行目「measures\[\d\]\.follows\[\d\]\.form」: 「none-9」という様式はありません。/);
  });

  it.each([
    [['measures', '--check'], 2, /事例の名前かファイル/],
    [['measures', 'ukiha', '--file', '--check'], 2, /どれか一つ/],
    [['measures', '/nowhere.yaml'], 1, /を開けません/],
  ] as const)('%j ends with %i', async (args, expected, words) => {
    const { code, out, err } = await tokimori([...args]);
    expect([code, out]).toEqual([expected, '']);
    expect(err).toMatch(words);
  });

  it('speaks English', async () => {
    const { out } = await tokimori(['--lang', 'en', 'measures', 'zama', '--compare', 'zama']);
    expect(out).toBe('There is no difference.\n');
  });
});
