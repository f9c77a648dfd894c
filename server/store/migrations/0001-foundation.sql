-- Foundation. Every tenant table begins its key with `municipality` (全国地方公共団体コード) and carries
-- row-level security, so that the same files serve plain PostgreSQL (>= 15) and Citus, distributed by municipality.
-- The next three settings are placeholders to plain PostgreSQL and rules of order to Citus.
set local citus.multi_shard_modify_mode = 'sequential';
set local citus.enable_local_reference_table_foreign_keys = off;
set local citus.enable_unsafe_triggers = on;

create schema tk;

-- Distributes a table where Citus is present; does nothing elsewhere. `kind`: tenant | reference.
create function tk.place(target text, kind text default 'tenant') returns void language plpgsql as $$
begin
  if not exists (select 1 from pg_extension where extname = 'citus') then return; end if;
  if kind = 'reference' then
    perform create_reference_table(target::regclass);
  elsif target = 'tk.staff' then
    perform create_distributed_table(target::regclass, 'municipality');
  else
    perform create_distributed_table(target::regclass, 'municipality', colocate_with := 'tk.staff');
  end if;
end $$;

-- Binds the transaction to one municipality. Everything the application does begins with it.
create function tk.tenant(m text) returns void language plpgsql as $$
begin
  if m is null or m !~ '^[0-9]{6}$' then
    raise exception 'not a municipality code' using errcode = '22023';
  end if;
  set local citus.propagate_set_commands = 'local';
  execute format('set local app.municipality = %L', m);
end $$;

