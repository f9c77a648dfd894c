import { describe, expect, it } from 'vitest';
import { judgeStatement, StatementDefect } from './tenant-rule.ts';

describe('statements of a tenant', () => {
  it.each<[string, string, number[]]>([
    ['one table by its alias', 'select s.name from tk.staff s where s.municipality = $1 and s.staff = $2', [0]],
    ['one table without alias', 'select name from tk.staff where municipality = $1', [0]],
    ['its name as alias', 'select name from tk.staff where staff.municipality = $2', [1]],
    ['parameter first', 'select s.name from tk.staff s where $1 = s.municipality', [0]],
    ['a cast', 'select s.name from tk.staff s where s.municipality = $1::char(6) and true', [0]],
    [
      'a join with two predicates',
      'select 1 from tk.staff s left join tk.appointment a on a.municipality = $1 and a.staff = s.staff where s.municipality = $1',
      [0],
    ],
    [
      'a nested query with its own',
      'select 1 from tk.staff s where s.municipality = $1 and exists (select 1 from tk.punch p where p.municipality = $3 and p.staff = s.staff)',
      [0, 2],
    ],
    ['an insert', 'insert into tk.punch_id (municipality, id, month) values ($1, $2, $3)', []],
    [
      'insert … select from arrays',
      'insert into tk.punch_id as p (municipality, id, month) select $1, t.id, t.month from unnest($2::uuid[], $3::date[]) as t(id, month) on conflict do nothing returning id',
      [],
    ],
    [
      'an upsert',
      'insert into tk.month_fact (municipality, month, staff, overtime, recorded_at) values ($1,$2,$3,$4,$5) on conflict (municipality, month, staff) do update set overtime = excluded.overtime',
      [],
    ],
    ['an update', 'update tk.session x set seen_at = $3 where x.municipality = $1 and x.token_hash = $2', [0]],
    ['a delete', 'delete from tk.stale_day d where d.municipality = $1 and d.id = any($2)', [0]],
    [
      'a chain of with',
      'with n as (insert into tk.punch_id (municipality, id, month) values ($1,$2,$3) on conflict do nothing returning id) select n.id from n',
      [],
    ],
    ['the reference table', 'select m.name from tk.municipality m where m.code = $1', []],
    ['words in texts and comments', "select 'tk.punch; now()' -- from tk.punch\n", []],
    ['a column called now is not a call', 'select s.name as "now" from tk.staff s where s.municipality = $1', [0]],
    [
      'both arms of a union',
      'select s.staff from tk.staff s where s.municipality = $1 union all select a.staff from tk.appointment a where a.municipality = $1',
      [0],
    ],
  ])('are passed: %s', (_name, statement, positions) => {
    expect(judgeStatement(statement)).toEqual(positions);
  });

  it.each<[string, string]>([
    ['no predicate', 'select s.name from tk.staff s where s.staff = $1'],
    ['a literal instead of a parameter', "select s.name from tk.staff s where s.municipality = '131075'"],
    [
      'only one of two tables',
      'select 1 from tk.staff s join tk.appointment a on a.staff = s.staff where s.municipality = $1',
    ],
    [
      'joined by column instead of parameter',
      'select 1 from tk.staff s join tk.appointment a on a.municipality = s.municipality where s.municipality = $1',
    ],
    [
      'joined by using',
      'select 1 from tk.staff s join tk.appointment a using (municipality, staff) where s.municipality = $1',
    ],
    ['an unqualified predicate beside two tables', 'select 1 from tk.staff s, tk.punch p where municipality = $1'],
    [
      'a nested query without',
      'select 1 from tk.staff s where s.municipality = $1 and exists (select 1 from tk.punch p)',
    ],
    [
      'the other arm of a union',
      'select s.staff from tk.staff s where s.municipality = $1 union all select a.staff from tk.appointment a',
    ],
    ['one arm of an or', 'select 1 from tk.staff s where s.municipality = $1 or s.staff = $2'],
    ['the second arm of an or', 'select 1 from tk.staff s where s.staff = $2 or s.municipality = $1'],
    ['a negation', 'select 1 from tk.staff s where not s.municipality = $1'],
    ['an assignment is no predicate', 'update tk.staff s set name = $2, municipality = $1'],
    ['an assignment alone', 'update tk.staff s set municipality = $1'],
    ['a column of the result', 'select s.municipality = $1 from tk.staff s'],
    ['a negated group', 'select 1 from tk.staff s where not (s.municipality = $1)'],
    ['an insert without the column', 'insert into tk.punch_id (id, month) values ($1, $2)'],
    ['an insert without a column list', 'insert into tk.punch_id values ($1, $2, $3)'],
    ['a delete of everything', 'delete from tk.stale_day'],
    ['quoted names do not hide a table', 'select 1 from "tk"."staff" s'],
    ['two statements', 'select 1; select 2'],
    ['change of tenant', "select tk.tenant('131075')"],
    ['change of setting', "select set_config('app.municipality', $1, true)"],
    ['a session setting', "set local app.municipality = '131075'"],
    ['truncate', 'truncate tk.staff'],
    ['the clock of the database', 'select s.name from tk.staff s where s.municipality = $1 and s.joined_on < now()'],
    [
      'the day of the database',
      'select s.name from tk.staff s where s.municipality = $1 and s.joined_on < current_date',
    ],
    ['merge', 'merge into tk.staff s using tk.staff t on true when matched then delete'],
    ['insert … select without on conflict', 'insert into tk.punch_id (municipality, id, month) select $1, $2, $3'],
    [
      'a subquery in values',
      'insert into tk.event (municipality, seq) values ($1, (select 1 from tk.event e where e.municipality = $1))',
    ],
    ['a volatile function in update', 'update tk.session s set csrf = gen_random_uuid() where s.municipality = $1'],
  ])('are refused: %s', (_name, statement) => {
    expect(() => judgeStatement(statement)).toThrow(StatementDefect);
  });
});
