-- 打刻漏れの知らせ: a past day whose record lacks a punch, as it was found, told and withdrawn. What is missing follows from tk.month_record.
create table tk.missing_notice (
  municipality char(6) not null,
  staff text not null,
  duty_date date not null,
  kind text not null check (kind in ('missingIn', 'missingOut', 'noRecord')),
  department text not null,                  -- where the person belonged in the month
  found_at timestamptz not null,
  told_on date,                              -- the morning on which the person and the head were told
  withdrawn_at timestamptz,                  -- the record was completed
  primary key (municipality, staff, duty_date)
);
select tk.place('tk.missing_notice');
select tk.guard('tk.missing_notice', 'select, insert, update');
create index missing_notice_open on tk.missing_notice (municipality, duty_date) where withdrawn_at is null;

-- The last day looked at, and the last morning on which people were told. Whoever looks holds this row.
create table tk.missing_run (
  municipality char(6) not null,
  through date not null,
  ran_at timestamptz not null,
  told_on date,
  primary key (municipality)
);
select tk.place('tk.missing_run');
select tk.guard('tk.missing_run', 'select, insert, update');

-- 月の締め (projection of the streams closing/…): one row a 課 and month; '' = the whole municipality.
create table tk.month_closing (
  municipality char(6) not null,
  month date not null,
  section text not null,
  state text not null check (state in ('open', 'closed')),
  closed_by text,
  closed_at timestamptz,
  close_reason text not null default '',     -- of 人事課, who closed over open points
  points jsonb not null default '{}',        -- what was open when it was closed, by kind
  people integer not null default 0,
  asked_by text,                             -- 再開の依頼 of the head
  asked_at timestamptz,
  ask_reason text not null default '',
  reminded_by text,
  reminded_at timestamptz,
  reopened_by text,
  reopened_at timestamptz,
  reopen_reason text not null default '',
  version integer not null,
  primary key (municipality, month, section)
);
select tk.place('tk.month_closing');
select tk.guard('tk.month_closing', 'select, insert, update');

-- Whose month is closed, as the deed found them. Every deed on a day asks this table by its key.
create table tk.month_closed (
  municipality char(6) not null,
  month date not null,
  staff text not null,
  section text not null,
  closed_at timestamptz not null,
  primary key (municipality, month, staff)
);
select tk.place('tk.month_closed');
select tk.guard('tk.month_closed', 'select, insert, delete');
create index month_closed_section on tk.month_closed (municipality, month, section);

-- What keeps a month open is found without reading what is in order.
create index month_record_unsettled on tk.month_record (municipality, month) where unclassifiable > 0 or discrepancies > 0;
create index overtime_undecided on tk.overtime (municipality, month, staff) where state in ('requested', 'ordered');
create index correction_undecided on tk.correction (municipality, month, staff) where state = 'requested';
-- Punches that came after a closing. They are stored in the order in which they come, so a summary of a few pages finds them.
create index punch_recorded on tk.punch using brin (recorded_at);

-- 給与連携: the layout of the file, as dated documents (ordinances/pay-layout).
create table tk.pay_layout (
  municipality char(6) not null,
  effective_from date not null,
  document jsonb not null,
  decided_by text not null,
  reason text not null,
  recorded_at timestamptz not null,
  primary key (municipality, effective_from)
);
select tk.place('tk.pay_layout');
select tk.guard('tk.pay_layout', 'select, insert, update');

-- What payroll was told: a file, and its people with their minutes by class. The file is written from these rows, always the same.
create table tk.pay_export (
  municipality char(6) not null,
  id uuid not null,
  month date not null,
  number integer not null,                   -- 1, 2, 3 … of the month
  made_by text not null,
  made_at timestamptz not null,
  provisional boolean not null,              -- 未確定: somebody's month was open
  differs_from uuid,                         -- only what differs from this export is written
  layout jsonb not null,
  classes text[] not null,                   -- overtime/125 …, the places of `minutes`
  rounding_up_from smallint not null,        -- minutes of the last hour from which it is a whole one
  people integer not null,
  rows integer not null,
  file_hash text not null,                   -- sha-256 of the bytes
  problems jsonb not null,
  primary key (municipality, id)
);
select tk.place('tk.pay_export');
select tk.guard('tk.pay_export', 'select, insert');
create unique index pay_export_number on tk.pay_export (municipality, month, number);

create table tk.pay_export_line (
  municipality char(6) not null,
  export uuid not null,
  staff text not null,
  name text not null,
  kana text not null,
  department text not null,
  department_name text not null,
  closed boolean not null,
  minutes integer[] not null,                -- by class, then beyond sixty hours and time off in lieu
  minutes_before integer[],                  -- what the export before said, where this one differs
  written boolean not null,                  -- stands in the file
  primary key (municipality, export, staff)
);
select tk.place('tk.pay_export_line');
select tk.guard('tk.pay_export_line', 'select, insert');
