-- A person who signs in. Her address is the only thing by which she is found; it is kept in lower case.
create table users (
    id            uuid primary key,
    version       bigint      not null,
    email         text        not null unique,
    name          text        not null,
    locale        text        not null,
    zone          text        not null,
    phone         text,
    state         text        not null check (state in ('PENDING', 'ACTIVE', 'SUSPENDED', 'ERASED')),
    -- An Argon2id PHC string; none until the address is verified: whoever registers an address that is not hers
    -- leaves nothing behind that a later verification would bring to life.
    password_hash text,
    -- When the password was last changed: sessions opened before it are over, whatever Redis still holds.
    password_from timestamptz,
    registered_at timestamptz not null,
    verified_at   timestamptz
);

-- What somebody asked about an address, before it is looked up. The answer has gone by then, and storing the row takes
-- the same time for every address: nobody learns from either whether the address is known.
create table address_requests (
    id            uuid primary key,
    kind          text        not null check (kind in ('REGISTER', 'RESEND', 'RESET')),
    email         text        not null,
    name          text,
    locale        text,
    zone          text,
    password_hash text,
    asked_at      timestamptz not null,
    not_before    timestamptz not null,
    attempts      int         not null default 0,
    decided_at    timestamptz
);

create index address_requests_undecided on address_requests (not_before, id) where decided_at is null;
create index address_requests_of_address on address_requests (email, asked_at);

-- A link that proves who reads the mail of an address: of 256 random bits only the SHA-256 is kept; usable once.
create table mailed_links (
    id            uuid primary key,
    user_id       uuid        not null references users (id),
    purpose       text        not null check (purpose in ('VERIFY', 'RESET')),
    token_hash    bytea       not null unique,
    -- Of VERIFY: what was entered in the registration that this link was mailed for.
    name          text,
    password_hash text,
    made_at       timestamptz not null,
    expires_at    timestamptz not null,
    used_at       timestamptz
);

create index mailed_links_of_user on mailed_links (user_id, purpose, made_at);

-- ES256 key pairs of access tokens as JSON Web Keys, encrypted with AES-GCM under callboard.keys.secret.
create table signing_keys (
    kid        text primary key,
    pair       bytea       not null,
    made_at    timestamptz not null,
    signs_from timestamptz not null
);
