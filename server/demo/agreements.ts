import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import type { Tx } from '../store/tenant.ts';
import { tellDesignations } from '../use-cases/designations/members.ts';

/** Everybody of the example city knows of the designations that hold: told and acknowledged when they were published. */
export async function writeDemoNotices(tx: Tx, asOf: EpochDay): Promise<void> {
  await tellDesignations(tx, formatLocalDate(asOf));
  await tx.query(
    `update tk.designation_notice as t
        set told_on = greatest(g.published_on, s.joined_on),
            acknowledged_at = (greatest(g.published_on, s.joined_on) + time '09:00') at time zone 'Asia/Tokyo'
       from tk.designation g, tk.staff s
      where t.municipality = $1 and g.municipality = $1 and s.municipality = $1
        and g.department = t.department and g.effective_from = t.effective_from and s.staff = t.staff`,
    [tx.municipality],
  );
}
