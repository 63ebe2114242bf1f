create table activity (
    id uuid primary key,
    project_id uuid not null,
    number text not null,
    title text not null,
    location_id uuid not null,
    unit_id uuid not null,
    working_day date not null,
    local_start timestamp not null,
    zone text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    duration_minutes int not null check (duration_minutes > 0),
    state text not null,
    roles jsonb not null,
    tasks jsonb not null,
    depends_on uuid[] not null,
    notes text,
    override_reason text,
    version bigint not null
);
create unique index activity_number on activity (project_id, lower(number));
create index activity_order on activity (project_id, starts_at, id);
create index activity_at_location on activity (location_id, starts_at);
create trigger activity_changed after insert or update or delete on activity
    for each row execute function record_change();

create table activity_comment (
    id uuid primary key,
    project_id uuid not null,
    activity_id uuid not null references activity on delete cascade,
    author_id uuid not null,
    author_name text not null,
    body text not null,
    at timestamptz not null
);
create index activity_comment_of on activity_comment (activity_id, id);
create trigger activity_comment_changed after insert or update or delete on activity_comment
    for each row execute function record_change();
