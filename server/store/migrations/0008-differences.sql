-- 差異の理由: what the person says, what a second person found (both as the journal holds them), and the overtime that a finding of work made.
alter table tk.correction add column answer jsonb;
alter table tk.correction add column finding jsonb;

-- 在庁・命令・申告の差異 (derived from the facts of the day, its state from the deeds of the correction): one row a person and duty date.
create table tk.difference (
  municipality char(6) not null,
  staff text not null,
  duty_date date not null,
  month date not null,                       -- first day of the month of the duty date
  department text not null,                  -- main post on the duty date
  section text not null,                     -- 課 it belongs to
  state text not null check (state in ('awaitsAnswer', 'awaitsOrder', 'awaitsConfirmation', 'awaitsInvestigation', 'disputed', 'corrected', 'notWork', 'explained', 'recordCorrected', 'lapsed')),
  kind text not null,                        -- of the difference that decides (law/record-keeping/discrepancy)
  minutes integer not null,                  -- of the difference that decides
  undeclared integer not null,               -- presence that neither duty nor declaration explains, all differences together
  grave boolean not null,                    -- 著しい: to be investigated whatever the person says
  winner text,                               -- card, gate, pc, all; null = no complete record
  records jsonb not null,                    -- first and last minute of each source
  found jsonb not null,                      -- all differences of the day, the one that decides first
  ordered_until smallint,                    -- end of the last order or confirmation
  declared_until smallint,                   -- end of what is asked for and not decided
  shown_on date not null,
  due_who text check (due_who in ('staffMember', 'departmentHead', 'personnel')),
  due_on date,                               -- the last day; null = settled
  answered_on date,
  settled_on date,
  corrected integer not null default 0,      -- minutes that became work
  judged_at timestamptz not null,
  primary key (municipality, staff, duty_date)
);
select tk.place('tk.difference');
select tk.guard('tk.difference', 'select, insert, update');
create index difference_month on tk.difference (municipality, month, section);
create index difference_open on tk.difference (municipality, due_who, due_on) where due_on is not null;
create index difference_department on tk.difference (municipality, department, duty_date) where due_on is not null;

-- The last duty date of which everybody's records were compared.
create table tk.difference_run (
  municipality char(6) not null,
  through date not null,
  ran_at timestamptz not null,
  primary key (municipality)
);
select tk.place('tk.difference_run');
select tk.guard('tk.difference_run', 'select, insert, update');

-- Days whose records came late (files of other systems): to be compared again. Removed by the run.
create table tk.difference_look (
  municipality char(6) not null,
  id uuid not null,
  first_date date not null,
  last_date date not null,
  primary key (municipality, id)
);
select tk.place('tk.difference_look');
select tk.guard('tk.difference_look', 'select, insert, delete');

-- 申告の点検 (derived once a month): what the law's test says about the months up to one, and what is worth asking about.
create table tk.declaration_check (
  municipality char(6) not null,
  through date not null,                     -- first day of the last month looked at
  first_month date not null,
  months integer not null,                   -- person-months looked at
  with_presence integer not null,            -- of them with undeclared presence above the limit
  without_record integer not null,
  conspicuous integer not null,
  steps jsonb not null,                      -- what is told of all together
  ran_at timestamptz not null,
  primary key (municipality, through)
);
select tk.place('tk.declaration_check');
select tk.guard('tk.declaration_check', 'select, insert, update');

create table tk.declaration_finding (
  municipality char(6) not null,
  through date not null,
  level text not null check (level in ('person', 'group', 'repeated')),
  who text not null,                         -- 職員番号, 課; '' = all together
  limit_minutes integer not null,            -- the limit, or the total that is repeated
  section text not null,                     -- 課 of the person, or itself; '' = all together
  verdict text not null check (verdict in ('conspicuous', 'ordinary')),
  observed integer not null,
  one_in integer not null,                   -- at most one in so many by chance
  step jsonb not null,                       -- the law's sentence
  months jsonb not null,                     -- whose months they are
  primary key (municipality, through, level, who, limit_minutes)
);
select tk.place('tk.declaration_finding');
select tk.guard('tk.declaration_finding', 'select, insert, delete');

-- 実態調査 (把握ガイドライン 4(3)ウ) of declarations, as 人事課 registered it. Appended, never changed.
create table tk.declaration_survey (
  municipality char(6) not null,
  id uuid not null,
  section text not null,                     -- 課 that was looked into
  held_on date not null,
  about jsonb not null,                      -- the finding that led to it; {} = without one
  result text not null check (result in ('agrees', 'corrected', 'warned')),
  found text not null,
  follows text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (municipality, id)
);
select tk.place('tk.declaration_survey');
select tk.guard('tk.declaration_survey', 'select, insert');
create index declaration_survey_section on tk.declaration_survey (municipality, section, held_on);
create index declaration_survey_day on tk.declaration_survey (municipality, held_on);

-- 説明 (把握ガイドライン 4(3)ア・イ): to staff who declare their hours, and to those who manage them. Appended, never changed.
create table tk.explanation (
  municipality char(6) not null,
  id uuid not null,
  held_on date not null,
  audience text not null check (audience in ('staff', 'timeKeepers')),
  section text not null,                     -- 課; '' = 全庁
  material text not null,
  people integer not null,                   -- to whom: see explanation_person
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (municipality, id)
);
select tk.place('tk.explanation');
select tk.guard('tk.explanation', 'select, insert');
create index explanation_day on tk.explanation (municipality, held_on);

create table tk.explanation_person (
  municipality char(6) not null,
  staff text not null,
  audience text not null check (audience in ('staff', 'timeKeepers')),
  held_on date not null,
  explanation uuid not null,
  primary key (municipality, staff, audience, held_on, explanation)
);
select tk.place('tk.explanation_person');
select tk.guard('tk.explanation_person', 'select, insert');

-- 記録の方法 of each 課 (derived once a month): person-days by the source that records them, and what is still owed.
create table tk.recording_method (
  municipality char(6) not null,
  month date not null,
  section text not null,
  days jsonb not null,                       -- by source
  self_declaring text[] not null,            -- staff with days declared by themselves alone
  time_keepers text[] not null,              -- 管理監督職員 of the 課
  method text not null,
  flagged boolean not null,
  open jsonb not null,                       -- duties still owed, with whom
  steps jsonb not null,
  primary key (municipality, month, section)
);
select tk.place('tk.recording_method');
select tk.guard('tk.recording_method', 'select, insert, update');
