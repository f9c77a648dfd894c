import { describe, expect, test } from 'vitest';
import { audienceOf, homeOf, type MenuMe, menuOf } from './menu.ts';

const me = (...roles: MenuMe['roles'][number][]): MenuMe => ({
  roles,
  staff: '1',
  now: '2026-10-26T08:29:00+09:00',
  waiting: { mine: 2, decisions: 3, questions: 1, notices: 4 },
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
      '月の締め',
      '報告・様式',
      '縮減の対策',
      '超過の記録',
      '部署と指定',
      '設定',
      '操作の記録',
    ]));
  test('sheets and registers stand in the menu of whoever looks', () => {
    expect(audienceOf(me('staff', 'hr'), '/registers/reviews')).toBe('hr');
    expect(audienceOf(me('staff', 'manager'), '/registers')).toBe('manager');
    expect(audienceOf(me('staff'), '/registers/bureaus')).toBe('staff');
  });
  test('what is due stands in the menu of whoever looks', () => {
    expect(audienceOf(me('staff', 'hr'), '/dues')).toBe('hr');
    expect(audienceOf(me('staff', 'manager'), '/dues')).toBe('manager');
    expect(audienceOf(me('staff'), '/dues')).toBe('staff');
    expect(audienceOf(me('staff', 'hr'), '/differences/2026-10')).toBe('hr');
    expect(audienceOf(me('staff', 'manager'), '/differences/2026-10')).toBe('manager');
    expect(audienceOf(me('staff', 'hr'), '/declarations')).toBe('hr');
    expect(names(me('staff', 'manager'), '/dues')).toContain('対策の予定');
    expect(audienceOf(me('staff', 'manager'), '/reports/saga-1')).toBe('manager');
    expect(audienceOf(me('staff', 'hr'), '/reports/saga-1')).toBe('hr');
  });
  test('records of exceeded limits stand in the menu of whoever looks', () => {
    expect(audienceOf(me('staff', 'hr'), '/breaches')).toBe('hr');
    expect(audienceOf(me('auditor'), '/reductions/new')).toBe('hr');
    expect(audienceOf(me('staff', 'manager'), '/breaches/analysis')).toBe('manager');
  });
  test('whoever stands in today comes to the decisions from their own day, and back', () => {
    expect(names(me('staff', 'deputy'), '/').at(-1)).toBe('決裁(代決・専決)');
    expect(names(me('staff', 'deputy'), '/section/decisions')).toEqual([
      '決裁(代決・専決)',
      '課の今日',
      '課の今月',
      '自分の勤務',
    ]);
    expect(homeOf(me('staff', 'deputy'))).toBe('/');
  });
  test('代決・専決の設定 and 代理 stand in the menu of whoever looks', () => {
    expect(audienceOf(me('staff', 'hr'), '/mandates')).toBe('hr');
    expect(audienceOf(me('staff', 'manager'), '/mandates/new')).toBe('manager');
    expect(audienceOf(me('staff'), '/on-behalf')).toBe('staff');
  });
  test('an administrator sees no personal hours', () => {
    expect(names(me('admin'), '/imports')).toEqual(['取り込み', '部署と指定', '端末', '設定']);
    expect(homeOf(me('admin'))).toBe('/imports');
  });
  test('the union sees the plans put before it, and nothing else', () => {
    expect(homeOf(me('union'))).toBe('/union');
    expect(names(me('union'), '/union/2020/plans/2026-11')).toEqual(['計画の承認']);
    expect(names(me('union'), '/notices')).toEqual(['計画の承認']);
    expect(menuOf(me('union'), 'hr', '2026-10')[0]?.waiting).toBe(4);
  });
  test('the 副市長 sees how much waits for them', () => {
    const entries = menuOf(me('executive'), audienceOf(me('executive'), '/city'), '2026-10');
    expect(entries.find(({ to }) => to === '/notices')).toEqual({ name: 'お知らせ', to: '/notices', waiting: 4 });
    expect(names(me('executive'), '/notices')).toContain('全庁');
    expect(names(me('staff', 'hr'), '/city')).not.toContain('お知らせ');
  });
  test('人事課 keeps its menu on the plan of a section, a head the own', () => {
    expect(audienceOf(me('staff', 'hr'), '/section/2020/plans/2026-11')).toBe('hr');
    expect(audienceOf(me('staff', 'manager', 'hr'), '/section/2020/plans/2026-11')).toBe('manager');
    expect(audienceOf(me('staff'), '/support')).toBe('staff');
    expect(audienceOf(me('staff', 'manager'), '/support')).toBe('manager');
  });
  test('the month of another person stands in the menu of whoever looks', () => {
    expect(audienceOf(me('staff', 'hr'), '/staff/200001/months/2026-10')).toBe('hr');
    expect(audienceOf(me('staff', 'manager'), '/staff/200001/months/2026-10')).toBe('manager');
    expect(audienceOf(me('staff', 'hr'), '/staff/me/months/2026-10/why')).toBe('staff');
  });
});
