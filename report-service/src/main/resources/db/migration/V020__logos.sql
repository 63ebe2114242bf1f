-- The logos of accounts: the present one, and those that report runs were begun with. A row's picture never changes.
create table logo (
    account_id uuid not null,
    sha256 text not null,
    picture bytea not null,
    present boolean not null,
    primary key (account_id, sha256)
);
create unique index logo_present on logo (account_id) where present;

-- With which of them a run is drawn; null: without one, as by an instance of the version before.
alter table report_run add column logo text;
