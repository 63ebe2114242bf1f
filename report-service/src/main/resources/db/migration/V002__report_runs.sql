-- A report run prints an approved pay run: its selection is the run's slips by ordinal, which no longer change. A chunk
-- is committed once; its items are written with it.

create table report_run (
    id uuid primary key,
    account_id uuid not null,
    month date not null,
    kind text not null,
    format text not null,
    pay_run_id uuid not null,
    retry_of uuid,
    selection int[],
    template_version text not null,
    state text not null,
    items int not null,
    chunk_size int not null,
    chunks int not null,
    done int not null default 0,
    failed int not null default 0,
    created_by uuid not null,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    version bigint not null
);
create index report_run_of_account on report_run (account_id, id);
create index report_run_open on report_run (created_at) where state in ('QUEUED', 'RUNNING');

create table report_chunk (
    account_id uuid not null,
    month date not null,
    run_id uuid not null,
    chunk int not null,
    state text not null,
    attempts int not null default 0,
    sent_at timestamptz,
    worker text,
    blob text,
    done int not null default 0,
    failed int not null default 0,
    committed_at timestamptz,
    primary key (account_id, month, run_id, chunk)
);
create index report_chunk_open on report_chunk (run_id, chunk) where state in ('WAITING', 'SENT');

create table report_item (
    account_id uuid not null,
    month date not null,
    run_id uuid not null,
    item int not null,
    chunk int not null,
    ordinal int not null,
    subject text not null,
    document_id uuid not null,
    state text not null,
    reason text,
    prefix text,
    tail_offset bigint,
    tail_length int,
    pages int,
    sha256 bytea,
    primary key (account_id, month, run_id, item)
);
create index report_item_failed on report_item (run_id, item) where state = 'FAILED';

-- Who is drawing. An instance that is no longer seen gives its chunks back.
create table render_worker (
    instance text primary key,
    threads int not null,
    seen_at timestamptz not null
);
