-- 36協定 of a 事業場: a department with everything below it. The words and numbers are in the document; the days of effect
-- are what the law makes of it. What it said before stands in the journal.
create table tk.agreement36 (
  municipality char(6) not null,
  id uuid not null,
  department text not null,
  state text not null check (state in ('draft', 'registered', 'discarded')),
  effective_from date,                       -- null: a draft has no effect
  effective_through date,                    -- inclusive; null = open
  document jsonb not null,                   -- contract/agreements.ts; minutes and dates
  ended_on date,                             -- ended by the parties before its term
  version integer not null,
  recorded_at timestamptz not null,
  primary key (municipality, id),
  check (state <> 'registered' or effective_from is not null)
);
select tk.place('tk.agreement36');
select tk.guard('tk.agreement36', 'select, insert, update');
create index agreement36_department on tk.agreement36 (municipality, department, effective_from);

-- 職種 by law, dated: 企業職員 and 単純労務職員 are under 労基法36条 wherever they work. Without a row: 一般職.
create table tk.staff_category (
  municipality char(6) not null,
  staff text not null,
  effective_from date not null,
  category text not null check (category in ('regularService', 'publicEnterprise', 'simpleLabor')),
  recorded_at timestamptz not null,
  primary key (municipality, staff, effective_from),
  foreign key (municipality, staff) references tk.staff (municipality, staff)
);
select tk.place('tk.staff_category');
select tk.guard('tk.staff_category', 'select, insert, update');

-- 労基法33条1項: an occasion of 災害その他避けることのできない事由, permitted beforehand or reported afterwards.
create table tk.disaster_need (
  municipality char(6) not null,
  id uuid not null,
  department text not null,
  first_date date not null,
  last_date date not null,
  reason text not null,
  expected integer not null,                 -- minutes of all together
  permitted_on date,
  reported_on date,
  state text not null check (state in ('recorded', 'withdrawn')),
  version integer not null,
  recorded_at timestamptz not null,
  primary key (municipality, id)
);
select tk.place('tk.disaster_need');
select tk.guard('tk.disaster_need', 'select, insert, update');
create index disaster_need_days on tk.disaster_need (municipality, last_date);

-- 他律部署の指定の周知: who was told when, and when each acknowledged it.
create table tk.designation_notice (
  municipality char(6) not null,
  department text not null,                  -- key of the designation
  effective_from date not null,
  staff text not null,
  told_on date not null,
  acknowledged_at timestamptz,
  mailed_at timestamptz,                     -- when a mail was written; null = not yet, or no address
  primary key (municipality, department, effective_from, staff)
);
select tk.place('tk.designation_notice');
select tk.guard('tk.designation_notice', 'select, insert, update');
create index designation_notice_staff on tk.designation_notice (municipality, staff);
create index designation_notice_unmailed on tk.designation_notice (municipality) where mailed_at is null;

-- 業務ごとの指定: tasks that count as 他律的業務 or 特例業務 from a day on.
create table tk.designated_task (
  municipality char(6) not null,
  id uuid not null,
  department text not null,                  -- whose task it is, with everything below
  name text not null,
  kind text not null check (kind in ('externallyDriven', 'exceptional')),
  effective_from date not null,
  effective_until date,                      -- exclusive; null = open
  published_on date not null,
  reason text not null,
  override_reason text,
  recorded_at timestamptz not null,
  primary key (municipality, id)
);
select tk.place('tk.designated_task');
select tk.guard('tk.designated_task', 'select, insert, update');
create index designated_task_department on tk.designated_task (municipality, department, effective_from);

-- 特例業務の事前届出 of one person and task.
create table tk.prior_notice (
  municipality char(6) not null,
  id uuid not null,
  staff text not null,
  department text not null,                  -- where the person belonged when it was filed
  task text not null,
  first_date date not null,
  last_date date not null,
  expected jsonb not null,                   -- [{ month, minutes }]
  staffing text not null,
  unavoidable text not null,
  reduction text not null,
  confirmed_on date,
  confirmed_by text not null,
  fatigue text not null,
  mind_and_body text not null,
  filed_on date not null,
  filed_by text not null,
  due_on date not null,
  complete boolean not null,
  health text not null check (health in ('notNeeded', 'confirmed', 'missing')),
  state text not null check (state in ('filed', 'withdrawn')),
  version integer not null,
  primary key (municipality, id)
);
select tk.place('tk.prior_notice');
select tk.guard('tk.prior_notice', 'select, insert, update');
create index prior_notice_staff on tk.prior_notice (municipality, staff, last_date);
create index prior_notice_days on tk.prior_notice (municipality, last_date, first_date);

-- On what a request or an order of overtime rests: the designated task it names, the prior notice of 特例業務.
create table tk.overtime_ground (
  municipality char(6) not null,
  overtime uuid not null,
  staff text not null,
  duty_date date not null,
  task uuid,
  notice uuid,
  recorded_at timestamptz not null,
  primary key (municipality, overtime)
);
select tk.place('tk.overtime_ground');
select tk.guard('tk.overtime_ground', 'select, insert, update');
create index overtime_exceptional on tk.overtime (municipality, month, department) where category = 'exceptional';
create index overtime_ground_notice on tk.overtime_ground (municipality, notice) where notice is not null;
