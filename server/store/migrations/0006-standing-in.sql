-- 代決・専決・庶務担当: who may act for a department, by whom, from when until when. Days are inclusive-exclusive.
create table tk.mandate (
  municipality char(6) not null,
  id uuid not null,
  department text not null,
  holder text not null,                      -- 職員番号 of whoever stands in
  kind text not null check (kind in ('standIn', 'delegated', 'clerk')),
  effective_from date not null,
  effective_until date not null,
  daily_limit smallint,                      -- minutes of one person and duty date; null = no bound of its own
  reason text not null,
  given_by text not null,
  given_at timestamptz not null,
  ended_by text,                             -- ended before its time
  ended_at timestamptz,
  end_reason text not null default '',
  version integer not null,
  primary key (municipality, id)
);
select tk.place('tk.mandate');
select tk.guard('tk.mandate', 'select, insert, update');
create index mandate_holder on tk.mandate (municipality, holder, effective_until);
create index mandate_department on tk.mandate (municipality, department, effective_until);

-- 不在 of those who head a department: while it lasts, a 代決 holds.
create table tk.absence (
  municipality char(6) not null,
  id uuid not null,
  staff text not null,
  effective_from date not null,
  effective_until date not null,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  version integer not null,
  primary key (municipality, id)
);
select tk.place('tk.absence');
select tk.guard('tk.absence', 'select, insert, update');
create index absence_staff on tk.absence (municipality, staff, effective_until);
create index absence_until on tk.absence (municipality, effective_until);

-- 課長承認済み・部長の承認待ち, and in whose place a decision was taken.
alter table tk.overtime drop constraint overtime_state_check;
alter table tk.overtime add constraint overtime_state_check
  check (state in ('requested', 'firstApproved', 'ordered', 'confirmed', 'returned', 'rejected', 'withdrawn', 'revoked'));
alter table tk.overtime add column decided_as text;       -- standIn, delegated, onBehalf; null = in one's own right
alter table tk.overtime add column decided_for text;      -- 職員番号 of whom; null where the post was vacant
alter table tk.overtime add column first_by text;         -- 課長の承認 before the order
alter table tk.overtime add column first_at timestamptz;
alter table tk.overtime add column first_as text;
alter table tk.overtime add column first_for text;
alter table tk.overtime add column emergency boolean not null default false;
alter table tk.overtime add column ground text;           -- why a claim was cut or turned down

-- What waits for the head of a 部局, and what counts as open beside it.
drop index tk.overtime_open;
create index overtime_open on tk.overtime (municipality, department, state, duty_date)
  where state in ('requested', 'firstApproved', 'returned');
create index overtime_first on tk.overtime (municipality, duty_date) where state = 'firstApproved';

-- Which rows move the final approval up (承認者が上がる): by person and month.
create index due_approver on tk.due (municipality, subject, month) where deed = 'approver';

-- 後閲: decisions in somebody's place, and orders in an emergency, until who answers for them has seen them.
create table tk.after_review (
  municipality char(6) not null,
  id uuid not null,
  department text not null,                  -- whose head sees it
  about text not null check (about in ('standIn', 'onBehalf', 'emergency')),
  overtime uuid not null,
  deed text not null,                        -- kind of the event
  decided_by text not null,
  decided_for text,
  decided_at timestamptz not null,
  note text not null default '',
  seen_by text,
  seen_at timestamptz,
  primary key (municipality, id)
);
select tk.place('tk.after_review');
select tk.guard('tk.after_review', 'select, insert, update');
create index after_review_open on tk.after_review (municipality, department, decided_at) where seen_at is null;

-- 申し出: the person does not agree with what was entered for them. The head answers.
create table tk.objection (
  municipality char(6) not null,
  id uuid not null,
  overtime uuid not null,
  staff text not null,
  department text not null,
  reason text not null,
  stated_at timestamptz not null,
  answered_by text,
  answered_at timestamptz,
  answer text not null default '',
  primary key (municipality, id)
);
select tk.place('tk.objection');
select tk.guard('tk.objection', 'select, insert, update');
create index objection_open on tk.objection (municipality, department, stated_at) where answered_at is null;
create index objection_overtime on tk.objection (municipality, overtime);
