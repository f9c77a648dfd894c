-- 様式 of the measures: one row a form, month and subject. Half-filled drafts are kept here; handing in, approvals and returns are deeds of
-- the journal (stream form/<id>), which keeps what every version said.
create table tk.form_sheet (
  municipality char(6) not null,
  month date not null,                       -- the month concerned
  form text not null,                        -- key of the form
  subject text not null,                     -- 職員番号, 課, 部局; '' = the whole body
  id uuid not null,
  per text not null check (per in ('person', 'section', 'bureau', 'city')),
  section text not null,                     -- 課 it belongs to; '' = none
  bureau text not null,                      -- 部局 it belongs to; '' = none
  state text not null check (state in ('draft', 'submitted', 'returned', 'accepted')),
  step smallint not null,                    -- post of the route that is awaited, from 0
  stamps jsonb not null,
  filled jsonb not null,                     -- what is typed now
  given jsonb,                               -- what the records told when it was handed in; null before
  note text not null default '',             -- why it was returned last
  saves integer not null,                    -- how often it was saved; two who write at once are told apart by it
  saved_by text not null,
  saved_at timestamptz not null,
  submitted_by text,
  submitted_at timestamptz,
  version integer not null,                  -- events of its stream
  primary key (municipality, month, form, subject)
);
select tk.place('tk.form_sheet');
select tk.guard('tk.form_sheet', 'select, insert, update');
create index form_sheet_id on tk.form_sheet (municipality, id);
create index form_sheet_section on tk.form_sheet (municipality, section, month);
create index form_sheet_waiting on tk.form_sheet (municipality, month) where state in ('submitted', 'returned');

-- Batch printing: made in the background, fetched when it is done, kept for a day.
create table tk.print_run (
  municipality char(6) not null,
  id uuid not null,
  form text not null,
  month date not null,
  shape text not null check (shape in ('pdf', 'zip')),
  state text not null check (state in ('running', 'done', 'failed')),
  total integer not null,
  done integer not null,
  file_name text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  error text not null default '',
  primary key (municipality, id)
);
select tk.place('tk.print_run');
select tk.guard('tk.print_run', 'select, insert, update, delete');
create index print_run_asked on tk.print_run (municipality, asked_at);
