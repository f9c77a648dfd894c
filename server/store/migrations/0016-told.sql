-- お知らせ for accounts without a 職員番号 (副市長, 職員組合): where they want their mails. Those of staff are in tk.staff.
alter table tk.account add column mail text not null default '';

-- A look reads what changed: a notice knows what it is about (the stream of the journal, or a name of its own), so that it is found again.
-- `recipient` is a 職員番号, or `account/<login>` of an account without one; so are tk.notice_choice.staff and tk.mail.recipient.
alter table tk.notice add column about text not null default '';
alter table tk.notice add column due_on date;               -- by when, where a day is set
create index notice_about on tk.notice (municipality, about);
create index notice_decision on tk.notice (municipality, since) where kind = 'decision';

-- When everything that is open was read last, and who was told by then (posts, mandates, absences, accounts).
alter table tk.notice_run add column whole_at timestamptz;
alter table tk.notice_run add column ground text not null default '';

-- What waits, each by an index that holds no more than what is open or was touched lately.
create index difference_judged on tk.difference (municipality, judged_at);
create index correction_open on tk.correction (municipality, requested_at) where state = 'requested';
create index plan_open on tk.plan (municipality, month) where state <> 'received';
create index appointment_heads on tk.appointment (municipality, effective_until) where managerial;
create index account_office on tk.account (municipality) where roles && array['hr', 'executive', 'union'];
create index due_executive on tk.due (municipality, due_on)
  where state = 'open' and deed <> 'alert' and (by_roles || to_roles) @> array['viceMayor'];

-- What is due and was told, for the first pages: of a person, and of a department.
create index due_own on tk.due (municipality, subject, due_on) where state = 'open' and deed <> 'alert' and per = 'person';
create index due_section on tk.due (municipality, section, due_on) where state = 'open' and deed <> 'alert';
create index due_told_own on tk.due (municipality, subject, on_date) where state = 'open' and deed = 'alert' and per = 'person';
create index due_told_section on tk.due (municipality, section, on_date) where state = 'open' and deed = 'alert';
