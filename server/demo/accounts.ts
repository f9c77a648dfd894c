import { appointmentOn, type CityPlan } from '@tokimori/ordinances/example-city/plan';
import { hashPassword } from '../access/password.ts';
import type { Tx } from '../store/tenant.ts';
import { columnsOf, insertColumns } from './bulk.ts';
import type { DemoAccount } from './demo-accounts.ts';

/** Everyone of the example city signs in with it. It is public: the demonstration holds no one's data. */
export const DEMO_PASSWORD = 'tokimori-demo';

type Account = {
  readonly login: string;
  readonly staff: string | null;
  readonly name: string;
  readonly roles: readonly string[];
};

/** An account for each person, and for the offices that are not staff; returns one of every role to show. */
export async function writeAccounts(tx: Tx, plan: CityPlan): Promise<readonly DemoAccount[]> {
  const personnel = plan.departments.find((d) => d.name === '人事課')?.code ?? '';
  const accounts: Account[] = plan.people.map((person) => {
    const post = appointmentOn(person, plan.asOf);
    const roles = ['staff'];
    if (post?.managerial) roles.push('manager');
    if (post?.department.startsWith(personnel)) roles.push('hr');
    return { login: person.number, staff: person.number, name: person.name, roles };
  });
  accounts.push(
    { login: 'executive', staff: null, name: '西園 修', roles: ['executive'] },
    { login: 'auditor', staff: null, name: '公平委員会 書記', roles: ['auditor'] },
    { login: 'admin', staff: null, name: '情報システム担当', roles: ['admin'] },
    { login: 'union', staff: null, name: '職員組合 書記長', roles: ['union'] },
  );
  const hash = await hashPassword(DEMO_PASSWORD);
  await insertColumns(
    tx,
    'tk.account',
    columnsOf(accounts, {
      login: ['text', (a) => a.login],
      staff: ['text', (a) => a.staff],
      name: ['text', (a) => a.name],
      roles: ['text', (a) => `{${a.roles.join(',')}}`, 'text[]'],
      password_hash: ['text', () => hash],
    }),
  );
  return shown(plan, accounts, personnel);
}

/** One account of every role, chosen where there is something to see: 保険年金課 and 人事課. */
function shown(plan: CityPlan, accounts: readonly Account[], personnel: string): readonly DemoAccount[] {
  const office = plan.departments.find((d) => d.name === '保険年金課')?.code ?? '';
  const inOffice = plan.people.filter((p) => appointmentOn(p, plan.asOf)?.department.startsWith(office));
  const member = inOffice.filter((p) => !appointmentOn(p, plan.asOf)?.managerial)[5];
  const head = inOffice.find((p) => appointmentOn(p, plan.asOf)?.managerial);
  const hr = plan.people.find(
    (p) => appointmentOn(p, plan.asOf)?.department.startsWith(personnel) && !appointmentOn(p, plan.asOf)?.managerial,
  );
  const named = (role: string, login: string | undefined, where: string): DemoAccount[] =>
    login === undefined ? [] : [{ role, login, name: accounts.find((a) => a.login === login)?.name ?? '', where }];
  return [
    ...named('職員', member?.number, '保険年金課'),
    ...named('所属長', head?.number, '保険年金課長'),
    ...named('人事課', hr?.number, '人事課'),
    ...named('副市長', 'executive', ''),
    ...named('公平委員会(監査)', 'auditor', ''),
    ...named('情報システム担当', 'admin', ''),
    ...named('職員組合', 'union', ''),
  ];
}
