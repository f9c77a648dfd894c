/** Name of the session cookie. */
export const SESSION_COOKIE = 'tokimori_session';

/** The header that sets the session cookie; `undefined` takes it away. It ends with the browser, or with the session. */
export function sessionCookie(value: string | undefined, secure: boolean): string {
  const life = value === undefined ? '; Max-Age=0' : '';
  return `${SESSION_COOKIE}=${value ?? ''}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}${life}`;
}
