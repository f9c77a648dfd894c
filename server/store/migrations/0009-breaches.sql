-- 上限を超えたときの記録 ①–⑤ (職職―328 第10第16項–第18項): one a person, limit and period. ①–③ are made by the daily run and follow corrected
-- figures; ④⑤ and the causes are written by the head (projection of the streams breach/…) and are never touched by the run.
create table tk.breach (
  municipality char(6) not null,
  period date not null,                      -- the month; for a limit of the year the first month of the fiscal year
  staff text not null,
  limit_name text not null,
  id uuid not null,
  month date not null,                       -- the month in which it was exceeded first; for averages the last of the window
  fiscal_year smallint not null,
  department text not null,                  -- ① where the person belonged in `month`
  section text not null,                     -- 課 of it
  bureau text not null,                      -- 部局 of it
  name text not null,                        -- ② as it was when the record was made
  value integer not null,                    -- ③ minutes; months for monthsOver45
  cap integer not null,
  carried text not null check (carried in ('exceptional', 'none')), -- 特例業務 of the period let it be exceeded
  exceptional integer not null,              -- minutes of 特例業務 in the period
  overtime integer not null,                 -- minutes of overtime in `month`
  works jsonb not null,                      -- works of `month` by name and minutes, most first
  outline_made text not null,                -- ④ as it is put in: the works of the whole period by hours
  standing text not null check (standing in ('holds', 'lapsed')),   -- lapsed: corrected figures do not exceed the limit any more
  state text not null check (state in ('open', 'completed', 'returned')),
  outline text not null default '',          -- ④ as written
  reason text not null default '',           -- ⑤
  causes text[] not null default '{}',
  main_cause text not null default '',
  completed_by text,
  completed_at timestamptz,
  completed_value integer,                   -- ③ when it was completed
  note text not null default '',             -- why it was returned
  found_at timestamptz not null,
  version integer not null,
  primary key (municipality, period, staff, limit_name)
);
select tk.place('tk.breach');
select tk.guard('tk.breach', 'select, insert, update');
create index breach_id on tk.breach (municipality, id);
create index breach_year on tk.breach (municipality, fiscal_year, section);
create index breach_month on tk.breach (municipality, staff, month);
create index breach_waiting on tk.breach (municipality, section) where standing = 'holds' and state <> 'completed';

-- The last day for which excesses were looked for, and from which month on records are made. Whoever looks holds this row.
create table tk.breach_run (
  municipality char(6) not null,
  through date not null,
  since date not null,                       -- first month of which records are made
  ran_at timestamptz not null,
  primary key (municipality)
);
select tk.place('tk.breach_run');
select tk.guard('tk.breach_run', 'select, insert, update');

-- 要因の整理・分析・検証 (projection of the streams review/…): a document of a 課, or of the whole body, for a fiscal year or a month of it.
create table tk.breach_review (
  municipality char(6) not null,
  span text not null check (span in ('year', 'month')),
  period date not null,                      -- first day of the fiscal year, or of the month
  section text not null,                     -- '' = the whole body
  state text not null check (state in ('draft', 'concluded')),
  sorted text not null,                      -- 整理
  analysed text not null,                    -- 分析
  verified text not null,                    -- 検証
  records integer not null,                  -- records it rested on when it was written last
  written_by text not null,
  written_at timestamptz not null,
  concluded_by text,
  concluded_at timestamptz,
  version integer not null,
  primary key (municipality, span, period, section)
);
select tk.place('tk.breach_review');
select tk.guard('tk.breach_review', 'select, insert, update');

-- 縮減の取組 (projection of the streams reduction/…).
create table tk.reduction (
  municipality char(6) not null,
  id uuid not null,
  title text not null,
  kind text not null check (kind in ('workload', 'efficiency', 'staffing', 'support', 'other')),
  what text not null,
  owner text not null,                       -- 職員番号
  due_on date not null,
  from_month date not null,                  -- first month in which it is to show
  sections text[] not null,
  causes text[] not null,
  records uuid[] not null,
  expected integer,                          -- minutes a month
  state text not null check (state in ('planned', 'underway', 'done', 'stopped')),
  note text not null,                        -- words of the last move
  registered_by text not null,
  registered_at timestamptz not null,
  version integer not null,
  primary key (municipality, id)
);
select tk.place('tk.reduction');
select tk.guard('tk.reduction', 'select, insert, update');
create index reduction_state on tk.reduction (municipality, state, due_on);
