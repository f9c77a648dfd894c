import { monthOf } from '@tokimori/law/time/months';
import { risenTo } from '@tokimori/ordinances/measures/vocabulary';
import { mayGiveFinal } from '../../access/policies-standing-in.ts';
import type { DecidingScope } from '../../access/standing-in.ts';
import type { Actor } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { dayOf, type Here, monthDate } from '../reading/moment.ts';

/** Overtime as the rise of its approver needs it. */
export type Rising = { readonly staff: string; readonly duty_date: string; readonly department: string };
const keyOf = (staff: string, month: string): string => `${staff} ${month}`;

/** The departments at the top (部局) of some departments on a day, by department; itself where nothing stands above it. */
export async function topsOf(tx: Tx, departments: readonly string[], on: string): Promise<ReadonlyMap<string, string>> {
  if (departments.length === 0) return new Map();
  const rows = await tx.query<{ origin: string; department: string }>(
    `with recursive above (origin, department, depth) as (
       select u.department, u.department, 0 from unnest($2::text[]) as u (department)
       union
       select b.origin, d.parent, b.depth + 1 from above b
       join tk.department d on d.municipality = $1 and d.department = b.department and d.parent is not null
         and d.effective_from <= $3::date and (d.effective_until is null or d.effective_until > $3::date)
       where b.depth < 8
     )
     select distinct on (b.origin) b.origin, b.department from above b order by b.origin, b.depth desc`,
    [tx.municipality, [...new Set(departments)], on],
  );
  return new Map(rows.map(({ origin, department }) => [origin, department]));
}

/**
 * For whom in which month the final approval has moved up (横浜市: beyond 60:00 it is the 部長's): a row of deed `approver` that a measure
 * brought due and that did not lapse, while the measures that hold today still have it. Settling the row tells that note was taken; it does not give
 * the approval back.
 */
async function risenMonths(tx: Tx, overtime: readonly Rising[], on: string): Promise<ReadonlySet<string>> {
  const months = new Set(overtime.map(({ duty_date: date }) => monthDate(monthOf(dayOf(date)))));
  const rows = await tx.query<{ subject: string; month: string }>(
    `select distinct d.subject, d.month from tk.due d
     where d.municipality = $1 and d.deed = 'approver' and d.per = 'person' and d.state <> 'lapsed'
       and d.subject = any($2) and d.month = any($3::date[])
       and d.by_roles && $4::text[]
       and coalesce((
         select exists (select 1 from jsonb_array_elements(s.document->'measures') m
                        where m->>'id' = d.measure and m->'follows' @> '[{"do": "approver"}]')
         from tk.measure_set s where s.municipality = $1 and s.effective_from <= $5::date
         order by s.effective_from desc limit 1), true)`,
    [tx.municipality, [...new Set(overtime.map(({ staff }) => staff))], [...months], [...risenTo], on],
  );
  return new Set(rows.map(({ subject, month }) => keyOf(subject, month)));
}

/** Who gives the order of an overtime in the end. */
export type Finality = {
  /** The 部局 of the department. */
  readonly top: string;
  /** The month's approval has moved up to the head of the 部局. */
  readonly risen: boolean;
  /** It has, and the actor is not the one. */
  readonly above: boolean;
};

/** Who gives the orders of some overtime in the end, as seen by an actor. The tree is that of today: whoever heads it now decides. */
export async function finalityOf(
  tx: Tx,
  at: Here,
  actor: Actor,
  scope: DecidingScope,
  overtime: readonly Rising[],
): Promise<(row: Rising) => Finality> {
  const [tops, risen] = await Promise.all([
    topsOf(
      tx,
      overtime.map(({ department }) => department),
      at.dutyDate,
    ),
    risenMonths(tx, overtime, at.dutyDate),
  ]);
  return ({ staff, duty_date: date, department }) => {
    const top = tops.get(department) ?? department;
    const up = risen.has(keyOf(staff, monthDate(monthOf(dayOf(date)))));
    return { top, risen: up, above: up && !mayGiveFinal(actor, scope, top) };
  };
}

/** Who heads a department today, whether they are away, and who stands in for them. */
export type Post = {
  readonly department: string;
  readonly head: string | null;
  readonly headName: string;
  readonly absent: boolean;
  /** Name of the one whose 代決 holds today; null when nobody's does. */
  readonly standIn: string | null;
};

type PostRow = {
  department: string;
  head: string | null;
  post: string | null;
  name: string | null;
  absent: boolean;
  holder: string | null;
};

/** The posts of some departments on a day. */
export async function postsOf(tx: Tx, departments: readonly string[], on: string): Promise<ReadonlyMap<string, Post>> {
  if (departments.length === 0) return new Map();
  const rows = await tx.query<PostRow>(
    `select u.department, h.staff as head, h.post, h.name,
       exists (select 1 from tk.absence b where b.municipality = $1 and b.staff = h.staff
                 and b.effective_from <= $3::date and b.effective_until > $3::date) as absent,
       (select s.name from tk.mandate m
          join tk.staff s on s.municipality = $1 and s.staff = m.holder and (s.left_on is null or s.left_on >= $3::date)
          where m.municipality = $1 and m.department = u.department and m.kind = 'standIn'
            and m.effective_from <= $3::date and m.effective_until > $3::date
          order by m.effective_from, m.id limit 1) as holder
     from unnest($2::text[]) as u (department)
     left join lateral (
       select a.staff, a.post, s.name from tk.appointment a
       join tk.staff s on s.municipality = $1 and s.staff = a.staff
       where a.municipality = $1 and a.department = u.department and a.managerial
         and a.effective_from <= $3::date and (a.effective_until is null or a.effective_until > $3::date)
       order by a.concurrent, a.effective_from, a.staff limit 1) h on true`,
    [tx.municipality, [...new Set(departments)], on],
  );
  return new Map(rows.map((row) => [row.department, postOf(row)]));
}

const postOf = ({ department, head, post, name, absent, holder }: PostRow): Post => ({
  department,
  head,
  headName: head === null ? '' : `${post ?? ''} ${name ?? ''}`.trim(),
  absent,
  standIn: head === null || absent ? holder : null,
});

/** Who decides at a post today, in words: the head, or who stands in; blank when nobody is there. */
export function deciderAt(post: Post | undefined): string {
  if (post === undefined) return '';
  if (post.head !== null && !post.absent) return post.headName;
  return post.standIn === null ? '' : `${post.standIn}(代決)`;
}
