import { expect, it } from 'vitest';
import { silentLog } from '../store/testing/silent-log.ts';
import { systemClock } from './clock.ts';
import { ClockRefused, installationClock } from './set-clock.ts';

const demo = { ownDatabase: false, city: true };

it('runs on from the moment that was asked for, and says so loudly', () => {
  const warnings: string[] = [];
  const log = { ...silentLog, warn: (_fields: object, message?: string) => void warnings.push(message ?? '') };
  const clock = installationClock({ ...demo, wanted: '2026-10-26T08:29:00+09:00' }, log);
  const passed = clock.now().getTime() - Date.parse('2026-10-26T08:29:00+09:00');
  expect(passed).toBeGreaterThanOrEqual(0);
  expect(passed).toBeLessThan(60_000);
  expect(warnings).toHaveLength(1);
});

it('is the clock of the machine when nothing is asked', () => {
  expect(installationClock({ ...demo, wanted: undefined }, silentLog)).toBe(systemClock);
  expect(installationClock({ ownDatabase: true, city: false, wanted: '' }, silentLog)).toBe(systemClock);
});

it.each([
  ['no offset', { ...demo, wanted: '2026-10-26T08:29:00' }],
  ['no time', { ...demo, wanted: 'tomorrow+09:00' }],
  ['a database of one’s own', { ownDatabase: true, city: true, wanted: '2026-10-26T08:29:00+09:00' }],
  ['neither demo nor empty', { ownDatabase: false, city: false, wanted: '2026-10-26T08:29:00+09:00' }],
])('is not set: %s', (_name, given) => {
  expect(() => installationClock(given, silentLog)).toThrow(ClockRefused);
});
