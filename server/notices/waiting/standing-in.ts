import type { Tx } from '../../store/tenant.ts';

type Mandate = { department: string; holder: string; kind: 'standIn' | 'delegated'; daily_limit: number | null };

/** Who is away today, and who acts in the place of heads. */
export type StandIns = {
  readonly away: (staff: string) => boolean;
  /** Those with a 代決 for a department. It holds only while its head is away or the post vacant. */
  readonly of: (department: string) => readonly string[];
  /** Those with a 専決 for a department that reaches as far as some minutes. */
  readonly delegates: (department: string, minutes: number) => readonly string[];
  /** All of it, to see whether it changed. */
  readonly facts: readonly unknown[];
};

/** Reads 代決, 専決 and absences of a day. @param on `YYYY-MM-DD` */
export async function readStandIns(tx: Tx, on: string): Promise<StandIns> {
  const [mandates, absences] = await Promise.all([
    tx.query<Mandate>(
      `select m.department, m.holder, m.kind, m.daily_limit from tk.mandate m
       join tk.staff s on s.municipality = $1 and s.staff = m.holder and (s.left_on is null or s.left_on >= $2::date)
       where m.municipality = $1 and m.kind in ('standIn', 'delegated') and m.effective_from <= $2::date and m.effective_until > $2::date
       order by m.department, m.holder, m.kind`,
      [tx.municipality, on],
    ),
    tx.query<{ staff: string }>(
      `select b.staff from tk.absence b
       where b.municipality = $1 and b.effective_from <= $2::date and b.effective_until > $2::date order by b.staff`,
      [tx.municipality, on],
    ),
  ]);
  const away = new Set(absences.map(({ staff }) => staff));
  const holders = (department: string, which: (mandate: Mandate) => boolean) =>
    mandates.flatMap((each) => (each.department === department && which(each) ? [each.holder] : []));
  return {
    away: (staff) => away.has(staff),
    of: (department) => holders(department, ({ kind }) => kind === 'standIn'),
    delegates: (department, minutes) =>
      holders(
        department,
        ({ kind, daily_limit: limit }) => kind === 'delegated' && (limit === null || minutes <= limit),
      ),
    facts: [mandates, absences],
  };
}
