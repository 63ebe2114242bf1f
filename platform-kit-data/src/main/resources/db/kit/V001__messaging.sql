-- Facts, commands and replies on their way out. seq is the order of sending; a clock or an id would not be.
create table kit.outbox (
    seq         bigint generated always as identity primary key,
    id          uuid        not null,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    payload     text        not null,
    traceparent text,
    created_at  timestamptz not null
);
-- Rows live for milliseconds: vacuum by count, never by share of a table that is usually empty.
alter table kit.outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 2000);

-- What each consumer has done. day is that of the event, the same for each delivery of it, so that the key is unique
-- although the table is cut by day; a day is dropped whole.
create table kit.inbox (
    day      date not null,
    consumer text not null,
    event_id uuid not null,
    primary key (day, consumer, event_id)
) partition by range (day);

-- Events that a consumer could not take, and what came later for their keys (cause is null). seq is the order of replay.
create table kit.dead_letter (
    seq        bigint generated always as identity,
    id         uuid        primary key,
    consumer   text        not null,
    key        text        not null,
    event_id   uuid        not null,
    topic      text        not null,
    type       text,
    event_time timestamptz not null,
    payload    bytea       not null,
    cause      text,
    attempts   int         not null,
    arrived_at timestamptz not null,
    unique (consumer, event_id)
);
create index dead_letter_queue on kit.dead_letter (consumer, key, seq);
