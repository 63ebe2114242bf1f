-- Who dispatches asks for the first chunks of each run that wait, and for the few that are out: each has an index of its
-- own, so that a run of thousands costs as little to look at as one of ten.

create index report_chunk_waiting on report_chunk (run_id, chunk) where state = 'WAITING';
create index report_chunk_sent on report_chunk (run_id, chunk) where state = 'SENT';
drop index report_chunk_open;
