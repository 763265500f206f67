-- What a language model made of a person's best matches, and the scores that applications had when they were sent.

-- What it said of a job, sealed, with the hash of what it was asked: while that is the same nothing is asked again.
create table match_looks (
    look_id text not null primary key,
    account_id text not null references accounts (account_id) on delete cascade,
    job_id text not null references jobs (job_id) on delete cascade,
    look_sealed text not null,
    looked_at_ms bigint not null,
    unique (account_id, job_id)
);

create index match_looks_by_job on match_looks (job_id);

-- Whose matches wait for a second look. Taken with a lease, gone when it is done.
create table match_look_runs (
    account_id text not null primary key references accounts (account_id) on delete cascade,
    asked_at_ms bigint not null,
    leased_until_ms bigint not null
);

create index match_look_runs_due on match_look_runs (leased_until_ms, asked_at_ms);

-- The score, in tenths, that a job had for a person when they went to apply.
alter table match_marks add column applied_score bigint;

-- The score, in tenths, that a job had when an application for it was recorded.
create table application_scores (
    account_id text not null,
    application_id text not null,
    score bigint not null,
    scored_at_ms bigint not null,
    primary key (account_id, application_id),
    foreign key (account_id, application_id)
        references applications (account_id, application_id) on delete cascade
);
