-- How many other pay runs of the account were approved in what the calculation read. A run that was calculated before this
-- was counted has none, and is calculated again before it is approved.
alter table pay_run add column approved_before int;
