import { newDeviceToken } from '../../access/device.ts';
import { hashPassword } from '../../access/password.ts';
import type { Actor } from '../../context.ts';
import type { Store } from '../../store/tenant.ts';
import type { TestContext } from '../../store/testing/test-context.ts';
import { type AppOptions, createApp } from '../app.ts';

export const PASSWORD = 'aki-no-sora-wa-takai';
export const TOWN = '352101';
export const OTHER_TOWN = '352055';

/** Login, roles and department of everybody in a test town; `.` marks heads. */
const people: readonly (readonly [login: string, roles: Actor['roles'], department: string | null, head?: boolean])[] =
  [
    ['100001', ['staff'], '110101'],
    ['100002', ['staff', 'manager'], '1101', true],
    ['100003', ['staff'], '1102'],
    ['100004', ['staff', 'manager'], '1102', true],
    ['100005', ['staff', 'hr'], '1201'],
    ['100006', ['staff', 'manager'], '11', true],
    ['executive', ['executive'], null],
    ['auditor', ['auditor'], null],
    ['admin', ['admin'], null],
  ];
const departments = [
  ['11', '市民部', 'bureau', null],
  ['1101', '保険年金課', 'division', '11'],
  ['110101', '国保係', 'section', '1101'],
  ['1102', '市民課', 'division', '11'],
  ['12', '総務部', 'bureau', null],
  ['1201', '人事課', 'division', '12'],
] as const;

let hash: Promise<string> | undefined;

/**
 * Founds a town: 市民部 (head 100006) with 保険年金課 (head 100002; 100001 in its 国保係) and 市民課 (head 100004;
 * 100003), 人事課 (100005). Everybody has the password above. Returns the token of its terminal `gate-1`.
 */
export async function foundTown(store: Store, code: string, name = '美汐市'): Promise<string> {
  hash ??= hashPassword(PASSWORD);
  const passwordHash = await hash;
  const now = new Date('2026-01-01T00:00:00Z');
  const { token, hash: tokenHash } = newDeviceToken(code);
  await store.registerMunicipality(code, name, now);
  await store.tenant(code, async (tx) => {
    for (const [department, title, kind, parent] of departments) {
      await tx.query(
        `insert into tk.department (municipality, department, effective_from, name, kind, parent)
         values ($1, $2, '2020-04-01', $3, $4, $5)`,
        [code, department, title, kind, parent],
      );
    }
    for (const [login, roles, department, head] of people) {
      const staff = department === null ? null : login;
      if (staff !== null) {
        await tx.query(
          `insert into tk.staff (municipality, staff, name, joined_on) values ($1, $2, $3, '2020-04-01')`,
          [code, staff, `職員 ${login}`],
        );
        await tx.query(
          `insert into tk.appointment (municipality, staff, effective_from, department, post, managerial)
           values ($1, $2, '2020-04-01', $3, $4, $5)`,
          [code, staff, department, head ? '課長' : '主任', head ?? false],
        );
      }
      await tx.query(
        'insert into tk.account (municipality, login, staff, name, roles, password_hash) values ($1, $2, $3, $4, $5, $6)',
        [code, login, staff, `職員 ${login}`, roles, passwordHash],
      );
    }
    await tx.query(
      `insert into tk.device (municipality, device, name, token_hash, created_at) values ($1, 'gate-1', '正面玄関', $2, $3)`,
      [code, tokenHash, now],
    );
  });
  return token;
}

/** An app whose answers are held against the contract, and whose failed sign-ins do not wait. */
export const testApp = (context: TestContext, options: AppOptions = {}) =>
  createApp(context, { checkAnswers: true, signInFailureMs: 0, ...options });

export type Visitor = {
  cookie: string;
  csrf: string;
  get: (path: string) => Promise<Response>;
  send: (
    method: 'POST' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Response>;
};
type TestApp = ReturnType<typeof createApp>;

export const jsonRequest = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

export const askSession = (app: TestApp, municipality: string, login: string, password = PASSWORD, headers = {}) =>
  app.request('/api/v1/session', jsonRequest({ municipality, login, password }, headers));

/** The cookie pair of an answer that sets one. */
export const cookieOf = (response: Response): string => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

/** Somebody with an open session, as a browser would act for them. */
export async function visit(app: TestApp, municipality: string, login: string, password = PASSWORD): Promise<Visitor> {
  const cookie = cookieOf(await askSession(app, municipality, login, password));
  const visitor: Visitor = {
    cookie,
    csrf: '',
    get: (path) => app.request(path, { headers: { cookie: visitor.cookie } }),
    send: (method, path, body, headers = {}) =>
      app.request(path, {
        method,
        headers: {
          cookie: visitor.cookie,
          'x-csrf-token': visitor.csrf,
          'content-type': 'application/json',
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
  const me = (await (await visitor.get('/api/v1/me')).json()) as { csrf?: string };
  visitor.csrf = me.csrf ?? '';
  return visitor;
}
