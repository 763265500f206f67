-- Accounts, their sessions, the refresh tokens, and how often signing in failed.
-- Keys are text, time is epoch milliseconds, sealed values are text (see crypto/keyring.rs).

create table accounts (
    account_id text not null primary key,
    -- A keyed hash of the folded address, to find the account by; the address itself is sealed.
    email_hash text not null unique,
    email_sealed text not null,
    password_hash text not null,
    created_at_ms bigint not null
);

create table sessions (
    session_id text not null primary key,
    account_id text not null references accounts (account_id) on delete cascade,
    kind text not null,
    name text not null,
    created_at_ms bigint not null,
    last_used_at_ms bigint not null,
    expires_at_ms bigint not null,
    ended_at_ms bigint
);

create index sessions_by_account on sessions (account_id, created_at_ms);

create table refresh_tokens (
    token_hash text not null primary key,
    session_id text not null references sessions (session_id) on delete cascade,
    -- The token that this one was exchanged for; null for a session's first.
    parent_hash text unique,
    issued_at_ms bigint not null,
    used_at_ms bigint
);

create index refresh_tokens_by_session on refresh_tokens (session_id);

create table sign_in_attempts (
    -- A keyed hash of who tries what: an account and a client, or an account alone.
    subject text not null primary key,
    failures bigint not null,
    window_started_at_ms bigint not null,
    next_allowed_at_ms bigint not null,
    succeeded_at_ms bigint
);
