-- What was paid is looked up beside new work of the same days and weeks.
create index work_paid on work (account_id, month, employee_no) where pay_run_id is not null;
