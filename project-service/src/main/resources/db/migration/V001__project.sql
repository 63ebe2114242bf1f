-- Which rows a client's copy has to learn of (synced tables write here by trigger). A page of changes ends below the
-- oldest transaction still under way, hence xid: a plain sequence would skip late commits.
create table changed_row (
    project_id uuid not null,
    xid xid8 not null default pg_current_xact_id(),
    seq bigint generated always as identity,
    entity text not null,
    entity_id uuid not null,
    operation text not null check (operation in ('INSERT', 'UPDATE', 'DELETE')),
    fields text[] not null,
    primary key (project_id, xid, seq)
);

-- Argument: the column that names the project, unless it is project_id.
create function record_change() returns trigger language plpgsql as $$
declare
    new_row jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
    old_row jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
    any_row jsonb := coalesce(new_row, old_row);
    project_column text := coalesce(tg_argv[0], 'project_id');
    touched text[] := '{}';
begin
    if tg_op = 'UPDATE' then
        select coalesce(array_agg(key order by key), '{}') into touched
        from jsonb_each(new_row)
        where key <> 'version' and value is distinct from old_row -> key;
        if touched = '{}' then return null; end if;
    end if;
    insert into changed_row (project_id, entity, entity_id, operation, fields)
    values ((any_row ->> project_column)::uuid, tg_table_name, (any_row ->> 'id')::uuid, tg_op, touched);
    return null;
end $$;

create table project (
    id uuid primary key,
    account_id uuid not null,
    name text not null,
    goal text,
    zone text not null,
    state text not null,
    phase text not null,
    phases jsonb not null,
    refused_reason text,
    refused_detail text,
    saga_id uuid not null,
    created_by uuid not null,
    created_at timestamptz not null,
    version bigint not null
);
create index project_of_account on project (account_id, id);
create trigger project_changed after insert or update or delete on project
    for each row execute function record_change('id');

-- A member is named by address until she first signs in with it verified; then by user id.
create table member (
    id uuid primary key,
    project_id uuid not null references project,
    user_id uuid,
    email text not null,
    project_right text not null,
    department_id uuid,
    crew_entry_id uuid,
    until date,
    unique nulls not distinct (project_id, email, project_right, department_id, crew_entry_id)
);
create index member_of_user on member (user_id) where user_id is not null;
create index member_of_email on member (email);

create table department (
    id uuid primary key,
    project_id uuid not null references project,
    name text not null,
    head_id uuid,
    deputy_id uuid,
    contact text,
    position int not null,
    version bigint not null
);
create unique index department_name on department (project_id, lower(name));
create trigger department_changed after insert or update or delete on department
    for each row execute function record_change();

create table unit (
    id uuid primary key,
    project_id uuid not null references project,
    name text not null,
    position int not null,
    version bigint not null
);
create unique index unit_name on unit (project_id, lower(name));
create trigger unit_changed after insert or update or delete on unit
    for each row execute function record_change();

create table role (
    id uuid primary key,
    project_id uuid not null references project,
    name text not null,
    short_name text not null,
    certificates text[] not null,
    version bigint not null
);
create unique index role_name on role (project_id, lower(name));
create trigger role_changed after insert or update or delete on role
    for each row execute function record_change();

create table working_day (
    id uuid primary key,
    project_id uuid not null references project,
    unit_id uuid not null references unit,
    date date not null,
    general_call time,
    meals jsonb not null,
    estimated_wrap time,
    wraps_next_day boolean not null,
    notes text,
    approver text,
    version bigint not null,
    unique (project_id, unit_id, date)
);
create trigger working_day_changed after insert or update or delete on working_day
    for each row execute function record_change();
