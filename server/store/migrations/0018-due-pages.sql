-- Pages of what the measures brought due: of everything by the deadline, of a 課, 部局 or person by the place, of what was told and settled by the time.
-- A page costs what stands on it, however much there is and was.
create index due_waiting on tk.due (municipality, (coalesce(due_on, date 'infinity')), measure, subject, id) where state = 'open' and deed <> 'alert';
create index due_told on tk.due (municipality, on_date, measure, subject, id) where state = 'open' and deed = 'alert';
create index due_open_place on tk.due (municipality, section, bureau) where state = 'open';
create index due_open_subject on tk.due (municipality, subject) where state = 'open';
create index due_settled_place on tk.due (municipality, section, bureau, settled_at) where settled_at is not null;
create index due_settled_subject on tk.due (municipality, subject, settled_at) where settled_at is not null;

-- What stands on a list that is handed over: each person, or how many people of each 課; null = no list, or one with a sheet of its own.
alter table tk.due add column lists text;
update tk.due set lists = 'people' where deed = 'list' and form is null;
