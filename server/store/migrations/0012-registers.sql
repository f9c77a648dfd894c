-- 見直し・効果の登録 (records/register-entry): what sections write themselves. The row is the projection; the journal keeps every content.
create table tk.register_entry (
  municipality char(6) not null,
  register text not null check (register in ('workReviews', 'digitalEffects')),
  id uuid not null,
  state text not null check (state in ('draft', 'registered', 'closed')),
  department text not null,
  starts_on date not null,                   -- 見直し: first day of its fiscal year; 効果: first day of use
  ends_on date not null,                     -- last day of the same; 9999-12-31 = still in use
  content jsonb not null,
  version integer not null,                  -- number of the last event
  changed_by text not null,                  -- 職員番号, or login
  changed_at timestamptz not null,
  primary key (municipality, register, id)
);
select tk.place('tk.register_entry');
select tk.guard('tk.register_entry', 'select, insert, update');
-- Entries of a fiscal year: those that end in it or later. What ended before is not read.
create index register_entry_period on tk.register_entry (municipality, register, ends_on, starts_on);
