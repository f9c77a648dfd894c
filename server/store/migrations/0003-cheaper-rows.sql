-- The policy compares `municipality::text`, the one form that passes on every Citus version tried, and it was asked of every
-- row read: a third of the time of reading a month's punches. On plain PostgreSQL the column itself is compared. Together
-- with the statement's own `municipality = $1` the planner then asks once a statement whether both are the same, no row is
-- asked, and a municipality's rows are counted as what they are, without statistics of an expression.
create function tk.own_rows() returns text language plpgsql stable as $$
begin
  if exists (select 1 from pg_extension where extname = 'citus') then
    return 'municipality::text = current_setting(''app.municipality'', true)';
  end if;
  return 'municipality = current_setting(''app.municipality'', true)::bpchar';
end $$;

create or replace function tk.guard(target text, grants text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy one_municipality on %s using (%s) with check (%s)', target, tk.own_rows(), tk.own_rows());
  execute format('grant %s on %s to tokimori_app', grants, target);
end $$;

do $$
declare target text;
begin
  if exists (select 1 from pg_extension where extname = 'citus') then return; end if;
  for target in select format('%I.%I', p.schemaname, p.tablename) from pg_policies p
                 where p.schemaname = 'tk' and p.policyname = 'one_municipality' loop
    execute format('alter policy one_municipality on %s using (%s) with check (%s)', target, tk.own_rows(), tk.own_rows());
  end loop;
end $$;

do $$
declare statistics text;
begin
  for statistics in select format('%I.%I', n.nspname, s.stxname) from pg_statistic_ext s
                      join pg_namespace n on n.oid = s.stxnamespace
                     where n.nspname = 'tk' and s.stxname like '%\_tenant' loop
    execute format('drop statistics %s', statistics);
  end loop;
end $$;
drop function tk.measure(text);

-- Lists of people are planned entry by entry, and each entry was compared with the hundred most common people, who are no
-- more common than others: an eighth of the database's time when a month is made. How many people there are is known as before.
do $$
declare target text;
begin
  foreach target in array array['staff', 'appointment', 'punch', 'overtime', 'correction', 'month_fact', 'month_record',
                                'standing', 'standing_limit'] loop
    execute format('alter table tk.%I alter column staff set statistics 1', target);
  end loop;
end $$;
