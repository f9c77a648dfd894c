-- お知らせの設定: how a person wants to be told of a kind of notice. Without a row: by mail at once. What the municipality demands is never less.
create table tk.notice_choice (
  municipality char(6) not null,
  staff text not null,
  kind text not null,                        -- of ordinances/parameters/groups/notices
  how text not null check (how in ('atOnce', 'digest', 'page')),
  changed_at timestamptz not null,
  primary key (municipality, staff, kind)
);
select tk.place('tk.notice_choice');
select tk.guard('tk.notice_choice', 'select, insert, update');

-- What waits for a person (derived from the facts by a look each minute). New: the person is told. Gone: it does not wait any more.
create table tk.notice (
  municipality char(6) not null,
  recipient text not null,                   -- 職員番号
  kind text not null,
  key text not null,                         -- what waits, e.g. form/<id>/<version>
  line text not null,                        -- as the page and the mails say it
  path text not null,                        -- where the next step is taken
  since timestamptz not null,
  primary key (municipality, recipient, kind, key)
);
select tk.place('tk.notice');
select tk.guard('tk.notice', 'select, insert, update, delete');

-- Whoever looks holds this row; the last day whose mail with all that waits was written.
create table tk.notice_run (
  municipality char(6) not null,
  looked_at timestamptz not null,
  digest_on date,
  primary key (municipality)
);
select tk.place('tk.notice_run');
select tk.guard('tk.notice_run', 'select, insert, update');
