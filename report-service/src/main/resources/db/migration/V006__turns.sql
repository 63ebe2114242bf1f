-- Runs take turns: of those that wait, the one whose chunk was sent longest ago is next.

alter table report_run add column last_sent_at timestamptz;
