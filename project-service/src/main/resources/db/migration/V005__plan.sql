create table plan (
    project_id uuid primary key,
    account_id uuid not null,
    state text not null,
    number int not null,
    draft_changes bigint not null,
    version bigint not null
);

create table plan_version (
    project_id uuid not null references plan,
    number int not null,
    published_at timestamptz not null,
    published_by uuid not null,
    reason text,
    activities jsonb not null,
    primary key (project_id, number)
);
