-- Since when a chunk is tried in vain, for whoever wonders why the run stands still; null: it never was, or by an instance
-- of the version before.
alter table report_chunk add column waiting_since timestamptz;
