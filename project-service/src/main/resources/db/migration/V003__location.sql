create table location (
    id uuid primary key,
    project_id uuid not null,
    name text not null,
    address text not null,
    latitude double precision,
    longitude double precision,
    zone text not null,
    exclusive boolean not null,
    unit_base text,
    parking text,
    access text,
    hospital_name text,
    hospital_address text,
    hospital_phone text,
    contact_name text,
    contact_phone text,
    radio text,
    power text,
    version bigint not null
);
create unique index location_name on location (project_id, lower(name));
create trigger location_changed after insert or update or delete on location
    for each row execute function record_change();
