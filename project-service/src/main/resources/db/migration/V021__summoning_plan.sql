create table booking (
    id            uuid primary key,
    account_id    uuid        not null,
    project_id    uuid        not null,
    crew_entry_id uuid        not null,
    role          text        not null,
    from_date     date        not null,
    to_date       date        not null,
    state         text        not null,
    made_at       timestamptz not null,
    made_by       uuid        not null,
    version       bigint      not null default 0,
    check (from_date <= to_date)
);
create index booking_project on booking (project_id, from_date, id);
create index booking_person on booking (crew_entry_id);

-- One per project; its row is locked by a publication, so that two never interleave.
create table summoning_plan (
    project_id uuid primary key,
    account_id uuid        not null,
    number     int         not null default 0,
    status     text        not null,
    version    bigint      not null default 0
);

create table role_call (
    id                  uuid primary key,
    account_id          uuid not null,
    project_id          uuid not null,
    activity_id         uuid not null,
    role                text not null,
    count               int  not null check (count between 1 and 1000),
    call_offset_minutes int,
    lead_minutes        int,
    state               text not null,
    version             bigint not null default 0,
    unique (activity_id, role)
);
create index role_call_project on role_call (project_id);

-- What each publication did, to whom, and which rules were overridden with what reason. Never changed.
create table summoning_version (
    account_id   uuid        not null,
    project_id   uuid        not null,
    number       int         not null,
    published_at timestamptz not null,
    published_by uuid        not null,
    calls        int         not null,
    changes      text        not null,
    overrides    text        not null,
    primary key (project_id, number)
);

-- Mails that have had their effect: a crash between the effect and the mailbox's own mark repeats nothing.
create table inbound_mail (
    uid_validity bigint      not null,
    uid          bigint      not null,
    taken_at     timestamptz not null,
    primary key (uid_validity, uid)
);

-- One of several instances reads the inbound mailbox.
create table inbound_lease (
    name   text primary key,
    holder text        not null,
    until  timestamptz not null
);
