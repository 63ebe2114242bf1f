-- A card that changes after a pay run has locked it stays as it was paid; the next run names it.
alter table work add column card_revision int;
alter table time_card add column minutes bigint not null default 0;
alter table time_card add column named_by uuid;
comment on column time_card.minutes is 'worked, without meals, by the last revision';
comment on column time_card.named_by is 'the pay run whose exceptions name the change';
