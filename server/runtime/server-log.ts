import { pino } from 'pino';
import type { Log } from '../context.ts';

const SECRETS = [
  'password',
  'passwordHash',
  'token',
  'secret',
  'cookie',
  'authorization',
  'csrf',
  'databaseUrl',
  'url',
];

/**
 * The log of the process: one line of JSON an entry on standard error. On a terminal only warnings are shown.
 * @param level overrides (fatal, error, warn, info, debug); the surroundings say TOKIMORI_LOG.
 */
export function serverLog(level = process.env.TOKIMORI_LOG): Log {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino(
    {
      level: level ?? (process.stderr.isTTY ? 'warn' : 'info'),
      base: { pid: process.pid },
      redact: { paths, censor: '[伏せ字]' },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
