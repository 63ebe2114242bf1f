-- What a slip says of leave is of its leave year; leave_earned and leave_taken stay what the run itself gave and took.
-- From now on leave_opening is what the leave year began with.
alter table pay_result
    add column leave_year_earned int not null default 0,
    add column leave_year_taken int not null default 0,
    add column leave_saved_opening int not null default 0,
    add column leave_saved_taken int not null default 0,
    add column leave_saved_expires date;
update pay_result set leave_year_earned = leave_earned, leave_year_taken = leave_taken;
