-- Employees and work, pay runs and their results. Tables that grow carry account and month first, so that they can be
-- partitioned and moved; "month" is the first day of the month of the period or of the work.

create table employee (
    account_id uuid not null,
    employee_no text collate "C" not null,
    given_name text not null,
    family_name text not null,
    email text,
    birth_date date,
    street text not null,
    postal_code text not null,
    city text not null,
    country text not null,
    iban text not null,
    tax_id text not null,
    tax_table text not null,
    pay_kind text not null,
    rate_minor bigint not null,
    currency text not null,
    started_on date not null,
    annual_leave_hundredths int not null,
    department text not null,
    job_title text not null,
    agreement text not null,
    holiday_pay_bp int not null,
    cost_code text not null,
    version bigint not null default 1,
    primary key (account_id, employee_no)
);

create table opening_balance (
    account_id uuid not null,
    employee_no text collate "C" not null,
    year int not null,
    gross_minor bigint not null,
    taxable_minor bigint not null,
    tax_minor bigint not null,
    deductions_minor bigint not null,
    net_minor bigint not null,
    minutes bigint not null,
    leave_hundredths int not null,
    primary key (account_id, employee_no, year)
);

-- The same file twice would be paid twice: its hash tells.
create table hours_import (
    account_id uuid not null,
    sha256 text not null,
    id uuid not null,
    rows int not null,
    imported_by uuid not null,
    imported_at timestamptz not null,
    primary key (account_id, sha256)
);

create table production (
    project_id uuid primary key,
    account_id uuid not null,
    name text not null
);

-- Approved time cards and imported hours: what may be paid, and the run that paid it.
create table work (
    account_id uuid not null,
    month date not null,
    id uuid not null,
    employee_no text collate "C" not null,
    day date not null,
    kind text not null,
    spans bigint[] not null,
    zone text not null,
    minutes bigint not null,
    project_id uuid,
    production text not null,
    cost_code text not null,
    meal_penalties int not null,
    per_diems int not null,
    mileage_metres bigint not null,
    note text not null,
    card_id uuid,
    import_id uuid,
    import_line bigint,
    pay_run_id uuid,
    primary key (account_id, month, id)
);
create index work_unpaid on work (account_id, employee_no, day) where pay_run_id is null;
create index work_of_card on work (account_id, card_id) where card_id is not null;

-- The last word on each card, in whichever order words arrive.
create table time_card (
    account_id uuid not null,
    card_id uuid not null,
    project_id uuid not null,
    revision int not null,
    approved boolean not null,
    employee_no text,
    day date,
    primary key (account_id, card_id)
);
create index time_card_reopened on time_card (account_id) where not approved;

create table pay_settings (
    account_id uuid primary key,
    settings jsonb not null,
    version bigint not null
);

create table pay_period (
    account_id uuid not null,
    month date not null,
    pay_date date not null,
    state text not null,
    closed_at timestamptz,
    version bigint not null,
    primary key (account_id, month)
);

create table pay_run (
    id uuid primary key,
    account_id uuid not null,
    month date not null,
    pay_date date not null,
    currency text not null,
    state text not null,
    calculation int not null,
    created_at timestamptz not null,
    calculated_by uuid not null,
    calculated_at timestamptz,
    reviewed_by uuid,
    reviewed_at timestamptz,
    approved_by uuid,
    approved_at timestamptz,
    released_by uuid,
    released_at timestamptz,
    failure text,
    terms jsonb,
    employees int not null default 0,
    slips int not null default 0,
    exclusions int not null default 0,
    warnings int not null default 0,
    gross_minor bigint not null default 0,
    before_tax_minor bigint not null default 0,
    taxable_minor bigint not null default 0,
    tax_minor bigint not null default 0,
    after_tax_minor bigint not null default 0,
    reimbursements_minor bigint not null default 0,
    net_minor bigint not null default 0,
    employer_cost_minor bigint not null default 0,
    version bigint not null,
    unique (account_id, month)
);

create index pay_run_to_calculate on pay_run (created_at) where state = 'CALCULATING';

create table pay_result (
    account_id uuid not null,
    month date not null,
    run_id uuid not null,
    employee_no text collate "C" not null,
    slip_ordinal int,
    document_id uuid not null,
    name text not null,
    job_title text not null,
    address text not null,
    tax_table text not null,
    tax_id_masked text not null,
    iban text not null,
    minutes bigint not null,
    overtime_minutes bigint not null,
    gross_minor bigint not null,
    before_tax_minor bigint not null,
    taxable_minor bigint not null,
    tax_minor bigint not null,
    after_tax_minor bigint not null,
    reimbursements_minor bigint not null,
    net_minor bigint not null,
    employer_cost_minor bigint not null,
    holiday_pay_bp int not null,
    holiday_pay_minor bigint not null,
    leave_opening int not null,
    leave_earned int not null,
    leave_taken int not null,
    ytd_gross_minor bigint not null,
    ytd_taxable_minor bigint not null,
    ytd_tax_minor bigint not null,
    ytd_net_minor bigint not null,
    works uuid[] not null,
    primary key (account_id, month, run_id, employee_no)
);
create index pay_result_slips on pay_result (account_id, month, run_id, slip_ordinal) where slip_ordinal is not null;

create table pay_line (
    account_id uuid not null,
    month date not null,
    run_id uuid not null,
    employee_no text collate "C" not null,
    line_no int not null,
    section text not null,
    corrects date,
    production text not null,
    cost_code text not null,
    rule text not null,
    text text not null,
    first_day date,
    last_day date,
    days int not null,
    quantity bigint not null,
    unit text not null,
    rate_minor bigint not null,
    factor int not null,
    amount_minor bigint not null,
    sources uuid[] not null,
    primary key (account_id, month, run_id, employee_no, line_no)
);

create table pay_exception (
    account_id uuid not null,
    month date not null,
    run_id uuid not null,
    exception_no int not null,
    kind text not null,
    excludes boolean not null,
    employee_no text not null,
    name text not null,
    detail text not null,
    primary key (account_id, month, run_id, exception_no)
);
