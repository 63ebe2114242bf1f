-- Telling people where their slips are: how far the queueing is, and what became of each mail.

create table slip_mailing (
    run_id uuid primary key,
    open boolean not null default true,
    reached int not null default 0,
    asked_by uuid not null,
    asked_at timestamptz not null
);
create index slip_mailing_open on slip_mailing (asked_at) where open;

-- By document, so that nobody is told of one slip twice. Of a link the hash is kept.
create table slip_mail (
    document_id uuid primary key,
    run_id uuid not null,
    item int not null,
    subject text not null,
    state text not null,
    reason text,
    attempt int not null default 1,
    token_sha256 bytea not null unique,
    queued_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz
);
create index slip_mail_of_run on slip_mail (run_id, item);
