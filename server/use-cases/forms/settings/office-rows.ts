import type { OfficeHolding, OfficeKind } from '@tokimori/records/form-office';
import type { Tx } from '../../../store/tenant.ts';

/** A row of tk.form_office, with the names that a page shows. */
export type OfficeRow = {
  id: string;
  office: string;
  kind: OfficeKind;
  holder: string;
  department: string;
  effective_from: string;
  effective_until: string | null;
  reason: string;
  given_by: string;
  version: number;
  holder_name: string;
  giver: string | null;
};

const columns = `o.id, o.office, o.kind, o.holder, o.department, o.effective_from, o.effective_until, o.reason, o.given_by, o.version,
  coalesce(s.name, c.name, '') as holder_name, g.name as giver
  from tk.form_office o
  left join tk.staff s on s.municipality = $1 and o.kind = 'staff' and s.staff = o.holder
  left join tk.account c on c.municipality = $1 and o.kind = 'account' and c.login = o.holder
  left join tk.staff g on g.municipality = $1 and g.staff = o.given_by`;

export const holdingOf = (row: OfficeRow): OfficeHolding => ({
  id: row.id,
  office: row.office,
  kind: row.kind,
  holder: row.holder,
  department: row.department,
  from: row.effective_from,
  until: row.effective_until,
});

/** One holding; two deeds on it at once are told apart by the journal. */
export async function readHolding(tx: Tx, id: string): Promise<OfficeRow | null> {
  const [row] = await tx.query<OfficeRow>(`select ${columns} where o.municipality = $1 and o.id = $2`, [
    tx.municipality,
    id,
  ]);
  return row ?? null;
}

/** Holdings that have not run out on a day, of one office or (null) of all, in order of their first day; at most 500. */
export const holdingsAfter = (tx: Tx, after: string, office: string | null = null): Promise<OfficeRow[]> =>
  tx.query<OfficeRow>(
    `select ${columns} where o.municipality = $1 and (o.effective_until is null or o.effective_until > $2::date)
       and ($3::text is null or o.office = $3)
     order by o.office, o.effective_from, o.id limit 500`,
    [tx.municipality, after, office],
  );
