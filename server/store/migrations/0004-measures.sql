-- 縮減の対策 of the municipality (ordinances/measures), as dated documents. What was replaced before it held stays in the journal.
create table tk.measure_set (
  municipality char(6) not null,
  effective_from date not null,
  document jsonb not null,
  decided_by text not null,                  -- 職員番号, or login
  reason text not null,
  recorded_at timestamptz not null,
  primary key (municipality, effective_from)
);
select tk.place('tk.measure_set');
select tk.guard('tk.measure_set', 'select, insert, update');
