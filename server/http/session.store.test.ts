import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eachDatabase, type TestStore } from '../store/testing/each-database.ts';
import { type TestContext, testContext } from '../store/testing/test-context.ts';
import { askSession, cookieOf, foundTown, OTHER_TOWN, PASSWORD, TOWN, testApp, visit } from './testing/town.ts';

const NOW = '2026-11-04T10:00:00+09:00';
const problemCode = async (response: Response) => ((await response.json()) as { code: string }).code;

eachDatabase('signing in', (open) => {
  let store: TestStore;
  let context: TestContext;
  let app: ReturnType<typeof testApp>;
  beforeAll(async () => {
    store = await open();
    await foundTown(store, TOWN);
    await foundTown(store, OTHER_TOWN, '別市');
  });
  beforeEach(async () => {
    await store.asOwner('update tk.account set failures = 0, locked_until = null, must_change = false');
    await store.asOwner('delete from tk.session');
    context = testContext({ now: NOW, store });
    app = testApp(context);
  });
  const kinds = async (login: string) =>
    (
      await store.asOwner<{ kind: string }>(
        'select kind from tk.event where municipality = $1 and stream = $2 order by seq',
        [TOWN, `account/${login}`],
      )
    ).map(({ kind }) => kind);

  test('sets a cookie that pages cannot read, stores only the hash of its secret, and is journaled', async () => {
    const response = await askSession(app, TOWN, '100001');
    expect(response.status).toBe(200);
    const header = response.headers.get('set-cookie') ?? '';
    expect(header).toMatch(/^tokimori_session=352101\.[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const secret = cookieOf(response).split('.')[1] ?? '';
    const rows = await store.asOwner<{ row: string }>('select s::text as row from tk.session s');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain(secret);
    expect(await kinds('100001')).toContain('SignedIn');
  });

  test('the cookie is Secure behind https', async () => {
    const secure = await askSession(app, TOWN, '100001', PASSWORD, { 'x-forwarded-proto': 'https' });
    expect(secure.headers.get('set-cookie')).toContain('; Secure');
    const told = await askSession(testApp(context, { https: true }), TOWN, '100001');
    expect(told.headers.get('set-cookie')).toContain('; Secure');
    expect(told.headers.get('strict-transport-security')).toContain('max-age');
  });

  test('me tells who is signed in, what they head and the token for writing calls', async () => {
    const head = await visit(app, TOWN, '100006');
    const me = await (await head.get('/api/v1/me')).json();
    expect(me).toMatchObject({
      municipality: TOWN,
      municipalityName: '美汐市',
      staff: '100006',
      post: '課長',
      departmentPath: '市民部',
      sections: [
        { department: '1101', name: '保険年金課' },
        { department: '1102', name: '市民課' },
      ],
      waiting: { mine: 0, decisions: 0, questions: 0, notices: 0 },
      mustChangePassword: false,
    });
    const clerk = await visit(app, TOWN, '100001');
    expect(await (await clerk.get('/api/v1/me')).json()).toMatchObject({
      sections: [],
      departmentPath: '市民部 保険年金課 国保係',
    });
  });

  test('a wrong password and an unknown login are answered alike', async () => {
    const wrong = await askSession(app, TOWN, '100001', 'wrong-password');
    const unknown = await askSession(app, TOWN, '999999', 'wrong-password');
    const elsewhere = await askSession(app, '131016', '100001');
    expect([wrong.status, unknown.status, elsewhere.status]).toEqual([401, 401, 401]);
    const text = await wrong.text();
    expect(await unknown.text()).toBe(text);
    expect(await elsewhere.text()).toBe(text);
    expect(text).toContain('session.signIn.refused');
  });

  test.each([['100001'], ['999999']])('five failures lock %s for 15 minutes, the next five for 30', async (login) => {
    const fail = async (times: number) => {
      const statuses: number[] = [];
      for (let n = 0; n < times; n += 1) statuses.push((await askSession(app, TOWN, login, 'wrong-password')).status);
      return statuses;
    };
    expect(await fail(5)).toEqual([401, 401, 401, 401, 401]);
    const locked = await askSession(app, TOWN, login);
    expect(locked.status).toBe(429);
    expect(locked.headers.get('retry-after')).toBe('900');
    expect(await locked.text()).toContain('10:15');
    context.clock.moveTo('2026-11-04T10:15:00+09:00');
    expect(await fail(5)).toEqual([401, 401, 401, 401, 401]);
    context.clock.moveTo('2026-11-04T10:44:59+09:00');
    expect((await askSession(app, TOWN, login)).status).toBe(429);
    context.clock.moveTo('2026-11-04T10:45:00+09:00');
    expect((await askSession(app, TOWN, login)).status).toBe(login === '100001' ? 200 : 401);
  });

  test('failures and locks are journaled, and success counts from nought again', async () => {
    for (let n = 0; n < 5; n += 1) await askSession(app, TOWN, '100003', 'wrong-password');
    const six = ['SignInFailed', 'SignInFailed', 'SignInFailed', 'SignInFailed', 'SignInFailed', 'AccountLocked'];
    expect(await kinds('100003')).toEqual(six);
    context.clock.moveTo('2026-11-04T11:00:00+09:00');
    expect((await askSession(app, TOWN, '100003')).status).toBe(200);
    for (let n = 0; n < 4; n += 1) await askSession(app, TOWN, '100003', 'wrong-password');
    expect((await askSession(app, TOWN, '100003')).status).toBe(200);
  });

  test('many wrong passwords at the same moment cannot pass the limit together', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => askSession(app, TOWN, '100004', 'wrong-password')),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  test('someone past the last day of service cannot sign in, nor go on with an open session', async () => {
    const visitor = await visit(app, TOWN, '100003');
    await store.asOwner(`update tk.staff set left_on = '2026-11-04' where municipality = $1 and staff = '100003'`, [
      TOWN,
    ]);
    expect((await visit(app, TOWN, '100003')).csrf).not.toBe('');
    context.clock.moveTo('2026-11-05T00:00:00+09:00');
    expect((await askSession(app, TOWN, '100003')).status).toBe(403);
    expect((await testApp(context).request('/api/v1/me', { headers: { cookie: visitor.cookie } })).status).toBe(401);
    await store.asOwner('update tk.staff set left_on = null');
  });

  describe('sessions', () => {
    test('end after 30 minutes without use, and after 12 hours of use', async () => {
      const visitor = await visit(app, TOWN, '100005');
      const statusAt = async (clock: string) => {
        context.clock.moveTo(clock);
        return (await testApp(context).request('/api/v1/settings', { headers: { cookie: visitor.cookie } })).status;
      };
      expect(await statusAt('2026-11-04T10:29:59+09:00')).toBe(200);
      expect(await statusAt('2026-11-04T10:59:58+09:00')).toBe(200);
      expect(await statusAt('2026-11-04T11:29:58+09:00')).toBe(401);
      const other = await visit(app, TOWN, '100005');
      visitor.cookie = other.cookie;
      for (let minutes = 25; minutes < 720; minutes += 25) {
        expect(await statusAt(new Date(Date.parse('2026-11-04T11:29:58+09:00') + minutes * 60_000).toISOString())).toBe(
          200,
        );
      }
      expect(await statusAt('2026-11-04T23:29:58+09:00')).toBe(401);
    });

    test('are not kept open by a page that only asks who is signed in', async () => {
      const visitor = await visit(app, TOWN, '100005');
      for (const [clock, status] of [
        ['2026-11-04T10:20:00+09:00', 200],
        ['2026-11-04T10:29:59+09:00', 200],
        ['2026-11-04T10:30:00+09:00', 401],
      ] as const) {
        context.clock.moveTo(clock);
        const answer = await testApp(context).request('/api/v1/me', { headers: { cookie: visitor.cookie } });
        expect([clock, answer.status]).toEqual([clock, status]);
      }
    });

    test('signing in again gives a new secret and ends the session before; signing out ends it', async () => {
      const visitor = await visit(app, TOWN, '100001');
      const again = await askSession(app, TOWN, '100001', PASSWORD, { cookie: visitor.cookie });
      expect(cookieOf(again)).not.toBe(visitor.cookie);
      expect((await visitor.get('/api/v1/me')).status).toBe(401);
      const next = await visit(app, TOWN, '100001');
      const out = await next.send('DELETE', '/api/v1/session');
      expect(out.status).toBe(200);
      expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
      expect((await next.get('/api/v1/me')).status).toBe(401);
    });

    test('a cookie of one municipality opens nothing in another', async () => {
      const visitor = await visit(app, TOWN, '100005');
      const forged = visitor.cookie.replace(TOWN, OTHER_TOWN);
      expect((await app.request('/api/v1/me', { headers: { cookie: forged } })).status).toBe(401);
      expect((await app.request('/api/v1/me', { headers: { cookie: 'tokimori_session=352101.short' } })).status).toBe(
        401,
      );
    });

    test('writing calls need the token of the session; reading calls do not', async () => {
      const visitor = await visit(app, TOWN, 'admin');
      const body = { device: 'csrf-1', name: '試験' };
      const without = await visitor.send('POST', '/api/v1/devices', body, { 'x-csrf-token': '' });
      expect([without.status, await problemCode(without)]).toEqual([403, 'session.csrf']);
      const other = await visit(app, TOWN, 'admin');
      const foreign = await visitor.send('POST', '/api/v1/devices', body, { 'x-csrf-token': other.csrf });
      expect(foreign.status).toBe(403);
      const crossSite = await visitor.send('POST', '/api/v1/devices', body, { 'sec-fetch-site': 'cross-site' });
      expect([crossSite.status, await problemCode(crossSite)]).toEqual([403, 'http.cross-site']);
      expect((await visitor.send('POST', '/api/v1/devices', body)).status).toBe(200);
    });
  });

  describe('changing the password', () => {
    test('ends every other session, renews the own one, is journaled, and the old password is of no use', async () => {
      const [here, elsewhere] = [await visit(app, TOWN, '100002'), await visit(app, TOWN, '100002')];
      const next = 'fuyu-no-hoshi-wa-akarui';
      const changed = await here.send('POST', '/api/v1/me/password', { current: PASSWORD, next });
      expect(changed.status).toBe(200);
      expect((await elsewhere.get('/api/v1/me')).status).toBe(401);
      expect((await here.get('/api/v1/me')).status).toBe(401);
      here.cookie = cookieOf(changed);
      expect((await here.get('/api/v1/me')).status).toBe(200);
      expect((await askSession(app, TOWN, '100002')).status).toBe(401);
      expect((await askSession(app, TOWN, '100002', next)).status).toBe(200);
      expect(await kinds('100002')).toContain('PasswordChanged');
      // The same login of the other municipality is another account.
      expect((await askSession(app, OTHER_TOWN, '100002')).status).toBe(200);
    });

    test('weak passwords and a wrong current one are refused with the reason', async () => {
      const visitor = await visit(app, TOWN, '100005');
      const change = (current: string, next: string) => visitor.send('POST', '/api/v1/me/password', { current, next });
      const wrong = await change('not-my-password', 'fuyu-no-hoshi-wa-akarui');
      expect([wrong.status, await problemCode(wrong)]).toEqual([422, 'password.current']);
      const weak = await change(PASSWORD, 'my100005secret');
      expect(await weak.json()).toMatchObject({
        code: 'password.rule',
        fields: [{ field: 'next', code: 'password.login' }],
      });
      const short = await change(PASSWORD, 'kurz');
      expect(await short.json()).toMatchObject({
        code: 'http.input',
        fields: [{ field: 'next', message: '10文字以上で入れてください。' }],
      });
      expect((await askSession(app, TOWN, '100005')).status).toBe(200);
    });

    test('a password given by someone else has to be changed before anything else', async () => {
      await store.asOwner(`update tk.account set must_change = true where municipality = $1 and login = 'admin'`, [
        TOWN,
      ]);
      const visitor = await visit(app, TOWN, 'admin');
      const refused = await visitor.get('/api/v1/devices');
      expect([refused.status, await problemCode(refused)]).toEqual([403, 'session.password-change']);
      const changed = await visitor.send('POST', '/api/v1/me/password', {
        current: PASSWORD,
        next: 'haru-no-umi-wa-shizuka',
      });
      expect(changed.status).toBe(200);
      visitor.cookie = cookieOf(changed);
      expect((await visitor.get('/api/v1/devices')).status).toBe(200);
    });
  });
});
