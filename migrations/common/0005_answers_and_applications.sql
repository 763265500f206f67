-- The answer memory. The id is made by whoever stored the answer first, so it is unique only within an account.

create table answers (
    account_id text not null references accounts (account_id) on delete cascade,
    answer_id text not null,
    -- Question, options, answer, country and host.
    answer_sealed text not null,
    remembered_at_ms bigint not null,
    expires_at_ms bigint,
    stored_at_ms bigint not null,
    primary key (account_id, answer_id)
);

create index answers_newest_first on answers (account_id, remembered_at_ms desc, answer_id desc);

-- One row an account: to lock while its answers are counted.
create table answer_shelves (
    account_id text not null primary key references accounts (account_id) on delete cascade,
    changed_at_ms bigint not null
);

-- Applications: what was sent to whom, and how it stands.

create table applications (
    account_id text not null references accounts (account_id) on delete cascade,
    application_id text not null,
    -- Receipt, page, job, company, place and confirmation.
    head_sealed text not null,
    -- The person's own note; null where there is none.
    note_sealed text,
    -- applied, interview, offer, rejected or withdrawn
    status text not null,
    status_at_ms bigint not null,
    submitted_at_ms bigint not null,
    stored_at_ms bigint not null,
    primary key (account_id, application_id)
);

create index applications_newest_first on applications (account_id, submitted_at_ms desc, application_id desc);
