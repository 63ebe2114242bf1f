-- Who pays, who may do what there, and who was asked to join.

create table account (
    id                uuid        primary key,
    name              text        not null,
    currency          char(3)     not null,          -- ISO 4217; of everything that the account pays; never changed
    vat_number        text,
    address           text,                          -- lines as they stand on an invoice
    plan              text        not null,
    owner_user_id     uuid        not null,
    state             text        not null check (state in ('ACTIVE', 'SUSPENDED')),
    state_since       timestamptz not null,
    suspension_reason text,
    last_invoice      int         not null default 0, -- numbers have no gaps: taken in the transaction of the invoice
    version           bigint      not null,
    created_at        timestamptz not null
);

create table membership (
    account_id uuid        not null references account,
    user_id    uuid        not null,
    email      text,                    -- null once the user is erased
    name       text,
    rights     text        not null,    -- comma separated; empty: left, or was removed
    active     boolean     not null,
    version    bigint      not null,    -- rises with every change, also over leaving and coming back
    since      timestamptz not null,
    primary key (account_id, user_id)
);
create index membership_by_user on membership (user_id) where active;

create table invitation (
    id         uuid        primary key,
    account_id uuid        not null references account,
    email      text        not null,    -- lower case
    rights     text        not null,
    token_hash bytea       not null unique, -- SHA-256 of 256 random bits; the token itself is only in the mail
    state      text        not null check (state in ('PENDING', 'ACCEPTED', 'WITHDRAWN')),
    invited_by uuid        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_by uuid,
    version    bigint      not null
);
create unique index invitation_one_pending on invitation (account_id, email) where state = 'PENDING';

-- Grows without end: account and month lead the key, so that it can be partitioned and sharded.
create table audit_entry (
    account_id uuid        not null,
    month      date        not null,    -- first day, UTC
    id         uuid        not null,
    actor      uuid,                    -- user; null: the platform itself
    action     text        not null,
    subject    text        not null,
    detail     text,
    at         timestamptz not null,
    primary key (account_id, month, id)
);
