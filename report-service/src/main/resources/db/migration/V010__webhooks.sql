-- Addresses of accounts, and what they are to be told.

create table webhook (
    id uuid primary key,
    account_id uuid not null,
    url text not null,
    secret text not null,
    created_by uuid not null,
    created_at timestamptz not null
);
create index webhook_of_account on webhook (account_id, id);

create table webhook_delivery (
    id uuid primary key,
    webhook_id uuid not null,
    body text not null,
    created_at timestamptz not null,
    not_before timestamptz not null default clock_timestamp(),
    attempts int not null default 0,
    last_error text,
    ended_at timestamptz
);
create index webhook_delivery_open on webhook_delivery (not_before) where ended_at is null;
create index webhook_delivery_of_webhook on webhook_delivery (webhook_id);
