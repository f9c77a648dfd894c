import type { EpochDay } from '@tokimori/law/time/civil';
import type { Minutes } from '@tokimori/law/time/minutes';

/** Where the clock stands when a deed is decided: a civil day and the minute of that day (Asia/Tokyo). */
export type Moment = { readonly day: EpochDay; readonly minute: Minutes };

/** An event with the one who did it and the time at which it was done. */
export type Recorded<E> = { readonly event: E; readonly actor: string; readonly occurredAt: Date };

/** A deed that cannot be done. `code` is dotted and stable; figures (minutes) and words explain it. */
export type RefusedDeed = {
  readonly code: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly words: Readonly<Record<string, string>>;
};

/** What a deed brings about: events (none = nothing happened, the deed was already done), or a refusal. */
export type Decided<E> = { readonly events: readonly E[] } | { readonly refused: RefusedDeed };

/** Shorthand for a refusal. */
export function refuse(
  code: string,
  figures: Readonly<Record<string, number>> = {},
  words: Readonly<Record<string, string>> = {},
): { readonly refused: RefusedDeed } {
  return { refused: { code, figures, words } };
}

/** Minutes from 0:00 of a day until the moment; negative when the day is still to come. */
export function minutesSince(day: EpochDay, now: Moment): Minutes {
  return (now.day - day) * 1440 + now.minute;
}
