-- A chunk that waits for a disk, a database or a broker has not been tried in vain: it is sent again after a pause that
-- grows. What stopped it last is the reason of its items if it is given up.

alter table report_chunk add column postponed int not null default 0, add column last_error text;
