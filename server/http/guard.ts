import { timingSafeEqual } from 'node:crypto';
import type { RouteShape } from '@tokimori/contract/route';
import { changePassword, me, signOut } from '@tokimori/contract/session';
import type { Device, Devices } from '../access/device.ts';
import { accessDenied } from '../access/policies.ts';
import { refuse } from '../access/refusal.ts';
import type { Session, Sessions } from '../access/session.ts';

/** The headers by which a caller proves who they are. */
export type Credentials = {
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  readonly csrf: string | undefined;
  /** `Sec-Fetch-Site`, which browsers send and pages cannot forge. */
  readonly fetchSite: string | undefined;
};
export type Caller = { readonly session: Session | undefined; readonly device: Device | undefined };

/** `me` is asked by every open page each minute, whether somebody sits there or not. */
const askedUnattended: readonly RouteShape[] = [me];
/** Open to whoever has to choose a new password first. */
const openBeforeChange: readonly RouteShape[] = [me, changePassword, signOut];

/**
 * Lets a caller through to a route or refuses: 401 without session or token, 403 without the role, without the CSRF
 * token of the session on writing calls, or from a page of another site. What no case lets through is refused.
 */
export async function admit(
  route: RouteShape,
  credentials: Credentials,
  doors: { readonly sessions: Sessions; readonly devices: Devices },
): Promise<Caller> {
  if (route.access === 'device') return { session: undefined, device: await admitDevice(credentials, doors.devices) };
  if (route.method !== 'get' && credentials.fetchSite === 'cross-site') refuse('http.cross-site', crossSite);
  if (route.access === 'public') return { session: undefined, device: undefined };
  const session = await doors.sessions.find(credentials.cookie, askedUnattended.includes(route));
  if (session === undefined) return refuse('session.required', signedOut);
  if (route.access !== 'signedIn' && !session.actor.roles.some((role) => route.access.includes(role))) {
    refuse('access.denied', accessDenied);
  }
  if (route.method !== 'get' && !sameText(credentials.csrf, session.csrf)) refuse('session.csrf', csrfMissing);
  if (session.mustChangePassword && !openBeforeChange.includes(route)) refuse('session.password-change', changeFirst);
  return { session, device: undefined };
}

async function admitDevice({ authorization }: Credentials, devices: Devices): Promise<Device> {
  const device = await devices.find(authorization);
  return device ?? refuse('device.token', unknownDevice);
}

function sameText(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const signedOut = {
  status: 401,
  title: 'ログインしていません',
  detail: 'ログインしていないか、しばらく操作がなかったためログインが終わりました。もう一度ログインしてください。',
} as const;
const csrfMissing = {
  status: 403,
  title: 'この操作を受け付けられませんでした',
  detail: 'ログインし直したなどで画面が古くなっています。画面を読み込み直して、もう一度操作してください。',
} as const;
const crossSite = {
  status: 403,
  title: 'この操作を受け付けられませんでした',
  detail: 'ほかのサイトの画面からの操作です。時守の画面を開いて操作してください。',
} as const;
const changeFirst = {
  status: 403,
  title: 'パスワードの変更が必要です',
  detail: '最初のパスワードのままです。パスワードを変更すると、ほかの画面を使えるようになります。',
} as const;
const unknownDevice = {
  status: 401,
  title: '端末を確認できませんでした',
  detail: '端末のトークンが違うか、使用が止められています。情報システム担当に端末の登録を確かめてください。',
} as const;
