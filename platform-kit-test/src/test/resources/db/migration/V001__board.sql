create table posting (
    seq  bigint generated always as identity,
    key  text not null,
    text text not null
);
