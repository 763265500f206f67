-- Profiles, one an account; no row before the first save. Everything in them is sealed, in four
-- parts, so that what only one part needs opens only that part.

create table profiles (
    account_id text not null primary key references accounts (account_id) on delete cascade,
    -- 1 after the first save, one more with each.
    version bigint not null,
    contact_sealed text not null,
    address_sealed text not null,
    demographics_sealed text not null,
    -- Everything else: name, work, education, skills, wishes, answers.
    background_sealed text not null,
    saved_at_ms bigint not null
);
