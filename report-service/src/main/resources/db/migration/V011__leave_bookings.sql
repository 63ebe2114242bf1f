-- Leave as it was approved elsewhere and imported. A booking that begins on the same day replaces the one before.
create table leave_booking (
    account_id uuid not null,
    employee_no text collate "C" not null,
    first_day date not null,
    last_day date not null,
    kind text not null,
    imported_on date not null,
    imported_by uuid not null,
    primary key (account_id, employee_no, first_day)
);
