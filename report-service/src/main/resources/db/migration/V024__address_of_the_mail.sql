-- Where a link went: if that was the wrong address, the slip is mailed again and this link shows nothing any more.
-- Null: mailed before this was kept, or to nobody.
alter table slip_mail add column address text;
