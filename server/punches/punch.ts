import { formatLocalDate } from '@tokimori/law/time/civil';
import { type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { tokyoOf } from '../runtime/clock.ts';
import { parseInstant } from './instant.ts';
import type { PunchRefusal } from './punch-refusals.ts';

/** A punch as it was sent. */
export type SentPunch = {
  readonly id: string;
  readonly staffNumber?: string | undefined;
  readonly card?: { readonly kind: string; readonly value: string } | undefined;
  readonly occurredAt: string;
  readonly direction: 'in' | 'out' | 'unknown';
};

/** When it happened, and where that lies in the calendar of Tokyo. */
export type Moment = { readonly at: Date; readonly day: number; readonly date: string; readonly month: MonthIndex };

/** A punch on its way into the store. `flaw`: it can only be a duplicate, never be recorded. */
export type Punch = {
  /** Lower-case uuid; undefined when the id is none. */
  readonly id: string | undefined;
  readonly staffNumber: string | undefined;
  readonly card: { readonly kind: string; readonly value: string } | undefined;
  readonly moment: Moment | undefined;
  readonly direction: 'in' | 'out' | 'unknown';
  readonly source: 'card' | 'page';
  readonly device: string;
  readonly flaw: PunchRefusal | undefined;
};

export type Outcome = 'accepted' | 'duplicate' | PunchRefusal;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** How far a terminal's clock may be ahead. */
const AHEAD_MS = 5 * 60_000;

export function momentOf(at: Date): Moment {
  const { day } = tokyoOf(at);
  return { at, day, date: formatLocalDate(day), month: monthOf(day) };
}

/** Reads a punch of a terminal against the server's clock. */
export function punchOf(sent: SentPunch, device: string, now: Date): Punch {
  const id = UUID.test(sent.id) ? sent.id.toLowerCase() : undefined;
  const at = parseInstant(sent.occurredAt);
  return {
    id,
    staffNumber: sent.staffNumber,
    card: sent.card,
    moment: at === undefined ? undefined : momentOf(at),
    direction: sent.direction,
    source: 'card',
    device,
    flaw: flawOf(id, at, now),
  };
}

function flawOf(id: string | undefined, at: Date | undefined, now: Date): PunchRefusal | undefined {
  if (id === undefined) return 'punch.id.invalid';
  if (at === undefined) return 'punch.occurredAt.invalid';
  return at.getTime() > now.getTime() + AHEAD_MS ? 'punch.occurredAt.future' : undefined;
}
