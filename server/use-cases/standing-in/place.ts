import type { Parameters } from '@tokimori/ordinances/schema';
import type { MandateReach } from '@tokimori/records/overtime-commands';
import type { Capacity } from '@tokimori/records/overtime-events';
import { is } from '../../access/policies.ts';
import type { DecidingScope, StandingIn } from '../../access/standing-in.ts';
import type { Actor } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { standingOvertime } from '../reading/overtime-rows.ts';
import type { Finality } from './final-approval.ts';

/** In whose place an actor decides on an overtime, how far that reaches, and which posts answer for it. */
export type Place = {
  /** Absent: in their own right. */
  readonly capacity?: Capacity;
  /** Orders of one person and duty date that it reaches, in minutes; null = all. */
  readonly dailyLimit: number | null;
  /** The department in whose head's place it is; that of the overtime where it is in nobody's. */
  readonly post: string;
  readonly finality: Finality;
};

/** The mandate by which the actor decides; undefined in their own right. */
export function mandateFor(
  actor: Actor,
  scope: DecidingScope,
  department: string,
  { top, risen, above }: Finality,
): StandingIn | undefined {
  const manager = is(actor, 'manager');
  const ownFinal = manager && scope.headed.has(top);
  if (risen && !above && !ownFinal) return scope.standingIn.get(top)?.find(({ of }) => of === top);
  return manager && scope.departments.has(department) ? undefined : scope.standingIn.get(department)?.[0];
}

export function placeOf(
  actor: Actor,
  scope: DecidingScope,
  department: string,
  finality: Finality,
  parameters: Parameters,
): Place {
  const held = mandateFor(actor, scope, department, finality);
  if (held === undefined) return { dailyLimit: null, post: department, finality };
  const bounds = [held.dailyLimit, held.as === 'delegated' ? parameters.delegatedDailyLimit : null];
  const least = Math.min(...bounds.map((bound) => bound ?? WHOLE_DAY));
  const dailyLimit = least >= WHOLE_DAY ? null : least;
  return { capacity: { as: held.as, for: held.for }, dailyLimit, post: held.of, finality };
}
/** A bound of 24:00 bounds nothing. Minutes. */
const WHOLE_DAY = 1440;

/** How far a limited mandate reaches on a duty date of a person: its bound, and what is ordered besides. */
export async function reachOf(
  tx: Tx,
  { dailyLimit }: Place,
  { id, staff, dutyDate }: { readonly id: string; readonly staff: string; readonly dutyDate: string },
): Promise<{ readonly reach?: MandateReach }> {
  if (dailyLimit === null) return {};
  const rows = await standingOvertime(tx, [staff], dutyDate, dutyDate);
  const ordered = rows.filter((row) => row.id !== id && (row.state === 'ordered' || row.state === 'confirmed'));
  return { reach: { limit: dailyLimit, alreadyOrdered: ordered.reduce((sum, row) => sum + row.minutes, 0) } };
}
