-- Measures of a report that was returned do not go into a plan until it is handed in again; what became of them is kept meanwhile.
alter table tk.report_measure
  add column state text not null default 'stands' check (state in ('stands', 'withdrawn'));
