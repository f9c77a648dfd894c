/**
 * Splits a connection string with several hosts (`postgres://u:p@h1:5432,h2:5433/db?…`) into one string a host.
 * `target_session_attrs` is dropped: the pool itself looks for the server that takes writes.
 */
export function hostUrls(databaseUrl: string): readonly string[] {
  const parts = /^(postgres(?:ql)?:\/\/)([^@/]*@)?([^/?]*)([^?]*)(\?.*)?$/.exec(databaseUrl);
  if (parts === null)
    throw new Error('DATABASE_URL は postgres://利用者:合言葉@ホスト/データベース の形で指定してください。');
  const [, scheme = '', credentials = '', hosts = '', path = '', search = ''] = parts;
  const parameters = new URLSearchParams(search);
  parameters.delete('target_session_attrs');
  const rest = parameters.size > 0 ? `?${parameters}` : '';
  return hosts.split(',').map((host) => `${scheme}${credentials}${host}${path}${rest}`);
}

/** The `options` parameter of a connection string, which sets server parameters at the start of a session. */
export function withSessionOptions(url: string, options: string): string {
  if (options === '') return url;
  const [base = '', search = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(search);
  parameters.set('options', [parameters.get('options'), options].filter(Boolean).join(' '));
  // pg decodes %20 but leaves + as it is in some fields.
  return `${base}?${String(parameters).replaceAll('+', '%20')}`;
}
