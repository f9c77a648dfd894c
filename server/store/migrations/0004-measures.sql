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

-- What measures brought due: one row an action. Made by the daily run from the facts; settling it is a deed of the journal.
create table tk.due (
  municipality char(6) not null,
  month date not null,                       -- the month concerned
  measure text not null,                     -- id of the measure
  subject text not null,                     -- 職員番号, 課, 部局; '' = the whole body
  instance date not null,                    -- tells those of one month apart: the day where a measure is asked every day, else the first of the month
  on_date date not null,                     -- the day on whose end it came to be due
  action smallint not null,                  -- place among what follows, from 0
  id uuid not null,
  per text not null check (per in ('person', 'section', 'bureau', 'city')),
  section text not null,                     -- 課 it belongs to; '' = none
  bureau text not null,                      -- 部局 it belongs to; '' = none
  title text not null,                       -- of the measure
  deed text not null,
  what text not null,
  form text,
  by_roles text[] not null,
  to_roles text[] not null,
  due_on date,
  causes jsonb not null,                     -- whose figures did it: person, figure, value
  state text not null check (state in ('open', 'done', 'dismissed', 'lapsed')), -- lapsed: corrected figures do not bring it due any more
  settled_by text,
  settled_at timestamptz,
  note text not null default '',
  recorded_at timestamptz not null,
  primary key (municipality, month, measure, subject, instance, action)
);
select tk.place('tk.due');
select tk.guard('tk.due', 'select, insert, update');
create index due_id on tk.due (municipality, id);
create index due_open on tk.due (municipality, on_date) where state = 'open';
create index due_settled on tk.due (municipality, settled_at) where settled_at is not null;

-- The last day for which measures were asked. Whoever asks holds this row.
create table tk.measure_run (
  municipality char(6) not null,
  through date not null,
  ran_at timestamptz not null,
  primary key (municipality)
);
select tk.place('tk.measure_run');
select tk.guard('tk.measure_run', 'select, insert, update');

-- Mails that wait or were sent: written with what they tell of, so that neither is without the other. Once per recipient and matter.
create table tk.mail (
  municipality char(6) not null,
  id uuid not null,
  recipient text not null,                   -- 職員番号
  address text not null,
  about text not null,                       -- e.g. dues/2026-10-31
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  next_try timestamptz not null,
  tries smallint not null default 0,
  last_error text not null default '',
  sent_at timestamptz,
  primary key (municipality, id)
);
select tk.place('tk.mail');
select tk.guard('tk.mail', 'select, insert, update');
create unique index mail_about on tk.mail (municipality, recipient, about);
create index mail_waiting on tk.mail (municipality, next_try) where sent_at is null;
