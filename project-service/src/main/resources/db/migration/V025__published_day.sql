-- What was entered for a unit's day when calls to it were published or withdrawn: a later call sheet is compared with it.
-- Never changed. Holds the crew by id: people can be erased.
create table published_day (
    account_id   uuid        not null,
    project_id   uuid        not null,
    plan_number  int         not null,
    unit_id      uuid        not null,
    working_day  date        not null,
    published_at timestamptz not null,
    entered      jsonb       not null,
    primary key (project_id, unit_id, working_day, plan_number)
);
