-- Finished answers by caller, route and key, kept 24 h.
create table kit.idempotent_answer (
    caller       text        not null,
    route        text        not null,
    key          text        not null,
    request_hash text        not null,
    status       int         not null,
    headers      jsonb       not null,
    body         bytea,
    created_at   timestamptz not null,
    primary key (caller, route, key)
);
create index idempotent_answer_age on kit.idempotent_answer (created_at);
