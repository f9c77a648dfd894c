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
