-- Benefits in kind are work of a kind of their own: what is still to be taxed, and the run that did. "benefit" is the rule.
alter table work add column if not exists benefit text not null default '';
-- Of a benefit: the same kind in the year so far.
alter table pay_line add column if not exists ytd_minor bigint;
