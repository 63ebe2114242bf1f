-- Images whose rows are drawn as the items of a report run of the same id.

create table render (
    id uuid primary key,
    width int not null,
    height int not null,
    iterations int not null
);
