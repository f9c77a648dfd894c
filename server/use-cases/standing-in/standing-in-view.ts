import type { DecidingScope } from '../../access/standing-in.ts';
import type { Tx } from '../../store/tenant.ts';
import type { Here } from '../reading/moment.ts';
import type { SectionMonth } from '../section-rows.ts';

/** In whose place the caller decides in a department, with the bound a person and day; null in their own right. */
export async function standingInView(
  tx: Tx,
  at: Here,
  scope: DecidingScope,
  department: string,
): Promise<SectionMonth['standingIn']> {
  const held = scope.standingIn.get(department)?.[0];
  if (held === undefined) return null;
  const [head] = await tx.query<{ name: string }>(
    'select s.name from tk.staff s where s.municipality = $1 and s.staff = $2',
    [tx.municipality, held.for],
  );
  const most = held.as === 'delegated' ? at.parameters.delegatedDailyLimit : WHOLE_DAY;
  const dailyLimit = Math.min(held.dailyLimit ?? WHOLE_DAY, most);
  return { as: held.as, for: head?.name ?? null, dailyLimit: dailyLimit >= WHOLE_DAY ? null : dailyLimit };
}
/** A bound of 24:00 bounds nothing. Minutes. */
const WHOLE_DAY = 1440;
