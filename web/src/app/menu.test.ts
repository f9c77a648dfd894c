import { describe, expect, test } from 'vitest';
import { audienceOf, homeOf, type MenuMe, menuOf } from './menu.ts';

const me = (...roles: MenuMe['roles'][number][]): MenuMe => ({
  roles,
  staff: '1',
  now: '2026-10-26T08:29:00+09:00',
  waiting: { mine: 2, decisions: 3, questions: 1 },
});
const names = (who: MenuMe, path: string) => menuOf(who, audienceOf(who, path), '2026-10').map((entry) => entry.name);

describe('menu', () => {
  test('staff see their own pages, with the count of what waits for them', () => {
    expect(names(me('staff'), '/')).toEqual(['今日', '今月', '申請', '上限と理由']);
    expect(menuOf(me('staff'), 'staff', '2026-10')[0]?.waiting).toBe(2);
  });
  test('a head comes back to the section from the own pages', () =>
    expect(names(me('staff', 'manager'), '/').at(-1)).toBe('課の今月'));
  test('an auditor sees no import and no terminal', () =>
    expect(names(me('auditor'), '/city')).toEqual([
      '全庁',
      '個人',
      '報告・様式',
      '縮減の対策',
      '部署と指定',
      '設定',
      '操作の記録',
    ]));
  test('what is due stands in the menu of whoever looks', () => {
    expect(audienceOf(me('staff', 'hr'), '/dues')).toBe('hr');
    expect(audienceOf(me('staff', 'manager'), '/dues')).toBe('manager');
    expect(audienceOf(me('staff'), '/dues')).toBe('staff');
    expect(audienceOf(me('staff', 'hr'), '/differences/2026-10')).toBe('hr');
    expect(audienceOf(me('staff', 'manager'), '/differences/2026-10')).toBe('manager');
    expect(audienceOf(me('staff', 'hr'), '/declarations')).toBe('hr');
    expect(names(me('staff', 'manager'), '/dues')).toContain('対策の予定');
  });
  test('an administrator sees no personal hours', () => {
    expect(names(me('admin'), '/imports')).toEqual(['取り込み', '部署と指定', '端末', '設定']);
    expect(homeOf(me('admin'))).toBe('/imports');
  });
  test('the month of another person stands in the menu of whoever looks', () => {
    expect(audienceOf(me('staff', 'hr'), '/staff/200001/months/2026-10')).toBe('hr');
    expect(audienceOf(me('staff', 'manager'), '/staff/200001/months/2026-10')).toBe('manager');
    expect(audienceOf(me('staff', 'hr'), '/staff/me/months/2026-10/why')).toBe('staff');
  });
});
