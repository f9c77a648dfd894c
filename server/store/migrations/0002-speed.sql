-- What lies below a department is asked for by every page of a section: it is found by its parent, not by reading all.
create index if not exists department_parent on tk.department (municipality, parent);

-- Nothing is ever looked for by what is in the arrays of days: counting their entries was most of the work of ANALYZE.
do $$
declare days text;
begin
  for days in select a.attname from pg_attribute a join pg_type t on t.oid = a.atttypid
               where a.attrelid = 'tk.month_record'::regclass and a.attnum > 0 and t.typcategory = 'A' loop
    execute format('alter table tk.month_record alter column %I set statistics 0', days);
  end loop;
end $$;

-- The policy's expression has no statistics of its own, so the planner took one row in two hundred to pass it, and laid
-- every join out for one person. With them it knows how many rows a municipality has. (Citus keeps a municipality in a
-- shard of its own, and plans there.)
create function tk.measure(target text) returns void language plpgsql as $$
begin
  if exists (select 1 from pg_extension where extname = 'citus') then return; end if;
  execute format('create statistics tk.%I on (municipality::text) from %s', split_part(target, '.', 2) || '_tenant', target);
end $$;

do $$
declare target text;
begin
  for target in select format('tk.%s', c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname = 'tk' and (c.relrowsecurity or c.relispartition) and c.relkind in ('r', 'p') loop
    perform tk.measure(target);
  end loop;
end $$;

-- Days are made month by month. By its month an overtime is found among those of that month; by person and day alone,
-- every person's place in an index over all years would be read.
alter table tk.overtime add column month date
  generated always as (duty_date - (extract(day from duty_date)::integer - 1)) stored;
alter table tk.correction add column month date
  generated always as (duty_date - (extract(day from duty_date)::integer - 1)) stored;
create index overtime_month on tk.overtime (municipality, month, staff);
create index correction_month on tk.correction (municipality, month, staff);
