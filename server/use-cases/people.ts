import type { findStaff as findStaffRoute, monthList as monthListRoute } from '@tokimori/contract/hr';
import type { Answer, Input } from '@tokimori/contract/route';
import type { LimitState } from '@tokimori/contract/values';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { lastDayOf } from '@tokimori/law/time/months';
import { ensure, mayFindStaff, mayViewCity } from '../access/policies.ts';
import { scopeOf } from '../access/scope.ts';
import type { Actor, Context } from '../context.ts';
import { readTree } from './reading/department-tree.ts';
import { here, monthDate, monthIndexOf } from './reading/moment.ts';
import { personOf, personsOn } from './reading/persons.ts';

/** A search text as the start of a LIKE pattern. */
const escaped = (text: string): string => text.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Finds people by 職員番号, name or kana; a head finds those of the own departments, today. */
export async function findStaff(
  context: Context,
  actor: Actor,
  input: Input<typeof findStaffRoute>,
): Promise<Answer<typeof findStaffRoute>> {
  ensure(mayFindStaff(actor));
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    const departments = mayViewCity(actor) ? null : [...(await scopeOf(tx, actor, at.dutyDate)).departments];
    const found = await tx.query<{ staff: string }>(
      `select s.staff from tk.staff s
       where s.municipality = $1 and (s.staff like $2 || '%' or s.name like '%' || $2 || '%' or s.kana like $2 || '%')
         and ($3::text[] is null or exists (
           select 1 from tk.appointment a where a.municipality = $1 and a.staff = s.staff and a.department = any($3)
             and a.effective_from <= $4::date and (a.effective_until is null or a.effective_until > $4::date)))
       order by (s.left_on is not null and s.left_on < $4::date), s.staff limit 50`,
      [tx.municipality, escaped(input.search), departments, at.dutyDate],
    );
    const staff = found.map((row) => row.staff);
    const persons = await personsOn(tx, staff, at.dutyDate);
    return { people: staff.flatMap((number) => persons.get(number) ?? []) };
  });
}

type ListRow = {
  staff: string;
  overtime: number;
  exceptional: number;
  presence: number;
  beyond: number;
  days_worked: number;
  unclassifiable: number;
  state: LimitState;
  remaining: number | null;
};

/** The month of many people, one row each, in order of 職員番号, paged by the last number seen. */
export async function monthList(
  context: Context,
  actor: Actor,
  input: Input<typeof monthListRoute>,
): Promise<Answer<typeof monthListRoute>> {
  ensure(mayViewCity(actor));
  const month = monthIndexOf(input.month);
  return context.store.tenant(actor.municipality, async (tx) => {
    const day = lastDayOf(month);
    const departments = input.department === undefined ? null : (await readTree(tx, day)).below(input.department);
    const search = input.search === undefined ? null : escaped(input.search);
    // The search is joined in only when there is one: without it the rows are counted from the index alone.
    const matching = `tk.month_record r ${search === null ? '' : 'join tk.staff s on s.municipality = $1 and s.staff = r.staff'}
      where r.municipality = $1 and r.month = $2 ${departments === null ? '' : 'and r.department = any($3)'}
        ${search === null ? '' : "and (s.staff like $4 || '%' or s.name like '%' || $4 || '%' or s.kana like $4 || '%')"}
        and ($3::text[] is null or true) and ($4::text is null or true)`;
    const key = [tx.municipality, monthDate(month), departments, search];
    const [rows, [total]] = await Promise.all([
      tx.query<ListRow>(
        `select p.staff, p.overtime, p.exceptional, p.presence, p.beyond, p.days_worked, p.unclassifiable,
           coalesce(t.state, case when p.managerial then 'none' else 'unknown' end) as state, t.remaining
         from (select r.staff, r.overtime, r.exceptional, r.presence, r.beyond, r.days_worked, r.unclassifiable, r.managerial
               from ${matching} and r.staff > $5 order by r.staff limit $6) p
         left join tk.standing t on t.municipality = $1 and t.month = $2 and t.staff = p.staff order by p.staff`,
        [...key, input.after ?? '', input.size],
      ),
      tx.query<{ count: number }>(`select count(*)::int as count from ${matching}`, key),
    ]);
    const persons = await personsOn(
      tx,
      rows.map((row) => row.staff),
      formatLocalDate(day),
    );
    return {
      rows: rows.map(({ staff, days_worked: daysWorked, ...row }) => ({
        ...row,
        daysWorked,
        person: personOf(persons, staff),
      })),
      next: rows.length === input.size ? (rows.at(-1)?.staff ?? null) : null,
      count: total?.count ?? 0,
    };
  });
}
