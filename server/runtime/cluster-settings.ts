import { totalmem } from 'node:os';

/** Arguments of initdb: code-point order everywhere (kana sort keys are columns), trust because only we reach the socket. */
export function initdbArguments(major: number, durable: boolean): readonly string[] {
  const order =
    major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8', '--lc-collate=C'];
  const sync = durable ? [] : ['--no-sync'];
  return ['-U', 'tokimori', '--auth=trust', '--encoding=UTF8', '--data-checksums', ...order, ...sync];
}

/** An eighth of the machine's memory for the database's own buffers, from 128 MB to 2 GB; taken as it is used. */
function sharedBuffers(): number {
  return Math.min(2048, Math.max(128, Math.floor(totalmem() / 2 ** 20 / 8)));
}

/** Settings given at each start, so that a new version of the programme brings its own: durable, and modest in memory. */
export function clusterSettings(sockets: string, durable: boolean): readonly string[] {
  const settings: Readonly<Record<string, string>> = {
    listen_addresses: '',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: '100',
    shared_buffers: `${sharedBuffers()}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '1GB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'Asia/Tokyo',
    log_timezone: 'Asia/Tokyo',
    lc_messages: 'C',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] ',
    // Statements may carry personal data: they are not written to the log.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    ...(durable
      ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
