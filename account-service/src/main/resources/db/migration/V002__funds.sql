-- Cards, what is held and taken from them, and the books.

create table payment_method (
    id             uuid        primary key,
    account_id     uuid        not null references account,
    request_key    text,                -- Idempotency-Key of the request that added it
    state          text        not null check (state in ('REGISTERING', 'ACTIVE', 'REMOVED')),
    provider_token text,                -- all that is kept of the card, with the four columns that follow
    brand          text,
    last4          text        not null,
    exp_month      int         not null,
    exp_year       int         not null,
    is_default     boolean     not null,
    version        bigint      not null,
    created_at     timestamptz not null
);
create unique index payment_method_request on payment_method (account_id, request_key);
create unique index payment_method_one_default on payment_method (account_id) where is_default;

-- One per saga that asked for money, whatever came of it. Also the tombstone of a release that came first.
create table hold (
    saga_id            uuid        primary key,
    account_id         uuid        not null,
    project_id         uuid,                -- null in a tombstone
    payment_method_id  uuid,
    amount_minor       bigint      not null,
    currency           char(3),
    state              text        not null,
    authorization_id   text,
    reason             text,
    detail             text,
    project_closed     boolean     not null default false,
    created_at         timestamptz not null,
    changed_at         timestamptz not null
);
create index hold_of_account on hold (account_id, state);
create index hold_of_project on hold (project_id);
create index hold_of_authorization on hold (authorization_id);

-- What the provider is asked to do: stored before it is asked. The id is the idempotency key.
create table payment_intent (
    id               uuid        primary key,
    saga_id          uuid        not null references hold,
    operation        text        not null check (operation in ('AUTHORISE', 'CAPTURE', 'VOID', 'REFUND')),
    payment_token    text,
    authorization_id text,
    amount_minor     bigint      not null,
    currency         char(3)     not null,
    created_at       timestamptz not null,
    -- The three that follow are times of the database's clock: leases last as long as they last, also when the
    -- platform's clock is set to another day.
    due_at           timestamptz not null default now(),
    leased_until     timestamptz,
    leased_by        text,
    attempts         int         not null default 0,
    last_failure     text,
    done_at          timestamptz,
    outcome          text        -- reference of the provider, or its code of refusal
);
create index payment_intent_due on payment_intent (due_at) where done_at is null;
create index payment_intent_of_hold on payment_intent (saga_id);

-- Double entry: one row is one balanced pair, so that books that do not balance cannot be written.
create table ledger_entry (
    account_id   uuid        not null,
    month        date        not null,  -- first day, UTC
    id           uuid        not null,
    kind         text        not null,
    debit        text        not null,
    credit       text        not null,
    amount_minor bigint      not null check (amount_minor > 0),
    currency     char(3)     not null,
    saga_id      uuid        not null,
    project_id   uuid,
    at           timestamptz not null,
    primary key (account_id, month, id),
    check (debit <> credit)
);
create unique index ledger_entry_once on ledger_entry (account_id, month, saga_id, kind);

create table invoice (
    account_id   uuid        not null references account,
    number       int         not null,
    kind         text        not null check (kind in ('INVOICE', 'CREDIT_NOTE')),
    credits      int,                   -- number of the invoice that a credit note takes back
    saga_id      uuid        not null,
    project_id   uuid,
    text         text        not null,
    amount_minor bigint      not null check (amount_minor > 0),
    currency     char(3)     not null,
    issued_at    timestamptz not null,
    primary key (account_id, number),
    unique (saga_id, kind)
);
