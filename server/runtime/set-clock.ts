import type { Log } from '../context.ts';
import { type Clock, clockSetTo, formatInstant, systemClock } from './clock.ts';

/** The clock cannot be set as asked; the message says why and what to do. */
export class ClockRefused extends Error {}

/**
 * The clock of the installation. `TOKIMORI_CLOCK` (ISO 8601 with offset) sets it for demonstrations and tests; records of
 * a real installation are never made with another time, so DATABASE_URL and a set clock exclude each other.
 * @throws ClockRefused
 */
export function installationClock(
  given: { readonly wanted: string | undefined; readonly ownDatabase: boolean; readonly city: boolean },
  log: Log,
): Clock {
  const { wanted } = given;
  if (wanted === undefined || wanted === '') return systemClock;
  const instant = new Date(wanted);
  if (Number.isNaN(instant.getTime()) || !/(Z|[+-]\d{2}:\d{2})$/.test(wanted)) {
    throw new ClockRefused(
      `TOKIMORI_CLOCK の「${wanted}」は時刻として読めません。2026-10-26T08:29:00+09:00 の形で指定してください。`,
    );
  }
  if (given.ownDatabase || !given.city) {
    throw new ClockRefused(
      'TOKIMORI_CLOCK は、内蔵データベースで --demo か --empty を指定したときだけ使えます。記録の時刻を変えられるため、' +
        '実際のデータでは使えません。TOKIMORI_CLOCK の指定を外してください。',
    );
  }
  const clock = clockSetTo(instant);
  log.warn({ clock: formatInstant(clock.now()) }, 'THE CLOCK IS SET BY TOKIMORI_CLOCK: times of records are not real');
  return clock;
}
