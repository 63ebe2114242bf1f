create table crew_entry (
    id uuid primary key,
    project_id uuid not null,
    email text not null,
    given_name text not null,
    family_name text not null,
    phone text,
    locale text not null,
    department_id uuid,
    roles text[] not null,
    employee_no text,
    user_id uuid,
    version bigint not null,
    unique (project_id, email)
);
create index crew_entry_of_email on crew_entry (email);
create index crew_entry_of_user on crew_entry (user_id) where user_id is not null;
create trigger crew_entry_changed after insert or update or delete on crew_entry
    for each row execute function record_change();
