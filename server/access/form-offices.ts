import type { Actor } from '../context.ts';
import type { Tx } from '../store/tenant.ts';

/** Somebody who holds an office: a member of staff, or an account, with its 職員番号 where it has one. */
export type OfficeHolder = { readonly staff: string | null; readonly login: string | null };

/** Who holds the offices that forms pass on a day, by the word of the seal box. */
export type OfficeHolders = {
  /** Offices that somebody holds who still serves, with those who do. */
  readonly named: ReadonlyMap<string, readonly OfficeHolder[]>;
  /** Nobody holds it, and the municipality says so. */
  readonly vacant: ReadonlySet<string>;
};

/** The offices of forms as one actor stands to them. */
export type FormOffices = {
  /** Somebody holds it. */
  readonly named: ReadonlySet<string>;
  /** The actor does. */
  readonly held: ReadonlySet<string>;
  readonly vacant: ReadonlySet<string>;
};

/** In force on `$2`, of a table with the alias `a`. */
const holds = (a: string): string =>
  `${a}.effective_from <= $2::date and (${a}.effective_until is null or ${a}.effective_until > $2::date)`;

type Row = OfficeHolder & { readonly office: string; readonly kind: string };

/**
 * Reads who holds the offices of forms. A 職名 to which nobody is appointed, like a person who left, names nobody. In one order, so that the same
 * holders are read alike.
 * @param on `YYYY-MM-DD`
 */
export async function readOfficeHolders(tx: Tx, on: string): Promise<OfficeHolders> {
  const rows = await tx.query<Row>(
    `select distinct o.office, o.kind, coalesce(s.staff, c.staff, a.staff) as staff, c.login from tk.form_office o
     left join tk.staff s on s.municipality = $1 and o.kind = 'staff' and s.staff = o.holder
       and (s.left_on is null or s.left_on >= $2::date)
     left join tk.account c on c.municipality = $1 and o.kind = 'account' and c.login = o.holder
       and not exists (select 1 from tk.staff g where g.municipality = $1 and g.staff = c.staff and g.left_on < $2::date)
     left join tk.appointment a on a.municipality = $1 and o.kind = 'post' and a.department = o.department and a.post = o.holder
       and ${holds('a')}
     where o.municipality = $1 and ${holds('o')}
     order by o.office, o.kind, staff, c.login`,
    [tx.municipality, on],
  );
  const named = new Map<string, OfficeHolder[]>();
  for (const { office, staff, login } of rows)
    if (staff !== null || login !== null) named.set(office, [...(named.get(office) ?? []), { staff, login }]);
  const vacant = rows.flatMap(({ office, kind }) => (kind === 'vacant' && !named.has(office) ? [office] : []));
  return { named, vacant: new Set(vacant) };
}

/** Whether a holder is the actor. An account that was named is that account alone. */
const isActor = ({ staff, login }: OfficeHolder, actor: Actor): boolean =>
  login === null ? staff === actor.staff : login === actor.login;

/** The offices as an actor stands to them. */
export function officesFor(actor: Actor, { named, vacant }: OfficeHolders): FormOffices {
  const held = [...named].filter(([, holders]) => holders.some((each) => isActor(each, actor)));
  return { named: new Set(named.keys()), held: new Set(held.map(([office]) => office)), vacant };
}
