-- Leave that is asked for here. "email" is the employee's address when it was: a number may have somebody else later.
create table leave_request (
    id uuid primary key,
    account_id uuid not null,
    employee_no text collate "C" not null,
    email text,
    first_day date not null,
    last_day date not null,
    kind text not null,
    note text not null,
    state text not null,
    asked_by uuid not null,
    asked_by_name text not null,
    asked_at timestamptz not null,
    ended_by uuid,
    ended_by_name text,
    ended_at timestamptz,
    reason text,
    version bigint not null
);
create index leave_request_of_account on leave_request (account_id, id);
create index leave_request_open on leave_request (account_id, employee_no) where state = 'REQUESTED';

-- A request that was approved is a booking, in the ledger since the day that "imported_on" says, as of an imported one.
alter table leave_booking
    add column request_id uuid,
    add column requested_on date,
    add column approved_on date,
    add column approved_by text;

-- What payroll adds to a balance or takes from it, in hundredths of days. A row never changes.
create table leave_adjustment (
    id uuid primary key,
    account_id uuid not null,
    employee_no text collate "C" not null,
    day date not null,
    kind text not null,
    days int not null,
    reason text not null,
    made_by uuid not null,
    made_by_name text not null,
    made_at timestamptz not null
);
create index leave_adjustment_of_account on leave_adjustment (account_id, employee_no, day);
