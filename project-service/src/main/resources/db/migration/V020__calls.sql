-- Calls grow for ever: account and month are in their primary key from the first day, so that they can be partitioned.
create table call (
    account_id          uuid        not null,
    month               date        not null,
    id                  uuid        not null,
    series              uuid        not null,
    revision            int         not null,
    project_id          uuid        not null,
    unit_id             uuid        not null,
    crew_entry_id       uuid        not null,
    department_id       uuid,
    plan_number         int         not null,
    working_day         date        not null,
    call_at             timestamptz not null,
    wrap_at             timestamptz not null,
    answer_by           timestamptz not null,
    published_at        timestamptz not null,
    brief               text        not null,
    life                text        not null,
    successor           uuid,
    ended_at            timestamptz,
    mail_state          text        not null,
    mail_at             timestamptz not null,
    mail_reason         text,
    opened_at           timestamptz,
    answer              text        not null,
    answer_late         boolean     not null default false,
    answered_at         timestamptz,
    answer_claimed_at   timestamptz,
    answer_channel      text,
    answer_actor        text,
    answer_user_id      uuid,
    answer_reason       text,
    answer_note         text,
    attendance          text        not null,
    arrived_at          timestamptz,
    wrapped_at          timestamptz,
    version             bigint      not null default 0,
    primary key (account_id, month, id)
);
create index call_id on call (id);
create index call_project on call (project_id, call_at, id);
create index call_person on call (crew_entry_id, call_at);
create index call_series on call (series, revision);
-- One standing call per person and working day, whatever runs at the same time.
create unique index call_standing on call (account_id, month, series) where life = 'PUBLISHED';

create table call_step (
    account_id    uuid        not null,
    month         date        not null,
    call_id       uuid        not null,
    seq           bigint      generated always as identity,
    track         text        not null,
    what          text        not null,
    channel       text        not null,
    actor         text        not null,
    actor_user_id uuid,
    at            timestamptz not null,
    meant_at      timestamptz,
    note          text,
    primary key (account_id, month, call_id, seq)
);
create index call_step_call on call_step (call_id, seq);
