import { describe, expect, test } from 'vitest';
import { type DraftLine, draftOf, linesToSend, minutesOf, mistakesOf, plannedOf } from './draft.ts';

const line = (given: Partial<DraftLine> = {}): DraftLine => ({
  key: '1-0',
  staff: '1',
  work: '検証',
  reason: '',
  total: '30:00',
  weeks: null,
  ...given,
});
const said = (...lines: DraftLine[]) =>
  mistakesOf(lines, () => '森下').map(({ field, message }) => `${field} ${message}`);

describe('計画書の行', () => {
  test('reads what the server sent and sends it back the same', () => {
    const stored = [
      { staff: '1', name: '森下', work: '検証', reason: '更新', weeks: null, minutes: 75 },
      { staff: '1', name: '森下', work: '窓口', reason: '', weeks: [0, 60, 0, 0, 30], minutes: 90 },
    ];
    expect(linesToSend(draftOf(stored))).toEqual(stored.map(({ name: _name, ...rest }) => rest));
  });
  test('adds weeks up, an empty one being none', () => {
    expect(minutesOf(line({ weeks: ['', '5:00', '2:30', ''] }))).toBe(450);
    expect(minutesOf(line({ weeks: ['', 'x'] }))).toBeUndefined();
    expect(plannedOf([line(), line({ total: 'x' }), line({ weeks: ['1:00'] })])).toBe(1860);
  });
  test('names what is missing, once a line', () => {
    expect(said(line())).toEqual([]);
    expect(said(line({ work: ' ' }))).toEqual(['line-1-0-work 森下の業務を入力してください']);
    expect(said(line({ total: '0' }))).toHaveLength(1);
    expect(said(line({ weeks: ['', ''] }))).toHaveLength(1);
    expect(said(line(), line({ key: '1-1', work: '検証 ' }))).toEqual([
      'line-1-1-work 森下の同じ業務は1行にまとめてください',
    ]);
  });
});