-- Forces row-level security on a tenant table and grants the application what it may do (append-only: no update, no delete).
create function tk.guard(target text, grants text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy one_municipality on %s using (municipality::text = current_setting(''app.municipality'', true)) with check (municipality::text = current_setting(''app.municipality'', true))', target);
  execute format('grant %s on %s to tokimori_app', grants, target);
end $$;

grant usage on schema tk to tokimori_app;

-- 団体 (reference): the municipalities of this installation. -----------------------------------------------------------
create table tk.municipality (
  code char(6) primary key,
  name text not null,
  created_at timestamptz not null
);
select tk.place('tk.municipality', 'reference');
grant select, insert, update on tk.municipality to tokimori_app;

-- 職員. Identity of a person in one municipality; where they work is in appointment. ------------------------------------
create table tk.staff (
  municipality char(6) not null,
  staff text not null,                       -- 職員番号
  name text not null,                        -- 氏名
  kana text not null default '',             -- 氏名カナ
  employment text not null default 'regular',-- 任用区分
  joined_on date not null,                   -- 採用日
  left_on date,                              -- 退職日 (last day of service)
  mail text not null default '',
  pc_account text,                           -- SID or account name in the PC log
  primary key (municipality, staff)
);
select tk.place('tk.staff');
select tk.guard('tk.staff', 'select, insert, update');
create index staff_pc_account on tk.staff (municipality, pc_account);
create index staff_kana on tk.staff (municipality, kana);

-- 部署, effective-dated. ------------------------------------------------------------------------------------------------
create table tk.department (
  municipality char(6) not null,
  department text not null,                  -- 部署コード
  effective_from date not null,
  effective_until date,                      -- exclusive; null = open
  name text not null,
  kind text not null check (kind in ('bureau', 'division', 'section')), -- 部局 / 課 / 係
  parent text,
  appended_table smallint,                   -- 労基法別表第1の号数; null = 非現業
  primary key (municipality, department, effective_from)
);
select tk.place('tk.department');
select tk.guard('tk.department', 'select, insert, update');

-- 発令: who belongs where, effective-dated; 兼務 beside the main post. Future dates are welcome. --------------------------
create table tk.appointment (
  municipality char(6) not null,
  staff text not null,
  effective_from date not null,
  department text not null,
  post text not null default '',             -- 職名
  concurrent boolean not null default false, -- 兼務
  managerial boolean not null default false, -- 管理監督職員
  effective_until date,                      -- exclusive; main posts end where the next begins
  primary key (municipality, staff, effective_from, department),
  foreign key (municipality, staff) references tk.staff (municipality, staff)
);
select tk.place('tk.appointment');
select tk.guard('tk.appointment', 'select, insert, update, delete');
create index appointment_department on tk.appointment (municipality, department, effective_from);

-- 他律的業務の比重が高い部署の指定. ----------------------------------------------------------------------------------------
create table tk.designation (
  municipality char(6) not null,
  department text not null,
  effective_from date not null,
  effective_until date,
  published_on date not null,                -- 周知した日
  reason text not null,
  override_reason text,                      -- why a retroactive designation was let through
  primary key (municipality, department, effective_from)
);
select tk.place('tk.designation');
select tk.guard('tk.designation', 'select, insert, update');

-- 条例・規則 and 運用 of the municipality, as dated documents (ordinances/schema). ----------------------------------------
create table tk.ordinance (
  municipality char(6) not null,
  effective_from date not null,
  document jsonb not null,
  recorded_at timestamptz not null,
  primary key (municipality, effective_from)
);
select tk.place('tk.ordinance');
select tk.guard('tk.ordinance', 'select, insert, update');

-- 打刻・PC記録. Append-only facts, one partition a month (Asia/Tokyo month of occurred_at). --------------------------------
create table tk.punch (
  municipality char(6) not null,
  month date not null,                       -- first day of the month of occurred_at in Asia/Tokyo
  staff text not null,
  occurred_at timestamptz not null,
  id uuid not null,
  direction text not null check (direction in ('in', 'out', 'unknown')),
  source text not null check (source in ('card', 'page', 'pc', 'import', 'gate')),
  device text not null default '',
  recorded_at timestamptz not null,
  primary key (municipality, month, staff, occurred_at, id)
) partition by range (month);
select tk.place('tk.punch');
select tk.guard('tk.punch', 'select, insert');
create table tk.punch_other partition of tk.punch default;

-- The same id is the same punch, whatever happened in between.
create table tk.punch_id (
  municipality char(6) not null,
  id uuid not null,
  month date not null,
  primary key (municipality, id)
);
select tk.place('tk.punch_id');
select tk.guard('tk.punch_id', 'select, insert');

-- Duty dates whose derived figures wait to be made again. Appended with the fact, removed by the deriver.
create table tk.stale_day (
  municipality char(6) not null,
  id uuid not null,
  staff text not null,
  first_date date not null,
  last_date date not null,
  primary key (municipality, id)
);
select tk.place('tk.stale_day');
select tk.guard('tk.stale_day', 'select, insert, delete');

-- Where the deriver stands with a municipality. Whoever derives holds this row, so that no older reading is written last.
create table tk.derivation (
  municipality char(6) not null,
  clock_at timestamptz,                      -- the moment by which open days are judged; moved on by the deriver
  primary key (municipality)
);
select tk.place('tk.derivation');
select tk.guard('tk.derivation', 'select, insert, update');

-- Months for which the municipality keeps daily records: everybody in service has a month_record in them.
create table tk.recorded_month (
  municipality char(6) not null,
  month date not null,
  primary key (municipality, month)
);
select tk.place('tk.recorded_month');
select tk.guard('tk.recorded_month', 'select, insert');

-- Days of a month that wait to be made again for everybody (turn of the day, a new ordinance); worked off in order of staff.
create table tk.sweep (
  municipality char(6) not null,
  month date not null,
  first_date date,                           -- null: the days stand, people are only judged again
  last_date date,
  after_staff text not null default '',      -- done up to and including this person
  primary key (municipality, month)
);
select tk.place('tk.sweep');
select tk.guard('tk.sweep', 'select, insert, update, delete');

-- 記録簿: the journal of deeds. Who, when, why; the only source of the projections below it. -------------------------------
create table tk.event (
  municipality char(6) not null,
  stream text not null,                      -- e.g. overtime/0192…, correction/…, staff/100001
  seq integer not null,                      -- 1, 2, 3 … within the stream
  id uuid not null,
  kind text not null,                        -- OvertimeRequested, OvertimeOrdered, …
  data jsonb not null,
  actor text not null,                       -- 職員番号, or system:<job>
  on_behalf_of text,
  reason text not null default '',
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (municipality, stream, seq)
);
select tk.place('tk.event');
select tk.guard('tk.event', 'select, insert');
create index event_recorded on tk.event (municipality, recorded_at);

-- 時間外勤務 (projection of the streams overtime/…). -----------------------------------------------------------------------
create table tk.overtime (
  municipality char(6) not null,
  id uuid not null,
  staff text not null,
  duty_date date not null,
  department text not null,                  -- where it is ordered
  state text not null check (state in ('requested', 'ordered', 'confirmed', 'returned', 'rejected', 'withdrawn', 'revoked')),
  from_minute smallint,                      -- minutes from 0:00 of the duty date; null when only a length is known
  until_minute smallint,
  minutes smallint not null,                 -- net of breaks
  category text not null check (category in ('normal', 'temporary', 'exceptional', 'disaster', 'infection')),
  work text not null default '',             -- 業務内容
  why text not null default '',              -- 時間内にできない理由
  retroactive boolean not null default false,-- 事後命令
  allowance integer,                         -- 手当額 (円), when the payroll told it
  requested_by text,
  requested_at timestamptz,
  decided_by text,
  decided_at timestamptz,
  note text not null default '',             -- words of the last decision
  version integer not null,
  primary key (municipality, id)
);
select tk.place('tk.overtime');
select tk.guard('tk.overtime', 'select, insert, update');
create index overtime_day on tk.overtime (municipality, staff, duty_date);
create index overtime_open on tk.overtime (municipality, department, state, duty_date) where state in ('requested', 'returned');

-- 打刻の訂正 and 差異の理由 (projection of the streams correction/…). -------------------------------------------------------
create table tk.correction (
  municipality char(6) not null,
  id uuid not null,
  staff text not null,
  duty_date date not null,
  kind text not null check (kind in ('punch', 'discrepancy')),
  state text not null check (state in ('requested', 'accepted', 'rejected', 'withdrawn')),
  in_minute smallint,                        -- kind punch: the time said to be true
  out_minute smallint,
  reason text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  note text not null default '',
  version integer not null,
  primary key (municipality, id)
);
select tk.place('tk.correction');
select tk.guard('tk.correction', 'select, insert, update');
create index correction_day on tk.correction (municipality, staff, duty_date);

-- 月計 handed over from before the system (overtime-months): facts for averages and comparisons.
create table tk.month_fact (
  municipality char(6) not null,
  month date not null,
  staff text not null,
  overtime integer not null,                 -- minutes
  exceptional integer not null default 0,
  allowance bigint,                          -- 円
  recorded_at timestamptz not null,
  primary key (municipality, month, staff)
);
select tk.place('tk.month_fact');
select tk.guard('tk.month_fact', 'select, insert, update');

-- 月の記録 (derived, rebuildable): one row a person and month; arrays have one entry a day of the month. ---------------------
create table tk.month_record (
  municipality char(6) not null,
  month date not null,
  staff text not null,
  department text not null,                  -- on the last day of the month (or of service)
  managerial boolean not null,
  externally_driven boolean not null,        -- 他律 counts for the caps of this month
  source text not null check (source in ('days', 'month')),
  overtime integer not null,                 -- minutes that count for the caps
  exceptional integer not null,              -- of which 特例業務
  disaster integer not null,                 -- of which 災害
  infection integer not null,                -- of which 感染症
  ordered_ahead integer not null,            -- ordered, not yet worked
  holiday_work integer not null,             -- inside the allotment of a legal holiday; outside the caps
  night integer not null,                    -- of the overtime, 22:00–5:00
  day_off_overtime integer not null,         -- of the overtime, on 週休日
  presence integer not null,                 -- 在庁時間
  beyond integer not null,                   -- 超過在席時間
  days_worked smallint not null,
  unclassifiable smallint not null,          -- days that cannot be judged
  discrepancies smallint not null,           -- days over the municipality's threshold, unanswered
  allowance bigint,
  day_state smallint[] not null,             -- see server/store/day-state.ts
  first_in smallint[] not null,              -- minutes from 0:00 of the duty date; -1 none
  last_out smallint[] not null,
  pc_first smallint[] not null,
  pc_last smallint[] not null,
  presence_days smallint[] not null,
  beyond_days smallint[] not null,
  overtime_days smallint[] not null,
  exceptional_days smallint[] not null,
  ordered_days smallint[] not null,          -- ordered, not yet worked
  discrepancy_days smallint[] not null,      -- minutes between overtime end and leaving; 0 under the threshold
  cumulative integer[] not null,             -- overtime of the month up to and including the day
  -- The next arrays are empty when no day of the month has any, which is nearly always.
  disaster_days smallint[] not null default '{}',
  infection_days smallint[] not null default '{}',
  holiday_work_days smallint[] not null default '{}',
  night_days smallint[] not null default '{}',
  day_off_overtime_days smallint[] not null default '{}',
  unclassifiable_days smallint[] not null default '{}', -- 1 = cannot be judged
  primary key (municipality, month, staff)
) with (fillfactor = 85);
select tk.place('tk.month_record');
select tk.guard('tk.month_record', 'select, insert, update, delete');
create index month_record_department on tk.month_record (municipality, month, department);
create index month_record_staff on tk.month_record (municipality, staff, month);

-- 上限の状態 (derived): where each person stands in a month, and a row for every limit that is not simply fine. ------------------
create table tk.standing (
  municipality char(6) not null,
  month date not null,
  staff text not null,
  department text not null,
  judged_on date not null,                   -- the day of the clock at the judgement
  state text not null check (state in ('over', 'overExceptional', 'forecastOver', 'near', 'unknown', 'fine', 'none')),
  remaining integer,                         -- minutes that may still be ordered this month; null = no cap or unknown
  binding text,                              -- the limit that binds
  forecast integer,                          -- overtime expected at month end
  primary key (municipality, month, staff)
);
select tk.place('tk.standing');
select tk.guard('tk.standing', 'select, insert, update, delete');

create table tk.standing_limit (
  municipality char(6) not null,
  month date not null,
  staff text not null,
  limit_name text not null,                  -- monthly, average-2 … average-6, annual, monthsOver45, afterTransfer
  department text not null,
  state text not null check (state in ('over', 'overExceptional', 'forecastOver', 'near', 'unknown')),
  rank smallint not null,                    -- order of urgency, 1 first
  value integer,                             -- what counts now (minutes, or months for monthsOver45)
  cap integer,                               -- its bound in the same unit
  slack integer,                             -- minutes left this month under this limit; negative = over
  forecast integer,
  because text not null default '',          -- why it cannot be judged
  primary key (municipality, month, staff, limit_name)
);
select tk.place('tk.standing_limit');
select tk.guard('tk.standing_limit', 'select, insert, update, delete');
create index standing_limit_rank on tk.standing_limit (municipality, month, rank, slack);

-- 取り込み. ----------------------------------------------------------------------------------------------------------------
create table tk.import_run (
  municipality char(6) not null,
  id uuid not null,
  kind text not null,
  file_name text not null,
  file_hash text not null,
  state text not null check (state in ('checked', 'running', 'done', 'stopped', 'interrupted')),
  options jsonb not null,                    -- encoding, separator, mapping
  rows_total integer not null default 0,
  rows_done integer not null default 0,
  taken integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0,
  result jsonb not null default '{}',
  started_by text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (municipality, id)
);
select tk.place('tk.import_run');
select tk.guard('tk.import_run', 'select, insert, update');
create index import_run_started on tk.import_run (municipality, started_at);

create table tk.import_refusal (
  municipality char(6) not null,
  run uuid not null,
  line integer not null,
  field text not null,
  value text not null,
  code text not null,
  raw text not null,                         -- the line as it came
  primary key (municipality, run, line, field)
);
select tk.place('tk.import_refusal');
select tk.guard('tk.import_refusal', 'select, insert');

-- アカウント・端末. ----------------------------------------------------------------------------------------------------------
create table tk.account (
  municipality char(6) not null,
  login text not null,                       -- usually the 職員番号
  staff text,
  name text not null,
  roles text[] not null,                     -- staff, manager, hr, executive, auditor, admin
  password_hash text not null,
  must_change boolean not null default false,
  failures smallint not null default 0,
  locked_until timestamptz,
  primary key (municipality, login)
);
select tk.place('tk.account');
select tk.guard('tk.account', 'select, insert, update');

create table tk.session (
  municipality char(6) not null,
  token_hash bytea not null,                 -- sha-256 of the cookie's secret
  login text not null,
  csrf text not null,
  factors text[] not null,                   -- password; later: certificate, passkey, otp
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (municipality, token_hash)
);
select tk.place('tk.session');
select tk.guard('tk.session', 'select, insert, update, delete');
create index session_login on tk.session (municipality, login);

create table tk.device (
  municipality char(6) not null,
  device text not null,
  name text not null,                        -- 本庁舎3階 西
  token_hash bytea not null,
  revoked_at timestamptz,
  created_at timestamptz not null,
  primary key (municipality, device)
);
select tk.place('tk.device');
select tk.guard('tk.device', 'select, insert, update');
create unique index device_token on tk.device (municipality, token_hash);

-- Card identifiers known to the municipality (kind cardApUserId | idm | uid); the personal number is never stored.
create table tk.card (
  municipality char(6) not null,
  kind text not null check (kind in ('cardApUserId', 'idm', 'uid')),
  value text not null,
  staff text not null,
  state text not null check (state in ('active', 'suspended', 'revoked')),
  effective_from date not null,
  effective_until date,
  primary key (municipality, kind, value)
);
select tk.place('tk.card');
select tk.guard('tk.card', 'select, insert, update');
