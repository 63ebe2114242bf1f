-- The local copy of accounts and their members' rights, fed by account-events (library account-rights).
-- Repeatable, because several services include it beside their own numbered scripts: every statement may run again.
create table if not exists account_summary (
    account_id  uuid        primary key,
    name        text,                 -- null until AccountOpened was seen
    currency    char(3),              -- ISO 4217
    suspended   boolean     not null,
    state_since timestamptz not null  -- when suspended last changed: an older fact changes nothing
);

create table if not exists account_member (
    account_id         uuid   not null,
    user_id            uuid   not null,
    rights             text[] not null, -- empty: no longer a member; the row stays so that a late grant is recognised
    membership_version bigint not null,
    primary key (account_id, user_id)
);
create index if not exists account_member_by_user on account_member (user_id) where rights <> '{}';
