import type { Role } from '@tokimori/contract/route';
import { paths } from './paths.ts';
export type MenuEntry = { readonly name: string; readonly to: string; readonly waiting?: number };
export type Audience = 'staff' | 'manager' | 'hr';
export type MenuMe = {
  readonly roles: readonly Role[];
  readonly staff: string | null;
  readonly now: string;
  readonly waiting: {
    readonly mine: number;
    readonly decisions: number;
    readonly questions: number;
    readonly notices: number;
  };
};

const cityRoles: readonly Role[] = ['hr', 'executive', 'auditor'];
const has = (me: MenuMe, ...roles: readonly Role[]) => roles.some((role) => me.roles.includes(role));

/** Where a person starts: the whole municipality, the section, their own day, or the machinery. */
export function homeOf(me: MenuMe): string {
  if (has(me, ...cityRoles)) return paths.city;
  if (has(me, 'manager')) return paths.section;
  if (has(me, 'staff')) return paths.today;
  if (has(me, 'union')) return paths.unionPlans;
  return paths.imports;
}

/** Whose menu a page shows, by its address and what the person may open. */
export function audienceOf(me: MenuMe, path: string): Audience {
  const city = has(me, ...cityRoles) || has(me, 'admin');
  if (path.startsWith('/reports/saga-1')) return city ? 'hr' : 'manager';
  if (/^\/(city|closing|imports|reports|departments|measures|settings|devices|journal|declarations|union)/.test(path))
    return 'hr';
  if (path.startsWith('/section')) return has(me, 'manager') || !city ? 'manager' : 'hr';
  if (/^\/(notices|dues|forms|breaches|reductions|support|registers|mandates|on-behalf|differences)/.test(path))
    return city || (has(me, 'union') && !has(me, 'staff')) ? 'hr' : has(me, 'manager') ? 'manager' : 'staff';
  if (path.startsWith('/staff') && !path.startsWith('/staff/me/')) return city ? 'hr' : 'manager';
  return 'staff';
}

/** Entries of the menu: five or six, counts only for what waits for this person. */
export function menuOf(me: MenuMe, audience: Audience, month: string): MenuEntry[] {
  if (audience === 'staff') return [...staffMenu(me, month), ...wayBack(me)];
  if (audience === 'manager' && !has(me, 'manager')) return deputyMenu(me);
  if (audience === 'manager') {
    return [
      { name: '課の今日', to: paths.sectionToday },
      { name: '課の今月', to: paths.section },
      { name: '決裁', to: paths.decisions, waiting: me.waiting.decisions },
      { name: '差異の確認', to: paths.questions, waiting: me.waiting.questions },
      { name: '対策の予定', to: paths.dues },
      { name: '自分の勤務', to: paths.today },
    ];
  }
  return cityMenu(me);
}

/** Of whoever stands in: what is decided and what it rests on, and the way back. */
function deputyMenu(me: MenuMe): MenuEntry[] {
  return [
    { name: '決裁(代決・専決)', to: paths.decisions, waiting: me.waiting.decisions },
    { name: '課の今日', to: paths.sectionToday },
    { name: '課の今月', to: paths.section },
    { name: '自分の勤務', to: paths.today },
  ];
}

function staffMenu(me: MenuMe, month: string): MenuEntry[] {
  if (!has(me, 'staff')) return [];
  return [
    { name: '今日', to: paths.today, waiting: me.waiting.mine },
    { name: '今月', to: paths.month(month) },
    { name: '申請', to: paths.requests },
    { name: '上限と理由', to: paths.limits },
  ];
}

function wayBack(me: MenuMe): MenuEntry[] {
  if (has(me, ...cityRoles)) return [{ name: '全庁', to: paths.city }];
  if (has(me, 'manager')) return [{ name: '課の今月', to: paths.section }];
  if (has(me, 'deputy')) return [{ name: '決裁(代決・専決)', to: paths.decisions, waiting: me.waiting.decisions }];
  return has(me, 'admin') ? [{ name: '取り込み', to: paths.imports }] : [];
}

function cityMenu(me: MenuMe): MenuEntry[] {
  const waiting = me.waiting.notices;
  const entries: (MenuEntry & { readonly for: readonly Role[] })[] = [
    { name: '全庁', to: paths.city, for: cityRoles },
    { name: 'お知らせ', to: paths.notices, for: ['executive'], waiting },
    { name: '個人', to: paths.people, for: cityRoles },
    { name: '月の締め', to: paths.closing(), for: cityRoles },
    { name: '取り込み', to: paths.imports, for: ['hr', 'admin'] },
    { name: '報告・様式', to: paths.reports, for: cityRoles },
    { name: '縮減の対策', to: paths.measures, for: cityRoles },
    { name: '超過の記録', to: paths.breaches, for: cityRoles },
    { name: '部署と指定', to: paths.departments, for: [...cityRoles, 'admin'] },
    { name: '端末', to: paths.devices, for: ['admin'] },
    { name: '設定', to: paths.settings, for: ['hr', 'admin', 'auditor'] },
    { name: '操作の記録', to: paths.journal, for: ['auditor'] },
    { name: '計画の承認', to: paths.unionPlans, for: ['union'], waiting },
    { name: '自分の勤務', to: paths.today, for: ['staff'] },
  ];
  return entries.filter((entry) => has(me, ...entry.for)).map(({ for: _roles, ...entry }) => entry);
}
