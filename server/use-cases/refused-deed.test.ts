import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordsOf } from './refused-deed.ts';

/** Every code that the deeds can refuse with, read from their sources. */
const files = [
  'overtime.ts',
  'overtime-confirmation.ts',
  'overtime-span.ts',
  'correction.ts',
  'correction-finding.ts',
  'form-sheet.ts',
  'closing.ts',
];
const codes = files.flatMap((file) => {
  const source = readFileSync(new URL(`../../records/${file}`, import.meta.url), 'utf8');
  const written = [...source.matchAll(/refuse\(\s*'([^']+)'/g)].map((match) => match[1]!);
  // 差戻し and 却下 share a line that composes their code.
  const composed = [
    'overtime.return.not-requested',
    'overtime.reject.not-requested',
    'closing.reopen.reason-missing',
    'closing.ask.reason-missing',
    'closing.making',
    'closing.no-records',
    'closing.running',
    'closing.sections-open',
    'month.closed',
  ];
  return [...written, ...composed];
});

describe('refused deeds', () => {
  it('are found', () => {
    expect(new Set(codes).size).toBeGreaterThan(32);
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
  it('tells what a confirmation exceeds', () => {
    const figures = { from: 1035, until: 1440, beyondOrder: 60, beyondRecord: 405 };
    const { detail } = wordsOf({ code: 'overtime.confirm.reason-missing', figures, words: { state: 'requested' } });
    expect(detail).toContain(
      '確認する 17:15–24:00 は、申請を 1:00 超えています。また、在庁の記録がない時間が 6:45 あります。',
    );
  });
  it('names the other overtime of the same hours', () => {
    const deed = { figures: { from: 1035, until: 1083 }, words: { date: '2026-11-19', state: 'ordered' } };
    expect(wordsOf({ code: 'overtime.overlaps', ...deed }).detail).toMatch(/11月19日 17:15–18:03\(命令済み\)/);
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
