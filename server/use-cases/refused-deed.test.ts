import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordsOf } from './refused-deed.ts';

/** Every code that the deeds can refuse with, read from their sources. */
const codes = ['overtime.ts', 'correction.ts'].flatMap((file) => {
  const source = readFileSync(new URL(`../../records/${file}`, import.meta.url), 'utf8');
  const written = [...source.matchAll(/refuse\(\s*'([^']+)'/g)].map((match) => match[1]!);
  // 差戻し and 却下 share a line that composes their code.
  const composed = ['overtime.return.not-requested', 'overtime.reject.not-requested'];
  return [...written, ...composed];
});

describe('refused deeds', () => {
  it('are found', () => {
    expect(new Set(codes).size).toBeGreaterThan(25);
  });
  it.each([...new Set(codes)])('%s has 事象, 原因 and 対処', (code) => {
    const { title, detail } = wordsOf({ code, figures: {}, words: {} });
    expect(title).not.toBe('');
    expect(detail.length).toBeGreaterThan(10);
  });
  it('tells each limit by its name, what is left, and until when', () => {
    const figures = { 'average-2': 90, room: 60, latestUntil: 1095 };
    const { detail, fields } = wordsOf({ code: 'overtime.order.over-cap', figures, words: { limits: 'average-2' } });
    expect(detail).toContain('2か月平均 80:00 の上限を 1:30 超えます');
    expect(detail).toContain('1:00(18:15 まで)');
    expect(fields).toEqual([{ field: 'until', code: 'over-cap', message: '18:15 までにしてください' }]);
  });
  it('says so when nothing at all can be ordered any more', () => {
    const { detail, fields } = wordsOf({
      code: 'overtime.order.over-cap',
      figures: { monthly: 80 },
      words: { limits: 'monthly' },
    });
    expect(detail).toContain('今月はもう命令できません');
    expect(fields).toBeUndefined();
  });
});
