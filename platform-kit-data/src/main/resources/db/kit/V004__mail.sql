-- Mails until the mail server took or refused them; then only the id stays for a while, so that a repeat is known.
create table kit.mail (
    seq        bigint generated always as identity,
    message_id text        primary key,
    mail       jsonb,
    queued_at  timestamptz not null,
    -- Machine time, not the platform's clock, which people may turn: until then the row is leased or backs off.
    not_before timestamptz not null default clock_timestamp(),
    attempts   int         not null default 0,
    last_error text,
    ended_at   timestamptz
);
create index mail_queue on kit.mail (not_before, seq) where ended_at is null;
