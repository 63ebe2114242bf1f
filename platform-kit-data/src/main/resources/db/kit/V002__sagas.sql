create table kit.saga (
    id         uuid        primary key,
    kind       text        not null,
    account_id uuid        not null,
    subject_id uuid        not null,
    status     text        not null,
    reason     text,
    state_type text        not null,
    state      jsonb       not null,
    version    bigint      not null,
    deadline   timestamptz,
    started_at timestamptz not null,
    changed_at timestamptz not null
);
create index saga_deadline on kit.saga (deadline) where deadline is not null;
create index saga_by_status on kit.saga (status, id);

-- The log of a saga: what was said, where it led, what was asked. Never changed.
create table kit.saga_step (
    saga_id  uuid        not null references kit.saga,
    no       int         not null,
    at       timestamptz not null,
    reply    text        not null,
    actor    text,
    state    text        not null,
    status   text        not null,
    commands jsonb       not null,
    primary key (saga_id, no)
);

-- The participant's side. undone without done is the tombstone of a step that never came.
create table kit.saga_part (
    saga_id uuid not null,
    step    text not null,
    done    timestamptz,
    undone  timestamptz,
    primary key (saga_id, step)
);
