-- How a department's people stand on a call sheet: by name, in the table of the cast, or counted.
alter table department add column kind text not null default 'CREW';
