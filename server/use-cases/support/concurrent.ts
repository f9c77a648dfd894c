import type { Tx } from '../../store/tenant.ts';
import { grouped } from '../reading/grouped.ts';

type Post = { readonly staff: string; readonly department: string; readonly from: string };

/** Concurrent appointments (兼務) of people that hold on a day or begin later: overtime for another section can be ordered under them alone. */
export async function concurrentAppointments(
  tx: Tx,
  staff: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, readonly Post[]>> {
  if (staff.length === 0) return new Map();
  const rows = await tx.query<Post>(
    `select a.staff, a.department, a.effective_from as "from" from tk.appointment a
     where a.municipality = $1 and a.staff = any($2) and a.concurrent
       and (a.effective_until is null or a.effective_until > $3::date)`,
    [tx.municipality, staff, on],
  );
  return grouped(rows, (row) => row.staff);
}
