-- Which jobs fit a person. Numbers and marks stand open, what says something of the person is sealed.

-- What a person looks for.
create table job_preferences (
    account_id text not null primary key references accounts (account_id) on delete cascade,
    preferences_sealed text not null,
    saved_at_ms bigint not null
);

-- The search for matches: one row a person, repeated every day. It is taken with a lease; one that was cut off is done
-- again when that has run out.
create table match_runs (
    account_id text not null primary key references accounts (account_id) on delete cascade,
    -- waiting, running, done, failed
    state text not null,
    asked_at_ms bigint not null,
    next_at_ms bigint not null,
    leased_until_ms bigint not null,
    ended_at_ms bigint,
    postings bigint not null,
    found bigint not null,
    failures bigint not null
);

create index match_runs_due on match_runs (next_at_ms);

-- What the last search found; replaced as a whole by the next.
create table matches (
    match_id text not null primary key,
    account_id text not null references accounts (account_id) on delete cascade,
    job_id text not null references jobs (job_id) on delete cascade,
    job_no bigint not null,
    -- in tenths
    score bigint not null,
    -- 1 where something that is strictly asked for speaks against it
    knocked bigint not null,
    remote text not null,
    country text not null,
    posted_at_ms bigint not null,
    matched_at_ms bigint not null,
    -- The parts with their reasons.
    why_sealed text not null,
    unique (account_id, job_id)
);

create index matches_best_first on matches (account_id, score desc, job_no desc);
create index matches_by_job on matches (job_id);

-- What a person did about a job that was shown to them.
create table match_marks (
    mark_id text not null primary key,
    account_id text not null references accounts (account_id) on delete cascade,
    job_id text not null references jobs (job_id) on delete cascade,
    -- null while it was not done
    applied_at_ms bigint,
    removed_at_ms bigint,
    thumbed_at_ms bigint,
    -- The thumb with its reason.
    feedback_sealed text,
    unique (account_id, job_id)
);

create index match_marks_thumbs on match_marks (account_id, thumbed_at_ms desc) where thumbed_at_ms is not null;
create index match_marks_by_job on match_marks (job_id);
