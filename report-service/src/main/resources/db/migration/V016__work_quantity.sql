-- What only some kinds of work count: days of a kit rental, minutes of notice of a cancellation.
alter table work add column if not exists quantity bigint not null default 0;
