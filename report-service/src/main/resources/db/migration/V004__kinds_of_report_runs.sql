-- Report runs of several kinds. What the ordinals of a run's items number is its source, in pay_run_id: a pay run, whose
-- slips never change, or the run that wrote the snapshot (a retry has the source of what it retries). The defaults are
-- for instances of the version before, which print slips in English and may still add runs while this one is rolled out.
alter table report_run add column span text;
update report_run set span = to_char(month, 'YYYY-MM');
alter table report_run add column language text not null default 'EN';

-- What may have changed by the time a chunk is drawn.
create table report_snapshot (
    account_id uuid not null,
    month date not null,
    source_id uuid not null,
    ordinal int not null,
    subject text collate "C" not null,
    document_id uuid not null,
    content jsonb not null,
    primary key (account_id, month, source_id, ordinal)
);
