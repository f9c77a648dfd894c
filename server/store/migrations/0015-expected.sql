-- A report of what is expected may come to be due after the day by which it had to be handed in (urgent 特例業務): that day; null = in time.
alter table tk.due add column passed_on date;
