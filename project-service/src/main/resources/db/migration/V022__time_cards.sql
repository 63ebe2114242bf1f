create table time_card (
    account_id    uuid        not null,
    month         date        not null,
    id            uuid        not null,
    project_id    uuid        not null,
    call_id       uuid        not null,
    crew_entry_id uuid        not null,
    department_id uuid,
    unit_id       uuid        not null,
    working_day   date        not null,
    zone          text        not null,
    call_at       timestamptz not null,
    arrived_at    timestamptz,
    work          text        not null,
    cost_code     text        not null,
    note          text,
    state         text        not null,
    comment       text,
    revision      int         not null default 0,
    version       bigint      not null default 0,
    primary key (account_id, month, id)
);
create index time_card_id on time_card (id);
create index time_card_project on time_card (project_id, working_day, id);
create index time_card_person on time_card (crew_entry_id, working_day);
-- One card per person and working day, however often the day is opened.
create unique index time_card_day on time_card (account_id, project_id, crew_entry_id, unit_id, working_day);
