import type { EpochDay } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';

/** The one place that reads the machine's clock. Everything else is given a `Clock`. */
export type Clock = { readonly now: () => Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that was set to an instant and runs on from there (demonstrations and tests). */
export function clockSetTo(instant: Date): Clock {
  return clockAhead(instant.getTime() - Date.now());
}

/** The machine's clock, ahead by some milliseconds. */
export function clockAhead(ms: number): Clock {
  return { now: () => new Date(Date.now() + ms) };
}

/** By how many milliseconds a running clock is ahead of the machine's. */
export function aheadOf(clock: Clock): number {
  return clock.now().getTime() - Date.now();
}

/** A clock that stands still until it is moved (tests). */
export function stoppedClock(instant: string): Clock & { moveTo: (instant: string) => void } {
  let now = new Date(instant);
  return {
    now: () => new Date(now),
    moveTo: (next) => {
      now = new Date(next);
    },
  };
}

/** Asia/Tokyo is UTC+9 without summer time in the whole period of the law (since 1952). */
const TOKYO_OFFSET_MINUTES = 540;

/** Whole minutes since 1970-01-01T00:00 in Asia/Tokyo; seconds are cut off. */
export function tokyoMinutes(instant: Date): number {
  return Math.floor(instant.getTime() / 60_000) + TOKYO_OFFSET_MINUTES;
}

/** Civil day and minute of day of an instant in Asia/Tokyo. */
export function tokyoOf(instant: Date): { readonly day: EpochDay; readonly minute: Minutes } {
  const minutes = tokyoMinutes(instant);
  const day = Math.floor(minutes / 1440);
  return { day, minute: minutes - day * 1440 };
}

/** The instant of a minute (may pass 24:00) of a civil day in Asia/Tokyo. */
export function instantOf(day: EpochDay, minute: Minutes): Date {
  return new Date((day * 1440 + minute - TOKYO_OFFSET_MINUTES) * 60_000);
}

/** ISO 8601 with the offset +09:00. */
export function formatInstant(instant: Date): string {
  return `${new Date(instant.getTime() + TOKYO_OFFSET_MINUTES * 60_000).toISOString().slice(0, 19)}+09:00`;
}
