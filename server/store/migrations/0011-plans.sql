-- 時間外勤務実施計画書 of a section for a month (projection of the streams plan/<section>/<month>).
create table tk.plan (
  municipality char(6) not null,
  month date not null,                       -- the month planned
  department text not null,                  -- 課
  state text not null check (state in ('draft', 'agreedByHead', 'agreedByUnion', 'received', 'returned')),
  lines jsonb not null,                      -- staff, work, reason, weeks, minutes
  planned integer not null,                  -- minutes of all lines
  remarks text not null,
  measures jsonb not null,                   -- of the last report, as they stood when the head agreed
  note text not null,                        -- why it was returned
  head_by text,
  head_at timestamptz,
  union_by text,
  union_at timestamptz,
  received_by text,
  received_at timestamptz,
  version integer not null,
  primary key (municipality, month, department)
);
select tk.place('tk.plan');
select tk.guard('tk.plan', 'select, insert, update');
create index plan_before_union on tk.plan (municipality, month) where state = 'agreedByHead';

-- 今後の対策 ①–④ of the 長時間勤務防止対策報告書, structured, as they stand. What was replaced stays in the journal.
create table tk.report_measure (
  municipality char(6) not null,
  department text not null,                  -- 課
  month date not null,                       -- the month reported on
  group_name text not null,                  -- グループ; '' = the whole section
  item text not null check (item in ('spread', 'reassign', 'support', 'other')),
  feasible boolean not null,
  words text not null,                       -- what is done, or why it cannot be
  source text not null,                      -- report/<id>, or page
  recorded_by text not null,
  recorded_at timestamptz not null,
  carried_in date,                           -- the month whose plan took it over first
  outcome text check (outcome in ('done', 'partly', 'notDone')),
  outcome_note text not null default '',
  outcome_by text,
  outcome_at timestamptz,
  primary key (municipality, department, month, group_name, item)
);
select tk.place('tk.report_measure');
select tk.guard('tk.report_measure', 'select, insert, update, delete');

-- 登録型応援制度: supporters (projection of supporter/<id>), requests, who supports and the hours of each day (projections of support/<id>).
create table tk.supporter (
  municipality char(6) not null,
  id uuid not null,
  kind text not null check (kind in ('staff', 'section', 'workstation')),
  staff text,
  department text not null,                  -- 課; '' = the workstation
  skills text not null,
  availability text not null,
  state text not null check (state in ('proposed', 'ready', 'ended')),
  note text not null,
  registered_by text not null,
  registered_at timestamptz not null,
  version integer not null,
  primary key (municipality, id)
);
select tk.place('tk.supporter');
select tk.guard('tk.supporter', 'select, insert, update');
create index supporter_standing on tk.supporter (municipality, department) where state <> 'ended';
create unique index supporter_once on tk.supporter (municipality, staff) where state <> 'ended' and kind = 'staff';

create table tk.support_request (
  municipality char(6) not null,
  id uuid not null,
  department text not null,                  -- 課 that asks
  work text not null,
  skills text not null,
  from_date date not null,
  through_date date not null,
  from_minute smallint not null,
  until_minute smallint not null,
  people smallint not null,
  state text not null check (state in ('open', 'closed')),
  note text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  version integer not null,
  primary key (municipality, id)
);
select tk.place('tk.support_request');
select tk.guard('tk.support_request', 'select, insert, update');
create index support_request_through on tk.support_request (municipality, through_date);

create table tk.support_match (
  municipality char(6) not null,
  request uuid not null,
  id uuid not null,
  supporter uuid not null,
  department text not null,                  -- 課 that gives; '' = the workstation
  staff text,
  people smallint not null,
  state text not null check (state in ('offered', 'agreed', 'declined')),
  made_by text not null check (made_by in ('offer', 'hr')),
  primary key (municipality, request, id)
);
select tk.place('tk.support_match');
select tk.guard('tk.support_match', 'select, insert, update');

create table tk.support_day (
  municipality char(6) not null,
  request uuid not null,
  match uuid not null,
  date date not null,
  minutes integer not null,                  -- of all people together
  confirmed boolean not null,
  primary key (municipality, request, match, date)
);
select tk.place('tk.support_day');
select tk.guard('tk.support_day', 'select, insert, update');
create index support_day_date on tk.support_day (municipality, date);

-- 終礼: requests of a section by duty date, whoever's they are.
create index overtime_department on tk.overtime (municipality, department, duty_date);
