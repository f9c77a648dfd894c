import { describe, expect, test } from 'vitest';
import type { Actor } from '../context.ts';
import {
  mayKeepEntry,
  mayTakeProgress,
  mayViewBureaus,
  mayViewEntry,
  mayViewProgress,
  mayViewProgressOfAll,
  mayViewRegisters,
  mayViewSmallBureaus,
  mayViewTrend,
  sheetViewOf,
} from './policies-registers.ts';

const as = (...roles: Actor['roles']): Actor => ({ municipality: '992011', login: 'x', staff: '100001', roles });
const scope = { headed: new Set(['11']), departments: new Set(['11', '111']) };
const nowhere = { headed: new Set<string>(), departments: new Set<string>() };
const roles = ['staff', 'manager', 'hr', 'executive', 'auditor', 'admin'] as const;
const whoever = (may: (actor: Actor) => boolean) => roles.filter((role) => may(as(role)));

describe('だれが見られるか', () => {
  test.each([
    ['進捗報告', mayViewProgress, ['manager', 'hr', 'executive', 'auditor']],
    ['全庁の氏名(課長級以上に示さない)', (a: Actor) => mayViewProgressOfAll(a, false), ['hr', 'executive', 'auditor']],
    [
      '全庁の氏名(課長級以上に示す)',
      (a: Actor) => mayViewProgressOfAll(a, true),
      ['manager', 'hr', 'executive', 'auditor'],
    ],
    ['進捗報告のファイル', mayTakeProgress, ['hr', 'executive', 'auditor']],
    ['登録', mayViewRegisters, ['manager', 'hr', 'executive', 'auditor']],
    ['部局別の実績(共有しない)', (a: Actor) => mayViewBureaus(a, false), ['manager', 'hr', 'executive', 'auditor']],
    [
      '部局別の実績(共有する)',
      (a: Actor) => mayViewBureaus(a, true),
      ['staff', 'manager', 'hr', 'executive', 'auditor'],
    ],
    ['人数の少ない部局', mayViewSmallBureaus, ['hr', 'executive', 'auditor']],
    ['自分の課の推移', (a: Actor) => mayViewTrend(a, scope, '111'), ['manager', 'hr', 'executive', 'auditor']],
    ['ほかの課の推移', (a: Actor) => mayViewTrend(a, scope, '21'), ['hr', 'executive', 'auditor']],
    ['自分の課の登録を書く', (a: Actor) => mayKeepEntry(a, scope, '11'), ['manager', 'hr']],
    ['ほかの課の登録を書く', (a: Actor) => mayKeepEntry(a, scope, '21'), ['hr']],
    [
      'ほかの課の登録',
      (a: Actor) => mayViewEntry(a, scope, { state: 'registered', department: '21' }),
      ['manager', 'hr', 'executive', 'auditor'],
    ],
    ['ほかの課の下書き', (a: Actor) => mayViewEntry(a, scope, { state: 'draft', department: '21' }), ['hr']],
    ['自分の課の下書き', (a: Actor) => mayViewEntry(a, scope, { state: 'draft', department: '11' }), ['manager', 'hr']],
  ])('%s', (_what, may, expected) => expect(whoever(may)).toEqual(expected));
});

describe('マネジメントシート', () => {
  const seen = (actor: Actor, belongs: boolean, shared: 'none' | 'own' | 'names', at = nowhere) =>
    sheetViewOf(actor, at, { department: '11', belongs }, shared);
  test('職員は、自分の課のものを、団体が決めたところまで', () => {
    expect(seen(as('staff'), true, 'none')).toBe('nothing');
    expect(seen(as('staff'), true, 'own')).toBe('own');
    expect(seen(as('staff'), true, 'names')).toBe('everyone');
    expect(seen(as('staff'), false, 'names')).toBe('nothing');
    expect(seen({ ...as('staff'), staff: null }, true, 'names')).toBe('nothing');
    expect(seen(as('admin'), true, 'names')).toBe('nothing');
  });
  test('所属長は自分の課を、人事課・幹部・監査はどの課も、共有によらず見る', () => {
    expect(seen(as('staff', 'manager'), true, 'none', scope)).toBe('everyone');
    expect(seen(as('staff', 'manager'), false, 'names')).toBe('nothing');
    for (const role of ['hr', 'executive', 'auditor'] as const) expect(seen(as(role), false, 'none')).toBe('everyone');
  });
});
