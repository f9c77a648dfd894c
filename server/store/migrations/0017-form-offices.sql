-- Who holds the offices that forms pass (職員課長, 総務部長, 副市長, …), from when until when; several may hold one. Days are inclusive-exclusive.
create table tk.form_office (
  municipality char(6) not null,
  id uuid not null,
  office text not null,                      -- as the seal box of the forms names it
  kind text not null check (kind in ('staff', 'account', 'post', 'vacant')),
  holder text not null,                      -- 職員番号, login, or 職名 in the department; '' = nobody (欠)
  department text not null default '',       -- of a 職名
  effective_from date not null,
  effective_until date,                      -- null = open
  reason text not null default '',
  given_by text not null,
  given_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  version integer not null,
  primary key (municipality, id)
);
select tk.place('tk.form_office');
select tk.guard('tk.form_office', 'select, insert, update');
create index form_office_until on tk.form_office (municipality, effective_until, office);

-- 使う様式: which forms a municipality writes, where 人事課 chose otherwise than its measures say.
create table tk.form_use (
  municipality char(6) not null,
  form text not null,
  used boolean not null,
  chosen_by text not null,
  chosen_at timestamptz not null,
  primary key (municipality, form)
);
select tk.place('tk.form_use');
select tk.guard('tk.form_use', 'select, insert, update');
